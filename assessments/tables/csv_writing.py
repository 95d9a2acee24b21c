"""Write rows as CSV that every spreadsheet reads alike, and that can be read here again."""

import csv
from collections.abc import Iterable, Sequence
from decimal import Decimal
from io import StringIO

from assessments.border.spreadsheets import harmless

BYTE_ORDER_MARK = "\ufeff"
"""Tells a spreadsheet that the file is UTF-8; it stands once, at the beginning."""
LINE_END = "\r\n"


def cell_text(value: object) -> str:
    """Return a value as a cell holds it: a text that could run as a formula gets an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, Decimal)):
        return str(value)
    return harmless(str(value))


def csv_line(values: Iterable[object]) -> str:
    """Return one row without the end of its line."""
    return csv_lines([[*values]]).removesuffix(LINE_END)


def csv_lines(rows: Iterable[Sequence[object]]) -> str:
    """Return rows, each with the end of its line."""
    text = StringIO()
    writer = csv.writer(text, lineterminator=LINE_END)
    writer.writerows([cell_text(value) for value in row] for row in rows)
    return text.getvalue()
