"""The page of the whole method: every area with its modules."""

from macros.page_kind import Page, PageKind, Place, single
from macros.views import Book


def place(book: Book, _page: Page) -> Place:
    """Return the door to reading; this is its page."""
    return Place(under=(book.words["doors"]["read"]["title"],))


KIND = PageKind(
    name="method",
    order=20,
    records=single("method"),
    address="method/index.md",
    template="method",
    place=place,
)
