"""What the workbooks of the site have in common: the same bytes each time, texts stay texts."""

import io
from collections.abc import Callable
from datetime import UTC, datetime
from math import ceil

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from macros.plain_text import plain

BEGINNING = datetime(1980, 1, 1, tzinfo=UTC)
"""When every workbook says it was made: the same content gives the same bytes."""
HEAD_LOOK = {"bold": True, "font_color": "#FFFFFF", "bg_color": "#0B5C5E"}
"""How the names of columns look."""
CELL_LOOK = {"text_wrap": True, "valign": "top", "quote_prefix": True}
"""How a text looks; one in quotes stays a text even after somebody has edited its cell."""
LINE_HEIGHT = 15
"""Height of one line of text, in points."""
LONGEST_NAME = 31
"""Characters of a sheet's name."""
UNNAMEABLE = "[]:*?/\\'"


def workbook(fill: Callable[[Workbook], None]) -> bytes:
    """Return a workbook as somebody fills it, the same bytes for the same content."""
    content = io.BytesIO()
    # Text stays text, also where it begins with = or looks like a number or an address.
    as_text = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    book = Workbook(content, as_text)
    book.set_properties({"created": BEGINNING})
    fill(book)
    book.close()
    return content.getvalue()


def sheet_name(title: str) -> str:
    """Return a title as the name of a sheet; empty where nothing of it can be one."""
    name = "".join(c for c in plain(title) if c not in UNNAMEABLE).strip()[:LONGEST_NAME]
    # Excel counts a character beyond the first plane, such as a picture of a person, twice.
    while len(name.encode("utf-16-le")) > 2 * LONGEST_NAME:
        name = name[:-1]
    # Excel keeps this name for itself.
    return "" if name.lower() == "history" else name


def write_across(
    sheet: Worksheet, row: int, columns: tuple[int, int], text: str, look: object
) -> None:
    """Write a text across the columns from the first to the last."""
    first, last = columns
    if last > first:
        sheet.merge_range(row, first, row, last, "", look)
    sheet.write_string(row, first, text, look)


def height_of(text: str, room: float) -> int:
    """Return the height of a text in a merged cell, which does not grow with its text."""
    return LINE_HEIGHT * sum(ceil(1.1 * width_of(line) / room) or 1 for line in text.split("\n"))


def width_of(text: str) -> int:
    """Return how many Latin letters are as wide as a text: two for each Chinese character."""
    return len(text.encode("gb18030"))
