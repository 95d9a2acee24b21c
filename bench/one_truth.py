"""One list by every way in one run: the same results of each account, or the run fails.

python bench/one_truth.py [--rows 100000] [--tools ID ...]

The rows are those of the tests: ties at half a tenth, limits that are met to the tenth, dimensions
without an answer that applies, low coverage, facts, cells that are no answer. The ways are the
engine row by row, batches, the page in Chromium, DuckDB, SQLite, PostgreSQL where a server is
installed, and Spark where PLAYBOOK_SPARK names a Python that has it. Of each way the fingerprint of
all results is told, with the seconds by the clock; page and command are compared byte by byte, too.
"""

import argparse
import csv
import hashlib
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from assessments.numbers.rounding import from_tenths  # noqa: E402
from assessments.portfolio.batch import Batch  # noqa: E402
from assessments.portfolio.cells import MALFORMED, answer_code, fact_code  # noqa: E402
from bench.portfolio import TOOLS  # noqa: E402
from bench.portfolio_page import PATIENCE, PRESS, taken  # noqa: E402
from macros.__main__ import main as playbook  # noqa: E402
from macros.long_lists.results import OPEN, statement_columns  # noqa: E402
from macros.sql.measuring import ANSWERS, FLAGS  # noqa: E402
from macros.sql.statement import statement  # noqa: E402
from tests.browser.conftest import QUIET, chromium_path  # noqa: E402
from tests.browser.server import SiteServer  # noqa: E402
from tests.definitions import definition  # noqa: E402
from tests.sql_engines import (  # noqa: E402
    Found,
    on_duckdb,
    on_spark,
    on_sqlite,
    postgres,
    postgres_programs,
)
from tests.sql_rows import Row, columns_of, expected, named, ready, seeded_rows  # noqa: E402

WRONG = "4"
"""Stands for cells that a list reads as an answer and a statement does not: n/a, a full-width 3."""


class OneList:
    """A list, and the ways to score it."""

    def __init__(self, tool: str, count: int, folder: Path) -> None:
        self.tool, self.folder = tool, folder
        self.definition = ready(tool)
        self.rows = [strict(tool, row) for row in seeded_rows(tool, count)]
        self.names = [pair for pair in statement_columns(Batch(self.definition)) if pair[1] != OPEN]
        """Result of a list and column of a statement."""
        self.file = folder / "accounts.csv"
        with self.file.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            questions = (*self.definition.questions, *self.definition.flags)
            writer.writerow(["Account ID", *questions])
            for row in self.rows:
                writer.writerow([row["account"], *(row[named(each)] or "" for each in questions)])

    def ways(self) -> Iterator[tuple[str, Callable[[], Iterable[str]]]]:
        """Yield what each way is called, and what gives its results as lines of text."""
        yield "row by row", lambda: self.of_statement(expected(self.tool, self.rows))
        yield "batches", lambda: self.of_file(self.by_command())
        yield "page", lambda: self.of_file(self.by_page())
        yield "DuckDB", lambda: self.by_statement("duckdb", on_duckdb)
        yield "SQLite", lambda: self.by_statement("sqlite", on_sqlite)
        if postgres_programs():
            yield "PostgreSQL", self.by_postgres
        if python := os.environ.get("PLAYBOOK_SPARK"):
            yield "Spark", lambda: self.by_spark(python)

    def by_command(self) -> bytes:
        """Return the file that the command writes."""
        out = self.folder / "scored.csv"
        with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
            given = ["portfolio", str(self.file), "--model", self.tool, "--out", str(out)]
            if playbook(["--root", str(ROOT), *given]):
                sys.exit("The command refuses the list.")
        return out.read_bytes()

    def by_page(self) -> bytes:
        """Return the file that the page hands to its reader, the same bytes as the command's."""
        server = SiteServer(ROOT / "site")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium_path(), args=list(QUIET))
            page = browser.new_page(base_url=server.address)
            page.set_default_timeout(PATIENCE)
            page.goto("/portfolio/")
            page.locator("portfolio-list[data-started]").wait_for()
            page.locator("[data-tool]").select_option(self.tool)
            taken(page, self.file)
            with page.expect_download() as download:
                page.evaluate(PRESS, "write")
            found = Path(download.value.path()).read_bytes()
            browser.close()
        server.close()
        if found != (self.folder / "scored.csv").read_bytes():
            sys.exit("The page writes another file than the command.")
        return found

    def by_statement(self, dialect: str, run: Callable[..., Found]) -> Iterator[str]:
        """Return the results of a database in this process."""
        text = statement(definition(self.tool), dialect)
        return self.of_statement(run(text, self.rows, columns_of(self.tool), self.folder))

    def by_postgres(self) -> Iterator[str]:
        """Return the results of a server of its own."""
        with postgres() as server:
            return self.by_statement("postgres", server.on_postgres)

    def by_spark(self, python: str) -> Iterator[str]:
        """Return the results of Spark in local mode."""
        given = (statement(definition(self.tool), "spark"), self.rows, columns_of(self.tool))
        return self.of_statement(on_spark({self.tool: given}, python, self.folder)[self.tool])

    def of_statement(self, found: Iterable[Mapping[str, object]]) -> Iterator[str]:
        """Yield the results of a statement as a list writes them, in the order of the accounts."""
        for row in sorted(found, key=lambda row: str(row["account"])):
            cells = [as_text(row.get(column), column) for _, column in self.names]
            yield self._line(str(row["account"]), cells)

    def of_file(self, content: bytes) -> Iterator[str]:
        """Yield the same results from a file of a list."""
        header, *rows = csv.reader(StringIO(content.decode("utf-8-sig"), newline=""))
        places = [header.index(name) for name, _ in self.names]
        for row in sorted(rows):
            yield self._line(row[0], [row[place] for place in places])

    def _line(self, account: str, cells: list[str]) -> str:
        """A cell that is no answer takes every result but the status away, which stands first."""
        return "|".join([account, *(cells[:1] if cells[0] == "malformed" else cells)])


def strict(tool: str, row: Row) -> Row:
    """Return a row in which a cell that only a list can read is one that nobody can."""
    known = ready(tool)
    found = dict(row)
    for names, code, plain in (
        (known.questions, answer_code, ANSWERS),
        (known.flags, fact_code, FLAGS),
    ):
        for cell in map(named, names):
            if code(row[cell]) != MALFORMED and f"'{row[cell] or ''}'" not in plain:
                found[cell] = WRONG
    return found


def as_text(value: object, column: str) -> str:
    """Return a value of a statement as a list writes it."""
    if value is None:
        return ""
    return str(from_tenths(int(str(value)))) if column.endswith("_tenths") else str(value)


def main() -> None:
    """Print a fingerprint for each way; exit with 1 where one differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--tools", nargs="+", default=TOOLS)
    options = parser.parse_args()
    wrong = False
    for tool in options.tools:
        with TemporaryDirectory(prefix="playbook-bench-") as folder:
            one, seen = OneList(tool, options.rows, Path(folder)), set()
            print(f"{tool}, {options.rows:,} accounts, {len(one.names)} results of each")
            for way, lines in one.ways():
                start, digest, count = time.perf_counter(), hashlib.sha256(), 0
                for line in lines():
                    digest.update(f"{line}\n".encode())
                    count += 1
                seen.add((count, digest.digest()))
                took = time.perf_counter() - start
                print(
                    f"  {way:<12}{count:>9,}  {digest.hexdigest()[:32]}{took:>8.1f} s", flush=True
                )
            wrong |= len(seen) > 1
    sys.exit("The ways differ." if wrong else 0)


if __name__ == "__main__":
    main()
