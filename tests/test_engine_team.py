"""A team's session: who has answered, how answers lie, two sides, and what was agreed."""

import csv
import json
from decimal import Decimal
from io import StringIO
from itertools import permutations
from typing import Any

import pytest

from assessments import EXPORTS, EngineError, document
from assessments.border.reading import write_json
from assessments.questionnaires.teams.patterns import pattern_of
from assessments.questionnaires.teams.sides import sides
from assessments.questionnaires.teams.team import attendance, session, team
from tests.answering import assessments, given, questionnaire
from tests.definitions import definition

TOOL = "relationship-health"
STAGES = "trust-stage-diagnostic"
TEAM = (
    "2222 2222 3333 2222",
    "3222 0222 2222 1222",
    "2122 0222 2N22 2322",
    "2222 3222 22-2 2202",
    "2222 3222 2222 2222",
)
LOW = "1111 1111 1111 1111"


def people(*answers: str, tool: str = TOOL) -> list[dict[str, object]]:
    return [given(tool, each) for each in answers]


def words(report: Any, language: str = "en", tool: str = TOOL) -> list[dict[str, Any]]:
    return document(definition(tool), report, language)


def refused(view: Any, asked: object) -> list[str]:
    """Return the sentences with which a view refuses."""
    with pytest.raises(EngineError) as error:
        view(questionnaire(TOOL), asked)
    problems: Any = error.value.as_data()["error"]
    return [problem["message"] for problem in problems["problems"]]


@pytest.mark.parametrize(
    ("counts", "na", "open_", "expected"),
    [
        ((), 0, 0, "few"),
        ((0, 0, 4, 0), 2, 0, "na"),
        ((0, 0, 5, 0), 2, 0, "same"),
        ((1, 0, 3, 0), 0, 2, "open"),
        ((0, 0, 3, 0), 0, 0, "same"),
        ((0, 1, 2, 0), 0, 0, "near"),
        ((1, 0, 2, 0), 0, 0, "outlier"),
        ((2, 1, 0, 1), 0, 0, "outlier"),
        # One answer stands apart, but the others do not lie together.
        ((1, 0, 1, 1), 0, 0, "outlier"),
        ((1, 1, 1, 0), 0, 0, "spread"),
        ((2, 0, 0, 2), 0, 0, "camps"),
        ((1, 1, 0, 2), 0, 0, "camps"),
        ((2, 0, 1, 2), 0, 0, "camps"),
        ((1, 0, 1, 0), 0, 0, "outlier"),
        ((1, 1, 1, 1), 0, 0, "spread"),
    ],
)
def test_how_answers_lie_is_told_by_the_first_pattern_that_holds(
    counts: tuple[int, ...], na: int, open_: int, expected: str
) -> None:
    assert pattern_of(counts, na, open_) == expected


def test_attendance_tells_who_is_complete_and_spoils_no_set_for_another() -> None:
    sets = [*people(TEAM[0], TEAM[3], "2222 22-- ---- 2222"), {"answers": {"trust.1": 9}}, 7]
    report = attendance(questionnaire(TOOL), sets)
    assert [each["status"] for each in report.as_data()["people"]] == [
        *("ok", "ok", "incomplete", "refused", "refused"),
    ]
    told = words(report)
    assert told[0]["text"] == "2 of 5 answer sets are complete."
    assert [item["text"] for item in told[1]["items"]] == [
        "complete: all 16 answered",
        "complete enough: 15 of 16 answered",
        "not counted: 10 of 16 answered, too few for a result",
        (
            "cannot be used: Question 5 (“Of the promises due in the last six months, what share"
            " did we keep?”): the answer must be 0, 1, 2 or 3, not 9. Choose the sentence that fits"
            " best and give its number."
        ),
        (
            "cannot be used: The input must be an object, not 7."
            ' Write {"answers": {"question id": 2}}.'
        ),
    ]


def test_attendance_says_nothing_about_what_was_answered() -> None:
    one, other = (
        write_json(attendance(questionnaire(TOOL), people(each, each)).as_data())
        for each in ("3333 3333 3333 3333", "0000 NNNN 1111 2222")
    )
    assert one == other.replace("too_many_na", "ok")


def test_a_team_is_told_with_its_agreement_and_each_question_with_its_anchors() -> None:
    report = team(questionnaire(TOOL), people(*TEAM))
    summary, *rest = words(report)
    # Ten questions at 100%, 86.7% …: the mean of the exact numbers is 87.5.
    assert report.agreement == Decimal("87.5")
    assert summary["score"] == "66.0"
    assert summary["text"].endswith("Agreement over all questions: 87.5%.")
    first = next(block for block in rest if block["kind"] == "question")
    assert (first["id"], first["pattern"]) == ("trust.1", "camps")
    assert first["agreement"] == "Agreement 40.0%"
    assert [(each["value"], each["count"], each["share"]) for each in first["answers"]] == [
        ("0", "2 people", Decimal("40.0")),
        ("1", "0 people", Decimal("0.0")),
        ("2", "1 person", Decimal("20.0")),
        ("3", "2 people", Decimal("40.0")),
        ("na", "0 people", Decimal("0.0")),
    ]


def test_stages_have_no_mean_but_a_distribution() -> None:
    sets = people("33333 33333 33333", *["33333 00000 33333"] * 2, tool=STAGES)
    data = team(questionnaire(STAGES), sets).as_data()
    assert (data["view"], "overall" in data) == ("team", False)
    assert data["bands"] == {"none": 0, "perception": 2, "benefit": 0, "synergy": 1}


FEW = ("2222 2222 NNNN N222", "3210 2222 2222 N222", "2222 2221 1111 0222", "0222 2222 NNNN 2222")
"""Two people have a score in information, and two answered the first question of support."""


def test_no_number_is_told_about_fewer_than_three() -> None:
    report = team(questionnaire(TOOL), people(*FEW))
    hidden = [block for block in words(report) if block.get("pattern") == "few"]
    assert [block["id"] for block in hidden][-1] == "support.1"
    assert len(hidden) == 5
    for block in hidden:
        assert block["agreement"] == block["open"] == ""
        assert {(each["count"], each["share"]) for each in block["answers"]} == {("", 0)}
    ours = sides(questionnaire(TOOL), {"us": people(*FEW), "customer": people(*TEAM)}).us
    assert ours.dimensions["information"] is None
    assert ours.questions["support.1"] is None


@pytest.mark.parametrize("export", EXPORTS.values(), ids=lambda each: each.name)
def test_the_order_of_people_changes_no_byte(export: Any) -> None:
    written = {
        export.write(definition(TOOL), session(questionnaire(TOOL), asked), "en")
        for order in permutations(people(*TEAM[:4]))
        for asked in [
            {"people": list(order), "sides": {"us": list(order), "customer": given(TOOL, LOW)}}
        ]
    }
    assert len(written) == 1


def test_both_sides_are_compared_by_their_means_and_the_widest_gap_comes_first() -> None:
    us = people(*["3333 2222 2222 2222"] * 3)
    customer = people("0333 1222 2222 2222", "0333 1222 2222 2222", "0333 2222 2222 2222")
    report = sides(questionnaire(TOOL), {"us": us, "customer": customer})
    # 100 - 75; the customer's trust is (58.3 + 58.3 + 66.7) / 3 = 61.1.
    assert [(each.us, each.customer, each.gap) for each in report.dimensions[:2]] == [
        (Decimal("100.0"), Decimal("75.0"), Decimal("25.0")),
        (Decimal("66.7"), Decimal("61.1"), Decimal("5.6")),
    ]
    # The mean of 1, 1 and 2 is 1.3.
    assert [(each.id, each.gap) for each in report.questions[:3]] == [
        ("access.1", Decimal("3.0")),
        ("trust.1", Decimal("0.7")),
        ("access.2", Decimal("0.0")),
    ]


def test_one_agreed_answer_set_stands_for_a_side_and_two_people_do_not() -> None:
    report = sides(questionnaire(TOOL), {"us": people(*TEAM), "customer": given(TOOL, LOW)})
    data: Any = report.as_data()
    assert (data["us"]["agreed"], data["us"]["overall"]) == (False, Decimal("66.0"))
    assert (data["customer"]["agreed"], data["customer"]["overall"]) == (True, Decimal("33.3"))
    assert words(report)[0]["text"] == (
        "Us: 5 answer sets, 66.0 of 100, Sound. Customer: one agreed answer set, 33.3 of 100,"
        " Critical."
    )
    assert refused(sides, {"us": people(*TEAM), "customer": people(LOW, LOW)})[0] == (
        "The customer’s side cannot be compared yet."
    )
    assert refused(sides, [])[0] == "Two sides must be an object with us and customer, not []."


def test_stages_of_two_sides_are_counted() -> None:
    many = people("33333 33333 33333", *["33333 00000 33333"] * 2, tool=STAGES)
    one = given(STAGES, "00000 00000 00000")
    told = words(sides(questionnaire(STAGES), {"us": many, "customer": one}), tool=STAGES)
    assert told[0]["text"] == (
        "Us: 3 answer sets – “Stage 1: recognition” 2, “Stage 3: strategic synergy” 1."
        " Customer: one agreed answer set, Stage 0: no relationship."
    )


def test_a_session_tells_what_was_agreed_and_why_in_words_and_files() -> None:
    asked = {
        "people": people(*TEAM),
        "agreed": given(TOOL, "2222 2222 2222 2222"),
        "reasons": {"trust.1": "38 of 46 stations"},
    }
    report = session(questionnaire(TOOL), asked)
    told = words(report)
    assert told[1]["text"] == "Agreed result: 66.7 of 100, Sound."
    table = next(block for block in told if block["kind"] == "table")
    assert table["rows"][0][1:] == [
        *("2 · 0 · 1 · 2", "40.0", "2 80% to under 95%", "38 of 46 stations"),
    ]
    assert "38 of 46" not in write_json(report.as_data())
    record: Any = definition(TOOL)
    text = EXPORTS["csv"].write(record, report, "en")
    rows = list(csv.reader(StringIO(text.removeprefix("\ufeff"), newline="")))
    title = record["dimensions"][1]["questions"][0]["text"]["en"]
    assert ["reason", "trust.1", title, "", "38 of 46 stations"] in rows
    assert ["pattern", "trust.1", title, "camps"] in [row[:4] for row in rows]
    assert ["result", "agreement", "Agreement, %", "87.5", ""] in rows


def test_a_session_that_agreed_on_nothing_tells_how_the_team_answered() -> None:
    report = session(questionnaire(TOOL), {"people": people(*TEAM)})
    data: Any = report.as_data()
    assert (data["agreed"], data["sides"], data["team"]["agreement"]) == (
        *(None, None, Decimal("87.5")),
    )
    told = words(report)
    assert [block["text"] for block in told if block["kind"] == "heading"] == [
        "What the team answered and agreed on",
    ]
    table = next(block for block in told if block["kind"] == "table")
    assert table["rows"][0][1:] == ["2 · 0 · 1 · 2", "40.0", "–", ""]


def test_a_session_of_two_tells_what_they_agreed_on_and_nothing_else() -> None:
    asked = {"people": people(*TEAM[:2]), "agreed": given(TOOL, "2222 2222 2222 2222")}
    told = words(session(questionnaire(TOOL), asked))
    assert told[0]["text"] == (
        "Fewer than three complete answer sets: nothing is shown about the team."
    )
    table = next(block for block in told if block["kind"] == "table")
    assert table["columns"] == ["Question", "Agreed", "Why"]
    assert refused(session, {"people": [], "secret": 1})[0].startswith("A session must be")


@pytest.mark.parametrize("tool", assessments())
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_questionnaire_has_a_team_two_sides_and_a_page(tool: str, language: str) -> None:
    count = len(questionnaire(tool).questions)
    everyone = [
        {"answers": {name: (place + turn) % 4 for place, name in enumerate(names)}}
        for names in [questionnaire(tool).questions]
        for turn in range(4)
    ]
    asked = {"people": everyone, "sides": {"us": everyone, "customer": everyone[0]}}
    report = session(questionnaire(tool), asked | {"agreed": everyone[1]})
    told = words(report, language, tool)
    assert len(next(block for block in told if block["kind"] == "table")["rows"]) == count
    for export in EXPORTS.values():
        assert export.write(definition(tool), report, language)
    json.loads(write_json(report.as_data()))
