"""What whoever leads the session of a module has in hand, on one page of paper."""

from macros.page_kind import Context, Page, PageKind
from macros.page_kinds.module import records
from macros.views import Book


def context(book: Book, page: Page) -> Context:
    """Return the module."""
    return {"module": book.modules[page.id]}


KIND = PageKind(
    name="module_sheet",
    order=46,
    records=records,
    link="module-sheet",
    address="m/{id}/sheet.md",
    template="module-sheet",
    context=context,
    search="",
)
