"""What a report says beyond the score: bounds, next step, how sure, distances, actions."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

from assessments import score
from assessments.numbers.rounding import round_half_up
from tests.answering import given, questionnaire
from tests.definitions import definition


def report(tool: str, answers: str, *flags: str) -> dict[str, Any]:
    return score(questionnaire(tool), given(tool, answers, *flags)).as_data()


def test_bounds_and_the_question_that_narrows_them_most() -> None:
    # access 20, trust 30, information 20, support 30; one of 4 open in access and in support.
    found = report("relationship-health", "222- 2222 2222 -222")["bounds"]
    # access (6 + 0..3)/12, support (6 + 0..3)/12: 20% and 30% of 25 points each.
    assert found == {
        "open": 2,
        "lowest": {"status": "ok", "overall": Decimal("58.3"), "band": "weak"},
        "highest": {"status": "ok", "overall": Decimal("70.8"), "band": "sound"},
        "ask": "support.1",
    }


def test_bounds_of_an_incomplete_result_say_what_it_may_become() -> None:
    found = report("universal-relationship", "33-- 2222 2222")["bounds"]
    # awareness 50 to 100: 0.3 * 50 + 0.7 * 66.6667 = 61.6667; 0.3 * 100 + 46.6667 = 76.6667
    assert (found["lowest"]["overall"], found["highest"]["overall"]) == (
        Decimal("61.7"),
        Decimal("76.7"),
    )


def test_too_much_na_leaves_nothing_to_ask() -> None:
    found = report("universal-relationship", "NNN- 2222 2222")["bounds"]
    assert (found["lowest"]["overall"], found["highest"]["band"], found["ask"]) == (
        None,
        None,
        None,
    )


def test_the_next_step_clears_a_gate_before_anything_else() -> None:
    found = report("iron-triangle-readiness", "3222 3222 2222 1110")["next_step"]
    # team 3 of 12 points: 40% needs 5.
    assert found == {
        "status": "found",
        "one_level": True,
        "steps": 2,
        "reaches": {"status": "ok", "overall": Decimal("64.6"), "band": "sound"},
        "improve": [
            {"question": "team.1", "dimension": "team", "module": module(), "from": 1, "to": 2},
            {"question": "team.2", "dimension": "team", "module": module(), "from": 1, "to": 2},
        ],
    }


def module() -> str:
    """Return the module of the team dimension, as its definition has it."""
    return definition("iron-triangle-readiness")["dimensions"][3]["action"]["module"]


def test_where_one_level_each_is_not_enough_more_are_named() -> None:
    found = report("universal-relationship", "0000 0000 0000")["next_step"]
    # 40 points: 35 + 35 weights of 25/3 a level; 0.35 * 100 / 12 = 2.9167 a level.
    assert (found["one_level"], found["steps"], found["reaches"]["band"]) == (False, 14, "weak")


def test_a_severity_improves_downwards() -> None:
    found = report("four-pain-points", "1111 1111 1111 0000")["next_step"]
    # 25 exactly is moderate; one level less is 22.9.
    assert [(each["question"], each["from"], each["to"]) for each in found["improve"]] == [
        ("shallow.1", 1, 0)
    ]
    assert found["reaches"] == {"status": "ok", "overall": Decimal("22.9"), "band": "low"}


def test_the_next_stage_is_its_own_dimension() -> None:
    found = report("trust-stage-diagnostic", "33322 11110 32332")["next_step"]
    # 4 of 15 points; 60% needs 9: five levels, so each of the five by one.
    assert (found["steps"], found["reaches"]["stage"]) == (5, 3)


def test_a_limit_that_no_whole_score_meets_still_asks_for_one_level_more() -> None:
    stages: Any = definition("trust-stage-diagnostic")
    answers = given("trust-stage-diagnostic", "22221 00000 00000")
    # 9 of 15 points are 60; 10 are 66.7.
    found: Any = score({**stages, "parameters": {"pass": Decimal("60.2")}}, answers).as_data()
    assert (found["next_step"]["steps"], found["next_step"]["reaches"]["stage"]) == (1, 1)


def test_two_gates_of_one_dimension_are_both_cleared() -> None:
    health: Any = definition("relationship-health")
    gate = next(each for each in health["gates"] if "question" in each["when"])
    other = {**gate, "id": "G3", "when": {**gate["when"], "question": "support.3"}}
    answers = given("relationship-health", "3333 3333 3333 0101")
    found: Any = score({**health, "gates": [*health["gates"], other]}, answers).as_data()
    assert found["gates"] == ["G2", "G3"]
    # The answer between them is low as well, and its improvement would clear neither.
    assert [each["question"] for each in found["next_step"]["improve"]] == [
        *("support.1", "support.3"),
    ]


def test_how_sure_counts_the_weightings_that_keep_the_tier() -> None:
    # 0.35 * 75 + 0.30 * 50 + 0.35 * 83.3333 = 70.4
    near = report("customer-value-tiering", "3222 2121 3322")
    found = near["how_sure"]
    assert (near["overall"], near["band"]) == (Decimal("70.4"), "strategic")
    assert (found["samples"], found["spread"]) == (256, 20)
    assert sum(found["results"].values()) == 256
    assert found["kept"] == found["results"]["strategic"] < 256
    assert report("customer-value-tiering", "3333 3333 3333")["how_sure"]["share"] == 100
    assert report("relationship-health", "2222 2222 2222 2222")["how_sure"] is None
    assert report("customer-value-tiering", "---- 3333 3333")["how_sure"] is None


def test_no_weighting_takes_a_customer_that_is_knocked_out() -> None:
    found = report("fortune-telling-selection", "333 333 33333 3333 333", "knock_out")["how_sure"]
    assert (found["results"], found["share"]) == ({"exit": 256}, 100)


def test_a_result_near_a_limit_is_less_sure() -> None:
    # 0.35 * 33.3333 + 0.30 * 100 + 0.35 * 25 = 50.4
    near = report("customer-value-tiering", "1111 3333 1110")
    assert near["overall"] == Decimal("50.4")
    assert near["how_sure"]["results"].keys() == {"key", "ordinary"}
    assert near["how_sure"]["share"] < 70


def halton(index: int, base: int) -> Fraction:
    """Return the digits of a number in a base, mirrored behind the point."""
    return (index % base + halton(index // base, base)) / base if index else Fraction(0)


def test_each_weight_is_varied_by_up_to_a_fifth_along_a_sequence_of_its_own() -> None:
    found = report("customer-value-tiering", "1111 3333 1110")["how_sure"]
    parts = [(35, Fraction(100, 3), 2), (30, Fraction(100), 3), (35, Fraction(25), 5)]
    means = []
    for index in range(1, 257):
        weights = [
            (weight * (Fraction(4, 5) + Fraction(2, 5) * halton(index, base)), points)
            for weight, points, base in parts
        ]
        total = sum(weight * points for weight, points in weights)
        means.append(round_half_up(total / sum(weight for weight, _ in weights)))
    assert found["scores"]["overall"] == {"lowest": min(means), "highest": max(means)}
    # The current value of 33.3 is too low for a key account, so 50 overall decides.
    assert found["results"]["key"] == sum(mean >= 50 for mean in means)


def test_the_distance_to_each_limit_is_signed() -> None:
    found = report("customer-value-tiering", "0023 3322 2211")["thresholds"]
    assert [(each["band"], each["measure"], each["distance"]) for each in found] == [
        ("strategic", "overall", Decimal("-12.9")),
        ("strategic", "strategic", Decimal("-10.0")),
        ("key", "overall", Decimal("7.1")),
        ("key", "current", Decimal("-33.3")),
    ]


def test_actions_are_those_of_the_weak_dimensions_the_worst_first() -> None:
    found = report("relationship-health", "2110 2222 2222 1000")["actions"]
    assert [each["dimension"] for each in found] == ["support", "access"]
    strong = report("relationship-health", "3333 3333 3332 3333")["actions"]
    assert [each["dimension"] for each in strong] == ["information"]


def test_actions_of_a_severity_begin_at_fifty() -> None:
    found = report("four-pain-points", "1111 2222 2211 1122")["actions"]
    assert [each["dimension"] for each in found] == ["single", "blurred", "scattered"]


def test_every_report_names_tool_definition_and_engine() -> None:
    found = report("relationship-health", "2222 2222 2222 2222")
    assert (found["tool"], found["kind"], found["engine"]) == (
        "relationship-health",
        "assessment",
        "1.0.0",
    )
    assert set(found["definition"]) == {"id", "version", "hash", "structure", "scoring"}
    assert len(found["definition"]["hash"]) == 16


def test_open_and_left_out_questions_are_counted() -> None:
    found = report("relationship-health", "22-2 2222 NNNN 0221")
    assert found["notes"] == ["OPEN:1", "NOT_APPLICABLE:4"]
