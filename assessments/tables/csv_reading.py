"""Read a CSV file row by row: the separator is found, line breaks may stand in quotes.

A row that is broken is refused with its line, and reading goes on with the next line: a quotation
mark that is never closed must not swallow the accounts below it.
"""

import csv
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import BinaryIO

from assessments.border.problems import Problem
from assessments.tables.decoding import MIXED, encoding_of, text_lines
from assessments.tables.table import (
    LONGEST_CELL,
    LONGEST_LINE,
    Cells,
    Line,
    Table,
    fitted,
    header_of,
    refused,
)

SEPARATORS = (",", ";", "\t", "|")
SAMPLE = 30
"""Lines from which the separator is guessed."""
BLOCK = 1_000
"""Lines that are split into cells at once."""
NAMED = "sep="
"""A first line sep=; names the separator, as Excel reads and writes it."""


def read_csv(file: BinaryIO, separator: str = "", encoding: str = "") -> Table:
    """Return the table of a CSV file; separator and encoding are guessed where none is given.

    Raises EngineError for a file that is empty, or has no text in it.
    """
    encoding = encoding or encoding_of(file)
    lines = text_lines(file, encoding)
    sample = list(islice(lines, SAMPLE))
    if any("\0" in line for line in sample if len(line) <= LONGEST_LINE):
        raise refused("E_TABLE_ENCODING")
    skipped = 0
    if sample and sample[0].lower().startswith(NAMED) and len(sample[0].strip()) == len(NAMED) + 1:
        separator, skipped = separator or sample.pop(0).strip()[-1], 1
    separator = separator or guessed_separator(sample)
    rows = _Rows(chain(sample, lines), separator, skipped).read()
    line, header = header_of(rows)
    return Table(
        header=header,
        header_line=line,
        lines=fitted(rows, len(header)),
        about={"kind": "csv", "encoding": encoding, "separator": separator},
        notices=(Problem("E_TABLE_ENCODING", "", {}, "mixed"),) if encoding == MIXED else (),
    )


def guessed_separator(lines: Sequence[str]) -> str:
    """Return the mark that parts the first rows most evenly; then the one that parts them most."""
    # A long cell, which the csv module refuses, must not hide what the other lines tell.
    short = [line for line in lines if len(line) <= LONGEST_CELL] or lines
    return max(SEPARATORS, key=lambda mark: _evenness(short, mark))


def _evenness(lines: Sequence[str], mark: str) -> tuple[int, int]:
    rows = csv.reader(lines, delimiter=mark)
    try:
        counts = [len(row) for row in rows if any(row)]
    except csv.Error:
        return 0, 0
    first = counts[0] if counts else 0
    return (counts.count(first), first) if first > 1 else (0, 0)


class _LineError(csv.Error):
    """A line is too long to be split."""


class _Rows:
    """Splits lines into rows of cells; on a broken row it begins anew one line below."""

    def __init__(self, lines: Iterable[str], separator: str, skipped: int) -> None:
        self._lines = iter(lines)
        self._again: deque[str] = deque()
        """Lines that were taken, and are to be read row by row."""
        self._row: list[str] = []
        """Lines of the row that is being read."""
        self._number = skipped
        """Line on which that row ends."""
        self._separator = separator

    def read(self) -> Iterator[Line]:
        """Yield each row that is not blank with the line on which it begins."""
        return chain.from_iterable(self._blocks())

    def _blocks(self) -> Iterator[Iterable[Line]]:
        """Yield rows by the block: where no quotation mark stands, each line is a row."""
        while lines := list(islice(self._lines, BLOCK)):
            is_plain = max(map(len, lines)) <= LONGEST_LINE and not any(map(_is_quoted, lines))
            try:
                rows = list(self._reader(lines)) if is_plain else None
            except csv.Error:
                rows = None
            if rows is None or len(rows) != len(lines):
                self._again.extend(lines)
                yield from self._row_by_row()
                continue
            numbered = enumerate(rows, self._number + 1)
            self._number += len(lines)
            yield [(line, cells) for line, cells in numbered if _says_something(cells)]

    def _row_by_row(self) -> Iterator[list[Line]]:
        """Yield rows that may go over several lines, until no line that was taken is left."""
        while self._again:
            try:
                for cells in self._reader(self._next_lines()):
                    line = self._number - len(self._row) + 1
                    self._row.clear()
                    if _says_something(cells):
                        yield [(line, cells)]
                    if not self._again:
                        return
            except csv.Error as error:
                yield [self._broken(error)]

    def _next_lines(self) -> Iterator[str]:
        while True:
            if not self._again:
                self._again.extend(islice(self._lines, BLOCK))
            if not self._again:
                return
            line = self._again.popleft()
            self._row.append(line)
            self._number += 1
            if len(line) > LONGEST_LINE:
                raise _LineError
            yield line

    def _reader(self, lines: Iterable[str]) -> Iterator[Cells]:
        return csv.reader(lines, delimiter=self._separator, strict=True)

    def _broken(self, error: csv.Error) -> Line:
        """Return the problem of the first line of a row, and put the others back."""
        line = self._number - len(self._row) + 1
        is_long = isinstance(error, _LineError) and len(self._row) == 1
        self._again.extendleft(reversed(self._row[1:]))
        self._number, self._row = line, []
        # The csv module has one exception for both, and names the limit where one is broken.
        code = "E_CSV_CELL" if str(LONGEST_CELL) in str(error) else "E_ROW_QUOTE"
        limit = LONGEST_LINE if is_long else LONGEST_CELL
        values = {"line": line, "limit": limit}
        return line, Problem("E_TABLE_LINE" if is_long else code, f"lines[{line}]", values)


def _is_quoted(line: str) -> bool:
    return '"' in line


def _says_something(cells: Cells) -> bool:
    return bool(cells and (cells[0].strip() or "".join(cells).strip()))
