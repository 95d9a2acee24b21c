"""What a report says: the working with its numbers, gates, status, bands, stages and classes."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest

from assessments import score
from assessments.documents.texts import Texts
from assessments.documents.working import said_steps
from assessments.questionnaires.models import MODELS
from assessments.questionnaires.telling import checked
from tests.answering import given, questionnaire
from tests.definitions import definition


def report(tool: str, answers: str, *flags: str) -> dict[str, Any]:
    return score(questionnaire(tool), given(tool, answers, *flags)).as_data()


def working(tool: str, answers: str, *flags: str) -> list[str]:
    """Return the codes of the steps."""
    return [step["code"] for step in report(tool, answers, *flags)["working"]]


def step(found: dict[str, Any], code: str) -> dict[str, Any]:
    return next(each for each in found["working"] if each["code"] == code)


def test_the_working_holds_every_number_that_the_result_is_made_of() -> None:
    found = report("relationship-health", "22-2 2222 NNNN 0221")
    assert found["working"][0] == {
        "code": "dimension",
        "dimension": "access",
        "items": 4,
        "points": 6,
        "answered": 3,
        "unrounded": Decimal("66.6667"),
        "score": Decimal("66.7"),
    }
    # (20 * 66.6667 + 30 * 66.6667 + 30 * 41.6667) / 80 = 57.2917
    assert step(found, "weights_shared") == {
        "code": "weights_shared",
        "weights": 80,
        "total": 100,
        "dimensions": ["information"],
    }
    assert step(found, "overall") == {
        "code": "overall",
        "terms": [
            {"dimension": "access", "weight": 20, "score": Decimal("66.6667")},
            {"dimension": "trust", "weight": 30, "score": Decimal("66.6667")},
            {"dimension": "support", "weight": 30, "score": Decimal("41.6667")},
        ],
        "weights": 80,
        "unrounded": Decimal("57.2917"),
        "score": Decimal("57.3"),
    }


def test_the_working_in_words_can_be_redone_by_hand() -> None:
    given_here = given("relationship-health", "22-2 2222 NNNN 0221")
    steps = score(questionnaire("relationship-health"), given_here).working
    record = definition("relationship-health")
    english, chinese = (said_steps(Texts(record, each), steps) for each in ("en", "zh"))
    access = {language: record["dimensions"][0]["title"][language] for language in ("en", "zh")}
    assert english[0] == (
        f"{access['en']}: 6 points in 3 answers, so 100 × 6 ÷ (3 × 3) ≈ 66.6667, rounded 66.7."
    )
    assert chinese[0] == f"{access['zh']}：3题共得6分，100 × 6 ÷ (3 × 3) ≈ 66.6667，取66.7。"
    assert english[5] == (
        "Overall: (20 × 66.6667 + 30 × 66.6667 + 30 × 41.6667) ÷ 80 ≈ 57.2917, rounded 57.3."
        " Each term is weight × unrounded score."
    )
    assert len(english) == len(chinese) == len(steps)


def test_each_gate_says_whether_it_fired_passed_or_rested() -> None:
    health = working("relationship-health", "3333 1011 3333 3333")
    assert health[-3:] == ["gate_dimension_fired", "gate_question_passed", "capped"]
    rested = working("relationship-health", "2222 2222 2222 N222")
    assert rested[-2:] == ["gate_dimension_passed", "gate_question_rested"]
    found = report("crm-service-standards", "NNNN 3333 3330 3333")
    assert [step(found, "gate_dimension_rested")[key] for key in ("gate", "state")] == ["G1", "na"]


def test_a_gate_that_lowers_nothing_is_listed_without_capped() -> None:
    found = report("relationship-health", "2222 2222 2122 0221")
    assert (found["gates"], found["flags"], found["band"]) == (["G2"], [], "weak")


def test_a_model_without_gates_tells_nothing_of_them() -> None:
    assert report("marketing-four-steps", "2222 2222 2220 2200")["gates"] == []
    assert "gates" not in report("trust-stage-diagnostic", "33322 11110 32332")


def test_nothing_is_gated_while_the_result_is_incomplete() -> None:
    found = report("iron-triangle-readiness", "0--- 0333 0333 0000")
    assert (found["status"], found["gates"], found["flags"]) == ("incomplete", [], [])
    assert found["weakest"] == "team"


@pytest.mark.parametrize(
    ("answers", "status"),
    [
        # Weights 55 and 45: without growth less than half of the weight is left.
        ("NNNN 3333", "too_many_na"),
        ("3333 NNNN", "ok"),
        ("NNNN NNNN", "too_many_na"),
        ("NNNN 33--", "incomplete"),
        # Two of four n/a is not more than half; three of four is.
        ("NN33 3333", "ok"),
        ("NNN3 3333", "incomplete"),
        # Three of four answered is exactly 75%.
        ("333- 3333", "ok"),
        ("33-- 3333", "incomplete"),
    ],
)
def test_status_by_what_is_answered_and_what_applies(answers: str, status: str) -> None:
    found = report("customer-pain-point-fit", answers)
    assert found["status"] == status
    if status != "ok":
        assert (found["overall"], found["band"]) == (None, None)
    if status == "too_many_na":
        assert found["weakest"] is None


def test_exactly_half_of_the_weight_is_enough() -> None:
    assert report("four-pain-points", "1111 2222 NNNN NNNN")["status"] == "ok"
    assert report("four-pain-points", "1111 NNNN NNNN NNNN")["top_pain"] is None


def test_a_band_includes_its_lower_limit() -> None:
    # 25 * (100 + 100 + 100 + 33.3333) / 100 = 83.3; 60 exactly needs 3/5 of the points.
    assert report("marketing-four-steps", "2222 2222 2220 2200")["overall"] == Decimal("54.2")
    assert report("customer-centric-culture", "222 222 212 22 20 12 11")["band"] == "L3"
    exact = report("trust-stage-diagnostic", "22221 22220 00000")
    assert (exact["dims"]["perception"], exact["stage"]) == (Decimal("60.0"), 1)
    assert exact["progress_to_next"] == Decimal("88.9")  # 53.3333 / 60 * 100


def test_a_tie_goes_to_the_first_dimension() -> None:
    assert report("iron-triangle-readiness", "2222 2222 2222 2222")["weakest"] == "ar"
    assert report("four-pain-points", "1111 1111 0000 0000")["top_pain"] == "shallow"


def test_the_weakest_is_found_by_unrounded_scores() -> None:
    # 8 of 12 is 66.67, 10 of 15 too: a tie; 6 of 9 against 13 of 20 would differ only unrounded.
    found = report("universal-relationship", "2222 222- 2221")
    assert found["weakest"] == "loyalty"


def test_trust_stages_that_are_missing_stop_the_count_but_hollow_ones_are_named() -> None:
    found = report("trust-stage-diagnostic", "----- 33333 33333")
    assert (found["status"], found["stage"], found["band"]) == ("incomplete", 0, None)
    assert (found["flags"], found["progress_to_next"]) == (
        ["HOLLOW_STAGE_2", "HOLLOW_STAGE_3"],
        None,
    )
    na = report("trust-stage-diagnostic", "33333 33333 NNNNN")
    assert (na["status"], na["stage"], na["progress_to_next"]) == ("incomplete", 2, None)
    assert "progress_to_next" not in report("trust-stage-diagnostic", "33333 33333 33333")
    # The first stage not passed is the next one; whatever is above it is hollow.
    assert report("trust-stage-diagnostic", "11111 33333 00000")["flags"] == ["HOLLOW_STAGE_2"]


def test_a_block_sets_the_last_tier_once_and_is_listed_when_incomplete() -> None:
    both = report("customer-value-tiering", "3333 3333 3333", "credit_block", "compliance_block")
    assert (both["flags"], both["band"], both["seed_letter"]) == (["BLOCKED"], "ordinary", "C(002)")
    assert both["next_step"] == {"status": "blocked"}
    missing = report("customer-value-tiering", "---- 3333 3333", "credit_block")
    assert (missing["status"], missing["flags"]) == ("incomplete", ["BLOCKED"])
    assert (missing["band"], missing["seed_letter"]) == (None, None)


def test_a_dimension_that_is_na_counts_as_nothing_in_the_tests_of_a_tier() -> None:
    found = report("customer-value-tiering", "3333 3333 NNNN")
    assert (found["overall"], found["band"]) == (Decimal("100.0"), "key")


@pytest.mark.parametrize(
    ("answers", "flags", "status", "class_", "listed"),
    [
        ("333 232 33233 3332 232", ["thin"], "provisional", "star", ["RESEARCH_THIN"]),
        ("333 232 33233 3332 232", ["thin", "knock_out"], "provisional", "exit",
         ["KNOCK_OUT", "RESEARCH_THIN"]),
        ("333 232 33233 3332 ---", ["thin"], "incomplete", None, ["RESEARCH_THIN"]),
        ("111 111 11111 2211 222", [], "ok", "cash-cow", []),
        ("222 222 22222 1111 000", [], "ok", "watch", []),
        ("111 111 11111 2211 111", [], "ok", "watch", []),
    ],
)  # fmt: skip
def test_classes_and_their_flags(
    answers: str, flags: list[str], status: str, class_: str | None, listed: list[str]
) -> None:
    found = report("fortune-telling-selection", answers, *flags)
    assert (found["status"], found["class"], found["flags"]) == (status, class_, listed)
    if class_ is None:
        names = ("band", "prospect", "comprehensive_value", "seed_letter", "default_tier")
        assert {found[name] for name in names} == {None}


@pytest.mark.parametrize(
    ("results", "message"),
    [
        ({"mood": 3}, "the model weighted-mean tells no result mood"),
        ({"overall": "high"}, "weighted-mean: overall is a number or None, not 'high'"),
        ({"band": "purple"}, "weighted-mean: band is the id of a band or None, not 'purple'"),
        (
            {"weakest": Decimal(1)},
            "weighted-mean: weakest is the id of a dimension or None, not Decimal('1')",
        ),
    ],
)
def test_a_wrong_result_is_refused_where_it_is_made(
    results: Mapping[str, object], message: str
) -> None:
    tool = questionnaire("relationship-health")
    with pytest.raises(TypeError) as raised:
        checked(MODELS[tool.model].telling, tool, results)
    assert str(raised.value) == message
