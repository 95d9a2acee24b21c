"""The catalogue of errors of answers: code, place and whole sentence, in both languages."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from assessments import EngineError, aggregate, distribution, read_json, score
from tests.answering import given, questionnaire
from tests.definitions import definition

TRUST = questionnaire("trust-stage-diagnostic")
TIERING = questionnaire("customer-value-tiering")


def problems(given_input: object, language: str = "en", tool: object = TRUST) -> list[str]:
    """Return everything that is wrong with an input, as sentences."""
    with pytest.raises(EngineError) as raised:
        score(tool, given_input)
    error = raised.value.as_data(language)["error"]
    assert error["problems"][0] == {key: error[key] for key in ("code", "path", "message", "hint")}
    return [
        f"{each['code']} {each['path']}: {each['message']} {each['hint']}"
        for each in error["problems"]
    ]


def answered(answers: Mapping[str, object]) -> dict[str, object]:
    return {"answers": answers}


CASES = json.loads(
    (Path(__file__).parent / "cases" / "answer_errors.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=[case["en"].partition(":")[0] for case in CASES])
def test_each_problem_has_its_whole_sentence(case: dict) -> None:
    assert problems(case["input"]) == [case["en"]]
    assert problems(case["input"], "zh") == [case["zh"]]


def test_a_flag_of_the_tool_is_named() -> None:
    assert problems({"answers": {}, "flags": ["block"]}, tool=TIERING) == [
        (
            "E_SHAPE flags[0]: The tool has no flag “block”."
            " Its flags are: compliance_block, credit_block."
        )
    ]


@pytest.mark.parametrize(
    "answer",
    ["2.0", "1.5", '"2"', '"NA"', '"N/A"', '""', "true", "false", "[]", "[2]", "{}", "NaN",
     "Infinity", "1e400", "1e9999999999", "9" * 5000],
)  # fmt: skip
def test_what_is_no_whole_number_is_a_wrong_type(answer: str) -> None:
    with pytest.raises(EngineError) as raised:
        score(TRUST, read_json(f'{{"answers": {{"benefit.2": {answer}}}}}'))
    assert [(p.code, p.path) for p in raised.value.problems] == [("E_TYPE", "answers.benefit.2")]


@pytest.mark.parametrize("answer", ["-1", "4", "1" + "0" * 400])
def test_a_whole_number_beyond_the_scale_is_out_of_range(answer: str) -> None:
    with pytest.raises(EngineError) as raised:
        score(TRUST, read_json(f'{{"answers": {{"benefit.2": {answer}}}}}'))
    assert [(p.code, p.path) for p in raised.value.problems] == [("E_RANGE", "answers.benefit.2")]


def test_a_number_that_python_cannot_write_out_is_quoted_by_its_size() -> None:
    assert "not 10^6020." in problems(answered({"perception.1": 2**20000}))[0]


def test_all_problems_are_listed_by_code_and_then_by_question() -> None:
    answers = {"zz": 1, "synergy.5": 9, "benefit.1": "2", "perception.2": -1, "aa": 1}
    found = problems({"answers": answers, "note": "", "flags": ["x"]})
    assert [each.partition(":")[0] for each in found] == [
        "E_SHAPE note",
        "E_SHAPE flags[0]",
        "E_SHAPE answers.aa",
        "E_SHAPE answers.zz",
        "E_TYPE answers.benefit.1",
        "E_RANGE answers.perception.2",
        "E_RANGE answers.synergy.5",
    ]


def test_an_error_of_one_respondent_is_the_error_of_the_group() -> None:
    good = given("four-pain-points", "0011 1122 2211 1100")
    bad = {"answers": {"shallow.1": 4, "single.1": "2"}}
    with pytest.raises(EngineError) as raised:
        aggregate(definition("four-pain-points"), [good, bad, 7])
    assert [(p.code, p.path) for p in raised.value.problems] == [
        ("E_SHAPE", "[2]"),
        ("E_TYPE", "[1].answers.single.1"),
        ("E_RANGE", "[1].answers.shallow.1"),
    ]


@pytest.mark.parametrize(
    "tool",
    ["trust-stage-diagnostic", "customer-value-tiering", "fortune-telling-selection",
     "resource-allocation"],
)  # fmt: skip
def test_tools_that_name_a_stage_tier_or_class_have_no_mean(tool: str) -> None:
    with pytest.raises(EngineError) as raised:
        aggregate(definition(tool), [{"answers": {}}] * 3)
    assert raised.value.as_data()["error"]["message"] == (
        "The results of this tool cannot be averaged over a group."
    )
    assert raised.value.problems[0].code == "E_SHAPE"


def test_a_group_is_a_list_of_at_least_three_complete_answer_sets() -> None:
    good = given("four-pain-points", "0011 1122 2211 1100")
    open_ = {"answers": {}}
    for door in (aggregate, distribution):
        with pytest.raises(EngineError) as raised:
            door(definition("four-pain-points"), [good, good, open_, open_])
        error = raised.value.as_data("en")["error"]
        assert (error["code"], error["message"]) == (
            "E_TOO_FEW_RESPONDENTS",
            "A group result needs at least 3 complete answer sets; there are 2.",
        )
        assert raised.value.as_data("zh")["error"]["message"] == (
            "群体结果至少需要3份完整答卷，现有2份。"
        )
        with pytest.raises(EngineError) as raised:
            door(definition("four-pain-points"), good)
        assert raised.value.as_data()["error"]["message"] == (
            "A group must be a list of inputs, one for each person, not {…}."
        )


@pytest.mark.parametrize(
    ("given_input", "english", "chinese"),
    [
        (
            {"answers": {f"q{number}": 1 for number in range(250)}},
            (
                "E_MORE : 150 more problems are not listed. "
                "Correct the ones above first, then try again."
            ),
            "E_MORE : 另有150处问题未列出。 请先改正以上问题，再试一次。",
        ),
        (
            {"answers": {}, "flags": ["x"] * 101},
            "E_MORE : 1 more problem is not listed. Correct the ones above first, then try again.",
            "E_MORE : 另有1处问题未列出。 请先改正以上问题，再试一次。",
        ),
    ],
)
def test_a_hundred_problems_are_told_and_the_others_counted(
    given_input: Mapping[str, object], english: str, chinese: str
) -> None:
    for language, sentence in {"en": english, "zh": chinese}.items():
        told = problems(given_input, language)
        assert (len(told), told[-1]) == (101, sentence)


def test_a_hundred_problems_leave_nothing_to_count() -> None:
    told = problems({"answers": {f"q{number}": 1 for number in range(100)}})
    assert len(told) == 100
    assert not told[-1].startswith("E_MORE")


def test_the_problems_that_are_told_hang_on_no_order() -> None:
    names = [f"{'q' * 60}{number}" for number in range(200)]
    said = []
    for order in (names, names[::-1]):
        with pytest.raises(EngineError) as raised:
            score(TRUST, {"answers": dict.fromkeys(order, 1)})
        said.append(raised.value.as_data())
    assert said[0] == said[1]


def test_unknown_keys_are_listed_alike_in_any_order_texts_first() -> None:
    keys: list[Any] = ["a", "ab", 1.5, 10, 10**5000, 2, None]
    texts = ["a", "ab", "1.5", "10", "10^5000", "2", "null"]
    for given_keys in (keys, keys[::-1]):
        with pytest.raises(EngineError) as raised:
            score(TRUST, answered(dict.fromkeys(given_keys, 1)))
        assert [each.path for each in raised.value.problems] == [f"answers.{key}" for key in texts]
