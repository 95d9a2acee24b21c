"""Laws of scoring, over every shipped assessment."""

import random
from collections.abc import Callable, Mapping
from copy import deepcopy
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from assessments import EngineError, Report, aggregate, distribution, document, score, write_json
from assessments.exports import EXPORTS
from assessments.questionnaires.answers import OPEN, read_answers
from assessments.questionnaires.evaluation import measured
from assessments.questionnaires.models import MODELS
from tests.answering import assessments, evaluate, questionnaire
from tests.definitions import definition
from tests.effort import tries
from tests.strategies import ANYTHING, LEVELS, inputs_of, question_ids

FEW = tries(20)
FEWER = tries(8)

WEIGHTED = [tool for tool in assessments() if MODELS[questionnaire(tool).model].needs.weights]
REDUCIBLE = [tool for tool in WEIGHTED if not MODELS[questionnaire(tool).model].needs.dimensions]
"""Weighted tools that can lose a dimension, because their formula names none."""

each_assessment = pytest.mark.parametrize("tool", assessments())
each_weighted = pytest.mark.parametrize("tool", WEIGHTED)
each_reducible = pytest.mark.parametrize("tool", REDUCIBLE)
STATES = ("ok", "provisional")


def found(tool: str, answers: Mapping[str, object]) -> tuple[int, int]:
    """Return rank and position of a result; for severity the other way round, better is more."""
    case = measured(questionnaire(tool), read_answers(questionnaire(tool), answers))
    evaluation = evaluate(case)
    sign = 1 if MODELS[questionnaire(tool).model].best else -1
    return evaluation.rank, sign * evaluation.position


def all_answered(tool: str, level: int) -> dict[str, Any]:
    """Return the input that gives every question the same answer."""
    return {"answers": dict.fromkeys(question_ids(definition(tool)), level)}


@each_assessment
@FEW
@given(data=st.data())
def test_a_better_answer_never_lowers_the_result(tool: str, data: st.DataObject) -> None:
    worse = data.draw(inputs_of(tool, LEVELS))
    question = data.draw(st.sampled_from(question_ids(definition(tool))))
    better = deepcopy(worse)
    direction = 1 if MODELS[questionnaire(tool).model].best else -1
    better["answers"][question] = min(3, max(0, worse["answers"][question] + direction))
    rank, position = found(tool, worse)
    better_rank, better_position = found(tool, better)
    assert better_rank >= rank
    assert better_position >= position


def full_or_not(tool: str) -> st.SearchStrategy[dict]:
    """Draw a full input or one with gaps, which has no overall score more often than not."""
    return st.one_of(inputs_of(tool, LEVELS), inputs_of(tool))


def test_the_laws_of_a_lost_dimension_hold_for_all_weighted_tools_but_the_tiers() -> None:
    assert sorted(set(WEIGHTED) - set(REDUCIBLE)) == ["customer-value-tiering"]


@each_assessment
def test_all_best_is_the_top_and_all_worst_the_bottom(tool: str) -> None:
    best = MODELS[questionnaire(tool).model].best
    top, bottom = (
        score(questionnaire(tool), all_answered(tool, each)).as_data() for each in (3, 0)
    )
    good, bad = (top, bottom) if best else (bottom, top)
    last = len(questionnaire(tool).bands) - 1
    assert found(tool, all_answered(tool, best))[0] == last
    assert found(tool, all_answered(tool, 3 - best))[0] == 0
    assert set(top["dims"].values()) == {Decimal("100.0")}
    assert set(bottom["dims"].values()) == {Decimal("0.0")}
    assert (top.get("overall", 100), bottom.get("overall", 0)) == (100, 0)
    assert good["next_step"] == {"status": "best"}
    assert bad["next_step"]["status"] == "found"


@each_weighted
@FEWER
@given(data=st.data())
def test_answers_under_a_weight_of_zero_move_no_overall_score(
    tool: str, data: st.DataObject
) -> None:
    record = deepcopy(dict(definition(tool)))
    dimension = data.draw(st.sampled_from(record["dimensions"]))
    dimension["weight"] = 0
    answers = data.draw(full_or_not(tool))
    scores = []
    for _ in range(2):
        new = {question["id"]: data.draw(LEVELS) for question in dimension["questions"]}
        report = score(record, {**answers, "answers": {**answers["answers"], **new}}).as_data()
        scores.append((report["status"], report["overall"]))
    assert scores[0] == scores[1]


@each_weighted
@FEWER
@given(data=st.data())
def test_a_dimension_of_nothing_but_na_weighs_nothing(tool: str, data: st.DataObject) -> None:
    record = deepcopy(dict(definition(tool)))
    weights = sum(each["weight"] for each in record["dimensions"])
    light = [each for each in record["dimensions"] if 2 * each["weight"] <= weights]
    dimension = data.draw(st.sampled_from(light))
    answers = data.draw(inputs_of(tool, LEVELS))
    na = {question["id"]: "na" for question in dimension["questions"]}
    given_na = {**answers, "answers": {**answers["answers"], **na}}
    with_na = score(questionnaire(tool), given_na).as_data()
    dimension["weight"] = 0
    assert with_na["overall"] == score(record, answers).as_data()["overall"]


@each_reducible
@FEWER
@given(data=st.data())
def test_a_weight_of_zero_is_neutral(tool: str, data: st.DataObject) -> None:
    record = deepcopy(dict(definition(tool)))
    place = data.draw(st.integers(0, len(record["dimensions"]) - 1))
    name = record["dimensions"][place]["id"]
    weightless, without = deepcopy(record), without_dimension(record, name)
    weightless["dimensions"][place]["weight"] = 0
    weightless["gates"] = without["gates"]
    answers = data.draw(full_or_not(tool))
    rest = {k: v for k, v in answers["answers"].items() if not k.startswith(f"{name}.")}
    a = score(weightless, answers).as_data()
    b = score(without, {**answers, "answers": rest}).as_data()
    if record["model"] == "programme":
        assert (a["status"], a["overall"]) == (b["status"], b["overall"])
    else:
        assert [a[key] for key in ("status", "overall", "band")] == [
            b[key] for key in ("status", "overall", "band")
        ]


@each_weighted
@FEWER
@given(data=st.data(), factor=st.sampled_from([3, 100, Decimal("0.1"), Decimal("2.5")]))
def test_scaling_all_weights_changes_nothing(
    tool: str, data: st.DataObject, factor: Decimal
) -> None:
    record = deepcopy(dict(definition(tool)))
    for dimension in record["dimensions"]:
        dimension["weight"] *= factor
    answers = data.draw(full_or_not(tool))
    keys = ("status", "overall", "band", "dims", "bounds", "next_step", "how_sure", "thresholds")
    before, after = (score(tried, answers).as_data() for tried in (questionnaire(tool), record))
    assert [after[key] for key in keys] == [before[key] for key in keys]


@each_reducible
@FEWER
@given(data=st.data())
def test_a_dimension_of_nothing_but_na_is_as_if_it_were_not_there(
    tool: str, data: st.DataObject
) -> None:
    record = deepcopy(dict(definition(tool)))
    weights = sum(each["weight"] for each in record["dimensions"])
    light = [each for each in record["dimensions"] if 2 * each["weight"] <= weights]
    dimension = data.draw(st.sampled_from(light))
    name = dimension["id"]
    answers = data.draw(inputs_of(tool, LEVELS))
    rest = {k: v for k, v in answers["answers"].items() if not k.startswith(f"{name}.")}
    na = {question["id"]: "na" for question in dimension["questions"]}
    with_na = score(questionnaire(tool), {**answers, "answers": {**rest, **na}}).as_data()
    without = score(without_dimension(record, name), {**answers, "answers": rest}).as_data()
    keys = {"status", "overall", "band", "gates", "flags", "weakest", "top_pain"} & set(without)
    assert {key: with_na[key] for key in keys} == {key: without[key] for key in keys}


def without_dimension(record: Mapping[str, Any], name: str) -> dict[str, Any]:
    """Return a definition without a dimension and the gates that hang on it."""
    return {
        **record,
        "dimensions": [each for each in record["dimensions"] if each["id"] != name],
        "gates": [
            gate
            for gate in record.get("gates", [])
            if gate["when"].get("dimension") != name
            and not gate["when"].get("question", "").startswith(f"{name}.")
        ],
    }


@each_assessment
@FEW
@given(data=st.data())
def test_the_bounds_contain_every_completion(tool: str, data: st.DataObject) -> None:
    answers = data.draw(inputs_of(tool))
    bounds = score(questionnaire(tool), answers).as_data()["bounds"]
    full = deepcopy(answers)
    for question, answer in full["answers"].items():
        if answer is None:
            full["answers"][question] = data.draw(LEVELS)
    result = score(questionnaire(tool), full).as_data()
    lowest, highest = bounds["lowest"], bounds["highest"]
    assert result["status"] == lowest["status"] == highest["status"]
    for key in {"overall", "stage", "prospect", "fit", "comprehensive_value"} & set(lowest):
        if result[key] is not None:
            assert lowest[key] <= result[key] <= highest[key]
    if result["band"] is not None:
        order = [band.id for band in questionnaire(tool).bands]
        ends = sorted([order.index(lowest["band"]), order.index(highest["band"])])
        assert ends[0] <= order.index(result["band"]) <= ends[1]


@each_assessment
@FEW
@given(data=st.data())
def test_the_next_step_applied_does_lift(tool: str, data: st.DataObject) -> None:
    answers = data.draw(inputs_of(tool, LEVELS))
    before = score(questionnaire(tool), answers).as_data()
    step = before["next_step"]
    assert step["status"] in ("found", "best", "blocked")
    assume(step["status"] == "found")
    after = deepcopy(answers)
    for each in step["improve"]:
        assert after["answers"][each["question"]] == each["from"]
        assert abs(each["to"] - each["from"]) == 1 or not step["one_level"]
        after["answers"][each["question"]] = each["to"]
    assert found(tool, after)[0] > found(tool, answers)[0]
    lifted = score(questionnaire(tool), after).as_data()
    assert {key: lifted[key] for key in step["reaches"]} == step["reaches"]


@each_assessment
@FEWER
@given(data=st.data(), seed=st.integers(0, 99))
def test_the_order_of_the_input_never_matters(tool: str, data: st.DataObject, seed: int) -> None:
    answers = data.draw(inputs_of(tool))
    shuffled = list(answers["answers"].items())
    random.Random(seed).shuffle(shuffled)
    other = {key: answers[key] for key in reversed(answers)}
    other["answers"] = dict(shuffled)
    if "flags" in other:
        other["flags"] = other["flags"][::-1]
    texts = [write_json(score(definition(tool), each).as_data()) for each in (answers, other)]
    assert texts[0] == texts[1]


@each_assessment
@FEWER
@given(data=st.data())
def test_every_report_has_words_in_both_languages(tool: str, data: st.DataObject) -> None:
    report = score(questionnaire(tool), data.draw(inputs_of(tool)))
    for language in ("en", "zh"):
        blocks = document(definition(tool), report, language)
        assert blocks[0]["kind"] == "summary"
        assert "{" not in write_json([block for block in blocks if block["kind"] != "picture"])[
            1:
        ].replace('{"', "")
        for export in EXPORTS.values():
            assert export.write(definition(tool), report, language).endswith("\n")


@pytest.mark.parametrize("tool", ["trust-stage-diagnostic", "customer-value-tiering"])
@tries(150)
@given(given_input=ANYTHING)
def test_no_input_of_any_shape_raises_anything_else(tool: str, given_input: object) -> None:
    for door in (score, aggregate, distribution):
        answer_of(door, questionnaire(tool), given_input)


@tries(100)
@given(record=ANYTHING)
def test_no_definition_of_any_shape_raises_anything_else(record: object) -> None:
    candidates = [record, {"kind": "assessment", "dimensions": record}]
    candidates += [{**definition("relationship-health"), key: record} for key in KEYS]
    for candidate in candidates:
        answer_of(score, candidate, {"answers": {}})


def answer_of(door: Callable[..., Report], record: object, given_input: object) -> str:
    """Return what a door answers, in words that can be written; any other exception passes."""
    try:
        return write_json(door(record, given_input).as_data())
    except EngineError as error:
        return "".join(write_json(error.as_data(language)) for language in ("en", "zh"))


KEYS = ("id", "model", "dimensions", "bands", "gates", "flags", "parameters", "version", "title")


@each_assessment
def test_open_questions_narrow_to_the_result(tool: str) -> None:
    """Asking the named question again and again ends with the result itself."""
    tool_definition = questionnaire(tool)
    answers: dict[str, Any] = {"answers": {}}
    for asked in range(len(tool_definition.questions)):
        bounds = score(tool_definition, answers).as_data()["bounds"]
        assert bounds["open"] == len(tool_definition.questions) - asked
        answers["answers"][bounds["ask"]] = asked % 4
    report = score(tool_definition, answers).as_data()
    levels = read_answers(tool_definition, answers).levels
    assert OPEN not in levels
    assert report["bounds"]["lowest"] == report["bounds"]["highest"]
    assert report["bounds"]["ask"] is None
