"""Definitions: what cannot be scored, what has no effect, and what a change does."""

import json
import re
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from assessments import EngineError, compare, fingerprint, prove, read_json, score
from assessments.border.problems import said_problem
from tests.answering import assessments
from tests.definitions import calculators, definition

CASES = Path(__file__).parent / "cases"
PANTRY: Any = read_json((CASES / "pantry.json").read_text("utf-8"))
STEP = re.compile(r"(\w+)|\[(\d+)\]")


def cases(name: str) -> list[object]:
    """Return cases that each change one value of a definition, under the path of the value."""
    read = json.loads((CASES / name).read_text("utf-8"))
    return [pytest.param(case, id=f"{case.get('tool', 'pantry')}: {case['path']}") for case in read]


def changed(case: dict[str, Any]) -> dict[str, Any]:
    """Return the definition of a case with one value changed, added or removed."""
    record = deepcopy(dict(original(case)))
    holder: Any = record
    steps = [key or int(place) for key, place in STEP.findall(case["path"])]
    for step in steps[:-1]:
        holder = holder[step]
    if case.get("remove"):
        del holder[steps[-1]]
    elif isinstance(holder, list) and steps[-1] == len(holder):
        holder.append(case["value"])
    else:
        holder[steps[-1]] = case["value"]
    return record


def original(case: dict[str, Any]) -> Any:
    return definition(case["tool"]) if "tool" in case else PANTRY


def said(problems: Any) -> list[str]:
    """Return problems as sentences."""
    spoken = [said_problem(problem, "en", {}) for problem in problems]
    return [f"{each['path']}: {each['message']} {each['hint']}" for each in spoken]


def refused(record: Any) -> list[str]:
    """Return what scoring says about a definition."""
    with pytest.raises(EngineError) as raised:
        score(record, {"answers": {}})
    assert {problem.code for problem in raised.value.problems} == {"E_DEFINITION"}
    messages = [each["message"] for each in raised.value.as_data()["error"]["problems"]]
    return [message.removeprefix("The definition cannot be used: ") for message in messages]


@pytest.mark.parametrize("case", cases("definition_errors.json"))
def test_a_definition_that_cannot_be_scored_says_why(case: dict) -> None:
    assert case["problem"] in refused(changed(case))


def test_all_problems_of_a_definition_are_listed() -> None:
    record = deepcopy(PANTRY)
    record["dimensions"][0]["weight"] = "much"
    record["gates"][0]["cap"] = 3
    record["bands"][1]["id"] = "poor"
    paths = [problem.partition(" must")[0] for problem in refused(record)]
    assert paths == ["dimensions[0].weight", "bands[1].id", "gates[0].cap"]


def test_a_weighted_tool_needs_some_weight() -> None:
    record = deepcopy(PANTRY)
    for dimension in record["dimensions"]:
        dimension["weight"] = 0
    assert refused(record) == ["dimensions[0].weight must be more than 0, not 0."]


@pytest.mark.parametrize("tool", assessments() + calculators())
def test_every_shipped_definition_is_proved(tool: str) -> None:
    assert said(prove(definition(tool))) == []


def test_the_small_tool_is_proved() -> None:
    assert said(prove(PANTRY)) == []


@pytest.mark.parametrize("case", cases("definition_proofs.json"))
def test_what_has_no_effect_is_found(case: dict) -> None:
    assert case["problem"] in said(prove(changed(case)))


@pytest.mark.parametrize("case", cases("definition_changes.json"))
def test_a_change_is_classed_by_what_it_does_to_old_answers(case: dict) -> None:
    found = compare(PANTRY, changed(case))
    assert found["class"] == case["class"]
    classes = {each["path"]: each["class"] for each in found["changes"]}
    assert classes[case["changed"]] == case["class"]


def test_a_definition_is_the_same_as_itself() -> None:
    assert compare(PANTRY, deepcopy(PANTRY)) == {"class": "same", "changes": []}


def test_another_order_of_dimensions_decides_ties() -> None:
    record = deepcopy(PANTRY)
    record["dimensions"].reverse()
    assert compare(PANTRY, record) == {
        "class": "scoring",
        "changes": [
            {
                "class": "scoring",
                "path": "dimensions[]",
                "old": ["food", "drink"],
                "new": ["drink", "food"],
            }
        ],
    }


def test_old_and_new_values_stand_beside_each_other() -> None:
    found = compare(PANTRY, changed({"path": "dimensions[0].weight", "value": 50}))
    assert found["changes"] == [
        {"class": "scoring", "path": "dimensions[food].weight", "old": 60, "new": 50}
    ]


def test_a_changed_input_of_a_calculator_is_structural() -> None:
    tool = {"tool": "universal-survey"}
    renamed = changed({**tool, "path": "inputs[0].id", "value": "asked"})
    assert compare(original(tool), renamed)["class"] == "structural"
    labelled = changed({**tool, "path": "inputs[0].label.en", "value": "x"})
    assert compare(original(tool), labelled)["class"] == "text"


def test_the_fingerprint_names_the_definition_and_hashes_it() -> None:
    found = fingerprint(PANTRY)
    assert (found["id"], found["version"]) == ("pantry", "1.2.0")
    assert {len(found[key]) for key in ("hash", "structure", "scoring")} == {16}
    shuffled = dict(reversed(PANTRY.items()))
    assert fingerprint(shuffled) == found
