"""playbook portfolio: files in, files out, and what it says meanwhile."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from assessments.tables.csv_reading import read_csv
from macros.__main__ import main
from tests.answering import questionnaire

ROOT = Path(__file__).parent.parent
TIERS = "customer-value-tiering"
QUESTIONS = questionnaire(TIERS).questions
BEST = ",".join("3" * 12)
LIST = (
    f"客户编号,{','.join(QUESTIONS)}\nA,{BEST}\n乙,{BEST[:-1]}x\nC,{','.join('1' * 12)}\na,{BEST}\n"
)


def run(*arguments: object) -> int:
    return main(["--root", str(ROOT), "portfolio", *map(str, arguments), "--model", TIERS])


def table(path: Path) -> list[dict[str, str]]:
    found = read_csv(BytesIO(path.read_bytes()))
    return [dict(zip(found.header, cells, strict=True)) for _, cells in found.lines]


@pytest.fixture
def accounts(tmp_path: Path) -> Path:
    path = tmp_path / "accounts.csv"
    path.write_bytes(LIST.encode("gb18030"))
    return path


def test_a_list_is_scored_and_its_problems_stand_in_a_file_of_their_own(
    accounts: Path, capsys: pytest.CaptureFixture
) -> None:
    out = accounts.with_name("scored.csv")
    assert run(accounts, "--out", out) == 0
    assert [(row["account"], row["band"], row["status"]) for row in table(out)] == [
        ("A", "strategic", "ok"), ("乙", "", "malformed"), ("C", "ordinary", "ok"),
    ]  # fmt: skip
    errors = table(accounts.with_name("scored.errors.csv"))
    assert [(row["line"], row["column"], row["account"], row["cell"]) for row in errors] == [
        ("3", "strategic.4", "乙", "x"), ("5", "客户编号", "a", "a"),
    ]  # fmt: skip
    said = capsys.readouterr()
    assert said.out == (
        f"{'strategic':<24}{1:>12}\n{'key':<24}{0:>12}\n{'ordinary':<24}{1:>12}\n"
        f"{'without a result':<24}{1:>12}\n{'not scored':<24}{1:>12}\n"
        f"2 problems in {accounts.with_name('scored.errors.csv')}\n"
    )
    assert said.err == "playbook: Accounts are named by '客户编号'.\n"


def test_a_right_list_leaves_no_file_of_errors(accounts: Path) -> None:
    accounts.write_text(LIST.split("乙", maxsplit=1)[0], encoding="utf-8-sig")
    left = accounts.with_name("out.errors.csv")
    left.write_text("of last time", encoding="utf-8")
    assert run(accounts, "--out", accounts.with_name("out.csv")) == 0
    assert not left.exists()


def test_a_workbook_comes_in_and_goes_out_and_in_again(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["Account ID", *QUESTIONS, "credit_block"])
    book.active.append(["=A", *[3] * 12, True])
    book.active["A2"].data_type = "s"
    book.active.append(["B", *[2] * 12, False])
    book.save(tmp_path / "in.xlsx")
    assert run(tmp_path / "in.xlsx", "--out", tmp_path / "out.xlsx") == 0
    sheet = load_workbook(tmp_path / "out.xlsx").active
    header, *rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert [(row[0], row[header.index("band")]) for row in rows] == [
        ("'=A", "ordinary"),
        ("B", "key"),
    ]
    assert rows[1][header.index("overall")] == 66.7
    assert run(tmp_path / "out.xlsx", "--out", tmp_path / "again.xlsx") == 0
    assert (tmp_path / "again.xlsx").read_bytes() == (tmp_path / "out.xlsx").read_bytes()


def test_the_suggested_map_can_be_filled_in_and_given_back(
    tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Name;逾期天数;Revenue\nA;45;1.234,5\nB;0;99\n", encoding="utf-8")
    assert run(path, "--guess", "--show-map") == 0
    suggested = json.loads(capsys.readouterr().out)
    assert suggested["answers"] == {"current.4": {"column": "逾期天数", "value": "days-late"}}
    given = tmp_path / "map.yml"
    given.write_text(
        "account: Name\nanswers:\n  current.4: {column: 逾期天数, value: days-late}\n"
        "  current.1: {column: Revenue, value: our-revenue, limits: [100, 1000, 10000]}\n",
        encoding="utf-8",
    )
    assert run(path, "--map", given, "--out", tmp_path / "out.csv") == 0
    found = table(tmp_path / "out.csv")
    assert [(row["current.1"], row["current.4"]) for row in found] == [("2", "1"), ("0", "3")]
    assert "'Revenue' is cut by limits into current.1." in capsys.readouterr().err


def test_other_weights_and_limits_give_other_tiers(accounts: Path) -> None:
    accounts.write_text(f"id,{','.join(QUESTIONS)}\nA,3,3,3,3,1,1,1,1,2,2,2,2\n", encoding="utf-8")
    for options, band in (((), "key"), (("--limits", "strategic.overall=65"), "strategic"),
                          (("--weights", "potential=0"), "strategic")):  # fmt: skip
        out = accounts.with_name("out.csv")
        assert run(accounts, "--out", out, *options) == 0
        assert table(out)[0]["band"] == band


@pytest.mark.parametrize(
    ("content", "arguments", "sentence"),
    [
        (b"", (), "The file holds no table."),
        (b"id,current.1\n", (), "Below its header the file holds no account."),
        (b"a,b\n1,2\n", (), "No column is known to name the accounts."),
        (b"id,a\n1,2\n", ("--limits", "x.y=1"), "There is no weight or limit “x.y”."),
        (b"PK\x03\x04nothing", (),
         "The file is named like an Excel workbook, but it is damaged or is none."),
    ],
)  # fmt: skip
def test_what_cannot_be_scored_says_why_and_writes_nothing(
    accounts: Path, capsys: pytest.CaptureFixture, content: bytes, arguments: tuple[str, ...],
    sentence: str,
) -> None:  # fmt: skip
    accounts.write_bytes(content)
    out = accounts.with_name("out.csv")
    out.write_text("of last time", encoding="utf-8")
    assert run(accounts, "--out", out, *arguments) == 2
    assert f"playbook: {sentence}\n" in capsys.readouterr().err
    assert out.read_text(encoding="utf-8") == "of last time"
    assert sorted(path.name for path in accounts.parent.iterdir()) == ["accounts.csv", "out.csv"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--out", "x.pdf"), "No file is named for the results."),
        (("--out", "x.csv", "--keep", "City"), "The list has no column 'City'."),
        (("--out", "x.csv", "--weights", "current"), "'current' sets nothing."),
    ],
)
def test_a_command_that_cannot_be_carried_out_is_refused(
    accounts: Path, capsys: pytest.CaptureFixture, arguments: tuple[str, ...], sentence: str
) -> None:
    assert run(accounts, *arguments) == 2
    assert f"playbook: {sentence}\n" in capsys.readouterr().err


def test_overrides_of_a_list_are_taken_along_and_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given, out = tmp_path / "list.csv", tmp_path / "out.csv"
    ends = (",key,Owner leaves,9999-12-31", ",gold,,31.3.2027", ",key,Pilot,2020-01-01")
    rows = [f"{name},{BEST}{end}" for name, end in zip("ABC", ends, strict=True)]
    header = f"客户编号,{','.join(QUESTIONS)},override,override.reason,override.until"
    given.write_text("\n".join([header, *rows]), encoding="utf-8")
    assert run(given, "--out", out) == 0
    said = capsys.readouterr()
    assert f"{'overrides that hold':<24}{1:>12}\n{'overrides that ended':<24}{1:>12}\n" in said.out
    assert "The override of “B” has no reason." in said.err
    found = [
        [row[name] for name in ("override", "override.reason", "override.until")]
        for row in table(out)
    ]
    assert found == [
        ["key", "Owner leaves", "9999-12-31"],
        [""] * 3,
        ["key", "Pilot", "2020-01-01"],
    ]
