"""Lists of accounts as files of this machine: put in their place once everything is written."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from assessments import EngineError
from assessments.portfolio.files import ERROR_COLUMNS, error_rows, first_lines
from assessments.portfolio.layout import Layout
from assessments.portfolio.lists import Part
from assessments.tables.csv_writing import csv_lines


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
