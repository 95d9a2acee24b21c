"""No page of the built site shows a tag, an entity or a mark that was meant for a machine."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

UNREAD = ("script", "style")
"""Elements that readers do not see."""
READ_ATTRIBUTES = ("alt", "aria-label", "content", "data-definition", "placeholder", "title")
ENTITY = r"&(?:[a-z]+|#\d+);"
TAG = r"|</?[a-z][\w-]*[ >/]|<!--"
MARKDOWN = r"|\{[:#%{ ]|%\}|\*\*|\]\(|\]\[|^#+ |`|~~"
FOR_MACHINES = {
    "code": re.compile(ENTITY),
    # A worksheet to copy is Markdown, and a licence has its author's own marks.
    "pre": re.compile(ENTITY + TAG),
    "": re.compile(ENTITY + TAG + MARKDOWN, re.MULTILINE),
}
"""Element -> what no text in it shows."""


class ShownText(HTMLParser):
    """Gathers what readers of a page see and hear."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[tuple[str, str]] = []
        """Each text, and the element of FOR_MACHINES in which it stands."""
        self.inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        read = (value for name, value in attrs if value and name in READ_ATTRIBUTES)
        self.texts += [(value, "") for value in read]
        if tag in (*UNREAD, *FOR_MACHINES):
            self.inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in (*UNREAD, *FOR_MACHINES):
            self.inside.pop()

    def handle_data(self, data: str) -> None:
        if not set(self.inside) & set(UNREAD):
            place = next(each for each in FOR_MACHINES if each in (*self.inside, ""))
            self.texts.append((data, place))


def found(html: str) -> Iterator[str]:
    page = ShownText()
    page.feed(html)
    for text, place in page.texts:
        if match := FOR_MACHINES[place].search(text):
            yield text.strip()[max(0, match.start() - 30) : match.end() + 30]


def test_marks_for_machines_are_found() -> None:
    shown = (
        "<p>a &amp;lt; b</p><p>&lt;div&gt;</p><p>x{: .y }</p><p title='**z**'>c</p><pre>**</pre>"
        "<pre>&amp;#34;</pre><pre><code>**&amp;lt;</code></pre><code>&lt;id></code>"
    )
    assert list(found(shown)) == ["a &lt; b", "<div>", "x{: .y }", "**z**", "&#34;", "**&lt;"]


def test_no_page_shows_what_is_meant_for_machines(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 100
    assert [(page.name, text) for page in pages for text in found(page.read_text("utf-8"))] == []
