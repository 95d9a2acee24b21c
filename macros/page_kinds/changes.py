"""The page of what changed: by day, the latest first, each with the pages that it concerns."""

from itertools import groupby

from macros.changes import FEED, changes_of
from macros.page_kind import Context, Page, PageKind, Place, single, under_reference
from macros.retired import title_of
from macros.views import Book

FEW = 8
"""As many pages as one entry lists unfolded."""


def context(book: Book, _page: Page) -> Context:
    """Return the changes by day, and how the pages that they concern are called."""
    changes = changes_of(book)
    return {
        "days": [(day, list(each)) for day, each in groupby(changes, lambda change: change.date)],
        "titles": {link: title_of(book, link) for each in changes for link in each.concerns},
        "few": FEW,
        "feed": FEED,
    }


def place(book: Book, _page: Page) -> Place:
    """Return a line of the reference."""
    return under_reference(book, book.words["changes"]["title"])


KIND = PageKind(
    name="changes",
    order=98,
    records=single("changes", "playbook_data/changes.yml"),
    address="changes.md",
    holds={"change": "change.{id}"},
    template="changes",
    context=context,
    place=place,
)
