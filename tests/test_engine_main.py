"""The door for the command line in this process: which view answers, and what a failure says."""

import json
from pathlib import Path

import pytest

from assessments import __main__ as door
from assessments import write_json
from tests.answering import given
from tests.definitions import definition

TOOL = "four-pain-points"


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """A definition, and three sets of answers of a group."""
    answers = [given(TOOL, each) for each in ["0001 0100 1010 0100"] * 2 + ["1111 1111 1111 1111"]]
    made = {"definition.json": definition(TOOL), "group.json": answers}
    for name, content in made.items():
        (tmp_path / name).write_text(write_json(content), "utf-8")
    return [str(tmp_path / name) for name in made]


def test_a_group_is_told_as_a_mean_or_as_how_many_give_which_result(
    files: list[str], capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    found = {}
    for view in ("--group", "--distribution"):
        assert door.main(["score", *files, view]) == 0
        found[view] = json.loads(capsysbinary.readouterr().out)
    assert found["--group"]["overall"] == 18.0  # (10.4 + 10.4 + 33.3) / 3
    assert found["--distribution"]["bands"] == {"low": 2, "moderate": 1, "high": 0, "severe": 0}


def test_a_failure_of_the_engine_itself_is_told_by_its_kind(
    files: list[str], capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(door, "score", fail)
    assert door.main(["score", *files]) == 2
    error = json.loads(capsysbinary.readouterr().err)["error"]
    assert error["message"] == (
        "The engine failed in a way that it should not have: ZeroDivisionError."
    )
