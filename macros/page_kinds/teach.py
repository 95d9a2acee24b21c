"""The page for trainers: courses by the time there is, every session plan, how to run a session."""

from collections.abc import Iterator

from macros.page_kind import Context, Page, PageKind, Place, single
from macros.schema.course import NEEDS
from macros.values import Data
from macros.views import Book

HOUR = "hour"
LONGEST_HOUR = 100
"""Minutes of a session plan that fits into one meeting, its break with it."""


def context(book: Book, _page: Page) -> Context:
    """Return what fits the time that a trainer has: courses, or single session plans."""
    return {"needs": [need for need in _needs(book) if need["courses"] or need["sessions"]]}


def _needs(book: Book) -> Iterator[Data]:
    sessions = [
        module for module in book.shown_modules if module["facilitator"]["minutes"] <= LONGEST_HOUR
    ]
    first, *others = NEEDS
    for need in (first, HOUR, *others):
        courses = [course for course in book.courses.values() if course["need"] == need]
        yield {"id": need, "courses": courses, "sessions": sessions if need == HOUR else ()}


def place(book: Book, _page: Page) -> Place:
    """Return the door to teaching; this is its page."""
    return Place(under=(book.words["doors"]["teach"]["title"],))


KIND = PageKind(
    name="teach",
    order=79,
    records=single("teach"),
    address="teach.md",
    template="teach",
    context=context,
    place=place,
)
