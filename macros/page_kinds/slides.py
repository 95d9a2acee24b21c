"""The slides of a course, to show from the page or to read."""

from macros.course_plan import course_records
from macros.page_kind import Context, Page, PageKind
from macros.slides.shows import show_of
from macros.views import Book


def context(book: Book, page: Page) -> Context:
    """Return the slides; they stand on a page, so their file is no other truth."""
    return {"show": show_of(book, f"c:{page.id}"), "purpose": book.courses[page.id]["purpose"]}


KIND = PageKind(
    name="slides",
    order=87,
    records=course_records,
    link="slides",
    address="c/{id}/slides.md",
    template="slides",
    context=context,
    search="paper",
)
