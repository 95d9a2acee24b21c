"""The only door to DuckDB: a database in a folder of its own, with bounds to what it takes."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import duckdb

MEGABYTES = 150
"""Most memory for its own data; what does not fit goes into the folder."""
THREADS = 2
"""Each thread holds pieces of its own, so more of them need more memory."""
FETCHED = 20_000
"""Rows that are handed on at once."""

DatabaseError = duckdb.Error
"""What the database could not do: read a file, write one, or find room."""


class Database:
    """Runs statements; its errors are DatabaseError."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection

    def run(self, statement: str) -> None:
        """Run a statement for what it does."""
        self._connection.execute(statement)

    def number(self, statement: str) -> int:
        """Return the only number that a statement gives; 0 where it gives none."""
        found = self._connection.execute(statement).fetchone()
        return int(found[0]) if found and found[0] is not None else 0

    def rows(self, statement: str) -> Iterator[tuple[object, ...]]:
        """Yield what a statement gives, some rows at a time; no other may run meanwhile."""
        cursor = self._connection.execute(statement)
        while found := cursor.fetchmany(FETCHED):
            yield from found


@contextmanager
def database(folder: Path) -> Iterator[Database]:
    """Open a new database in a folder, and close it; the folder is the caller's.

    What it cannot do raises DatabaseError.
    """
    settings: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": f"{MEGABYTES}MB",
        "threads": THREADS,
        "temp_directory": str(folder / "room"),
        # Nothing is fetched from a network, whatever a file or a statement asks for.
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
    }
    with duckdb.connect(folder / "lists.duckdb", config=settings) as connection:
        connection.execute("SET enable_progress_bar = false")
        yield Database(connection)


def text(value: object) -> str:
    """Return a text, or a path, as a literal."""
    return "'" + str(value).replace("'", "''") + "'"


def name(value: str) -> str:
    """Return the name of a column as an identifier."""
    return '"' + value.replace('"', '""') + '"'


def csv_source(path: Path, columns: Mapping[str, str], options: Mapping[str, str]) -> str:
    """Return a call that reads a CSV file as it stands: no kind, mark or blank is guessed.

    *columns* are all columns with their kinds; *options* further ones, as literals.
    """
    kinds = ", ".join(f"{text(each)}: {text(kind)}" for each, kind in columns.items())
    whole = {
        "auto_detect": "false",
        "columns": f"{{{kinds}}}",
        "quote": "'\"'",
        "escape": "'\"'",
        "comment": "''",
        "strict_mode": "true",
        "null_padding": "false",
        "max_line_size": "40000000",
        **options,
    }
    told = ", ".join(f"{each} = {value}" for each, value in whole.items())
    return f"read_csv({text(path)}, {told})"
