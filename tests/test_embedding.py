"""The content of a page in a frame: what its links become."""

import pytest

from macros.embedding import embedded

PAGE = "m/trust-stages/"
AWAY = ' target="_blank" rel="noopener"'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<a href="#trust-stages.idea">x</a>', '<a href="#trust-stages.idea">x</a>'),
        ('<a href="./#a.b">x</a>', '<a href=".././embed/#a.b">x</a>'),
        (
            '<a class="s" href="../permeation/">x</a>',
            '<a class="s" href="../../permeation/embed/">',
        ),
        (
            '<a href="../../a/customer-ltv/#i.years">',
            '<a href="../../../a/customer-ltv/embed/#i.years">',
        ),
        ('<a href="../../glossary/#term.x">', f'<a href="../../../glossary/#term.x"{AWAY}>'),
        ('<a href="../../method/deepen/">', f'<a href="../../../method/deepen/"{AWAY}>'),
        ('<a href="https://a.example/">', f'<a href="https://a.example/"{AWAY}>'),
        ('<a href="sheet.csv" download>', '<a href="../sheet.csv" download>'),
        ('<img src="../x.svg" alt="a > b">', '<img src="../../x.svg" alt="a > b">'),
        (
            '<tool-form data-worker="../../w.js" data-module-url="../../m/{id}/">',
            '<tool-form data-worker="../../../w.js" data-module-url="../../../m/{id}/embed/">',
        ),
        ('<p>href="../x/" and 1 < 2</p>', '<p>href="../x/" and 1 < 2</p>'),
    ],
)
def test_an_address_leads_one_folder_up_and_out_of_the_frame_where_it_must(
    before: str, after: str
) -> None:
    assert embedded(before, PAGE).startswith(after)
