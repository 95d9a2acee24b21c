"""The page of a team: the answers of several people to one questionnaire, made by its script."""

from assessments.exports import EXPORTS
from macros.exporters.answer_sheet import sheet_choices, sheet_file
from macros.exporters.sample_session import sample_session
from macros.page_kind import Context, Page, PageKind, Place, single
from macros.tool_page import tool_marks
from macros.views import Book


def context(book: Book, _page: Page) -> Context:
    """Return what marks each questionnaire, and a session to try the page with."""
    tools = book.playbook.tools
    return {
        "marks": tool_marks(book, book.site["tools"]["assessments"]),
        "answer_sheets": {
            name: sheet_file(name, book.language, book.playbook.languages[0]) for name in tools
        },
        "sheet_choices": sheet_choices(book),
        "sample": sample_session(book),
        "exports": [export for export in EXPORTS.values() if export.button],
    }


def place(book: Book, _page: Page) -> Place:
    """Return a line under the door to the tools."""
    return Place(under=(book.words["doors"]["assess"]["title"],), title=book.words["team"]["title"])


KIND = PageKind(
    name="team",
    order=57,
    records=single("team"),
    address="team.md",
    template="team",
    context=context,
    place=place,
)
