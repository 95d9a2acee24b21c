"""What oEmbed says of a page that stands in frames: the code of its frame, for pages elsewhere.

A file cannot answer how wide a frame may be, so the frame is as wide as the place that it gets.
"""

from collections.abc import Iterator
from html import escape

from macros.embedding import FOLDER
from macros.exporters.packages.contents import page_address
from macros.plain_text import plain
from macros.values import Data
from macros.views import Book

FILE = "oembed.json"
"""Beside the page."""
WIDTH, HEIGHT = 720, 800
"""Pixels, of which the standard wants to know: a column of text, and the height of the frame."""


def embeddable(book: Book) -> Iterator[tuple[str, str]]:
    """Yield link and title of every page that a course can frame."""
    shelves = {"m": book.modules, "a": book.tools, "c": book.courses}
    for word, records in shelves.items():
        yield from ((f"{word}:{name}", plain(each["title"])) for name, each in records.items())


def oembed(book: Book, link: str, title: str, address: str) -> Data:
    """Return the answer for a page, as https://oembed.com says; *address* is that of the site."""
    page = page_address(book, link, address)
    return {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": book.site["title"],
        "provider_url": page_address(book, "page:home", address),
        "html": frame_code(title, page + FOLDER),
        "width": WIDTH,
        "height": HEIGHT,
    }


def frame_code(title: str, address: str) -> str:
    """Return the code of a frame, the same that "Use in a course" gives."""
    attributes = {
        "src": address,
        "title": title,
        "width": "100%",
        "height": str(HEIGHT),
        "style": "border:0",
        "loading": "lazy",
        "allow": "clipboard-write",
    }
    written = (f'{name}="{_escaped(value)}"' for name, value in attributes.items())
    return f"<iframe {' '.join(written)}></iframe>"


def _escaped(text: str) -> str:
    return escape(text, quote=False).replace('"', "&quot;")
