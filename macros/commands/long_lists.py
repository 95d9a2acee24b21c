"""What playbook portfolio does by DuckDB: Parquet in and out, and lists of millions of accounts."""

import argparse
import sys
from collections import Counter
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType

from assessments.portfolio.deciding.overrides import are_in
from assessments.portfolio.layout import Layout
from assessments.portfolio.lists import List, Part
from assessments.tables.table import Table
from macros.account_lists import PARQUET, ErrorFile, scratch
from macros.commands.misuse import MisuseError
from macros.written_files import written

PYTHON, DUCKDB = "python", "duckdb"
ENGINES = (PYTHON, DUCKDB)
ROOM = "macros.long_lists.scoring"
EXTRA = "portfolio"
"""The optional part of the installation that Parquet and long lists need."""
OTHER_ENGINE = "Leave --engine duckdb out: the other engine does it."


def long_lists() -> ModuleType:
    """Return what needs DuckDB; only here, so that nothing else does.

    Raises MisuseError where it is not installed.
    """
    try:
        return import_module(ROOM)
    except ModuleNotFoundError as error:
        if error.name not in ("duckdb", "sqlglot"):
            raise
        raise MisuseError(
            "Parquet and long lists need DuckDB, which is not installed.",
            f"Install it: python -m pip install -e '.[{EXTRA}]'; or let --out end in .csv.",
        ) from None


def check_fit(options: argparse.Namespace, layout: Layout) -> None:
    """Raise MisuseError for what only the other engine can do."""
    long_lists()
    for question, source in layout.answers.items():
        if source.cut:
            column = layout.header[source.column]
            raise MisuseError(
                f"'{column}' would be cut by limits into {question}: DuckDB reads answers only.",
                OTHER_ENGINE,
            )
    if are_in(layout):
        raise MisuseError("The list has overrides: DuckDB carries none along.", OTHER_ENGINE)
    if options.out.suffix.lower() not in (".csv", PARQUET):
        raise MisuseError(
            "DuckDB writes no workbook: long lists do not fit into one.",
            "Name a file that ends in .csv or .parquet: --out.",
        )


def parquet_table(options: argparse.Namespace) -> Table:
    """Return the table of a Parquet file, whose rows the database reads itself.

    Raises MisuseError where another engine is asked for, and where the file is damaged.
    """
    if options.engine != DUCKDB:
        raise MisuseError("Parquet is read by DuckDB alone.", "Add --engine duckdb.")
    room = long_lists()
    try:
        with TemporaryDirectory() as folder, room.database(Path(folder)) as rows:
            table: Table = room.parquet_table(rows, options.file)
            return table
    except room.DatabaseError as error:
        raise _stopped(error) from None


def scored(
    options: argparse.Namespace, accounts: List, errors: ErrorFile
) -> tuple[Counter[str], int]:
    """Score and write a list; return how many accounts each band has, and how many were refused.

    Raises MisuseError where the database stops, or the tool cannot be written as a statement.
    """
    refused, room = 0, long_lists()

    def note(part: Part) -> None:
        nonlocal refused
        errors.write(part)
        refused += len(part.refused)

    try:
        with scratch(options.out) as folder, room.database(folder) as rows:
            found = room.LongList(
                rows=rows, folder=folder, path=options.file, accounts=accounts, keep=options.keep
            )
            bands = found.score(note, _say)
            with written(options.out) as file:
                found.write(file, as_csv=options.out.suffix.lower() != PARQUET)
    except room.DatabaseError as error:
        raise _stopped(error) from None
    except room.SqlError as error:
        raise MisuseError(
            f"{options.model} cannot be written as a statement: {error}", OTHER_ENGINE
        ) from None
    return bands, refused


def _stopped(error: Exception) -> MisuseError:
    return MisuseError(f"DuckDB stopped: {str(error).strip().splitlines()[0]}", OTHER_ENGINE)


def _say(text: str) -> None:
    """Show a person at a terminal how far it is."""
    if sys.stderr.isatty():
        print(f"{text} …", file=sys.stderr, flush=True)
