"""The worked cases of the calculators and of portfolio files."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from assessments import EngineError, read_json, score, write_json
from assessments.calculators.formula_parts.portfolio_file import decode, read_portfolio
from assessments.calculators.report import CalculatorReport
from tests.definitions import calculators, definition

CASES = Path(__file__).parent / "cases"


def cases(name: str) -> list[object]:
    """Return the cases of a file, each under its tool and name."""
    read = read_json((CASES / name).read_text("utf-8"))
    return [pytest.param(case, id=f"{case.get('tool', 'csv')}: {case['name']}") for case in read]


def as_written(report: object) -> dict[str, object]:
    """Return a report, or a part of one, as a reader of its JSON sees it."""
    data = report.as_data() if isinstance(report, CalculatorReport) else report
    return json.loads(write_json(data))


@pytest.mark.parametrize("case", [*cases("calculators.json"), *cases("calculator_rules.json")])
def test_a_calculator_gives_the_worked_result(case: dict) -> None:
    tool = case["tool"]
    if "error" in case:
        with pytest.raises(EngineError) as raised:
            score(definition(tool), case["input"])
        assert raised.value.problems[0].code == case["error"]
    else:
        report = as_written(score(definition(tool), case["input"]))
        assert {key: report.get(key, "absent") for key in case["expected"]} == as_written(
            case["expected"]
        )


def test_every_calculator_has_worked_cases() -> None:
    read = read_json((CASES / "calculators.json").read_text("utf-8"))
    assert sorted({case["tool"] for case in read if "expected" in case}) == calculators()
    assert sorted({case["tool"] for case in read if "error" in case}) == calculators()


@pytest.mark.parametrize("case", cases("csv.json"))
def test_a_portfolio_file_gives_the_worked_accounts(case: dict) -> None:
    portfolio = read_portfolio(case["text"], case["scheme"])
    codes = [problem.code for problem in portfolio.problems]
    assert codes[:1] == ([case["error"]] if "error" in case else [])
    if "expected" in case:
        assert list(portfolio.accounts) == case["expected"]


def test_the_good_rows_of_a_file_are_kept_and_every_bad_one_is_named() -> None:
    text = "id,class,weight\na,S,2\nb,Z,x\n,A,1\nc,C,1\n"
    portfolio = read_portfolio(text)
    assert [account["id"] for account in portfolio.accounts] == ["a", "c"]
    assert portfolio.lines == (2, 5)
    assert [(each.code, each.path) for each in portfolio.problems] == [
        ("E_CLASS", "lines[3].class"),
        ("E_NUMBER", "lines[3].weight"),
        ("E_ID", "lines[4].id"),
    ]


def test_a_file_with_other_column_names_is_read_by_a_map_of_names() -> None:
    text = "客户,类别,备注\n甲,战略,老客户\n"
    portfolio = read_portfolio(text, "tiers", {"id": "客户", "class": "类别"})
    assert portfolio.accounts == ({"id": "甲", "class": "strategic"},)
    assert portfolio.ignored == ("备注",)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
def test_a_file_is_decoded_from_the_encodings_of_spreadsheets(encoding: str) -> None:
    text = "id,class\n云禾水务,S\n"
    assert decode(text.encode(encoding)).removeprefix("\ufeff") == text


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(EngineError) as raised:
        decode(b"id,class\n\xff\xff\xff,S\n")
    assert raised.value.problems[0].code == "E_CSV_ENCODING"


def test_the_accounts_of_a_sound_file_are_what_the_calculator_takes() -> None:
    accounts = read_portfolio("id,class,weight\na,S,1.5\nb,A,\n").accounts
    given = {"total": 100, "preset": "focus", "accounts": accounts}
    report = as_written(score(definition("resource-allocation"), given))
    assert report["by_account"] == {"a": 70.0, "b": 30.0}


def allocated(accounts: object, **rest: object) -> dict[str, object]:
    """Return the report, or under "problems" the code and path of every problem."""
    given = {"total": 100, "preset": "focus", "accounts": accounts, **rest}
    try:
        return as_written(score(definition("resource-allocation"), given))
    except EngineError as error:
        return {"problems": [(each.code, each.path) for each in error.problems]}


def told(accounts: str, language: str = "en", **rest: object) -> list[tuple[str, str]]:
    """Return message and hint of every problem of a file."""
    given = {"total": 100, "preset": "focus", "accounts": accounts, **rest}
    with pytest.raises(EngineError) as raised:
        score(definition("resource-allocation"), given)
    said = raised.value.as_data(language)["error"]["problems"]
    return [(each["message"], each["hint"]) for each in said]


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (
            "id;class;weight\na;S;1,000\n",
            "Line 2, column weight: 1,000 can be read as 1 or as 1000.",
            "Write 1000 or 1.0.",
        ),
        (
            "id;class;weight\na;S;1.000\n",
            "Line 2, column weight: 1.000 can be read as 1 or as 1000.",
            "Write 1000 or 1.0.",
        ),
        (
            "id,class,Minimum\na,S,12.345\n",
            "Line 2, column Minimum: 12.345 can be read as 12.345 or as 12345.",
            "Write 12345 or 12.3450.",
        ),
        (
            'id,class,weight\na,S,"1,250"\n',
            "Line 2, column weight: 1,250 can be read as 1.25 or as 1250.",
            "Write 1250 or 1.25.",
        ),
    ],
)
def test_a_number_that_can_be_read_in_two_ways_is_not_guessed(
    text: str, message: str, hint: str
) -> None:
    assert told(text) == [(message, hint)]


@pytest.mark.parametrize("weight", ["0,125", "1,5", "1.25", "1,0005", "12345", "1000,5"])
def test_a_number_that_can_be_read_in_one_way_is_taken(weight: str) -> None:
    portfolio = read_portfolio(f"id;class;weight\na;S;{weight}\n")
    assert portfolio.accounts[0]["weight"] == Decimal(weight.replace(",", "."))


def test_the_problem_of_a_cell_names_its_line_and_its_column_as_the_file_does() -> None:
    text = "ID;Class;weight\n;S;1\na;Z;x\n"
    assert [message for message, _ in told(text)] == [
        "Line 2, column ID: The account has no name or alias.",
        "Line 3, column Class: “Z” is not a class that can be used here; choose one of S, A, B, C.",
        "Line 3, column weight must be a number, not “x”.",
    ]
    assert told(text, "zh")[2][0] == "第3行“weight”列必须是数字，而不是“x”。"


def test_a_cell_that_is_too_long_is_not_called_a_fault_of_quotation_marks() -> None:
    text = f"id,class\n{'x' * 200_000},S\n"
    assert told(text) == [
        (
            "A cell of line 2 holds more than 131072 characters.",
            "Shorten it, or close the double quotes before it.",
        )
    ]
    assert told('id,class\n"a,S\n')[0][0] == "The double quotes of line 2 do not match."


def test_the_accounts_may_be_the_text_of_a_file() -> None:
    report = allocated("id;class;region;weight\na;S;north;1,5\nb;A;south;\n")
    assert report["by_account"] == {"a": 70.0, "b": 30.0}
    assert report["notes"] == ["COLUMNS_IGNORED"]
    assert report["facts"]["COLUMNS_IGNORED"] == {"names": ["region"]}
    tiers = allocated("id,class\n甲,战略\n", scheme="tiers")
    assert tiers["by_account"] == {"甲": 100.0}
    assert "COLUMNS_IGNORED" not in tiers["notes"]


@pytest.mark.parametrize("case", [case for case in cases("csv.json") if "error" in case.values[0]])
def test_the_problems_of_a_file_are_problems_of_the_accounts(case: dict) -> None:
    found = allocated(case["text"], scheme=case["scheme"])["problems"]
    assert found[0][0] == case["error"]
    assert all(path.startswith("accounts") for _, path in found)


def test_the_problems_of_a_file_stand_among_those_of_the_input() -> None:
    assert allocated("id,class\n,S\nb,Z\n", total=0, basis="x")["problems"] == [
        ("E_RANGE", "total"),
        ("E_ID", "accounts.lines[2].id"),
        ("E_CLASS", "accounts.lines[3].class"),
        ("E_ENUM", "basis"),
    ]
