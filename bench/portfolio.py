"""What scoring a list of accounts costs: in batches, and one by one.

python bench/portfolio.py [--rows 100000] [--rounds 5] [--tools ID ...] [--memory]

Rows are random, the same each time. A list is read from CSV, scored, explained and written as CSV;
one by one means the report that a page shows, as text, for accounts that are read already. Both
take turns, part by part, and are told in processor time, so that whatever else the machine does
slows both. The ratio is per account. The most memory of a whole run is told by --memory, which
does nothing else.
"""

import argparse
import csv
import random
import resource
import sys
import time
from io import BytesIO, StringIO
from pathlib import Path
from statistics import median

from assessments import write_json
from assessments.portfolio.batch import Batch
from assessments.portfolio.exporting import Exporter
from assessments.portfolio.guessing import guessed_map
from assessments.portfolio.layout import read_layout
from assessments.portfolio.lists import List
from assessments.portfolio.many_objects import expect_many
from assessments.questionnaires.definition import Definition
from assessments.questionnaires.definition_reader import read_questionnaire
from assessments.scoring import score_answers
from assessments.tables.csv_reading import read_csv
from macros.loading import load_tool

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ("customer-value-tiering", "fortune-telling-selection")
CELLS = ("0", "1", "2", "3", "na", "")
WEIGHTS = (4, 6, 8, 8, 2, 1)
"""How often each stands; every twentieth account has a fact besides."""
ALONE = 200
"""Accounts that are scored one by one in each round."""


def list_text(tool: Definition, rows: int) -> str:
    """Return a list as CSV."""
    dice, text = random.Random(tool.id), StringIO()  # noqa: S311 — the same rows each time
    writer = csv.writer(text)
    writer.writerow(["Account ID", *tool.questions, *tool.flags])
    for number in range(rows):
        answers = dice.choices(CELLS, WEIGHTS, k=len(tool.questions))
        facts = ["yes" if dice.random() < 0.05 else "" for _ in tool.flags]
        writer.writerow([f"A{number:07d}", *answers, *facts])
    return text.getvalue()


def in_batches(tool: Definition, content: bytes) -> tuple[int, int]:
    """Read, score, explain and write a list; return how many accounts and bytes came of it."""
    accounts = written = 0
    table, batch = read_csv(BytesIO(content)), Batch(tool)
    layout = read_layout(tool, {}, table.header, {
        **guessed_map(tool, {}, table.header), "account": "Account ID"
    })  # fmt: skip
    exporter = Exporter(batch, layout)
    for part in List(table=table, layout=layout, batch=batch).parts():
        accounts += len(part.lines)
        written += len(exporter.csv(part).encode())
    return accounts, written


def one_by_one(tool: Definition, count: int, seed: int) -> None:
    """Score accounts as a page does, each to the text of its report."""
    dice = random.Random(seed)  # noqa: S311 — the same accounts each time
    values: dict[str, object] = {"na": "na", "": None, **{str(level): level for level in range(4)}}
    for _ in range(count):
        answers = {name: values[dice.choices(CELLS, WEIGHTS)[0]] for name in tool.questions}
        flags = [flag for flag in tool.flags if dice.random() < 0.05]
        write_json(score_answers(tool, {"answers": answers, "flags": flags}).as_data())


def main() -> None:
    """Print a row for each tool."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--tools", nargs="+", default=TOOLS)
    parser.add_argument("--memory", action="store_true")
    options = parser.parse_args()
    expect_many()
    print(f"{options.rows:,} accounts, processor time, median of {options.rounds} rounds")
    for name in options.tools:
        found = load_tool(ROOT, name)
        if found is None:
            sys.exit(f"There is no tool {name}.")
        tool = read_questionnaire(found[0])
        content = list_text(tool, options.rows).encode()
        if options.memory:
            in_batches(tool, content)
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(f"{name:<30}{peak:>8.0f} MB at most, {len(content) / 1e6:.0f} MB of CSV included")
            continue
        batches, alone = [], []
        for turn in range(options.rounds):
            start = time.process_time()
            in_batches(tool, content)
            middle = time.process_time()
            one_by_one(tool, ALONE, turn)
            batches.append((middle - start) / options.rows)
            alone.append((time.process_time() - middle) / ALONE)
        one, many = median(alone), median(batches)
        print(
            f"{name:<30}{1 / many:>10,.0f} accounts/s in batches{1 / one:>8,.0f} one by one"
            f"   ratio {one / many:.0f}"
        )


if __name__ == "__main__":
    main()
