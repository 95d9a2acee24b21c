"""A table as it stands in a file: a header, rows of text with their lines, and what was refused."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, islice, repeat

from assessments.border.problems import EngineError, Problem

MOST_COLUMNS = 1_000
LONGEST_LINE = 1_000_000
"""Characters of one line; a file without line breaks must not fill the memory."""
LONGEST_CELL = 131_072
"""Characters of one cell, as the csv module has it; Excel takes a quarter of that."""

FIRST_BLOCK, BLOCK = 20, 1_000
"""Rows that are looked at together."""

Cells = list[str]

Line = tuple[int, Cells | Problem]
"""A line of the file, from 1, with its cells or the reason why it has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table of a file; its rows are read once, while they are asked for."""

    header: tuple[str, ...]
    """What the file calls each column, without blanks around it."""
    header_line: int
    lines: Iterator[Line]
    """The rows below the header, as long as it; blank ones are left out."""
    about: Mapping[str, object] = field(default_factory=dict)
    """How it was read: encoding and separator, or sheet and sheets."""
    notices: tuple[Problem, ...] = ()
    """What the reader should know: formulas, macros, lines of another encoding."""


def refused(code: str, case: str = "", **values: object) -> EngineError:
    """Return the error of a whole file."""
    return EngineError([Problem(code, "", values, case)])


def header_of(lines: Iterator[Line]) -> tuple[int, tuple[str, ...]]:
    """Take lines up to the header, the first that is not blank; return its line and its names."""
    line, cells = next(lines, (0, None))
    if cells is None:
        raise refused("E_TABLE_EMPTY")
    if isinstance(cells, Problem):
        raise EngineError([cells])
    names = [cell.strip() for cell in cells]
    if not any(mark.isalnum() for name in names for mark in name):
        raise refused("E_TABLE_EMPTY")
    while names and not names[-1]:
        names.pop()
    if len(names) > MOST_COLUMNS:
        raise refused("E_TABLE_COLUMNS", found=len(names), limit=MOST_COLUMNS)
    return line, tuple(names)


def fitted(lines: Iterator[Line], columns: int) -> Iterator[Line]:
    """Return rows with as many cells as the header; a row with others is refused.

    Blank cells behind the last column are the rest of a format, not of an account.
    """
    return chain.from_iterable(_fitted(lines, columns))


def _fitted(lines: Iterator[Line], columns: int) -> Iterator[list[Line]]:
    """Yield them in blocks: the first is short, for whoever only looks."""
    for size in chain((FIRST_BLOCK,), repeat(BLOCK)):
        block = list(islice(lines, size))
        if not block:
            return
        fit = not any(isinstance(cells, Problem) or len(cells) != columns for _, cells in block)
        yield block if fit else [_fitted_line(*each, columns) for each in block]


def _fitted_line(line: int, cells: Cells | Problem, columns: int) -> Line:
    if isinstance(cells, Problem) or len(cells) == columns:
        return line, cells
    if len(cells) > columns and not any(cell.strip() for cell in cells[columns:]):
        return line, cells[:columns]
    counts = {"line": line, "found": len(cells), "expected": columns}
    return line, Problem("E_ROW_COLUMNS", f"lines[{line}]", counts)
