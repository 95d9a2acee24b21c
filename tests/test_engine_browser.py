"""The door for the page: one JSON text in, one out, and never an exception."""

import csv
import json
from typing import Any

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from assessments import EXPORTS, browser, score, write_json
from tests.answering import assessments, given
from tests.definitions import calculators, definition
from tests.effort import tries

TOOL = "relationship-health"
GROUP_NAMES = "false, true, distribution, change, handover, attendance, team, sides, session"


def ask(**changes: object) -> dict[str, Any]:
    """Return the answer to a request, some of it changed."""
    request: dict[str, Any] = {
        "definition": write_json(definition(TOOL)),
        "input": given(TOOL, "2222 2222 2222 2222"),
        "language": "en",
        "group": False,
        **changes,
    }
    return json.loads(browser.score(json.dumps(request)))


def test_the_answer_holds_the_report_of_the_one_function() -> None:
    report = score(definition(TOOL), given(TOOL, "2222 2222 2222 2222"))
    answer = ask()
    assert answer["report"] == json.loads(write_json(report.as_data()))
    assert answer["document"][0]["kind"] == "summary"
    assert set(answer) == {"report", "document", "told"}


def test_a_result_is_told_for_lists_in_every_language() -> None:
    told = ask()["told"]
    # Each dimension has 2 of 3.
    assert (told["number"], told["high_is_good"]) == (66.7, True)
    first = {language: ask(language=language)["document"][0] for language in ("en", "zh")}
    assert told["words"] == {
        language: {key: block[key] for key in ("score", "unit", "band", "tone")}
        for language, block in first.items()
    }


@pytest.mark.parametrize(
    ("tool", "high_is_good"),
    [("customer-ltv", True), ("personal-dependency", False), ("service-sla", None)],
)
def test_a_calculator_tells_which_end_is_good_by_its_bands(
    tool: str, high_is_good: bool | None
) -> None:
    record: Any = definition(tool)
    example = json.loads(write_json(record["examples"][0]["input"]))
    answer = ask(definition=write_json(record), input=example)
    assert answer["told"]["high_is_good"] is high_is_good


def test_a_group_is_not_told_for_lists() -> None:
    people = [given(TOOL, "2222 2222 2222 2222")] * 3
    assert "told" not in ask(input=people, group=True)


def test_files_come_where_they_are_asked_for() -> None:
    files = ask(formats=["json", "markdown", "csv", "one_page"])["files"]
    assert set(files) == set(EXPORTS)
    assert json.loads(files["json"]) == ask()["report"]


def test_a_label_stands_in_the_words_and_the_files_but_not_in_the_report() -> None:
    label = "=Yunhe · 22 November 2026"
    answer = ask(label=label, formats=["json", "markdown", "csv"])
    assert answer["report"] == ask()["report"]
    assert answer["document"] == [{**ask()["document"][0], "label": label}, *ask()["document"][1:]]
    files = answer["files"]
    assert files["markdown"].splitlines()[2] == label
    assert files["csv"].splitlines()[1] == f"label,,,,'{label}"
    assert label not in files["json"]


def test_the_files_hold_the_answers_and_the_notes() -> None:
    given_here = {"answers": {"access.1": 3, "access.2": "na", "access.3": None}, "flags": []}
    notes = {"access.1": "Visit | 3 May", "access.3": "=ask again"}
    asked = {"input": given_here, "notes": notes, "formats": ["markdown", "csv"]}
    files = ask(**asked)["files"]
    question = definition(TOOL)["dimensions"][0]["questions"]
    first, second, third = (each["text"]["en"] for each in question[:3])
    best = question[0]["anchors"][3]["en"]
    lines = files["markdown"].splitlines()
    assert lines[-3:] == [
        f"| {first} | 3 {best} | Visit \\| 3 May |",
        f"| {second} | not applicable |  |",
        f"| {third} | – | =ask again |",
    ]
    rows = list(csv.reader(files["csv"].splitlines()))
    assert rows[-4:] == [
        ["answer", "access.1", first, "3", best],
        ["answer_note", "access.1", first, "", "Visit | 3 May"],
        ["answer", "access.2", second, "na", "not applicable"],
        ["answer_note", "access.3", third, "", "'=ask again"],
    ]


def test_without_notes_the_answers_have_no_column_for_them() -> None:
    markdown = ask(formats=["markdown"])["files"]["markdown"]
    assert "| Question | Answer |\n" in markdown


def test_a_group_and_its_distribution() -> None:
    group = [given(TOOL, "2222 2222 2222 2222")] * 3
    mean = ask(input=group, group=True)
    assert (mean["report"]["view"], mean["report"]["n"]) == ("group", 3)
    spread = ask(input=group, group="distribution")
    assert spread["report"]["bands"] == {"critical": 0, "weak": 0, "sound": 3, "strong": 0}
    assert mean["document"][0]["kind"] == spread["document"][0]["kind"] == "summary"


def test_an_error_is_said_in_the_language_of_the_request() -> None:
    question = "题目5（“近六个月到期的承诺，我们兑现了多少？”）"
    message = f"{question}：答案必须是0、1、2或3，而不是7。"
    assert ask(input={"answers": {"trust.1": 7}}, language="zh") == {
        "error": {
            "code": "E_RANGE",
            "path": "answers.trust.1",
            "message": message,
            "hint": "请选最符合的一句，填它的数字。",
            "problems": [
                {
                    "code": "E_RANGE",
                    "path": "answers.trust.1",
                    "message": message,
                    "hint": "请选最符合的一句，填它的数字。",
                }
            ],
        }
    }


KIND = "The definition cannot be used: kind must be one of assessment, calculator, not {}."
ONE_OF = "The request’s {} must be one of {}, not {}."


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"definition": 7}, "The request’s definition must be text, not 7."),
        ({"group": "all"}, ONE_OF.format("group", GROUP_NAMES, "“all”")),
        ({"formats": ["pdf"]}, ONE_OF.format("formats", "csv, json, markdown, one_page", "[…]")),
        ({"view": "poster"}, ONE_OF.format("view", "report, one_page", "“poster”")),
        ({"notes": []}, "The request’s notes must be an object, not []."),
        ({"label": 7}, "The request’s label must be text, not 7."),
        ({"subject": 7}, "The request’s subject must be text, not 7."),
        ({"earlier": 7}, "The request’s earlier must be an object, not 7."),
        ({"earlier": {"label": 7}}, "The request’s earlier.label must be text, not 7."),
        ({"actions": {}}, "The request’s actions must be a list, not {}."),
        ({"actions": [7]}, "The request’s actions[0] must be an object, not 7."),
        ({"actions": [{"text": 7}]}, "The request’s actions[0].text must be text, not 7."),
        ({"actions": [{"due": 7}]}, "The request’s actions[0].due must be text, not 7."),
        (
            {"actions": [{"text": "a"}, {"text": "b", "due": "May"}]},
            "The request’s actions[1].due must be a day such as 2026-01-31, not “May”.",
        ),
        (
            {"actions": [{"state": "late"}]},
            ONE_OF.format("actions[0].state", "open, done, dropped", "“late”"),
        ),
        ({"definition": "{"}, "The text is not JSON: reading stopped at line 1, column 2."),
        ({"definition": "[]"}, KIND.format("[]")),
        ({"definition": "{}"}, KIND.format("null")),
    ],
)
def test_a_request_that_cannot_be_used(changes: dict[str, object], message: str) -> None:
    assert ask(**changes)["error"]["message"] == message


def test_text_that_is_no_request() -> None:
    for text in ("", "[]", "nul", "[" * 100, '"\ud800"'):
        assert json.loads(browser.score(text))["error"]["code"].startswith("E_")


def test_a_failure_of_the_engine_itself_is_an_answer_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(browser, "document", fail)
    assert ask()["error"]["message"] == (
        "The engine failed in a way that it should not have: ZeroDivisionError."
    )


def test_every_tool_answers_in_both_languages() -> None:
    for tool in assessments() + calculators():
        record = definition(tool)
        example = (
            {"answers": {}} if record["kind"] == "assessment" else record["examples"][0]["input"]
        )
        for language in ("en", "zh"):
            answer = ask(
                definition=write_json(record),
                input=json.loads(write_json(in_one_language(example, language))),
                language=language,
                formats=list(EXPORTS),
            )
            assert "error" not in answer, (tool, answer)
            assert answer["document"], tool


def in_one_language(value: object, language: str) -> object:
    """Return an example as the page gives it: its texts in one language."""
    if isinstance(value, dict):
        if set(value) == {"en", "zh"}:
            return value[language]
        return {key: in_one_language(each, language) for key, each in value.items()}
    if isinstance(value, list):
        return [in_one_language(each, language) for each in value]
    return value


@tries(200)
@drawn(st.text())
def test_no_text_makes_it_raise(text: str) -> None:
    assert "error" in json.loads(browser.score(text))
