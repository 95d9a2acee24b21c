"""What stands on the picture that other programs show beside a link.

Home has one, and every page that is shared: a module, a tool, a course.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from macros.addresses import HOME, target_of
from macros.plain_text import opening, plain
from macros.values import Data
from macros.views import Book

FOLDER = "previews"
"""Of assets."""
COLOURS = ("ground", "ink", "ink-soft", "teal", "teal-tint", "signal", "signal-tint")
"""Names of tokens.css that the drawing uses."""

Preview = Mapping[str, str]


def describe_previews(books: Sequence[Book]) -> Mapping[str, Preview]:
    """Return every picture of every language by its name."""
    return {
        preview_name(path, book.language): _preview(book, *told)
        for book in books
        for path, told in _pages(book)
    }


def previews_of(book: Book, files: Mapping[str, str]) -> Mapping[str, str]:
    """Return staged page -> its picture, from name -> file; a page in other letters has none."""
    named = ((path, preview_name(path, book.language)) for path, _ in _pages(book))
    return {path: files[name] for path, name in named if name in files}


def preview_name(path: str, language: str) -> str:
    """Return the name of the picture of a staged page: m-trust-stages-en."""
    return f"{path.removesuffix('.md').replace('/', '-')}-{language}"


def _pages(book: Book) -> Iterator[tuple[str, tuple[str, str, str]]]:
    """Yield the staged file of each page, with its kind, its title and what it says of itself."""
    doors = (book.words["doors"][each]["title"] for each in ("read", "assess", "teach"))
    yield HOME, (_joined(book, *doors), book.site["title"], book.site["tagline"])
    kinds = book.words["search"]["kinds"]
    for area in book.areas.values():
        for name in area["modules"]:
            yield _told(f"m:{name}", _joined(book, kinds["module"], area["title"]), book.modules)
    for name, tool in book.tools.items():
        yield _told(f"a:{name}", kinds[tool["kind"]], book.tools)
    for name, course in book.courses.items():
        need = book.words["course"]["needs"][course["need"]]
        yield _told(f"c:{name}", _joined(book, kinds["course"], need), book.courses)


def _told(link: str, kind: str, records: Mapping[str, Data]) -> tuple[str, tuple[str, str, str]]:
    record: Mapping[str, Any] = records[link.partition(":")[2]]
    return target_of(link).path, (kind, record["title"], record["purpose"])


def _preview(book: Book, kind: str, title: str, purpose: str) -> Preview:
    return {
        "kind": kind,
        "title": plain(title),
        "line": opening(plain(purpose))[0],
        "name": book.site["title"],
        "language": book.spoken.tag,
    }


def _joined(book: Book, *words: str) -> str:
    return (" · " if book.spoken.gap else "·").join(words)
