"""The ids that the build finds in the HTML of a page are those that MkDocs' own parser finds."""

from types import SimpleNamespace

import pytest
from mkdocs.structure.pages import _HTMLHandler

from macros.mkdocs_hook import find_anchors

PAGES = (
    '<p id="one">Two <a name="three" href="#four">four</a></p>',
    '# Heading\n\n<div class="a" id="a.b-c"\n  data-id="no" markdown>\n\ntext\n\n</div>',
    "<input id='single' name=\"not\"><br/><a id=\"x\" name='y'>z</a>",
    '<p title="a &lt;b id=&quot;no&quot;&gt;" id="q&amp;a">1 < 2 id="no"</p>',
    'A text without HTML, id="no", and | a | table |',
    '<A NAME="upper">x</A> <svg viewBox="0 0 1 1"><g id="部分"/></svg>',
)


@pytest.mark.parametrize("text", PAGES)
def test_the_ids_of_a_page_are_those_that_a_parser_finds(text: str) -> None:
    parser = _HTMLHandler()
    parser.feed(text)
    parser.close()
    finder, lines = SimpleNamespace(), text.split("\n")
    assert find_anchors(finder, lines) == lines
    assert finder.present_anchor_ids == parser.present_anchor_ids
