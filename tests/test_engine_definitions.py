"""Definitions: what cannot be scored, what has no effect, and what a change does."""

from collections.abc import Callable
from copy import deepcopy
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from assessments import EngineError, compare, fingerprint, prove, read_json, score
from assessments.problems import said_problem
from tests.answering import assessments
from tests.definitions import calculators, definition

PANTRY: Any = read_json((Path(__file__).parent / "cases" / "pantry.json").read_text("utf-8"))

Change = Callable[[dict[str, Any]], object]


def changed(change: Change, record: Any = PANTRY) -> dict[str, Any]:
    copy = deepcopy(dict(record))
    change(copy)
    return copy


def said(problems: Any) -> list[str]:
    """Return problems as sentences."""
    spoken = [said_problem(problem, "en", {}) for problem in problems]
    return [f"{each['path']}: {each['message']} {each['hint']}" for each in spoken]


def refused(record: Any) -> list[str]:
    with pytest.raises(EngineError) as raised:
        score(record, {"answers": {}})
    assert {problem.code for problem in raised.value.problems} == {"E_DEFINITION"}
    return [each["message"] for each in raised.value.as_data()["error"]["problems"]]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda d: d.update(model="mean"),
         "model must be one of weighted-mean, severity, trust-stages, tiering, selection,"
         ' programme, not "mean".'),
        (lambda d: d.pop("id"), "id must be text, not null."),
        (lambda d: d.update(dimensions=[]), "dimensions must be a list with at least one entry, not []."),
        (lambda d: d["dimensions"][1].update(id="food"), 'dimensions[1].id must be an id of its own, not "food".'),
        (lambda d: d["dimensions"][1].update(weight=-1), "dimensions[1].weight must be at least 0, not -1."),
        (lambda d: d["dimensions"][1].update(weight=True), "dimensions[1].weight must be a number, not true."),
        (lambda d: d["dimensions"][1].update(weight=10**9), "dimensions[1].weight must be a number, not 1000000000."),
        (lambda d: d["dimensions"][0].update(questions=[]),
         "dimensions[0].questions must be a list with at least one entry, not []."),
        (lambda d: d["dimensions"][0]["questions"][1].update(id="food.1"),
         'dimensions[0].questions[1].id must be an id of its own, not "food.1".'),
        (lambda d: d["bands"][1].update({"from": 0}), "bands[1].from must be more than 0, not 0."),
        (lambda d: d["bands"][0].update({"from": 1}), "bands[0].from must be 0, not 1."),
        (lambda d: d["gates"][0].update(cap="rich"), 'gates[0].cap must be one of poor, fine, not "rich".'),
        (lambda d: d["gates"][0].update(when=7), "gates[0].when must be an object, not 7."),
        (lambda d: d["gates"][0]["when"].update(equals=4), "gates[0].when.equals must be from 0 to 3, not 4."),
        (lambda d: d["gates"][0]["when"].update(question="x"),
         'gates[0].when.question must be one of food.1, food.2, drink.1, drink.2, not "x".'),
        (lambda d: d.update(bands="x"), 'bands must be a list, not "x".'),
        (lambda d: d["dimensions"].append(3), "dimensions[2] must be an object, not 3."),
    ],
)  # fmt: skip
def test_a_definition_that_cannot_be_scored_says_why(change: Change, message: str) -> None:
    assert refused(changed(change))[0] == f"The definition cannot be used: {message}"


def test_all_problems_of_a_definition_are_listed() -> None:
    def spoil(record: dict[str, Any]) -> None:
        record["dimensions"][0]["weight"] = "much"
        record["gates"][0]["cap"] = 3
        record["bands"][1]["id"] = "poor"

    paths = [problem.split(" must")[0].rpartition(" ")[2] for problem in refused(changed(spoil))]
    assert paths == ["dimensions[0].weight", "bands[1].id", "gates[0].cap"]


def test_a_weighted_tool_needs_some_weight() -> None:
    def empty(record: dict[str, Any]) -> None:
        for dimension in record["dimensions"]:
            dimension["weight"] = 0

    assert refused(changed(empty)) == [
        "The definition cannot be used: dimensions[0].weight must be more than 0, not 0."
    ]


@pytest.mark.parametrize(
    ("tool", "change", "message"),
    [
        ("customer-value-tiering", lambda d: d["bands"].reverse(), "bands must be the list strategic, key, ordinary, not […]."),
        ("customer-value-tiering", lambda d: d["dimensions"].pop(), "dimensions must be a list that holds strategic, not […]."),
        ("customer-value-tiering", lambda d: d["parameters"].pop("key"), "parameters.key must be an object, not null."),
        ("fortune-telling-selection", lambda d: d["parameters"]["prospect"].pop("customer"),
         "parameters.prospect.customer must be a number, not null."),
        ("fortune-telling-selection", lambda d: d["parameters"]["seed_letters"].pop("exit"),
         "parameters.seed_letters.exit must be text, not null."),
        ("trust-stage-diagnostic", lambda d: d["bands"].pop(), "bands must be a list of 4 entries, not […]."),
        ("four-pain-points", lambda d: d.update(gates=[{"id": "G1"}]), None),
        ("one-five-one-readiness", lambda d: d["bands"][1].update(id="low"), "bands must be a list that holds weak, not […]."),
    ],
)  # fmt: skip
def test_a_model_says_what_it_needs(tool: str, change: Change, message: str | None) -> None:
    problems = refused(changed(change, definition(tool)))
    expected = message or "gates must be left out for this model, not […]."
    assert f"The definition cannot be used: {expected}" in problems


@pytest.mark.parametrize("tool", assessments() + calculators())
def test_every_shipped_definition_is_proved(tool: str) -> None:
    assert said(prove(definition(tool))) == []


def test_the_small_tool_is_proved() -> None:
    assert said(prove(PANTRY)) == []


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        # 3 of 3 points everywhere is 100, and the next lower sum 96.7 or 93.3.
        (lambda d: d["bands"].append({"id": "rich", "from": 101}),
         "bands[2].from: No answers lead to the band “rich”."
         " Change its limit or the rules above it, or remove it."),
        (lambda d: d["bands"].insert(1, {"id": "odd", "from": Decimal("49.9")}),
         "bands[1].from: No answers lead to the band “odd”."
         " Change its limit or the rules above it, or remove it."),
        (lambda d: d["gates"].append({"id": "G2", "when": {"dimension": "food", "below": 0}, "cap": "poor"}),
         "gates[1].when: Gate G2 can never apply. Raise its limit, or remove the gate."),
        (lambda d: d["gates"].append({"id": "G2", "when": {"dimension": "food", "below": 9}, "cap": "fine"}),
         "gates[1].cap: Gate G2 never lowers a band: whenever it applies, the band is as low"
         " already. Lower its cap, or remove the gate."),
        (lambda d: d["gates"][0]["when"].update(equals=1),
         "gates[0].when.equals: Gate G1 waits for an answer above 0, so a better answer can lower"
         " the band. Let it wait for 0, or for a low dimension."),
        (lambda d: d["dimensions"][1].update(weight=0),
         "dimensions[1].weight: The weight of drink is 0: it has no effect."
         " Give it a weight, or remove the dimension."),
        (lambda d: d["dimensions"][1].update(action={}),
         "dimensions[1].action: The dimension drink leads to no module."
         " Add action.module: the page that shows how to improve it."),
        (lambda d: d["dimensions"][1]["questions"][1].update(id="drink.3"),
         "dimensions[1].questions[1].id: The question is called drink.3 and must be drink.2."
         " Questions are numbered in order within their dimension."),
        (lambda d: d["dimensions"][1]["questions"][1]["anchors"].pop(),
         "dimensions[1].questions[1].anchors: Question drink.2 has 3 anchors; it needs 4."
         " Write one sentence for each answer from 0 to 3."),
        (lambda d: d["dimensions"][1]["questions"][1]["anchors"][2].pop("zh"),
         "dimensions[1].questions[1].anchors[2].zh: Question drink.2: anchor 2 has no words in zh."
         " Write it in every language."),
    ],
)  # fmt: skip
def test_what_has_no_effect_is_found(change: Change, problem: str) -> None:
    assert problem in said(prove(changed(change)))


@pytest.mark.parametrize(
    ("tool", "change", "found"),
    [
        ("customer-value-tiering", lambda p: p["key"].update(overall=101, current=101), "bands[1]"),
        ("customer-value-tiering", lambda p: p["strategic"].update(strategic=0), "parameters.strategic.strategic"),
        ("fortune-telling-selection", lambda p: p["star"].update(fit=101), "bands[0]"),
        ("fortune-telling-selection", lambda p: p["watch"].update(fit=0), "bands[3]"),
        ("fortune-telling-selection", lambda p: p["prospect"].update(industry=0), "parameters.prospect.industry"),
        ("trust-stage-diagnostic", lambda p: p.update({"pass": 101}), "bands[1]"),
        ("trust-stage-diagnostic", lambda p: p.update({"pass": 0}), "parameters.pass"),
        ("one-five-one-readiness", lambda p: p.update(minimum=0), "parameters.minimum"),
    ],
)  # fmt: skip
def test_limits_without_effect_are_found(tool: str, change: Change, found: str) -> None:
    record = changed(lambda d: change(d["parameters"]), definition(tool))
    assert found in [problem.path for problem in prove(record)]


def test_a_weight_that_a_model_does_not_read_is_found() -> None:
    record = changed(
        lambda d: d["dimensions"][0].update(weight=5), definition("trust-stage-diagnostic")
    )
    assert said(prove(record)) == [
        "dimensions[0].weight: The weight of perception is not read by this model. Remove it."
    ]


@pytest.mark.parametrize(
    ("change", "expected", "path"),
    [
        (lambda d: None, "same", None),
        (lambda d: d["title"].update(en="Larder"), "text", "title.en"),
        (lambda d: d["dimensions"][0]["questions"][0]["anchors"][2].update(zh="个"), "text",
         "dimensions[food].questions[food.1].anchors[2].zh"),
        (lambda d: d["dimensions"][0]["action"].update(module="market"), "text", "dimensions[food].action.module"),
        (lambda d: d["bands"][1]["text"].update(en="Dine."), "text", "bands[fine].text.en"),
        (lambda d: d["dimensions"][0].update(weight=50), "scoring", "dimensions[food].weight"),
        (lambda d: d["bands"][1].update({"from": 60}), "scoring", "bands[fine].from"),
        (lambda d: d["gates"][0].update(cap="fine"), "scoring", "gates[G1].cap"),
        (lambda d: d["dimensions"].reverse(), "scoring", "dimensions[]"),
        (lambda d: d.update(model="programme", parameters={"minimum": 5}), "scoring", "model"),
        (lambda d: d["dimensions"][0]["questions"].pop(), "structural", "dimensions[food].questions[food.2].id"),
        (lambda d: d["dimensions"][0]["questions"][1].update(id="food.3"), "structural",
         "dimensions[food].questions[food.3].id"),
        (lambda d: d.update(flags=[{"id": "flood"}]), "structural", "flags[flood].id"),
    ],
)  # fmt: skip
def test_a_change_is_classed_by_what_it_does_to_old_answers(
    change: Change, expected: str, path: str | None
) -> None:
    found = compare(PANTRY, changed(change))
    assert found["class"] == expected
    if path is None:
        assert found["changes"] == []
    else:
        classes = {each["path"]: each["class"] for each in found["changes"]}
        assert classes[path] == expected


def test_old_and_new_values_stand_beside_each_other() -> None:
    found = compare(PANTRY, changed(lambda d: d["dimensions"][0].update(weight=50)))
    assert found["changes"] == [
        {"class": "scoring", "path": "dimensions[food].weight", "old": 60, "new": 50}
    ]


def test_a_changed_input_of_a_calculator_is_structural() -> None:
    record = definition("universal-survey")

    def rename(copy: dict[str, Any]) -> None:
        copy["inputs"][0]["id"] = "asked"

    assert compare(record, changed(rename, record))["class"] == "structural"
    assert compare(record, changed(lambda d: d["inputs"][0].update(label={"en": "x"}), record)) == {
        "class": "text",
        "changes": [
            {"class": "text", "path": f"inputs[{record['inputs'][0]['id']}].label.en",
             "old": record["inputs"][0]["label"]["en"], "new": "x"},
            {"class": "text", "path": f"inputs[{record['inputs'][0]['id']}].label.zh",
             "old": record["inputs"][0]["label"]["zh"]},
        ],
    }  # fmt: skip


def test_the_fingerprint_names_the_definition_and_hashes_it() -> None:
    found = fingerprint(PANTRY)
    assert (found["id"], found["version"]) == ("pantry", "1.2.0")
    assert {len(found[key]) for key in ("hash", "structure", "scoring")} == {16}
    shuffled = dict(reversed(PANTRY.items()))
    assert fingerprint(shuffled) == found
