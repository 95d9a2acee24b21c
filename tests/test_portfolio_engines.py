"""playbook portfolio --engine duckdb: what the other engine gives, cell by cell, and refusals."""

import csv
import random
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import duckdb
import pytest

from macros.__main__ import main
from tests.answering import assessments, questionnaire
from tests.sql_rows import columns_of, seeded_rows
from tests.test_portfolio_parquet import CLASSES, ROOT, TIERS, as_text, csv_cells, parquet_rows

pytestmark = pytest.mark.slow

LEFT_OUT = ("lowest.", "highest.", "ask", "sure")
HABITS = (
    "A", "客户", "Ａ", "acme ", "Straße ", "É", "e\u0301", "ﬁ", "=1+", "A,", 'A"', "#N/A", "\ufffd",
)  # fmt: skip


def run(tool: str, *arguments: object) -> int:
    return main(["--root", str(ROOT), "portfolio", *map(str, arguments), "--model", tool])


def both(tool: str, given: Path, *arguments: object, end: str = "csv") -> Path:
    """Score a list by both engines, compare every cell and every problem, and return the folder."""
    folder = given.parent
    assert run(tool, given, "--out", folder / "python.csv", *arguments) == 0
    duck = folder / f"duck.{end}"
    assert run(tool, given, "--out", duck, *arguments, "--engine", "duckdb") == 0
    header, *wanted = csv_cells(folder / "python.csv")
    places = [place for place, name in enumerate(header) if not name.startswith(LEFT_OUT)]
    wanted = [[row[place] for place in places] for row in wanted]
    if end == "csv":
        assert duck.read_bytes().startswith(b"\xef\xbb\xbf")
        ends = [path.read_bytes().count(b"\r\n") for path in (duck, folder / "python.csv")]
        assert ends[0] == ends[1]
        names, *found = csv_cells(duck)
    else:
        kinds, rows = parquet_rows(duck)
        names, found = list(kinds), [[as_text(cell) for cell in row] for row in rows]
    assert names == [header[place] for place in places]
    assert [row for row in zip(found, wanted, strict=True) if row[0] != row[1]] == []
    errors = [folder / f"{name}.errors.csv" for name in ("python", "duck")]
    assert errors[0].exists() == errors[1].exists()
    if errors[0].exists():
        assert errors[1].read_bytes() == errors[0].read_bytes()
    return folder


def as_list(tool: str, count: int) -> str:
    """Return the rows of the tests of statements, with names that look alike, as a list."""
    known, dice, text = questionnaire(tool), random.Random(f"{tool} in engines"), StringIO()
    writer = csv.writer(text)
    _, *columns = columns_of(tool)
    writer.writerow(["Account ID", "City", *known.questions, *known.flags])
    for place, row in enumerate(seeded_rows(tool, count)):
        name = f"{dice.choice(HABITS)}{place}" if place % 7 == 0 else f"A{place}"
        if place % 40 == 0:
            name = dice.choice((*HABITS, f"a{place - 20}", "", " ", f"A {place}", f"a  {place}"))
        city = dice.choice(("", "Köln", "上海", "=cmd", "a, b", 'the "Hague"', " x"))
        writer.writerow([name, city, *(row[column] or "" for column in columns)])
    return text.getvalue()


@pytest.mark.parametrize("tool", [TIERS, CLASSES])
@pytest.mark.parametrize("end", ["csv", "parquet"])
def test_both_engines_give_the_same_cells_and_the_same_problems(
    tool: str, end: str, tmp_path: Path
) -> None:
    given = tmp_path / "list.csv"
    given.write_text(as_list(tool, 5000), encoding="utf-8", newline="")
    both(tool, given, "--keep", "City", end=end)


@pytest.mark.parametrize("tool", assessments())
def test_every_assessment_is_scored_alike(tool: str, tmp_path: Path) -> None:
    given = tmp_path / "list.csv"
    given.write_text(as_list(tool, 300), encoding="utf-8-sig", newline="")
    both(tool, given)


@pytest.mark.parametrize(
    ("change", "encoding"),
    [
        (lambda text: text, "gb18030"),
        (lambda text: text, "utf-16"),
        (lambda text: text.replace("\r\n", "\n"), "utf-8"),
        (lambda text: text.replace("\r\n", "\n", 20), "utf-8"),
        (lambda text: text.replace("A5,", '"A\n5",'), "utf-8"),
        (lambda text: text.replace("A5,", '"A5" ,').replace("A9,", ' "A9",'), "utf-8"),
        (lambda text: text.replace("A5,", '"A5,').replace("A9,", 'A"9,'), "utf-8"),
        (lambda text: text.replace("A5,", "A5,,,").replace("A9,", "\r\n,,\r\n\r\nA9,"), "utf-8"),
        (lambda text: "sep=,\r\n" + text + "," * 13, "utf-8"),
        (lambda text: "\r\n" + text.replace(",", ";"), "utf-8"),
    ],
)
def test_a_file_is_read_alike_however_it_is_written(
    change: Callable[[str], str], encoding: str, tmp_path: Path
) -> None:
    given, text = tmp_path / "list.csv", as_list(TIERS, 60).replace("\ufffd", "?")
    text = text.replace("a, b", "ab").replace("ﬁ", "fi").replace("e\u0301", "e")
    given.write_bytes(change(text).encode(encoding))
    both(TIERS, given)


def test_other_weights_limits_and_a_map_count_in_both(tmp_path: Path) -> None:
    given, chosen = tmp_path / "list.csv", tmp_path / "map.yml"
    text = as_list(TIERS, 400).replace("current.2", "二").replace("credit_block", "Blocked?")
    given.write_text(text, encoding="utf-8", newline="")
    chosen.write_text(
        "account: Account ID\nanswers: {current.1: current.1, current.2: 二, current.3: current.3,"
        " current.4: current.4}\nfacts: {credit_block: Blocked?}\npresent: City\n",
        encoding="utf-8",
    )
    both(TIERS, given, "--map", chosen, "--weights", "potential=0,strategic=0",
         "--limits", "key.overall=45.5")  # fmt: skip


def test_parquet_goes_in(tmp_path: Path) -> None:
    given, file = tmp_path / "list.csv", tmp_path / "list.parquet"
    given.write_text(as_list(TIERS, 300), encoding="utf-8", newline="")
    with duckdb.connect() as connection:
        connection.execute(
            f"COPY (FROM read_csv('{given}', all_varchar=true, header=true)) TO '{file}'"
        )
    both(TIERS, given)
    assert run(TIERS, file, "--out", tmp_path / "again.csv", "--engine", "duckdb") == 0
    assert csv_cells(tmp_path / "again.csv") == csv_cells(tmp_path / "duck.csv")


def test_whole_numbers_and_truths_of_a_parquet_file_are_answers(tmp_path: Path) -> None:
    file, names = tmp_path / "list.parquet", questionnaire(TIERS).questions
    answers = ", ".join(f'CAST(i % 4 AS TINYINT) AS "{name}"' for name in names)
    with duckdb.connect() as connection:
        connection.execute(
            f'COPY (SELECT i AS "Account ID", {answers}, i = 7 AS credit_block, 2.0 AS x '
            f"FROM range(8) AS numbers(i)) TO '{file}'"
        )
    assert run(TIERS, file, "--out", tmp_path / "out.csv", "--engine", "duckdb") == 0
    header, *found = csv_cells(tmp_path / "out.csv")
    bands = [row[header.index("band")] for row in found]
    assert bands == ["ordinary", "ordinary", "key", "strategic"] * 1 + [
        "ordinary", "ordinary", "key", "ordinary",
    ]  # fmt: skip


CUT = (
    "'Revenue' would be cut by limits into current.1: DuckDB reads answers only.\n"
    "    Leave --engine duckdb out: the other engine does it."
)


WORKBOOK = (
    "DuckDB writes no workbook: long lists do not fit into one.\n"
    "    Name a file that ends in .csv or .parquet: --out."
)


@pytest.mark.parametrize(
    ("given", "arguments", "sentence"),
    [
        ("list.csv", ("--out", "o.csv", "--engine", "duckdb", "--map", "map.yml"), CUT),
        ("list.csv", ("--out", "o.xlsx", "--engine", "duckdb"),
         WORKBOOK),
        ("held.csv", ("--out", "o.csv", "--engine", "duckdb"),
         "The list has overrides: DuckDB carries none along."),
        ("list.parquet", ("--out", "o.csv"),
         "Parquet is read by DuckDB alone.\n    Add --engine duckdb."),
        ("list.parquet", ("--out", "o.csv", "--engine", "duckdb"), "DuckDB stopped: "),
    ],
)  # fmt: skip
def test_what_duckdb_does_not_do_is_refused_with_the_way_that_works(
    given: str, arguments: tuple[str, ...], sentence: str, tmp_path: Path,
    capsys: pytest.CaptureFixture,
) -> None:  # fmt: skip
    for name in ("list.csv", "list.parquet"):
        (tmp_path / name).write_text("Account ID,Revenue,current.2\nA,1,2\n", encoding="utf-8")
    header = "Account ID,current.1,override,override.reason,override.until\n"
    (tmp_path / "held.csv").write_text(header, encoding="utf-8")
    (tmp_path / "map.yml").write_text(
        "account: Account ID\nanswers:\n"
        "  current.1: {column: Revenue, value: our-revenue, limits: [100, 1000, 10000]}\n",
        encoding="utf-8",
    )
    files = ("list.csv", "o.csv", "o.xlsx", "map.yml")
    named = [tmp_path / each if each in files else each for each in arguments]
    assert run(TIERS, tmp_path / given, *named) == 2
    assert f"playbook: {sentence}" in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "held.csv", "list.csv", "list.parquet", "map.yml",
    ]  # fmt: skip


def test_a_list_without_an_account_leaves_the_file_of_last_time(tmp_path: Path) -> None:
    given, out = tmp_path / "list.csv", tmp_path / "out.parquet"
    given.write_text("Account ID,current.1\n", encoding="utf-8")
    out.write_text("of last time", encoding="utf-8")
    assert run(TIERS, given, "--out", out, "--engine", "duckdb") == 2
    assert out.read_text(encoding="utf-8") == "of last time"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["list.csv", "out.parquet"]
