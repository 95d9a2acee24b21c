"""The page for trainers: every session plan, and how to run a session."""

from macros.page_kind import Page, PageKind, Place, single
from macros.views import Book


def place(book: Book, _page: Page) -> Place:
    """Return a door of its own."""
    return Place(title=book.words["doors"]["teach"]["title"])


KIND = PageKind(
    name="teach",
    order=80,
    records=single("teach"),
    address="teach.md",
    template="teach",
    place=place,
)
