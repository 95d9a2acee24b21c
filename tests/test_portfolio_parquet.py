"""playbook portfolio --out scored.parquet: the cells of the CSV, each with its kind."""

import random
import sys
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import duckdb
import pytest

from assessments.tables.csv_reading import read_csv
from macros.__main__ import main
from tests.answering import questionnaire

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent
TIERS, CLASSES = "customer-value-tiering", "fortune-telling-selection"
CELLS = ("0", "1", "2", "3", "3", "na", "")
ODD = (" 2", "２", "N/A", "不适用", "2.0", "4", "?", "x")


def run(tool: str, *arguments: object) -> int:
    return main(["--root", str(ROOT), "portfolio", *map(str, arguments), "--model", tool])


def list_of(tool: str, count: int) -> str:
    """Return a list with gaps, odd cells, accounts twice and without a name, and broken rows."""
    dice, known = random.Random(f"{tool} in Parquet"), questionnaire(tool)
    lines = [",".join(["Account ID", "Status", *known.questions, *known.flags])]
    for place in range(count):
        cells = [dice.choice(CELLS) for _ in known.questions]
        if place % 9 == 0:
            cells[dice.randrange(len(cells))] = dice.choice(ODD)
        facts = [dice.choice(("", "", "", "no", "yes", "maybe")) for _ in known.flags]
        name = {3: "", 5: "A1", 7: "a1 ", 11: '"=sum(1)"', 13: '"客户, 13"'}.get(place, f"A{place}")
        lines.append(",".join([name, dice.choice(("", "old")), *cells, *facts]))
        if place == 17:
            lines.append("A17b,1,2")
    return "\n".join(lines) + "\n"


def csv_cells(path: Path) -> list[list[str]]:
    found = read_csv(BytesIO(path.read_bytes()))
    return [list(found.header), *(list(cells) for _, cells in found.lines)]


def parquet_rows(path: Path) -> tuple[dict[str, str], list[tuple[object, ...]]]:
    with duckdb.connect() as connection:
        cursor = connection.execute(f"FROM read_parquet('{path}')")
        return {each[0]: str(each[1]) for each in cursor.description}, cursor.fetchall()


def as_text(value: object) -> str:
    return "" if value is None else str(value)


@pytest.mark.parametrize("tool", [TIERS, CLASSES])
def test_every_cell_of_the_parquet_file_is_that_of_the_csv(tool: str, tmp_path: Path) -> None:
    given = tmp_path / "list.csv"
    given.write_text(list_of(tool, 400), encoding="utf-8")
    for end in ("csv", "parquet"):
        assert run(tool, given, "--out", tmp_path / f"out.{end}", "--keep", "Status") == 0
    header, *wanted = csv_cells(tmp_path / "out.csv")
    kinds, found = parquet_rows(tmp_path / "out.parquet")
    # A kept column is called otherwise where a result has its name.
    assert list(kinds) == [f"{name} (2)" if name == "Status" else name for name in header]
    assert [[as_text(cell) for cell in row] for row in found] == wanted
    assert len(wanted) == 397
    assert "5" in [row[0] for row in csv_cells(tmp_path / "out.errors.csv")]


@pytest.mark.parametrize("tool", [TIERS, CLASSES])
def test_scores_are_decimals_counts_whole_numbers_and_results_texts(
    tool: str, tmp_path: Path
) -> None:
    given = tmp_path / "list.csv"
    given.write_text(list_of(tool, 40), encoding="utf-8")
    assert run(tool, given, "--out", tmp_path / "out.parquet") == 0
    kinds, found = parquet_rows(tmp_path / "out.parquet")
    for name, kind in kinds.items():
        ends = name.removeprefix("lowest.").removeprefix("highest.")
        if name == "sure" or name.startswith(("score.", "distance.")) or ends in NUMBERS:
            assert kind == "DECIMAL(10,1)", name
        elif name == "open" or name.startswith("sure."):
            assert kind == "INTEGER", name
        else:
            assert kind == "VARCHAR", name
    scores = [row[list(kinds).index("sure")] for row in found]
    assert {type(each) for each in scores} == {Decimal, type(None)}


NUMBERS = ("overall", "prospect", "fit", "time_continuity", "comprehensive_value")


def test_figures_with_a_decimal_comma_give_the_same_in_both_files(tmp_path: Path) -> None:
    given, chosen = tmp_path / "list.csv", tmp_path / "map.yml"
    given.write_text("Name;Revenue\nA;1.234,5\nB;99,5\nC;\nD;viel\nE;n/a\n", encoding="utf-8")
    chosen.write_text(
        "account: Name\nanswers:\n"
        "  current.1: {column: Revenue, value: our-revenue, limits: [100, 1000, 10000]}\n",
        encoding="utf-8",
    )
    for end in ("csv", "parquet"):
        assert run(TIERS, given, "--map", chosen, "--out", tmp_path / f"out.{end}") == 0
    header, *wanted = csv_cells(tmp_path / "out.csv")
    kinds, found = parquet_rows(tmp_path / "out.parquet")
    assert [[as_text(cell) for cell in row] for row in found] == wanted
    place = list(kinds).index("current.1")
    assert [row[place] for row in found] == ["2", "0", None, "?", "na"]
    assert header == list(kinds)


def test_without_duckdb_a_sentence_says_how_to_install_it(
    tmp_path: Path, capsys: pytest.CaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    for name in [name for name in sys.modules if name.startswith("macros.long_lists")]:
        monkeypatch.delitem(sys.modules, name)
    given = tmp_path / "list.csv"
    given.write_text(list_of(TIERS, 5), encoding="utf-8")
    assert run(TIERS, given, "--out", tmp_path / "out.parquet") == 2
    assert capsys.readouterr().err == (
        "playbook: Parquet and long lists need DuckDB, which is not installed.\n"
        "    Install it: python -m pip install -e '.[portfolio]'; or let --out end in .csv.\n"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["list.csv"]


def test_whoever_breaks_off_keeps_the_file_of_last_time_and_nothing_else(tmp_path: Path) -> None:
    given, out = tmp_path / "list.csv", tmp_path / "out.parquet"
    given.write_text("id,current.1\n", encoding="utf-8")
    out.write_text("of last time", encoding="utf-8")
    assert run(TIERS, given, "--out", out) == 2
    assert out.read_text(encoding="utf-8") == "of last time"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["list.csv", "out.parquet"]
