"""Run a statement on a table of seeded rows: DuckDB, SQLite, PostgreSQL on a socket, and Spark."""

import json
import os
import re
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb

from tests.sql_rows import Row

ON_SPARK = Path(__file__).parent / "spark_statement.py"
UNPRIVILEGED = ("postgres", "nobody")
"""PostgreSQL refuses to run for root: the first of these users that there is runs it instead."""

Found = list[Mapping[str, object]]


def on_duckdb(statement: str, rows: Sequence[Row], columns: Sequence[str], folder: Path) -> Found:
    """Return the rows of the result; cells come as texts from a file."""
    file = folder / "accounts.csv"
    file.write_text(as_csv(rows, columns), encoding="utf-8")
    with duckdb.connect() as connection:
        kinds = dict.fromkeys(columns, "VARCHAR")
        connection.execute(
            f"CREATE TABLE accounts AS FROM read_csv('{file}', header=true, columns={kinds}, "
            "nullstr='\\N', allow_quoted_nulls=false)"
        )
        return _as_rows(connection.execute(statement))


def on_sqlite(statement: str, rows: Sequence[Row], columns: Sequence[str], _: Path) -> Found:
    """Return the rows of the result, from a table in memory."""
    connection = sqlite3.connect(":memory:")
    try:
        fill_sqlite(connection, rows, columns)
        return _as_rows(connection.execute(statement))
    finally:
        connection.close()


def fill_sqlite(
    connection: sqlite3.Connection, rows: Sequence[Row], columns: Sequence[str]
) -> None:
    """Make the table of accounts."""
    connection.execute(f"CREATE TABLE accounts ({', '.join(f'{name} TEXT' for name in columns)})")
    marks = ", ".join("?" * len(columns))
    values = ([row[name] for name in columns] for row in rows)
    connection.executemany(f"INSERT INTO accounts VALUES ({marks})", values)


def _as_rows(cursor: duckdb.DuckDBPyConnection | sqlite3.Cursor) -> Found:
    names = [each[0] for each in cursor.description]
    return [dict(zip(names, values, strict=True)) for values in cursor.fetchall()]


def as_csv(rows: Sequence[Row], columns: Sequence[str]) -> str:
    r"""Return rows as CSV with a header; NULL is \N without quotes, a text stands in quotes."""
    lines = [",".join(columns)]
    for row in rows:
        cells = [row[name] for name in columns]
        lines.append(
            ",".join(
                r"\N" if cell is None else '"' + cell.replace('"', '""') + '"' for cell in cells
            )
        )
    return "\n".join(lines) + "\n"


# PostgreSQL


def postgres_programs() -> Path | None:
    """Return the folder that holds initdb and pg_ctl; None where there is no server."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return versions[-1].parent if versions else None


@contextmanager
def postgres() -> Iterator["Postgres"]:
    """Start a server of its own, on a socket in its folder and no port; end it afterwards.

    Its folder is none of pytest's: those are closed to the user that runs the server for root.
    """
    programs = postgres_programs()
    assert programs
    folder, user = Path(tempfile.mkdtemp(prefix="playbook-postgres-")), _server_user()
    if user:
        shutil.chown(folder, user)
    server = Postgres(programs=programs, folder=folder, user=user)
    server.make()
    try:
        server.start()
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder)


def _server_user() -> str | None:
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return None
    names = {line.partition(":")[0] for line in Path("/etc/passwd").read_text().splitlines()}
    return next(name for name in UNPRIVILEGED if name in names)


class Postgres:
    """A PostgreSQL server that listens on a socket in its folder."""

    def __init__(self, programs: Path, folder: Path, user: str | None) -> None:
        self.programs = programs
        self.folder = folder
        self.user = user

    def make(self) -> None:
        """Make the files of the server; nothing in them outlives a crash, or needs to."""
        options = ("--auth", "trust", "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync")
        self._run("initdb", "--username", "playbook", *options, "--pgdata", "data")

    def start(self) -> None:
        """Start the server and wait until it answers."""
        options = f"-c listen_addresses= -c unix_socket_directories={self.folder} -c fsync=off"
        self._run("pg_ctl", "start", "-w", "-D", "data", "-l", "log", "-o", options)

    def stop(self) -> None:
        """End the server and wait until it has ended."""
        if (self.folder / "data" / "postmaster.pid").exists():
            self._run("pg_ctl", "stop", "-w", "-D", "data", "-m", "immediate")

    def query(self, sql: str, given: Path | None = None) -> str:
        """Return what psql prints of some SQL; it reads a file where one is given."""
        return self._run("psql", *self._where(), "-c", sql, given=given)

    def on_postgres(
        self, statement: str, rows: Sequence[Row], columns: Sequence[str], _: Path
    ) -> Found:
        """Return the rows of the result."""
        self.fill(rows, columns)
        return _json_lines(self.query(f"SELECT row_to_json(each) FROM ({statement}) AS each"))

    def fill(self, rows: Sequence[Row], columns: Sequence[str]) -> None:
        """Make the table of accounts."""
        file = self.folder / "accounts.csv"
        file.write_text(as_csv(rows, columns), encoding="utf-8")
        self.load(file, columns)

    def load(self, file: Path, columns: Sequence[str]) -> None:
        """Make the table of accounts from a file."""
        kinds = ", ".join(f"{name} text" for name in columns)
        self.query(f"DROP TABLE IF EXISTS accounts; CREATE TABLE accounts ({kinds})")
        copy = r"COPY accounts FROM STDIN WITH (FORMAT csv, HEADER, NULL '\N')"
        self.query(copy, given=file)

    def time(self, sql: str) -> tuple[float, int]:
        """Return the seconds that some SQL takes, and the most kilobytes that its process had."""
        script = self.folder / "timed.sql"
        peak = "grep VmHWM /proc/$PID/status"
        script.write_text(
            "SELECT pg_backend_pid() AS pid \\gset\n\\setenv PID :pid\n\\timing on\n"
            f"{sql};\n\\timing off\n\\! {peak}\n",
            encoding="utf-8",
        )
        printed = self._run("psql", *self._where(), "-f", str(script))
        milliseconds = re.search(r"Time: ([\d.]+) ms", printed)
        kilobytes = re.search(r"VmHWM:\s+(\d+) kB", printed)
        assert milliseconds, printed
        assert kilobytes, printed
        return float(milliseconds[1]) / 1000, int(kilobytes[1])

    def _where(self) -> tuple[str, ...]:
        connection = ("--host", str(self.folder), "--username", "playbook", "postgres")
        return (
            "--no-psqlrc",
            "--quiet",
            "--no-align",
            "--tuples-only",
            "--set",
            "ON_ERROR_STOP=1",
            *connection,
        )

    def _run(self, program: str, *arguments: str, given: Path | None = None) -> str:
        environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "PGCLIENTENCODING": "UTF8"}
        # To files: the server keeps what it was started with open, and a pipe would never end.
        out, err = self.folder / "out", self.folder / "err"
        with (
            out.open("w") as printed,
            err.open("w") as told,
            Path(given or os.devnull).open() as read,
        ):
            ended = subprocess.run(
                [self.programs / program, *arguments],
                cwd=self.folder,
                user=self.user,
                group=self.user and _group(self.user),
                env=environment,
                stdin=read,
                stdout=printed,
                stderr=told,
                check=False,
            )
        assert ended.returncode == 0, err.read_text(encoding="utf-8")
        return out.read_text(encoding="utf-8")


def _group(user: str) -> int:
    lines = (line.split(":") for line in Path("/etc/passwd").read_text().splitlines())
    return next(int(line[3]) for line in lines if line[0] == user)


# Spark


def on_spark(
    statements: Mapping[str, tuple[str, Sequence[Row], Sequence[str]]], python: str, folder: Path
) -> Mapping[str, Found]:
    """Return for each tool the rows of its result, from one Spark in local mode.

    *statements* is tool -> statement, rows and columns; *python* is one that has PySpark.
    """
    for tool, (statement, rows, columns) in statements.items():
        (folder / f"{tool}.sql").write_text(statement, encoding="utf-8")
        (folder / f"{tool}.csv").write_text(as_csv(rows, columns), encoding="utf-8")
    subprocess.run([python, ON_SPARK, folder, *statements], cwd=folder, check=True)
    return {tool: _json_lines((folder / f"{tool}.jsonl").read_text("utf-8")) for tool in statements}


def _json_lines(text: str) -> Found:
    return [json.loads(line) for line in text.split("\n") if line]
