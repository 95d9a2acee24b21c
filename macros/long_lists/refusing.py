"""Which rows are not right: found by the database, told by the code that tells of every list."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from heapq import merge
from pathlib import Path

from assessments.border.problems import Problem
from assessments.portfolio.lists import SPREADSHEET_ERRORS, List, Part, one_id
from assessments.tables.decoding import UNREADABLE
from assessments.tables.table import Line
from assessments.tables.xlsx_cells import UNCOUNTED
from macros.long_lists.cells import UNREAD
from macros.long_lists.database import Database, csv_source, text
from macros.long_lists.marks import BLANKS, common_id, is_blank, is_common
from macros.long_lists.reading import RAW, Source

SPOILT = f"[{BLANKS}]*({'|'.join(map(re.escape, sorted(SPREADSHEET_ERRORS)))})[{BLANKS}]*"
DOUBTFUL = "doubtful"
"""The table of rows that somebody has to look at, in the order of their lines."""


def find_doubtful(rows: Database, source: Source, account: str, codes: Sequence[str],
                  folder: Path) -> None:  # fmt: skip
    """Make the table of rows without an id, with one that stands twice, or with a wrong cell."""
    _write_others(rows, account, folder)
    key = f"hash({common_id(account)})"
    rows.run(
        f"CREATE TABLE twice AS SELECT key FROM (SELECT {key} AS key FROM {RAW} "
        f"WHERE {is_common(account)} UNION ALL SELECT hash(id) FROM others) "
        "GROUP BY key HAVING count(*) > 1"
    )
    wrong = [
        f"{is_blank(account)}",
        f"contains({account}, {text(UNREADABLE)})",
        f"{account} = {text(UNCOUNTED)}",
        f"regexp_full_match(upper({account}), {text(SPOILT)})",
        *(f"{code} = '{UNREAD}'" for code in codes if UNREAD in code),
    ]
    if rows.number("SELECT count(*) FROM twice"):
        wrong.append(f"{key} IN (SELECT key FROM twice)")
        wrong.append("line IN (SELECT line FROM others WHERE hash(id) IN (SELECT key FROM twice))")
    cells = ", ".join(f"c{place}" for place in source.places)
    rows.run(
        f"CREATE TABLE {DOUBTFUL} AS SELECT line, {cells} FROM {RAW} "
        f"WHERE {' OR '.join(wrong)} ORDER BY line"
    )


def _write_others(rows: Database, account: str, folder: Path) -> None:
    """Make the table of ids that only Python can compare: of rare marks and scripts."""
    file = folder / "others.csv"
    with file.open("w", encoding="utf-8", errors="replace", newline="") as out:
        found = rows.rows(f"SELECT line, {account} FROM {RAW} WHERE NOT {is_common(account)}")
        csv.writer(out, quoting=csv.QUOTE_ALL).writerows(
            (line, one_id(str(each))) for line, each in found
        )
    kinds = {"line": "BIGINT", "id": "VARCHAR"}
    options = {"header": "false", "delim": "','"}
    rows.run(f"CREATE TABLE others AS FROM {csv_source(file, kinds, options)}")


def looked_at(
    rows: Database, source: Source, accounts: List, broken: Sequence[tuple[int, Problem]]
) -> Iterator[Part]:
    """Yield the doubtful rows as parts of a list, with every problem; nothing where none is."""
    if not broken and not rows.number(f"SELECT count(*) FROM {DOUBTFUL}"):
        return
    lines = merge(broken, _lines(rows, source), key=lambda each: each[0])
    yield from replace(accounts, table=replace(source.table, lines=iter(lines))).parts()


def _lines(rows: Database, source: Source) -> Iterator[Line]:
    width = len(source.table.header)
    for line, *found in rows.rows(f"FROM {DOUBTFUL} ORDER BY line"):
        cells = [""] * width
        for place, cell in zip(source.places, found, strict=True):
            cells[place] = str(cell)
        yield int(str(line)), cells


def remove(rows: Database, lines: Path) -> None:
    """Take the rows away whose lines a file lists."""
    read = csv_source(lines, {"line": "BIGINT"}, {"header": "false", "delim": "','"})
    rows.run(f"DELETE FROM {RAW} WHERE line IN (SELECT line FROM {read})")
