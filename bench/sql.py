"""Rows a second of a statement in each database that runs here, beside the engine, in one run.

python bench/sql.py [--rows 1000000] [--tool customer-value-tiering]

The rows are those of the tests, repeated under other keys. Each database reads a table that is
already there and writes the result into another; only that is timed. Memory is the peak of the
process that does the work, with the program itself; PostgreSQL also tells what it put into
temporary files. Spark runs where PLAYBOOK_SPARK names a Python that has it.
"""

import argparse
import json
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import duckdb  # noqa: E402

from assessments import score  # noqa: E402
from macros.sql.statement import statement  # noqa: E402
from tests.definitions import definition  # noqa: E402
from tests.sql_engines import (  # noqa: E402
    ON_SPARK,
    as_csv,
    fill_sqlite,
    postgres,
    postgres_programs,
)
from tests.sql_rows import Row, columns_of, expected, named, ready, seeded_rows  # noqa: E402

DIFFERENT = 50_000
"""Rows that are not repetitions."""
REPORTED = 300
"""Rows of which the engine makes whole reports."""

Measured = tuple[str, int, float, float, str]
"""Name, rows, seconds, megabytes and a remark."""


def main() -> None:
    """Measure one after the other and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000, help="default 1000000")
    parser.add_argument("--tool", default="customer-value-tiering")
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="playbook-bench-"))
    try:
        print(f"{'':<26}{'rows':>10}{'seconds':>10}{'rows/s':>10}{'MB':>8}{'ratio':>8}")
        own = 0.0
        for name, rows, seconds, megabytes, remark in measure(options.tool, options.rows, folder):
            speed = rows / seconds
            own = own or speed
            ratio = speed / own
            figures = f"{rows:>10,}{seconds:>10.2f}{speed:>10,.0f}{megabytes:>8.0f}{ratio:>8.1f}"
            print(f"{name:<26}{figures}  {remark}", flush=True)
    finally:
        shutil.rmtree(folder)


def measure(tool: str, count: int, folder: Path) -> Iterator[Measured]:
    """Yield what each way took; the engine's evaluation of one row after another comes first."""
    rows = seeded_rows(tool, min(count, DIFFERENT))
    times = max(1, count // len(rows))
    yield apart("engine, result", by_engine, tool, rows)
    yield apart("engine, whole report", by_report, tool, rows[:REPORTED])
    write_table(folder / "accounts.csv", rows, columns_of(tool), times)
    yield apart("DuckDB", by_duckdb, tool, folder)
    yield apart("SQLite", by_sqlite, tool, folder, rows, times)
    if postgres_programs():
        yield by_postgres(tool, folder)
    if python := os.environ.get("PLAYBOOK_SPARK"):
        (folder / f"{tool}.sql").write_text(statement(definition(tool), "spark"), encoding="utf-8")
        (folder / f"{tool}.csv").write_text(as_csv(rows, columns_of(tool)), encoding="utf-8")
        timed = [python, str(ON_SPARK), str(folder), tool, "--times", str(times)]
        done = subprocess.run(timed, check=True, capture_output=True, text=True, cwd=folder)
        found = json.loads(done.stdout.splitlines()[-1])
        yield ("Spark", found["rows"], found["seconds"], found["megabytes"], "JVM, two threads")


def write_table(file: Path, rows: list[Row], columns: list[str], times: int) -> None:
    """Write the rows again and again under other keys."""
    with file.open("w", encoding="utf-8") as out:
        for turn in range(times):
            text = as_csv([{**row, "account": f"{turn}-{row['account']}"} for row in rows], columns)
            out.write(text if turn == 0 else text.partition("\n")[2])


Work = Callable[..., tuple[int, float]]


def apart(name: str, work: Work, *given: object) -> Measured:
    """Measure some work in a process of its own."""
    here, there = get_context("spawn").Pipe()
    process = get_context("spawn").Process(target=_work, args=(there, work, given))
    process.start()
    rows, seconds, kilobytes = here.recv()
    process.join()
    return (name, rows, seconds, kilobytes / 1024, "")


def _work(there: Connection, work: Work, given: tuple[object, ...]) -> None:
    rows, seconds = work(*given)
    there.send((rows, seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss))


def by_engine(tool: str, rows: list[Row]) -> tuple[int, float]:
    """Evaluate each row, with all distances."""
    ready(tool)
    started = time.perf_counter()
    expected(tool, rows)
    return len(rows), time.perf_counter() - started


def by_report(tool: str, rows: list[Row]) -> tuple[int, float]:
    """Make the whole report of each row that is right."""
    known = ready(tool)
    inputs = [
        {"answers": {name: int(cell) for name in known.questions if (cell := row[named(name)])}}
        for row in rows
        if all((row[named(name)] or "").strip("0123") == "" for name in known.questions)
        and all(len(row[named(name)] or "") < 2 for name in known.questions)
    ]
    started = time.perf_counter()
    for each in inputs:
        score(known, each)
    return len(inputs), time.perf_counter() - started


def by_duckdb(tool: str, folder: Path) -> tuple[int, float]:
    """Write the result into a table of a file."""
    kinds = dict.fromkeys(columns_of(tool), "VARCHAR")
    with duckdb.connect(folder / "accounts.duckdb") as connection:
        connection.execute("SET threads = 2; SET enable_progress_bar = false")
        read = f"read_csv('{folder / 'accounts.csv'}', header=true, columns={kinds}, nullstr='\\N')"
        connection.execute(f"CREATE TABLE accounts AS FROM {read}")
        text = statement(definition(tool), "duckdb")
        started = time.perf_counter()
        connection.execute(f"CREATE TABLE result AS {text}")
        seconds = time.perf_counter() - started
        [count] = connection.execute("SELECT count(*) FROM result").fetchone() or [0]
    return int(count), seconds


def by_sqlite(tool: str, folder: Path, rows: list[Row], times: int) -> tuple[int, float]:
    """Write the result into a table of a file."""
    connection = sqlite3.connect(folder / "accounts.sqlite")
    fill_sqlite(connection, rows, columns_of(tool))
    connection.execute("CREATE TABLE turns (turn INTEGER)")
    connection.executemany("INSERT INTO turns VALUES (?)", [(turn,) for turn in range(times)])
    connection.execute("CREATE TABLE many AS SELECT accounts.* FROM accounts, turns")
    connection.commit()
    text = statement(definition(tool), "sqlite", "many")
    started = time.perf_counter()
    connection.execute(f"CREATE TABLE result AS {text}")
    connection.commit()
    seconds = time.perf_counter() - started
    [count] = connection.execute("SELECT count(*) FROM result").fetchone()
    connection.close()
    return int(count), seconds


def by_postgres(tool: str, folder: Path) -> Measured:
    """Write the result into a table, on a server that lives as long as this."""
    with postgres() as server:
        server.load(folder / "accounts.csv", columns_of(tool))
        seconds, kilobytes = server.time(
            f"CREATE TABLE result AS {statement(definition(tool), 'postgres')}"
        )
        written = int(
            server.query("SELECT temp_bytes FROM pg_stat_database WHERE datname = 'postgres'")
        )
        count = int(server.query("SELECT count(*) FROM result"))
    remark = f"and {written / 2**20:,.0f} MB of temporary files"
    return ("PostgreSQL", count, seconds, kilobytes / 1024, remark)


if __name__ == "__main__":
    main()
