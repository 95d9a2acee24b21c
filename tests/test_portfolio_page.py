"""The page of lists: every place that its script writes to, named alike in both languages."""

from collections import Counter
from html.parser import HTMLParser

import pytest

from macros.pages import list_pages
from macros.playbook import Playbook
from macros.rendering import Renderer
from macros.views import Book
from tests.conftest import Golden
from tests.site_playbook import real_playbook

LANGUAGES = ("en", "zh")
NAMED = ("id", "for", "aria-labelledby", "aria-describedby", "data-act", "data-shown", "role")
"""Attributes whose values are names, not words."""
POINTS = ("for", "aria-labelledby", "aria-describedby")


class Structure(HTMLParser):
    """The elements of a page, each with the names that it carries."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.names: list[tuple[str, str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = [(name, value or "") for name, value in attrs if name in NAMED]
        self.names += named
        others = [name for name, _ in attrs if name.startswith("data-") and name not in NAMED]
        told = [*(f'{name}="{value}"' for name, value in named), *others]
        self.lines.append(" ".join([tag, *told]))


@pytest.fixture(scope="module")
def structures() -> dict[str, Structure]:
    playbook = real_playbook()
    return {language: Structure(rendered(playbook, language)) for language in LANGUAGES}


def rendered(playbook: Playbook, language: str) -> str:
    page = next(each for each in list_pages(playbook, language) if each.path == "portfolio.md")
    return Renderer(Book(playbook, language)).render(page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_has_the_golden_structure_in_each_language(
    structures: dict[str, Structure], golden: Golden, language: str
) -> None:
    golden("pages/portfolio.txt", "".join(f"{line}\n" for line in structures[language].lines))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_name_stands_once_and_each_pointer_finds_one(
    structures: dict[str, Structure], language: str
) -> None:
    names = structures[language].names
    ids = Counter(value for name, value in names if name == "id")
    assert ids
    assert max(ids.values()) == 1, ids.most_common(3)
    pointed = {each for name, value in names if name in POINTS for each in value.split()}
    assert pointed
    assert pointed <= set(ids)
