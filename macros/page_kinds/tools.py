"""The page that lists every assessment and calculator."""

from macros.page_kind import Page, PageKind, Place, single
from macros.views import Book


def place(book: Book, _page: Page) -> Place:
    """Return the door to the tools; this is its page."""
    return Place(under=(book.words["doors"]["assess"]["title"],))


KIND = PageKind(
    name="tools",
    order=50,
    records=single("tools"),
    address="a/index.md",
    template="tools",
    place=place,
)
