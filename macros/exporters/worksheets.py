"""The template of a module as a worksheet to fill in: CSV, Excel and Markdown."""

import csv
import io
from collections.abc import Callable, Mapping, Sequence

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from assessments.border.spreadsheets import harmless
from macros.exporters.workbooks import (
    CELL_LOOK,
    HEAD_LOOK,
    LONGEST_NAME,
    height_of,
    sheet_name,
    width_of,
    workbook,
    write_across,
)
from macros.plain_text import plain
from macros.values import Data

HEAD = 2
"""Row, from 0, with the names of the columns; above it stand the title and how to fill it in."""


def file_name(template: Data, extension: str, language: str, first: str) -> str:
    """Return the name of a file; one folder can hold the same worksheet in several languages."""
    suffix = "" if language == first else f"-{language}"
    return f"{template['id']}{suffix}.{extension}"


def filled_in(template: Data) -> Data:
    """Return the filled-in copy of a template, in the same layout."""
    return {**template, **template["filled"], "id": f"{template['id']}-filled"}


def to_csv(template: Data, direction: str = "ltr") -> bytes:
    """Return a worksheet that opens in Excel with its Chinese text right: the table, no more."""
    del direction  # A table in text has its first column first, whichever way one reads.
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows(map(harmless, row) for row in _table(template))
    # Excel takes a file without this mark for one in the local code page.
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def to_markdown(template: Data) -> str:
    """Return a worksheet as a Markdown table under its instructions, to be copied from its page."""
    header, *rows = [[cell.replace("|", "\\|") for cell in row] for row in _table(template)]
    table = "\n".join([_row(header), _row(["---"] * len(header)), *map(_row, rows)])
    return f"**{plain(template['title'])}**\n\n{plain(template['purpose'])}\n\n{table}"


def to_xlsx(template: Data, direction: str = "ltr") -> bytes:
    """Return a workbook with one sheet, the same bytes for the same template."""

    def fill(book: Workbook) -> None:
        sheet = book.add_worksheet(sheet_name(template["title"]) or template["id"][:LONGEST_NAME])
        if direction == "rtl":
            sheet.right_to_left()
        _fill(sheet, template, _formats(book))

    return workbook(fill)


WORKSHEETS: Mapping[str, Callable[[Data, str], bytes]] = {
    "csv": to_csv,
    "xlsx": to_xlsx,
}
"""Extension of the file -> how it is made, for readers of one direction."""


def _table(template: Data) -> list[list[str]]:
    rows = [template["columns"], *template["rows"]]
    return [[plain(str(cell)) for cell in row] for row in rows]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _formats(book: Workbook) -> Mapping[str, Format]:
    return {
        "cell": book.add_format(CELL_LOOK),
        "title": book.add_format({**CELL_LOOK, "bold": True}),
        "head": book.add_format({**CELL_LOOK, **HEAD_LOOK}),
    }


def _fill(sheet: Worksheet, template: Data, formats: Mapping[str, Format]) -> None:
    table = _table(template)
    widths = [
        min(max(max(width_of(row[index]) for row in table) + 3, 14), 44)
        for index in range(len(table[0]))
    ]
    for index, width in enumerate(widths):
        sheet.set_column(index, index, width)
    _introduce(sheet, template, sum(widths), formats)
    for number, row in enumerate(table, start=HEAD):
        look = formats["head" if number == HEAD else "cell"]
        for index, text in enumerate(row):
            write = sheet.write_string if text else sheet.write_blank
            write(number, index, text, look)
    sheet.freeze_panes(HEAD + 1, 0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEAD)


def _introduce(sheet: Worksheet, template: Data, room: int, formats: Mapping[str, Format]) -> None:
    """Write the title and the instructions across the columns, above their names."""
    last = len(template["columns"]) - 1
    for number, (key, look) in enumerate({"title": "title", "purpose": "cell"}.items()):
        text = plain(template[key])
        sheet.set_row(number, height_of(text, room))
        write_across(sheet, number, (0, last), text, formats[look])
