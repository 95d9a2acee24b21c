"""From a file to a table of its cells, each row with its line: the first step with a long list.

A plain CSV file is read by the database itself. What it would read otherwise than the other engine
(another encoding, a broken row, a blank line, a cell of several lines) is read by Python, which
writes the rows down for it.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assessments.border.problems import Problem
from assessments.portfolio.layout import Layout
from assessments.tables.table import Table
from macros.long_lists.database import Database, DatabaseError, csv_source, name, text
from macros.long_lists.marks import is_blank

RAW = "raw"
"""The table: line, and of each column that is needed c<place>; no cell is NULL."""
UTF8 = ("utf-8", "utf-8-sig")
PIECE = 1 << 20
LONGEST = 100_000
"""Bytes of a row; Python refuses a cell of more than 131,072 characters."""
UNEVEN = re.compile(rb'\0|[ \t]"|"[ \t]')
"""What the two readers take differently: a blank beside a quotation mark, a zero."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A list as it was opened."""

    path: Path
    table: Table
    places: tuple[int, ...]
    """Columns that are needed."""


def needed(layout: Layout, keep: Sequence[str]) -> tuple[int, ...]:
    """Return the places of the columns that are read, in their order."""
    answers = [each.column for each in layout.answers.values()]
    kept = [layout.header.index(each) for each in keep]
    return tuple(sorted({layout.account, *answers, *layout.facts.values(), *kept}))


def parquet_table(rows: Database, path: Path) -> Table:
    """Return the table of a Parquet file with its header alone: the database reads the rows.

    Raises DatabaseError where it is no Parquet file.
    """
    header = [str(each[0]) for each in rows.rows(f"DESCRIBE FROM read_parquet({text(path)})")]
    return Table(header=tuple(header), header_line=0, lines=iter(()), about={"kind": "parquet"})


def fill(rows: Database, source: Source, folder: Path) -> list[tuple[int, Problem]]:
    """Make the table, and return the rows that are broken, each with its line."""
    about = source.table.about
    if about.get("kind") == "parquet":
        shown = [name(each) for each in source.table.header]
        _make(rows, source, f"read_parquet({text(source.path)})", shown)
        return []
    if about.get("kind") == "csv" and about.get("encoding") in UTF8 and _direct(rows, source):
        return []
    broken: list[tuple[int, Problem]] = []
    waiting = folder / "cells.csv"
    with waiting.open("w", encoding="utf-8", errors="replace", newline="") as file:
        good = _good(source.table.lines, broken)
        csv.writer(file, quoting=csv.QUOTE_ALL).writerows([line, *cells] for line, cells in good)
    names = [f"c{place}" for place in range(len(source.table.header))]
    kinds = {"line": "BIGINT", **dict.fromkeys(names, "VARCHAR")}
    # Written in one piece: cells of several lines cannot be found from the middle of a file.
    options = {"header": "false", "delim": "','", "parallel": "false"}
    rows.run(f"CREATE TABLE {RAW} AS SELECT line, {_columns(source)} "
             f"FROM {csv_source(waiting, kinds, options)}")  # fmt: skip
    waiting.unlink()
    return broken


def _good(
    lines: Iterable[tuple[int, list[str] | Problem]], broken: list[tuple[int, Problem]]
) -> Iterator[tuple[int, list[str]]]:
    for line, cells in lines:
        if isinstance(cells, Problem):
            broken.append((line, cells))
        else:
            yield line, cells


def _columns(source: Source, names: Sequence[str] = ()) -> str:
    shown = names or [f"c{place}" for place in range(len(source.table.header))]
    return ", ".join(
        f"coalesce(CAST({shown[place]} AS VARCHAR), '') AS c{place}" for place in source.places
    )


def _direct(rows: Database, source: Source) -> bool:
    """Let the database read the file; False where it would not read the same."""
    lines, plain = _lines_of(source.path)
    if not plain:
        return False
    table = source.table
    names = [f"c{place}" for place in range(len(table.header))]
    options = {
        "header": "false",
        "skip": str(table.header_line),
        "delim": text(table.about["separator"]),
        "max_line_size": str(LONGEST),
    }
    read = csv_source(source.path, dict.fromkeys(names, "VARCHAR"), options)
    try:
        _make(rows, source, read, names)
        same = rows.number(f"SELECT max(line) FROM {RAW}") == lines
    except DatabaseError:
        return False
    if not same:
        rows.run(f"DROP TABLE {RAW}")
    return same


def _make(rows: Database, source: Source, read: str, names: Sequence[str]) -> None:
    """Make the table of the rows that are not blank; a line is the place of its row."""
    blank = " AND ".join(
        is_blank(f"coalesce(CAST({each} AS VARCHAR), '')")
        for each in sorted(names, key=lambda each: each != names[source.places[0]])
    )
    numbered = f"SELECT row_number() OVER () + {source.table.header_line} AS line, * FROM {read}"
    rows.run(
        f"CREATE TABLE {RAW} AS SELECT line, {_columns(source, names)} "
        f"FROM ({numbered}) WHERE NOT ({blank})"
    )


def _lines_of(path: Path) -> tuple[int, bool]:
    """Return how many lines a file has, and whether it is plain."""
    lines = returns = pairs = 0
    end = b"\n"
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            if UNEVEN.search(piece) or (end + piece[:1]) in (b' "', b'" ', b'\t"', b'"\t'):
                return 0, False
            lines += piece.count(b"\n")
            returns += piece.count(b"\r")
            pairs += piece.count(b"\r\n") + ((end + piece[:1]) == b"\r\n")
            end = piece[-1:]
    plain = returns == pairs and returns in (0, lines)
    return lines + (end != b"\n"), plain
