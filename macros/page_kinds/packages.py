"""The page of packages: what each is for, what a learning system needs, and every file."""

from macros.page_kind import Page, PageKind, Place, single
from macros.views import Book


def place(book: Book, _page: Page) -> Place:
    """Return a line below the page for trainers."""
    under = (book.words["doors"]["teach"]["title"],)
    return Place(under=under, title=book.words["packages"]["title"])


KIND = PageKind(
    name="packages",
    order=81,
    records=single("packages"),
    address="teach/packages.md",
    template="packages",
    place=place,
)
