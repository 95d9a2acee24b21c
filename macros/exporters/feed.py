"""The Atom feed of what changed, one for each language, as RFC 4287 says.

Ids hang on the playbook's id, the language and the change, not on where the site is served: a site
that moves shows no entry a second time.
"""

from collections.abc import Iterator
from html import escape
from uuid import NAMESPACE_URL, uuid5

from macros.changes import FEED, Change, changes_of
from macros.courses.packages.markup import Element, document, element, text
from macros.exporters.packages.contents import page_address
from macros.retired import title_of
from macros.views import Book

PAGE = "page:changes"
TYPE = "application/atom+xml"
SPACE = "http://www.w3.org/2005/Atom"


def feed(book: Book, address: str) -> bytes:
    """Return the feed of a language; *address* is where the site is served."""
    changes, page = changes_of(book), page_address(book, PAGE, address)
    entries = (_entry(book, change, address) for change in changes)
    root = element(
        "feed",
        {"xmlns": SPACE, "xml:lang": book.spoken.tag},
        text("id", _id(book)),
        text("title", f"{book.site['title']} · {book.words['changes']['title']}"),
        text("subtitle", book.words["changes"]["description"]),
        text("updated", _moment(changes[0].date)),
        element("author", {}, text("name", book.site["title"])),
        _link("self", f"{page}{FEED}", TYPE),
        _link("alternate", page, "text/html"),
        *entries,
    )
    return document(root)


def _entry(book: Book, change: Change, address: str) -> Element:
    pages = [(page_address(book, each, address), title_of(book, each)) for each in change.concerns]
    return element(
        "entry",
        {},
        text("id", _id(book, change.id)),
        text("title", change.title),
        text("updated", _moment(change.date)),
        _link("alternate", page_address(book, f"change:{change.id}", address), "text/html"),
        *(_link("related", page, "text/html", title) for page, title in pages),
        element("category", {"term": change.kind, "label": _kind(book, change)}),
        text("content", "".join(_content(book, change, pages)), {"type": "html"}),
    )


def _content(book: Book, change: Change, pages: list[tuple[str, str]]) -> Iterator[str]:
    yield f"<p><strong>{escape(_kind(book, change))}</strong></p>"
    yield from (f"<p>{escape(each)}</p>" for each in change.texts)
    if pages:
        items = (f'<li><a href="{escape(to)}">{escape(title)}</a></li>' for to, title in pages)
        yield f"<ul>{''.join(items)}</ul>"


def _kind(book: Book, change: Change) -> str:
    return str(book.words["changes"]["kinds"][change.kind])


def _link(relation: str, address: str, kind: str, title: str = "") -> Element:
    named = {"title": title} if title else {}
    return element("link", {"rel": relation, "type": kind, "href": address, **named})


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"


def _id(book: Book, *parts: str) -> str:
    name = "/".join((book.site["id"], "changes", book.language, *parts))
    return uuid5(NAMESPACE_URL, name).urn
