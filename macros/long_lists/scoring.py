"""Score a long list in the database: read, look at what is not right, run the statement, write."""

import shutil
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from assessments.portfolio.exporting import ACCOUNT, Exporter
from assessments.portfolio.lists import List, Part
from assessments.tables.csv_writing import BYTE_ORDER_MARK, csv_lines
from assessments.tables.table import refused as refused_file
from macros.long_lists.cells import codes
from macros.long_lists.database import Database, DatabaseError, database, name, text
from macros.long_lists.marks import csv_cell
from macros.long_lists.parquet import WRITTEN, typed_names
from macros.long_lists.reading import RAW, Source, fill, needed, parquet_table
from macros.long_lists.refusing import find_doubtful, looked_at, remove
from macros.long_lists.results import CELL, also, left_out, listed, selected
from macros.sql.statement import SqlError, statement

SCORED = "scored.parquet"

__all__ = ["DatabaseError", "LongList", "SqlError", "database", "parquet_table"]
"""What the command needs of this room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LongList:
    """A long list, and where it is scored."""

    rows: Database
    folder: Path
    """Of the database; what is made on the way stands there, too."""
    path: Path
    accounts: List
    keep: Sequence[str]

    def score(self, note: Callable[[Part], None], say: Callable[[str], None]) -> Counter[str]:
        """Score the list into a file of the folder, and return how many accounts each band has.

        *note* gets the rows that are not right, *say* hears how far it is. Raises EngineError for
        a list without any row, and SqlError where the tool cannot be written as a statement.
        """
        layout, batch = self.accounts.layout, self.accounts.batch
        source = Source(path=self.path, table=self.accounts.table, places=needed(layout, self.keep))
        say("reading")
        broken = fill(self.rows, source, self.folder)
        if not broken and not self.rows.number(f"SELECT count(*) FROM {RAW}"):
            raise refused_file("E_TABLE_ROWS")
        say("looking for what is not right")
        cells, account = codes(self.rows, batch, layout), f"c{layout.account}"
        find_doubtful(self.rows, source, account, list(cells.values()), self.folder)
        refused = self.folder / "refused.csv"
        with refused.open("w", encoding="ascii") as file:
            for part in looked_at(self.rows, source, self.accounts, broken):
                note(part)
                file.writelines(f"{line}\n" for line, _, _ in part.refused)
        if refused.stat().st_size:
            remove(self.rows, refused)
        say("scoring")
        self._run(cells)
        return self._bands()

    def _run(self, cells: dict[str, str]) -> None:
        """Run the statement over a view of the cells, and write what it gives."""
        layout, batch = self.accounts.layout, self.accounts.batch
        read = {**{f"{CELL}{each}": value for each, value in cells.items()}, **cells}
        kept = [f"c{layout.header.index(each)}" for each in self.keep]
        repeated = [ACCOUNT, *dict.fromkeys(kept), *(each for each in read if each not in cells)]
        raw = ", ".join([f"c{layout.account} AS {ACCOUNT}", *dict.fromkeys(kept)])
        self.rows.run(f"CREATE VIEW accounts AS SELECT {raw}, {listed(read)} FROM {RAW}")
        text_of = statement(batch.definition.raw, "duckdb", keys=repeated, also=also(batch))
        columns = selected(Exporter(batch, layout, self.keep), layout)
        self.rows.run(
            f"COPY (SELECT {listed(columns)} FROM (\n{text_of}) AS scored) "
            f"TO {text(self.folder / SCORED)} ({WRITTEN})"
        )

    def _bands(self) -> Counter[str]:
        read = f"read_parquet({text(self.folder / SCORED)})"
        found = self.rows.rows(f"SELECT coalesce(band, ''), count(*) FROM {read} GROUP BY ALL")
        return Counter({str(band): int(str(count)) for band, count in found})

    def write(self, file: BinaryIO, *, as_csv: bool) -> None:
        """Write the scored list to a file: as Parquet, or as CSV."""
        made = self.folder / SCORED
        if as_csv:
            made = self.folder / "scored.csv"
            self._as_csv(file, made)
        with made.open("rb") as done:
            shutil.copyfileobj(done, file, 1 << 20)

    def _as_csv(self, file: BinaryIO, out: Path) -> None:
        """Write the header, and the rows to a file of their own.

        A row is put together here: what the database writes ends lines in another way.
        """
        read = f"read_parquet({text(self.folder / SCORED)})"
        exporter = Exporter(self.accounts.batch, self.accounts.layout, self.keep)
        pairs = [
            (shown, each)
            for shown, each in zip(exporter.header, typed_names(exporter), strict=True)
            if not left_out(shown)
        ]
        file.write((BYTE_ORDER_MARK + csv_lines([[shown for shown, _ in pairs]])).encode())
        free = {each for _, each in pairs[: 1 + len(self.keep)]} | {"flags", "gates"}
        cells = [
            csv_cell(name(each)) if each in free else f"coalesce(CAST({name(each)} AS VARCHAR), '')"
            for _, each in pairs
        ]
        self.rows.run(
            f"COPY (SELECT concat_ws(',', {', '.join(cells)}) || chr(13) FROM {read}) "
            f"TO {text(out)} (FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER '\x01')"
        )
