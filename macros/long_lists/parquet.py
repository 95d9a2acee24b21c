"""A scored list as a Parquet file: the same names and values as in CSV, each with its kind."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from assessments.portfolio.exporting import Exporter
from assessments.portfolio.files import CsvOutput, Output
from macros.long_lists.database import Database, csv_source, database, text
from macros.long_lists.kinds import TEXT, kinds_of

WRITTEN = "FORMAT parquet, COMPRESSION zstd"


@contextmanager
def parquet_output(file: BinaryIO, exporter: Exporter, folder: Path) -> Iterator[Output]:
    """Give what takes the parts of a list, and write them to a file at the end.

    They wait as CSV in *folder*, which is the caller's. A blank cell is NULL in the Parquet file.
    """
    waiting = folder / "scored.csv"
    with waiting.open("wb") as csv:
        output = CsvOutput(csv, exporter)
        yield output
        output.close()
    kinds = kinds_of(exporter.batch)
    names = typed_names(exporter)
    columns = {
        shown: kinds.get(name, TEXT) for shown, name in zip(names, exporter.header, strict=True)
    }
    with database(folder) as rows:
        csv_to_parquet(rows, waiting, columns, folder / "scored.parquet")
    with (folder / "scored.parquet").open("rb") as done:
        shutil.copyfileobj(done, file)


def typed_names(exporter: Exporter) -> list[str]:
    """Return the header with no name twice, whatever its letters: kept columns give way."""
    kept = range(1, 1 + len(exporter.header) - len(exporter.own))
    taken = {name.casefold() for name in exporter.own}
    names = list(exporter.header)
    for place in kept:
        number = 2
        while names[place].casefold() in taken:
            names[place] = f"{exporter.header[place]} ({number})"
            number += 1
        taken.add(names[place].casefold())
    return names


def csv_to_parquet(rows: Database, source: Path, columns: Mapping[str, str], out: Path) -> None:
    """Turn a CSV file of ours into Parquet; *columns* are its columns with their kinds."""
    options = {"header": "true", "delim": "','", "nullstr": "''"}
    read = csv_source(source, columns, options)
    rows.run(f"COPY (FROM {read}) TO {text(out)} ({WRITTEN})")
