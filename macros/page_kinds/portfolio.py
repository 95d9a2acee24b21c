"""The page of a list of accounts: a file in, tiers or classes with reasons, made by its script."""

from macros import numbers
from macros.exporters.sample_accounts import TOOLS, sample_accounts
from macros.page_kind import SETTINGS, Context, Page, PageKind, Place, Records
from macros.playbook import Playbook
from macros.tool_page import tool_marks
from macros.views import Book

SHARED = ("cancel", "undo")
"""Words of the pages of tools that this page says, too."""


def records(playbook: Playbook) -> Records:
    """Return one page where the playbook says how lists are read."""
    return [("portfolio", SETTINGS)] if playbook.portfolio else []


def context(book: Book, _page: Page) -> Context:
    """Return the tools that score lists, how headers are read, and a list to try the page with."""
    tools = [name for name in TOOLS if name in book.playbook.tools]
    guide = book.playbook.portfolio
    return {
        "marks": tool_marks(book, tools),
        "allocation": tool_marks(book, (guide["allocation"],))[guide["allocation"]],
        "guide": guide,
        "samples": {name: sample_accounts(book, name) for name in tools},
        "number_marks": numbers.form_marks(book.spoken, book.others),
        "shared_words": SHARED,
    }


def place(book: Book, _page: Page) -> Place:
    """Return a line under the door to the tools."""
    under = (book.words["doors"]["assess"]["title"],)
    return Place(under=under, title=book.words["portfolio"]["title"])


KIND = PageKind(
    name="portfolio",
    order=58,
    records=records,
    address="portfolio.md",
    template="portfolio",
    context=context,
    place=place,
)
