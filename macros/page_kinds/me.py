"""The page of the reader's own results, made by its script from what the device keeps."""

from macros import numbers
from macros.exporters.answer_sheet import sheet_choices
from macros.exporters.sample_results import sample_results
from macros.page_kind import Context, Page, PageKind, Place, single
from macros.tool_page import tool_marks
from macros.views import Book

SHARED = (
    *("not_told", "no_result", "cancel", "undo"),
    *("about", "about_nobody", "answered", "answered_when"),
)
"""Words of the pages of tools that this page says, too."""
IMPORT = "import_"
"""Begins those about files that are opened."""


def context(book: Book, _page: Page) -> Context:
    """Return results to try the page with, and what it takes to read files of answers."""
    return {
        "sample": sample_results(book),
        "marks": tool_marks(book, book.playbook.tools),
        "sheet_choices": sheet_choices(book),
        "number_marks": numbers.form_marks(book.spoken, book.others),
        "script_words": [*SHARED, *(key for key in book.words["script"] if key.startswith(IMPORT))],
    }


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
