"""A tool as a workbook to fill in without the site; its page opens what was filled in."""

from xlsxwriter import Workbook

from assessments.border.fingerprint import fingerprint
from assessments.border.reading import write_json
from macros.exporters.sheet_canvas import FORMAT, Sheets, tidy
from macros.exporters.sheet_inputs import fill_inputs
from macros.exporters.sheet_questions import fill_questions
from macros.exporters.workbooks import workbook
from macros.views import Book

WORDS = ("sheet", "tool", "results", "units", "subject_labels")
"""What of the site's own words stands on a sheet."""


def sheet_file(tool: str, language: str, first: str) -> str:
    """Return the name of a tool's answer sheet; one folder can hold it in several languages."""
    suffix = "" if language == first else f"-{language}"
    return f"{tool}-answers{suffix}.xlsx"


def sheet_choices(book: Book) -> dict[str, list[str]]:
    """Return what stands for yes, no and not applicable on the sheets of every language."""
    words = book.playbook.interface["tool"]
    kinds = {"yes": ("yes",), "no": ("no",), "na": ("na", "na_short")}
    return {
        kind: list(dict.fromkeys(text for key in keys for text in words[key].values()))
        for kind, keys in kinds.items()
    }


def sheet_made_of(book: Book, tool: str) -> str:
    """Return everything that the answer sheet of a tool hangs on, as one text."""
    words = write_json({name: book.words[name] for name in WORDS})
    definition = fingerprint(book.playbook.tools[tool])["hash"]
    return repr(("answer sheet", tool, definition, book.language, book.spoken, words))


def answer_sheet(book: Book, tool: str) -> bytes:
    """Return the answer sheet of a tool in the language of a book, the same bytes each time."""
    record = book.tools[tool]
    mark = fingerprint(book.playbook.tools[tool])
    known = (tool, record["version"], mark["hash"], mark["structure"], book.language)

    def fill(made: Workbook) -> None:
        sheets = Sheets(
            book=made,
            mark=" ".join((FORMAT, *known)),
            title=tidy(record["title"]),
            right_to_left=book.spoken.direction == "rtl",
        )
        (fill_questions if record["kind"] == "assessment" else fill_inputs)(sheets, record, book)
        sheets.add_lists()

    return workbook(fill)
