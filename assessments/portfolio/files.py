"""A scored list as files: CSV or a workbook written part by part, its problems, an empty list."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import BinaryIO, Protocol

from assessments.border.problems import told_problem
from assessments.portfolio.exporting import Exporter
from assessments.portfolio.layout import Layout
from assessments.portfolio.lists import Part
from assessments.tables.csv_writing import BYTE_ORDER_MARK, csv_lines
from assessments.tables.xlsx_writing import XlsxWriter

ERROR_COLUMNS = ("line", "column", "account", "cell", "code", "problem", "remedy")


class Output(Protocol):
    """A file of results that is being written."""

    def write(self, part: Part) -> None:
        """Add the accounts of a part."""

    def close(self) -> None:
        """End the file."""


class CsvOutput:
    """Results as CSV."""

    def __init__(self, file: BinaryIO, exporter: Exporter) -> None:
        self._file, self._exporter = file, exporter
        file.write((BYTE_ORDER_MARK + csv_lines([exporter.header])).encode())

    def write(self, part: Part) -> None:
        """Add the accounts of a part."""
        self._file.write(self._exporter.csv(part).encode("utf-8", "replace"))

    def close(self) -> None:
        """End the file."""


class XlsxOutput:
    """Results as an Excel workbook."""

    def __init__(self, file: BinaryIO, exporter: Exporter) -> None:
        self._writer, self._exporter = XlsxWriter(file, exporter.header), exporter

    def write(self, part: Part) -> None:
        """Add the accounts of a part."""
        self._writer.write(self._exporter.rows(part))

    def close(self) -> None:
        """End the file."""
        self._writer.close()


OUTPUTS: Mapping[str, Callable[[BinaryIO, Exporter], Output]] = {
    ".csv": CsvOutput,
    ".xlsx": XlsxOutput,
}
"""End of a file's name -> how results are written to it."""


def error_rows(part: Part, layout: Layout, language: str) -> Iterator[tuple[object, ...]]:
    """Yield every problem of a part as a row under ERROR_COLUMNS."""
    for line, account, problem in part.problems(layout):
        said = told_problem(problem, language)
        values = problem.values
        cell = str(values.get("found", "")) if "column" in values else ""
        yield (
            line, values.get("column", ""), account, cell.strip("“”"), problem.code,
            said["message"], said["hint"],
        )  # fmt: skip


def first_lines(header: Sequence[str]) -> str:
    """Return the beginning of a CSV file."""
    return BYTE_ORDER_MARK + csv_lines([header])
