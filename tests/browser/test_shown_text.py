"""No page of the built site shows a tag, an entity or a mark that was meant for a machine."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

UNREAD = ("script", "style", "pre", "code")
"""Elements that readers do not see, the worksheet that they copy as Markdown, and code."""
READ_ATTRIBUTES = ("alt", "aria-label", "content", "data-definition", "placeholder", "title")
FOR_MACHINES = re.compile(
    r"&(?:[a-z]+|#\d+);|</?[a-z][\w-]*[ >/]|<!--|\{[:#%{ ]|%\}|\*\*|\]\(|\]\[|^#+ |`|~~",
    re.MULTILINE,
)


class ShownText(HTMLParser):
    """Gathers what readers of a page see and hear."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.texts += [value for name, value in attrs if value and name in READ_ATTRIBUTES]
        if tag in UNREAD:
            self.inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in UNREAD:
            self.inside.pop()

    def handle_data(self, data: str) -> None:
        if not self.inside:
            self.texts.append(data)


def found(html: str) -> Iterator[str]:
    page = ShownText()
    page.feed(html)
    for text in page.texts:
        if match := FOR_MACHINES.search(text):
            yield text.strip()[max(0, match.start() - 30) : match.end() + 30]


def test_marks_for_machines_are_found() -> None:
    shown = (
        "<p>a &amp;lt; b</p><p>&lt;div&gt;</p><p>x{: .y }</p><p title='**z**'>c</p><pre>**</pre>"
    )
    assert list(found(shown)) == ["a &lt; b", "<div>", "x{: .y }", "**z**"]


def test_no_page_shows_what_is_meant_for_machines(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 100
    assert [(page.name, text) for page in pages for text in found(page.read_text("utf-8"))] == []
