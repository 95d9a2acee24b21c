"""The template of a module as a worksheet to fill in: CSV, Excel and Markdown."""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from math import ceil

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from assessments.border.spreadsheets import harmless
from macros.plain_text import plain
from macros.values import Data

BEGINNING = datetime(1980, 1, 1, tzinfo=UTC)
"""When every workbook says it was made: the same template gives the same bytes."""

HEAD = 2
"""Row, from 0, with the names of the columns; above it stand the title and how to fill it in."""

LINE_HEIGHT = 15
"""Height of one line of text, in points."""


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
    content = io.BytesIO()
    # Text stays text, also where it begins with = or looks like a number or an address.
    as_text = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    book = Workbook(content, as_text)
    book.set_properties({"created": BEGINNING})
    sheet = book.add_worksheet(_sheet_name(template))
    if direction == "rtl":
        sheet.right_to_left()
    _fill(sheet, template, _formats(book))
    book.close()
    return content.getvalue()


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


def _sheet_name(template: Data) -> str:
    """Return a title as the name of a sheet: 31 characters at most, and none of these."""
    name = "".join(c for c in plain(template["title"]) if c not in "[]:*?/\\'").strip()[:31]
    # Excel counts a character beyond the first plane, such as a picture of a person, twice.
    while len(name.encode("utf-16-le")) > 2 * 31:
        name = name[:-1]
    # Excel keeps this name for itself.
    return name if name and name.lower() != "history" else str(template["id"])[:31]


def _formats(book: Workbook) -> Mapping[str, Format]:
    # A text in quotes stays one even after somebody has edited its cell.
    cell = {"text_wrap": True, "valign": "top", "quote_prefix": True}
    head = {"bold": True, "font_color": "#FFFFFF", "bg_color": "#0B5C5E"}
    return {
        "cell": book.add_format(cell),
        "title": book.add_format({**cell, "bold": True}),
        "head": book.add_format({**cell, **head}),
    }


def _fill(sheet: Worksheet, template: Data, formats: Mapping[str, Format]) -> None:
    table = _table(template)
    widths = [
        min(max(max(_width(row[index]) for row in table) + 3, 14), 44)
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
        # A merged row does not grow with its text.
        sheet.set_row(number, LINE_HEIGHT * ceil(1.1 * _width(text) / room))
        if last:
            sheet.merge_range(number, 0, number, last, "", formats[look])
        sheet.write_string(number, 0, text, formats[look])


def _width(text: str) -> int:
    """Return how many Latin letters are as wide as a text: two for each Chinese character."""
    return len(text.encode("gb18030"))
