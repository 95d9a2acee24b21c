"""The template of a module as a worksheet to fill in: CSV, Excel and Markdown."""

import csv
import io
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from math import ceil

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from macros.texts import plain
from macros.values import Data

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so could run as a formula where the file is opened."""

BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file can name."""

# The library writes when it saved, whatever it is told.
MOMENT = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


HEAD = 3
"""Row of a sheet with the names of the columns; above it stand its title and how to fill it in."""

LINE_HEIGHT = 15
"""Height of one line of text, in points."""


def file_name(template: Data, extension: str, language: str, first: str) -> str:
    """Return the name of a file; one folder can hold the same worksheet in several languages."""
    suffix = "" if language == first else f"-{language}"
    return f"{template['id']}{suffix}.{extension}"


def to_csv(template: Data) -> bytes:
    """Return a worksheet that opens in Excel with its Chinese text right: the table, no more."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows(_harmless(row) for row in _table(template))
    # Excel takes a file without this mark for one in the local code page.
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def to_markdown(template: Data) -> str:
    """Return a worksheet as a Markdown table under its instructions, to be copied from its page."""
    header, *rows = [[cell.replace("|", "\\|") for cell in row] for row in _table(template)]
    table = "\n".join([_row(header), _row(["---"] * len(header)), *map(_row, rows)])
    return f"**{plain(template['title'])}**\n\n{plain(template['purpose'])}\n\n{table}"


def to_xlsx(template: Data) -> bytes:
    """Return a workbook with one sheet, the same bytes for the same template."""
    book = Workbook()
    sheet = book.active
    if not isinstance(sheet, Worksheet):
        raise TypeError("a new workbook has no sheet")
    _fill(sheet, template)
    book.properties.creator = ""
    content = io.BytesIO()
    book.save(content)
    return _timeless(content.getvalue())


WORKSHEETS: Mapping[str, Callable[[Data], bytes]] = {
    "csv": to_csv,
    "xlsx": to_xlsx,
}
"""Extension of the file -> how it is made."""


def _table(template: Data) -> list[list[str]]:
    rows = [template["columns"], *template["rows"]]
    return [[plain(str(cell)) for cell in row] for row in rows]


def _harmless(row: Sequence[str]) -> list[str]:
    return [f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell for cell in row]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _fill(sheet: Worksheet, template: Data) -> None:
    table = _table(template)
    # A sheet's name has 31 characters at most and none of these.
    name = "".join(c for c in plain(template["title"]) if c not in "[]:*?/\\'")
    sheet.title = name[:31]
    for number, row in enumerate(table, start=HEAD):
        for index, text in enumerate(row, start=1):
            _write(sheet.cell(row=number, column=index), text)
    for index in range(1, len(table[0]) + 1):
        head = sheet.cell(row=HEAD, column=index)
        head.font = Font(bold=True, color="FFFFFF")
        head.fill = PatternFill("solid", fgColor="0B5C5E")
        longest = max(_width(row[index - 1]) for row in table)
        sheet.column_dimensions[get_column_letter(index)].width = min(max(longest + 3, 14), 44)
    _introduce(sheet, template, len(table[0]))
    sheet.freeze_panes = f"A{HEAD + 1}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    # Without this mark the two lines before it are not heeded.
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{HEAD}:{HEAD}"


def _introduce(sheet: Worksheet, template: Data, columns: int) -> None:
    """Write the title and the instructions across the columns, above their names."""
    letters = [get_column_letter(index) for index in range(1, columns + 1)]
    room = sum(sheet.column_dimensions[letter].width for letter in letters)
    for number, text in enumerate((template["title"], template["purpose"]), start=1):
        _write(sheet.cell(row=number, column=1), plain(text))
        sheet.merge_cells(start_row=number, end_row=number, start_column=1, end_column=columns)
        # A merged row does not grow with its text.
        sheet.row_dimensions[number].height = LINE_HEIGHT * ceil(1.1 * _width(plain(text)) / room)
    sheet["A1"].font = Font(bold=True)


def _width(text: str) -> int:
    """Return how many Latin letters are as wide as a text: two for each Chinese character."""
    return len(text.encode("gb18030"))


def _write(cell: object, text: str) -> None:
    if not isinstance(cell, Cell):
        raise TypeError("a worksheet has merged cells")
    cell.value = text or None
    # Text stays text, also where it begins with =.
    cell.data_type = "s" if text else cell.data_type
    cell.alignment = Alignment(wrap_text=True, vertical="top")


def _timeless(content: bytes) -> bytes:
    """Return a workbook with the moment of its making taken out."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(result, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, date_time=BEGINNING)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, MOMENT.sub(b"1980-01-01T00:00:00Z", old.read(name)))
    return result.getvalue()
