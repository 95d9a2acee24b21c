"""Which pages the site has, the same in every language, and how they are ordered to be found."""

from collections.abc import Iterable
from typing import Any

from macros.page_kind import Page
from macros.page_table import PAGE_KINDS
from macros.playbook import Playbook
from macros.views import Book

Navigation = list[Any]
"""A list of {title: page or list} and of pages without a title, as MkDocs reads it."""


def list_pages(playbook: Playbook, language: str) -> tuple[Page, ...]:
    """Return every page; paths are the same in every language."""
    return tuple(
        Page(
            kind=kind,
            path=kind.address.format(id=name),
            source=source.format(language=language),
            id=name,
        )
        for kind in PAGE_KINDS
        for name, source in kind.records(playbook)
    )


def navigation(book: Book) -> Navigation:
    """Return the order in which a reader of one language finds the pages."""
    lines: Navigation = []
    for page in list_pages(book.playbook, book.language):
        place = page.kind.place(book, page)
        if place:
            line = {place.title: page.path} if place.title else page.path
            _below(lines, place.under).append(line)
    return lines


def _below(lines: Navigation, headings: Iterable[str]) -> Navigation:
    """Return the list that stands below some headings; make those that are not there yet."""
    for heading in headings:
        found = (line[heading] for line in lines if isinstance(line, dict) and heading in line)
        inner = next((each for each in found if isinstance(each, list)), None)
        if inner is None:
            inner = []
            lines.append({heading: inner})
        lines = inner
    return lines
