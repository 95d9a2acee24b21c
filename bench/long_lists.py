"""What a long list costs: row by row, in batches, and by DuckDB, in one run.

python bench/long_lists.py [--rows 100000 1000000] [--rounds 3] [--tools ID ...] [--ways ...]

Rows are those of bench/portfolio.py; behind a million they come again under other names. Batches
and DuckDB are the whole command, from a CSV file to a file of results, each in a process of its
own; row by row is the report that a page shows, of accounts that are read already. All take turns.
Seconds are processor time of all threads, so that whatever else the machine does slows all alike;
those by the clock stand beside. Ratios are per account and to row by row. Memory is the most that
the process had.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from assessments.questionnaires.definition import Definition  # noqa: E402
from assessments.questionnaires.definition_reader import read_questionnaire  # noqa: E402
from bench.portfolio import ALONE, TOOLS, list_text, one_by_one  # noqa: E402
from macros.loading import load_tool  # noqa: E402

WAYS = {
    "batches, CSV": ("scored.csv", "python"),
    "DuckDB, CSV": ("scored.csv", "duckdb"),
    "DuckDB, Parquet": ("scored.parquet", "duckdb"),
}
MEASURED = (
    "import json, resource, sys, time; start = time.perf_counter(); "
    "from macros.__main__ import main; status = main(sys.argv[1:]); "
    "used = resource.getrusage(resource.RUSAGE_SELF); "
    "print(json.dumps([status, used.ru_utime + used.ru_stime, "
    "time.perf_counter() - start, used.ru_maxrss / 1024]))"
)

DIFFERENT = 1_000_000
"""Accounts that are drawn."""

Cost = tuple[float, float, float]
"""Processor seconds, seconds by the clock, megabytes."""


def write_list(path: Path, tool: Definition, rows: int) -> None:
    """Write a list; behind a million accounts the same answers come again under other names."""
    header, *lines = list_text(tool, min(rows, DIFFERENT)).splitlines(keepends=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(header)
        for turn in range(0, rows, DIFFERENT):
            part = lines[: rows - turn]
            file.writelines(f"{turn // DIFFERENT}{line}" for line in part)


def command(tool: str, source: Path, out: str, engine: str) -> Cost:
    """Run the command in a process of its own."""
    given = ["portfolio", str(source), "--model", tool, "--out", str(source.with_name(out))]
    ended = subprocess.run(
        [sys.executable, "-c", MEASURED, *given, "--engine", engine],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    status, processor, clock, megabytes = json.loads(ended.stdout.splitlines()[-1])
    if status:
        sys.exit(ended.stderr)
    return processor, clock, megabytes


def measured(name: str, rows: int, rounds: int, ways: Sequence[str]) -> Iterator[str]:
    """Yield a line for each way."""
    found = load_tool(ROOT, name)
    if found is None:
        sys.exit(f"There is no tool {name}.")
    tool = read_questionnaire(found[0])
    alone: list[float] = []
    costs: dict[str, list[Cost]] = {way: [] for way in ways}
    with tempfile.TemporaryDirectory(prefix="playbook-bench-") as folder:
        source = Path(folder) / "accounts.csv"
        write_list(source, tool, rows)
        for turn in range(rounds):
            start = time.process_time()
            one_by_one(tool, ALONE, turn)
            alone.append((time.process_time() - start) / ALONE)
            for way in ways:
                out, engine = WAYS[way]
                costs[way].append(command(name, source, out, engine))
    one = median(alone)
    yield f"{name}, {rows:,} accounts, median of {rounds}"
    yield f"  {'row by row':<18}{1 / one:>10,.0f} accounts/s"
    for way, each in costs.items():
        processor, clock, megabytes = (median(column) for column in zip(*each, strict=True))
        yield (
            f"  {way:<18}{rows / processor:>10,.0f} accounts/s"
            f"   ratio {one * rows / processor:>4.0f}   {processor:.1f} s of processor,"
            f" {clock:.1f} s by the clock, {megabytes:.0f} MB"
        )


def main() -> None:
    """Print what each tool and length costs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=(100_000, 1_000_000))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--tools", nargs="+", default=TOOLS)
    parser.add_argument("--ways", nargs="+", choices=WAYS, default=tuple(WAYS))
    options = parser.parse_args()
    for rows in options.rows:
        for name in options.tools:
            for line in measured(name, rows, options.rounds, options.ways):
                print(line, flush=True)


if __name__ == "__main__":
    main()
