"""The page of the reader's own results, made by its script from what the device keeps."""

from macros.exporters.sample_results import sample_results
from macros.page_kind import Context, Page, PageKind, Place, single
from macros.views import Book


def context(book: Book, _page: Page) -> Context:
    """Return results to try the page with."""
    return {"sample": sample_results(book)}


def place(book: Book, _page: Page) -> Place:
    """Return a line under the door to the tools."""
    return Place(under=(book.words["doors"]["assess"]["title"],), title=book.words["me"]["title"])


KIND = PageKind(
    name="me",
    order=55,
    records=single("me"),
    address="me.md",
    template="me",
    context=context,
    place=place,
)
