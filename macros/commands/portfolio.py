"""playbook portfolio: a list of accounts in, tiers or classes of all of them out."""

import argparse
import gc
import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path

from assessments import EngineError, prove, read_json, write_json
from assessments.border.problems import Problem, told_problem
from assessments.portfolio.batch import Batch
from assessments.portfolio.deciding.overrides import Overrides, are_in
from assessments.portfolio.exporting import Exporter
from assessments.portfolio.guessing import guessed_map
from assessments.portfolio.layout import Layout, read_layout, told_apart
from assessments.portfolio.lists import List
from assessments.portfolio.many_objects import expect_many
from assessments.portfolio.proposals import proposed
from assessments.tables.opening import open_table
from assessments.tables.table import Table
from macros.account_lists import ENDINGS, PARQUET, ErrorFile, output_to, sentences
from macros.commands.choices import add_language, chosen_language, chosen_tool
from macros.commands.long_lists import (
    DUCKDB,
    ENGINES,
    PYTHON,
    check_fit,
    long_lists,
    parquet_table,
    scored,
)
from macros.commands.misuse import MisuseError, tell
from macros.files import SINGLE, read_yaml_file
from macros.project import FOLDER
from macros.values import Data
from macros.written_files import written
from macros.yaml_source import read_yaml

HELP = "score a list of accounts: CSV or Excel in, CSV, Excel or Parquet out"
EXAMPLES = (
    "playbook portfolio accounts.csv --model customer-value-tiering --out scored.csv",
    "playbook portfolio accounts.csv --model customer-value-tiering --out scored.parquet",
    "playbook portfolio list.xlsx --model customer-value-tiering --out scored.xlsx --map map.yml",
    "playbook portfolio accounts.csv --model customer-value-tiering --show-map",
    "playbook portfolio list.csv --model customer-value-tiering --out if.csv --weights current=40",
    "playbook portfolio a.csv --model customer-value-tiering --out if.csv --limits key.overall=45",
    "playbook portfolio a.parquet --model customer-value-tiering --out s.parquet --engine duckdb",
)
BAD_INPUT = 2


def options(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("file", type=Path, metavar="FILE", help="CSV (UTF-8, UTF-16, GBK) or .xlsx")
    parser.add_argument("--model", required=True, metavar="TOOL", help="id of an assessment")
    parser.add_argument("--out", type=Path, metavar="FILE", help=f"ends in {' or '.join(ENDINGS)}")
    parser.add_argument(
        "--map", type=Path, metavar="FILE", help="which column is what, as YAML or JSON"
    )
    parser.add_argument(
        "--guess", action="store_true", help="take likely headers for raw values and facts too"
    )
    parser.add_argument(
        "--show-map", action="store_true", help="print the map that the headers suggest, and stop"
    )
    parser.add_argument("--weights", metavar="NAME=NUMBER,…", help="other weights than the tool's")
    parser.add_argument("--limits", metavar="NAME=NUMBER,…", help="other limits than the tool's")
    parser.add_argument("--keep", action="append", default=[], metavar="HEADER",
                        help="a column that stays beside the account; may be repeated")  # fmt: skip
    parser.add_argument(
        "--engine",
        choices=ENGINES,
        default=PYTHON,
        help="duckdb: for millions of accounts; without lowest, highest, ask and sure",
    )
    parser.add_argument("--sheet", default="", metavar="NAME", help="of a workbook")
    parser.add_argument(
        "--separator", default="", metavar="MARK", help="of CSV; guessed if not given"
    )
    parser.add_argument("--errors", type=Path, metavar="FILE", help="default: OUT.errors.csv")
    add_language(parser)


def run(options: argparse.Namespace) -> int:
    """Score the list; 2 where the file, the map or a setting cannot be used."""
    language = chosen_language(options)
    definition = chosen_tool(options.root, options.model)
    try:
        if options.file.suffix.lower() == PARQUET:
            return _run(options, definition, parquet_table(options), language)
        with options.file.open("rb") as file:
            table = open_table(file, sheet=options.sheet, separator=options.separator)
            return _run(options, definition, table, language)
    except EngineError as refused:
        for message, hint in sentences(refused, language):
            tell(message, hint)
        return BAD_INPUT


def _run(options: argparse.Namespace, definition: Data, table: Table, language: str) -> int:
    guide = _guide(options.root)
    settings = {**_settings(options.weights), **_settings(options.limits)}
    batch = Batch(proposed(definition, settings))
    for problem in prove(batch.definition.raw) if settings else ():
        _tell(problem, language)
    names = told_apart(table.header)
    given = _map(options.map) if options.map else None
    if given is None:
        given = guessed_map(batch.definition, guide, names, trusting=options.guess)
    if options.show_map:
        sys.stdout.write(write_json(given))
        return 0
    layout = read_layout(batch.definition, guide, table.header, given)
    if options.out is None or options.out.suffix.lower() not in ENDINGS:
        ends = " or ".join(ENDINGS)
        raise MisuseError(
            "No file is named for the results.", f"Name one that ends in {ends}: --out."
        )
    if PARQUET in (options.out.suffix.lower(), options.file.suffix.lower()):
        long_lists()
    if options.engine == DUCKDB:
        check_fit(options, layout)
    for name in options.keep:
        if name not in names:
            raise MisuseError(f"The list has no column '{name}'.", f"It has {', '.join(names)}.")
    for problem in table.notices:
        _tell(problem, language)
    _say_layout(layout)
    score = _score if options.engine == PYTHON else _score_long
    score(options, List(table=table, layout=layout, batch=batch), language)
    return 0


def _score(options: argparse.Namespace, accounts: List, language: str) -> None:
    """Score part by part, and write what comes of it."""
    # A file of results may come back with overrides: they are told, and go along.
    overrides = Overrides(accounts.batch.definition) if are_in(accounts.layout) else None
    exporter = Exporter(accounts.batch, accounts.layout, options.keep, overrides)
    errors = ErrorFile(
        options.errors or options.out.with_suffix(".errors.csv"), accounts.layout, language
    )
    tally = _Tally()
    gc.freeze()
    expect_many()
    with written(options.out) as file, output_to(file, options.out, exporter) as output:
        for part in accounts.parts():
            if overrides is not None:
                overrides.read(part, accounts.layout)
            output.write(part)
            errors.write(part)
            tally.add(part.scored.column("band"), len(part.refused))
    tally.end()
    for problem in (*accounts.notices(), *(overrides.problems if overrides else ())):
        _tell(problem, language)
    _report(tally, accounts, errors)
    if overrides is not None:
        held = overrides.held(datetime.now().astimezone().date())
        print(f"{'overrides that hold':<24}{held:>12,}")
        print(f"{'overrides that ended':<24}{len(overrides) - held:>12,}")


def _score_long(options: argparse.Namespace, accounts: List, language: str) -> None:
    """Score in the database, and write what comes of it."""
    tell("The result has no lowest, highest, ask and sure.", "Without --engine duckdb it has.")
    errors = ErrorFile(
        options.errors or options.out.with_suffix(".errors.csv"), accounts.layout, language
    )
    tally = _Tally()
    tally.bands, tally.refused = scored(options, accounts, errors)
    for problem in accounts.notices():
        _tell(problem, language)
    _report(tally, accounts, errors)


@dataclass(slots=True)
class _Tally:
    """Counts accounts, and shows a person at a terminal how far it is."""

    bands: Counter[str] = field(default_factory=Counter)
    refused: int = 0

    def add(self, bands: list[object], refused: int) -> None:
        self.bands.update("" if band is None else str(band) for band in bands)
        self.refused += refused
        if sys.stderr.isatty():
            print(f"\r{self.bands.total():,} accounts", end="", file=sys.stderr, flush=True)

    def end(self) -> None:
        if sys.stderr.isatty():
            print(file=sys.stderr)


def _report(tally: _Tally, accounts: List, errors: ErrorFile) -> None:
    for band in accounts.batch.definition.bands:
        print(f"{band.id:<24}{tally.bands[band.id]:>12,}")
    print(f"{'without a result':<24}{tally.bands['']:>12,}")
    if tally.refused:
        print(f"{'not scored':<24}{tally.refused:>12,}")
    if errors.count:
        print(f"{errors.count:,} problems in {errors.path}")


def _say_layout(layout: Layout) -> None:
    """Tell which column is read as what, so that nobody finds out later."""
    read = {layout.header[each.column]: name for name, each in layout.answers.items()}
    read |= {layout.header[place]: name for name, place in layout.facts.items()}
    tell(f"Accounts are named by '{layout.header[layout.account]}'.")
    for name, source in layout.answers.items():
        if source.cut:
            tell(f"'{layout.header[source.column]}' is cut by limits into {name}.")
    if not read:
        tell("No column answers a question.", "Give a map: --show-map prints one to begin with.")
    unread = [name for place, name in enumerate(layout.header)
              if name not in read and place not in (layout.account, layout.present)]  # fmt: skip
    if unread:
        tell(f"Not read: {', '.join(unread)}.")


def _tell(problem: Problem, language: str) -> None:
    said = told_problem(problem, language)
    tell(str(said["message"]), str(said["hint"]))


def _guide(root: Path) -> Data:
    path = root / FOLDER / SINGLE["portfolio"]
    value = read_yaml_file(path, root).value if path.is_file() else {}
    return value if isinstance(value, Mapping) else {}


def _map(path: Path) -> object:
    content = path.read_bytes()
    if path.suffix.lower() == ".json":
        return read_json(content.decode("utf-8-sig", "replace"))
    found = read_yaml(content, path.name)
    for problem in found.problems:
        raise MisuseError(f"{problem.file}:{problem.line}: {problem.message}", problem.hint)
    return found.value


def _settings(written: str | None) -> dict[str, object]:
    return dict(_setting(each) for each in written.split(",")) if written else {}


def _setting(written: str) -> tuple[str, object]:
    name, _, number = written.partition("=")
    try:
        value = Decimal(number.strip())
    except InvalidOperation:
        raise MisuseError(f"'{written}' sets nothing.", "Write current=40.") from None
    return name.strip(), int(value) if value == value.to_integral_value() else value
