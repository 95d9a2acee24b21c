"""The packages that the site offers: small ones, for they are made of every page at every build."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from macros.browser import read_launcher
from macros.courses.packages.contents import Contents
from macros.exporters.packages.contents import every_content
from macros.exporters.packages.format import Format, Order
from macros.exporters.packages.table import FORMATS
from macros.views import Book

FOLDER = "packages"
"""From the root of a language."""


def published_files(book: Book, root: Path, address: str) -> Iterator[tuple[str, bytes]]:
    """Yield every package that the site of a book offers: its file, and its content."""
    formats = _formats(is_built=read_launcher(root) is not None)
    for contents in every_content(book, address):
        order = Order(contents=contents, book=book, root=root, address=address)
        for each in formats:
            if contents.kind in each.kinds:
                yield f"{FOLDER}/{each.file_name(contents, book.language)}", each.make(order)


def offers(book: Book) -> Mapping[str, Mapping[str, str]]:
    """Return what a page can offer: link of the contents -> name of the format -> its file."""
    return {contents.link: _files(contents, book.language) for contents in every_content(book, "/")}


def _files(contents: Contents, language: str) -> Mapping[str, str]:
    return {
        each.name: f"{FOLDER}/{each.file_name(contents, language)}"
        for each in _formats(is_built=True)
        if contents.kind in each.kinds
    }


def _formats(*, is_built: bool) -> list[Format]:
    """Return the formats that are published; SCORM needs a script that is built."""
    return [
        each
        for each in FORMATS.values()
        if each.is_published and (is_built or not each.name.startswith("scorm"))
    ]
