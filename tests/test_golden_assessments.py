"""The worked cases of the methodology: each expected value stands in the report."""

import json
from pathlib import Path

import pytest

from assessments import EngineError, aggregate, read_json, score, write_json
from tests.answering import given
from tests.definitions import definition

CASES = Path(__file__).parent / "cases"


def cases(name: str) -> list[object]:
    """Return the cases of a file, each under its tool and name."""
    read = json.loads((CASES / name).read_text("utf-8"))
    return [pytest.param(case, id=f"{case['tool']}: {case['name']}") for case in read]


def as_written(report: object) -> dict[str, object]:
    """Return a report as a reader of its JSON sees it."""
    return json.loads(write_json(report))


@pytest.mark.parametrize("case", cases("assessments.json"))
def test_an_assessment_gives_the_worked_result(case: dict) -> None:
    tool = case["tool"]
    answers = given(tool, case["answers"], *case.get("flags", []))
    if "error" in case:
        with pytest.raises(EngineError) as raised:
            score(definition(tool), answers)
        assert raised.value.problems[0].code == case["error"]
    else:
        report = as_written(score(definition(tool), answers).as_data())
        assert {key: report.get(key, "absent") for key in case["expected"]} == case["expected"]


@pytest.mark.parametrize("case", cases("groups.json"))
def test_a_group_gives_the_worked_result(case: dict) -> None:
    tool = case["tool"]
    group = [given(tool, answers) for answers in case["group"]]
    if "error" in case:
        with pytest.raises(EngineError) as raised:
            aggregate(definition(tool), group)
        assert raised.value.problems[0].code == case["error"]
    else:
        report = as_written(aggregate(definition(tool), group).as_data())
        assert {key: report.get(key, "absent") for key in case["expected"]} == case["expected"]


def test_a_report_is_read_back_as_it_was_written() -> None:
    tool = "four-pain-points"
    text = write_json(score(definition(tool), given(tool, "0001 0100 1010 0100")).as_data())
    assert write_json(read_json(text)) == text
