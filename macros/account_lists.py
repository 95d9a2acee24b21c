"""Lists of accounts as files of this machine: put in their place once everything is written."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from assessments import EngineError
from assessments.portfolio.exporting import Exporter
from assessments.portfolio.files import ERROR_COLUMNS, OUTPUTS, Output, error_rows, first_lines
from assessments.portfolio.layout import Layout
from assessments.portfolio.lists import Part
from assessments.tables.csv_writing import csv_lines

PARQUET = ".parquet"
"""Needs a database, which only the command line has."""
ENDINGS = (*OUTPUTS, PARQUET)


@contextmanager
def output_to(file: BinaryIO, path: Path, exporter: Exporter) -> Iterator[Output]:
    """Give what takes the parts of a list as the name of a path says, and end it.

    Raises ModuleNotFoundError for Parquet where DuckDB is not installed.
    """
    ending = path.suffix.lower()
    if ending == PARQUET:
        with scratch(path) as folder:
            write = import_module("macros.long_lists.parquet").parquet_output
            with write(file, exporter, folder) as output:
                yield output
        return
    output = OUTPUTS[ending](file, exporter)
    yield output
    output.close()


@contextmanager
def scratch(path: Path) -> Iterator[Path]:
    """Give a folder beside a path, on the same disk, that is gone afterwards."""
    with TemporaryDirectory(prefix=f".{path.name}.", dir=path.parent) as folder:
        yield Path(folder)


class ErrorFile:
    """Every problem of a list, one a line, for whoever mends the list; made with the first one."""

    def __init__(self, path: Path, layout: Layout, language: str) -> None:
        self.path = path
        self.count = 0
        self._layout, self._language = layout, language
        path.unlink(missing_ok=True)

    def write(self, part: Part) -> None:
        """Add the problems of a part."""
        rows = list(error_rows(part, self._layout, self._language))
        if not rows:
            return
        begin = "" if self.count else first_lines(ERROR_COLUMNS)
        self.count += len(rows)
        with self.path.open("ab") as file:
            file.write((begin + csv_lines(rows)).encode("utf-8", "replace"))


def sentences(refused: EngineError, language: str) -> Iterator[tuple[str, str]]:
    """Yield message and hint of each problem."""
    for problem in refused.as_data(language)["error"]["problems"]:  # type: ignore[index]
        yield problem["message"], problem["hint"]
