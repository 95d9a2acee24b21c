"""The door of lists for the page: bytes in, JSON out, in steps."""

import base64
import json

import pytest

from assessments.border.reading import write_json
from assessments.portfolio import browser
from assessments.portfolio.desk import MOST_TOLD, STEP
from tests.definitions import definition
from tests.portfolio_asking import (
    BEST,
    GUIDE,
    LIST,
    MAP,
    QUESTIONS,
    TIERS,
    ask,
    csv,
    made,
    opened,
    scored,
    steps,
)


@pytest.mark.parametrize(
    ("encoding", "separator", "found"),
    [
        ("utf-8", ",", "utf-8"),
        ("utf-8-sig", ";", "utf-8-sig"),
        ("utf-16", "\t", "utf-16"),
        ("gb18030", ",", "gb18030"),
    ],
)
def test_a_file_tells_what_it_is_and_what_its_columns_hold(
    encoding: str, separator: str, found: str
) -> None:
    answer = opened(csv(LIST, separator).encode(encoding))
    assert answer["about"] == {"kind": "csv", "encoding": found, "separator": separator}
    assert answer["header"] == ["客户编号", *QUESTIONS]
    assert answer["map"] == {**MAP, "facts": {}}
    assert answer["preview"][1] == ["乙", *"3" * 11, "x"]
    assert answer["guesses"][1] == [
        {"kind": "answer", "id": "current.1", "value": "", "certainty": "sure"}
    ]


def test_accounts_come_as_short_columns_with_words_once() -> None:
    opened(csv(LIST).encode())
    *parts, last = steps("score", map=MAP)
    [part] = [step for step in parts if "part" in step]
    columns = part["part"]
    assert columns["account"] == ["A", "乙", "C", "D"]
    assert columns["line"] == [2, 3, 4, 6]
    assert [last["names"]["bands"][place] for place in columns["band"] if place >= 0][:1] == [
        "Strategic"
    ]
    assert columns["band"][1] == -1
    assert columns["status"][1] == "malformed"
    assert columns["open"] == [0, None, 0, 2]
    assert QUESTIONS[columns["ask"][3]] == "strategic.3"
    assert (part["wrong"], part["refused"]) == (2, 1)
    assert [(each["line"], each["column"]) for each in part["problems"]] == [
        (3, "strategic.4"), (5, "客户编号"),
    ]  # fmt: skip


def test_work_goes_in_steps_and_stops_when_nobody_asks() -> None:
    opened(csv([(f"K{n}", BEST) for n in range(3 * STEP)]).encode())
    assert ask("score", map=MAP) == {"begun": True}
    assert ask("go_on") == {"read": True}
    assert len(scored()) == 3
    assert ask("go_on") == {"lost": True}


def test_only_some_problems_are_told_but_all_are_counted() -> None:
    opened(csv([(f"K{n}", "9" * 12) for n in range(MOST_TOLD)]).encode())
    found = [step for step in steps("score", map=MAP) if "part" in step]
    assert sum(len(step["problems"]) for step in found) == MOST_TOLD
    assert sum(step["wrong"] for step in found) == 12 * MOST_TOLD


def test_the_file_of_problems_shows_a_wrong_cell_and_none_for_a_line_as_a_whole() -> None:
    lines = csv([("A", BEST), ("乙", BEST[:-1] + "x"), ("a", BEST)]).splitlines()
    opened("\n".join([*lines, "B,3"]).encode())
    scored()
    rows = [line.split(",")[:5] for line in made("problems").decode("utf-8-sig").splitlines()]
    assert rows == [
        ["line", "column", "account", "cell", "code"],
        ["3", "strategic.4", "乙", "x", "E_CELL"],
        ["4", "客户编号", "a", "a", "E_ACCOUNT"],
        ["5", "", "", "", "E_ROW_COLUMNS"],
    ]


def test_an_account_is_given_as_its_report_takes_it() -> None:
    opened(csv([("A", "3N" + "2" * 9 + "-")]).encode().replace(b"N", b"n/a"))
    scored()
    found = ask("account", place=0)
    assert found["account"] == "A"
    assert (found["answers"]["current.1"], found["answers"]["current.2"]) == (3, "na")
    assert "strategic.4" not in found["answers"]


def test_a_new_map_forgets_the_cuts_of_the_one_before() -> None:
    opened(csv([("A", "3" * 12)]).encode())
    cut = {"column": "current.4", "value": "days-late"}
    first = scored({**MAP, "answers": {**MAP["answers"], "current.4": cut}})  # type: ignore[dict-item]
    assert scored() != first


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "E_TABLE_EMPTY"),
        (b"\xffa,\0\n" * 9, "E_TABLE_ENCODING"),
        (b"PK\x03\x04 nothing of a zip", "E_TABLE_WORKBOOK"),
        ("客户编号\n".encode(), "E_TABLE_ROWS"),
    ],
)
def test_what_cannot_be_used_is_told_in_the_language_asked_for(content: bytes, code: str) -> None:
    answer = opened(content, language="zh")
    if "error" not in answer:
        *_, answer = steps("score", map={"account": "客户编号"}, language="zh")
    assert answer["error"]["code"] == code


def test_a_map_that_asks_for_other_columns_is_refused() -> None:
    opened(csv(LIST).encode())
    refused = ask("score", map={"account": "Nothing"})
    assert refused["error"]["message"] == (
        "The file has no column “Nothing”, which account asks for."
    )


def test_another_list_is_lost() -> None:
    opened(csv(LIST).encode())
    assert ask("score", map=MAP, list="two") == {"lost": True}
    ask("close")
    assert ask("score", map=MAP) == {"lost": True}


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"act": "fly"}', '{"act": "open"}'])
def test_nonsense_is_answered(text: str) -> None:
    assert set(json.loads(browser.answer(text))) & {"error", "lost"}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_empty_list_is_understood_when_it_comes_back(language: str) -> None:
    asked = {"definition": write_json(definition(TIERS)), "guide": GUIDE, "language": language}
    empty = base64.b64decode(ask("template", **asked)["content"])
    given = opened(empty, language=language)["map"]
    assert list(given["answers"]) == list(QUESTIONS)
    assert list(given["facts"]) == ["compliance_block", "credit_block"]
    assert given["account"] == {"en": "Account ID", "zh": "客户编号"}[language]


def test_other_weights_and_limits_tell_who_moves_and_make_a_proposal() -> None:
    opened(csv([*LIST, ("E", "2222 2222 1111")]).encode())
    scored()
    *_, last = steps("what_if", settings={"key.overall": 70, "current": 35})
    assert (last["moved"], last["moves"]) == (1, [["E", "key", "ordinary"]])
    assert (last["before"], last["now"]) == ([1, 1, 1, 2], [1, 0, 2, 2])
    assert last["proposal"] == (
        "# A proposal to review: 1 of 5 accounts move.\n"
        "tool: customer-value-tiering\nversion: 1.1.0\nchanges:\n"
        "  - {setting: key.overall, from: 50, to: 70}\n"
    )


def test_a_proposal_holds_the_limits_in_money_that_a_company_sets() -> None:
    opened(b"id,sales,current.2\nA,700,3\n")
    figure = {"column": "sales", "value": "our-revenue", "limits": [100, 500.5, 20000]}
    answers = {"current.1": figure, "current.2": "current.2"}
    list(steps("score", map={"account": "id", "answers": answers, "facts": {}}))
    *_, last = steps("what_if", settings={"key.overall": 45})
    assert last["proposal"].splitlines()[4:] == [
        "  - {setting: key.overall, from: 50, to: 45}",
        "figures:",
        "  - {question: current.1, limits: [100, 500.5, 20000]}",
    ]


def test_a_setting_that_is_none_is_refused() -> None:
    opened(csv(LIST).encode())
    found = scored() and list(steps("what_if", settings={}))[-1]
    assert found["moved"] == 0
    assert ask("what_if", settings={"weather": 1}) == {"begun": True}
    assert ask("go_on")["error"]["code"] == "E_SETTING"
