"""Lists of accounts as files: opened whatever their format, and written part by part."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Protocol

from assessments import EngineError
from assessments.border.problems import told_problem
from assessments.portfolio.exporting import Exporter
from assessments.portfolio.layout import Layout
from assessments.portfolio.lists import Part
from assessments.tables.csv_reading import read_csv
from assessments.tables.csv_writing import BYTE_ORDER_MARK, csv_lines
from assessments.tables.table import Table
from assessments.tables.xlsx_reading import is_workbook, read_xlsx
from assessments.tables.xlsx_writing import XlsxWriter

ERROR_COLUMNS = ("line", "column", "account", "cell", "code", "problem", "remedy")


class Output(Protocol):
    """A file of results that is being written."""

    def write(self, part: Part) -> None:
        """Add the accounts of a part."""

    def close(self) -> None:
        """End the file."""


def open_table(file: BinaryIO, *, sheet: str = "", separator: str = "") -> Table:
    """Return the table of a CSV file or a workbook; raise EngineError for what is neither."""
    if is_workbook(file):
        return read_xlsx(file, sheet)
    return read_csv(file, separator)


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


@contextmanager
def written(path: Path) -> Iterator[BinaryIO]:
    """Give a file beside a path, and put it in its place once everything is written.

    Whoever breaks off keeps the file that was there before.
    """
    beside = path.with_name(f".{path.name}.part")
    try:
        with beside.open("wb") as file:
            yield file
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


class ErrorFile:
    """Every problem of a list, one a line, for whoever mends the list; made with the first one."""

    def __init__(self, path: Path, layout: Layout, language: str) -> None:
        self.path = path
        self.count = 0
        self._layout, self._language = layout, language
        path.unlink(missing_ok=True)

    def write(self, part: Part) -> None:
        """Add the problems of a part."""
        rows = []
        for line, account, problem in part.problems(self._layout):
            said = told_problem(problem, self._language)
            values = problem.values
            cell = str(values.get("found", "")) if "column" in values else ""
            rows.append(
                (line, values.get("column", ""), account, cell.strip("“”"), problem.code,
                 said["message"], said["hint"])
            )  # fmt: skip
        if not rows:
            return
        begin = "" if self.count else BYTE_ORDER_MARK + csv_lines([ERROR_COLUMNS])
        self.count += len(rows)
        with self.path.open("ab") as file:
            file.write((begin + csv_lines(rows)).encode("utf-8", "replace"))


def sentences(refused: EngineError, language: str) -> Iterator[tuple[str, str]]:
    """Yield message and hint of each problem."""
    for problem in refused.as_data(language)["error"]["problems"]:  # type: ignore[index]
        yield problem["message"], problem["hint"]
