"""The page of one course: what it is, its agenda with a clock, its questions, its sheets."""

from macros.course_plan import course_context, course_records
from macros.linked_data import course as linked_course
from macros.page_kind import Context, Page, PageKind, Place
from macros.views import Book


def context(book: Book, page: Page) -> Context:
    """Return a course, its days and what programs read of it."""
    return {**course_context(book, page), "linked": linked_course(book, book.courses[page.id])}


def place(book: Book, page: Page) -> Place:
    """Return a line under the door to teaching."""
    return Place(
        under=(book.words["doors"]["teach"]["title"],), title=book.courses[page.id]["title"]
    )


KIND = PageKind(
    name="course",
    order=82,
    records=course_records,
    link="c",
    address="c/{id}.md",
    template="course",
    context=context,
    place=place,
    embeds=True,
    search="course",
)
