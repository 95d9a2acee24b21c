"""The page on which a trainer composes a course of modules and tools, and takes it along."""

from macros.courses.plans.plan import LEVELS
from macros.page_kind import Context, Page, PageKind, Place, single
from macros.views import Book

FORMATS = (
    "markdown",
    "ics",
    "cc11",
    "cc13",
    "scorm12-thin",
    "scorm2004-thin",
    "gift",
    "moodle-xml",
)
"""What the page makes, in the order of its buttons."""


def context(book: Book, _page: Page) -> Context:
    """Return the courses to begin with, and what can be chosen and made."""
    return {
        "courses": book.courses,
        "levels": LEVELS,
        "formats": FORMATS,
        "languages": [book.playbook.language_records[code] for code in book.playbook.languages],
    }


def place(book: Book, _page: Page) -> Place:
    """Return a line below the page for trainers."""
    under = (book.words["doors"]["teach"]["title"],)
    return Place(under=under, title=book.words["compose"]["title"])


KIND = PageKind(
    name="compose",
    order=80,
    records=single("compose"),
    address="teach/compose.md",
    template="compose",
    context=context,
    place=place,
)
