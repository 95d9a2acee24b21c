"""The slides of a module, to show from the page or to read."""

from macros.page_kind import Context, Page, PageKind
from macros.page_kinds.module import records
from macros.slides.shows import show_of
from macros.views import Book


def context(book: Book, page: Page) -> Context:
    """Return the slides; they stand on a page, so their file is no other truth."""
    return {"show": show_of(book, f"m:{page.id}"), "purpose": book.modules[page.id]["purpose"]}


KIND = PageKind(
    name="module_slides",
    order=45,
    records=records,
    link="module-slides",
    address="m/{id}/slides.md",
    template="slides",
    context=context,
    search="",
)
