"""A reader's own targets: how far each dimension is from them, in report, words and files."""

import csv
from typing import Any

import pytest

from assessments import write_json
from tests.answering import given
from tests.definitions import definition
from tests.test_engine_browser import ask

HEALTH = "relationship-health"
ANSWERS = "3333 2222 1111 0000"
"""Four dimensions of four questions: 100, 66.7, 33.3 and 0 points."""
NAMES = ("access", "trust", "information", "support")


def asked(targets: object, **more: object) -> dict[str, Any]:
    return ask(input=given(HEALTH, ANSWERS), targets=targets, **more)


def block(answer: dict[str, Any], kind: str) -> dict[str, Any]:
    found: dict[str, Any] = next(each for each in answer["document"] if each["kind"] == kind)
    return found


def test_the_gap_is_what_is_missing_to_the_target_or_to_that_of_the_tool() -> None:
    report = asked({NAMES[0]: 90, NAMES[3]: 45.5})["report"]
    # 100 is beyond 90; 66.7 beyond the 60 of every tool; 60 - 33.3; 45.5 - 0.
    assert report["targets"] == [
        {"dimension": NAMES[0], "target": 90.0, "gap": 0.0, "own": True},
        {"dimension": NAMES[1], "target": 60.0, "gap": 0.0, "own": False},
        {"dimension": NAMES[2], "target": 60.0, "gap": 26.7, "own": False},
        {"dimension": NAMES[3], "target": 45.5, "gap": 45.5, "own": True},
    ]


def test_a_target_of_nothing_is_always_reached() -> None:
    target = asked({NAMES[3]: 0})["report"]["targets"][3]
    assert target == {"dimension": NAMES[3], "target": 0.0, "gap": 0.0, "own": True}


def test_the_words_begin_with_what_is_farthest_from_its_target() -> None:
    answer = asked({NAMES[0]: 90, NAMES[3]: 45.5})
    bars = block(answer, "bars")
    assert [(row["id"], row["target"], row["reached"]) for row in bars["rows"]] == [
        (NAMES[3], 45.5, False),
        (NAMES[2], 60.0, False),
        (NAMES[0], 90.0, True),
        (NAMES[1], 60.0, True),
    ]
    texts = [each["text"] for each in answer["document"] if each["kind"] == "text"]
    title = definition(HEALTH)["dimensions"][3]["title"]["en"]
    assert texts[0] == (
        f"2 of 4 targets are reached. Farthest from its target: {title}, by 45.5 points."
    )
    table = block(answer, "table")
    assert table["columns"][:4] == ["Dimension", "Score", "Target", "Gap"]
    assert [row[1:4] for row in table["rows"]] == [
        ["0.0", "45.5", "45.5"],
        ["33.3", "60.0", "26.7"],
        ["100.0", "90.0", "reached"],
        ["66.7", "60.0", "reached"],
    ]


def test_a_high_score_beyond_the_target_is_the_gap_where_high_is_bad() -> None:
    pains = definition("four-pain-points")
    names = [each["id"] for each in pains["dimensions"]]
    answer = ask(
        definition=write_json(pains),
        input=given("four-pain-points", "3333 2222 NNNN 0000"),
        targets={names[0]: 40, names[2]: 10, names[3]: 10},
    )
    # 100 - 40; nothing applies; 0 is below 10. The second has no target, for the tool has none.
    assert [(each["dimension"], each["gap"]) for each in answer["report"]["targets"]] == [
        (names[0], 60.0),
        (names[2], None),
        (names[3], 0.0),
    ]
    rows = block(answer, "table")["rows"]
    assert [row[2:4] for row in rows] == [
        *(["40.0", "60.0"], ["10.0", "reached"], ["–", "–"], ["10.0", "–"])
    ]
    assert "target" not in block(answer, "bars")["rows"][2]


def test_the_files_hold_the_targets() -> None:
    files = asked({NAMES[0]: 90}, formats=["csv", "markdown", "json"])["files"]
    rows = [row for row in csv.reader(files["csv"].splitlines()) if row[0] == "target"]
    assert [(row[1], row[3], row[4]) for row in rows] == [
        (NAMES[0], "90.0", "reached"),
        (NAMES[1], "60.0", "reached"),
        (NAMES[2], "60.0", "26.7"),
        (NAMES[3], "60.0", "60.0"),
    ]
    assert "| Dimension | Score | Target | Gap | Weight | Answered |" in files["markdown"]


@pytest.mark.parametrize("targets", [None, {}])
def test_without_targets_everything_stays_as_it_is(targets: object) -> None:
    assert asked(targets) == ask(input=given(HEALTH, ANSWERS))


@pytest.mark.parametrize(
    ("targets", "language", "message"),
    [
        ([], "en", "The request’s targets must be an object, not []."),
        (
            {"speed": 60},
            "zh",
            "请求中的targets必须是一个对象，其键取自access, trust, information, support，而不是“speed”。",  # noqa: E501
        ),
        ({"trust": 101}, "zh", "请求中的targets.trust必须是在0到100之间，而不是101。"),
        ({"trust": True}, "en", "The request’s targets.trust must be from 0 to 100, not true."),
        (
            {"trust": 60.25},
            "en",
            "The request’s targets.trust must be a number of at most 1 decimal, not 60.25.",
        ),
    ],
)
def test_targets_that_are_none_are_refused(targets: object, language: str, message: str) -> None:
    error = asked(targets, language=language)["error"]
    assert (error["code"], error["message"]) == ("E_REQUEST", message)


def test_every_wrong_target_is_told() -> None:
    problems = asked({"speed": 1, "trust": -1, "access": "60"})["error"]["problems"]
    assert [each["path"] for each in problems] == ["targets", "targets.trust", "targets.access"]


def test_only_one_persons_answers_have_targets() -> None:
    people = [given(HEALTH, ANSWERS)] * 3
    error = ask(input=people, group=True, targets={"trust": 60})["error"]
    assert error["code"] == "E_REQUEST"
    assert "one person’s answers" in error["message"]
