"""The worked cases of the calculators and of portfolio files."""

import json
from pathlib import Path

import pytest

from assessments import EngineError, read_json, score, write_json
from assessments.calculators.portfolio import decode, read_portfolio
from tests.definitions import calculators, definition

CASES = Path(__file__).parent / "cases"


def cases(name: str) -> list[object]:
    """Return the cases of a file, each under its tool and name."""
    read = read_json((CASES / name).read_text("utf-8"))
    return [pytest.param(case, id=f"{case.get('tool', 'csv')}: {case['name']}") for case in read]


def as_written(report: object) -> dict[str, object]:
    """Return a report as a reader of its JSON sees it."""
    return json.loads(write_json(report))


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
    accounts = read_portfolio("id,class,weight\na,S,1.5\nb,A,\n").sound_accounts()
    given = {"total": 100, "preset": "focus", "accounts": accounts}
    report = as_written(score(definition("resource-allocation"), given))
    assert report["by_account"] == {"a": 70.0, "b": 30.0}


def test_a_file_with_a_problem_has_no_sound_accounts() -> None:
    sentences = definition("resource-allocation")["errors"]
    with pytest.raises(EngineError) as raised:
        read_portfolio("id,class\nx,Z\n").sound_accounts(sentences)
    assert raised.value.as_data()["error"]["message"] == (
        "“Z” is not a class that can be used here; choose one of S, A, B, C."
    )


def allocated(accounts: object, **rest: object) -> dict[str, object]:
    """Return the report, or under "problems" the code and path of every problem."""
    given = {"total": 100, "preset": "focus", "accounts": accounts, **rest}
    try:
        return as_written(score(definition("resource-allocation"), given))
    except EngineError as error:
        return {"problems": [(each.code, each.path) for each in error.problems]}


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
