"""The sheet of a questionnaire: a question in each row, its four answers written beside it."""

from macros.exporters.sheet_canvas import Canvas, Column, Sheets, tidy
from macros.exporters.sheet_cells import TEXT, chosen_from, day
from macros.exporters.workbooks import sheet_name
from macros.values import Data
from macros.views import Book

HIGHEST = 3
COLUMNS = (
    Column(width=5),
    Column(width=36),
    Column(width=18, key="about"),
    *(Column(width=18) for _ in range(HIGHEST)),
    Column(width=11, key="="),
    Column(width=24, key="note more"),
)
ANSWER = 7
"""The column of the answers."""


def fill_questions(sheets: Sheets, tool: Data, book: Book) -> None:
    """Make the one sheet of a questionnaire."""
    words = book.words["sheet"]
    canvas = sheets.add(sheet_name(words["tab"]), COLUMNS)
    canvas.across(tidy(tool["title"]), "title")
    canvas.across(tidy(words["how"]), "text")
    _about(canvas, tool, book)
    canvas.row += 1
    _head(canvas, book)
    number = 0
    for dimension in tool["dimensions"]:
        canvas.across(tidy(dimension["title"]), "section")
        for question in dimension["questions"]:
            number += 1
            _question(canvas, question, number, book)
    if tool.get("flags"):
        _flags(canvas, tool["flags"], book)
    canvas.across(sheets.mark.replace(" ", " · "), "small")


def _about(canvas: Canvas, tool: Data, book: Book) -> None:
    """Write the cells for whom it is about, who answers, when and on what occasion."""
    words, results = book.words["sheet"], book.words["results"]
    occasions = chosen_from([str(each) for each in results["occasions"].values()], only=False)
    rows = (
        (
            book.words["subject_labels"][tool["subject"]],
            "#subject",
            words["day"],
            "#day",
            day(book),
        ),
        (results["respondent"], "#respondent", results["occasion"], "#occasion", occasions),
    )
    for label, key, other_label, other_key, cell in rows:
        canvas.line(
            [None, (label, "label"), None, None, None, None, (other_label, "label"), cell],
            key=f"{key} {other_key}",
        )
        canvas.row -= 1
        canvas.spread(3, 4, TEXT)
        canvas.row += 1


def _head(canvas: Canvas, book: Book) -> None:
    words = book.words["tool"]
    canvas.head(
        [
            ("", "head"),
            (words["question"], "head"),
            *((str(value), "head-centre") for value in range(HIGHEST + 1)),
            (words["answer"], "head-centre"),
            (book.words["sheet"]["note"], "head"),
        ]
    )


def _question(canvas: Canvas, question: Data, number: int, book: Book) -> None:
    words = book.words["tool"]
    more = [tidy(question["help"])] if "help" in question else []
    if "evidence" in question:
        evidence = tidy(question["evidence"])
        more.append(f"{words['evidence']}{book.words['units']['colon']}{evidence}")
    choices = [*(str(value) for value in range(HIGHEST + 1)), words["na_short"]]
    canvas.line(
        [
            (str(number), "cell"),
            (tidy(question["text"]), "cell", "\n".join(more)),
            *((tidy(anchor), "hint") for anchor in question["anchors"]),
            chosen_from(choices),
            TEXT,
        ],
        key=f"answers[{question['id']}]",
    )


def _flags(canvas: Canvas, flags: list[Data], book: Book) -> None:
    words = book.words["tool"]
    canvas.across(f"{words['flags']}{book.words['units']['stop']}{words['flags_text']}", "section")
    for flag in flags:
        canvas.sheet.merge_range(
            canvas.row, 2, canvas.row, ANSWER - 1, "", canvas.sheets.look("cell")
        )
        canvas.line(
            [("", "cell"), (tidy(flag["label"]), "cell"), *[None] * 4, chosen_from([words["yes"]])],
            key=f"flags={flag['id']}",
        )
