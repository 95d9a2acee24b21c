"""Open a table whatever the format of its file."""

from typing import BinaryIO

from assessments.tables.csv_reading import read_csv
from assessments.tables.table import Table
from assessments.tables.xlsx_reading import is_workbook, read_xlsx


def open_table(file: BinaryIO, *, sheet: str = "", separator: str = "") -> Table:
    """Return the table of a CSV file or a workbook; raise EngineError for what is neither."""
    if is_workbook(file):
        return read_xlsx(file, sheet)
    return read_csv(file, separator)
