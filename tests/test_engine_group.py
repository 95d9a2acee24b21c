"""Many people: means, ranges, gates and the distribution of results."""

from decimal import Decimal
from fractions import Fraction
from itertools import permutations
from typing import Any

import pytest

from assessments import EXPORTS, aggregate, distribution, document
from assessments.documents.texts import Texts
from assessments.documents.working import said_steps
from assessments.questionnaires.group import agreement
from tests.answering import given, questionnaire
from tests.definitions import definition

TOOL = "relationship-health"


def people(*answers: str) -> list[dict[str, object]]:
    return [given(TOOL, each) for each in answers]


def group(tool: str, *answers: str) -> dict[str, Any]:
    return aggregate(questionnaire(tool), [given(tool, each) for each in answers]).as_data()


def test_the_band_is_that_of_the_mean_without_gates_and_gates_are_counted() -> None:
    capped = "3333 3333 3333 0333"
    found = group("relationship-health", capped, capped, "3333 3333 3333 3333")
    # 0.20 + 0.30 + 0.20 + 0.30 * 75% = 92.5; (92.5 + 92.5 + 100) / 3 = 95
    assert (found["overall"], found["band"]) == (Decimal("95.0"), "strong")
    assert (found["gates"], found["flags"]) == ({"G2": 2}, [])


def test_a_tool_without_gates_in_its_model_has_none_in_its_group() -> None:
    assert "gates" not in group("four-pain-points", *["1111 1111 1111 1111"] * 3)


def test_hollow_stages_are_told_with_how_many_have_them() -> None:
    tool = "trust-stage-diagnostic"
    sets = [given(tool, each) for each in ("11111 33333 00000", *["33333 33333 33333"] * 2)]
    told = document(definition(tool), distribution(questionnaire(tool), sets), "en")
    assert [block["text"] for block in told if block["kind"] == "notice"] == [
        "Stage 2 is hollow: a stage before it is not passed: 1 of 3 answer sets.",
    ]


def test_parts_that_are_missing_are_counted_by_who_misses_which() -> None:
    ready, without = "222 22 22 22 22 22 222", "222 22 22 22 00 22 222"
    found = group("one-five-one-readiness", ready, without, without)
    assert found["gates"] == {"PROGRAMME_INCOMPLETE:research": 2}


def test_a_dimension_uses_those_who_have_a_score() -> None:
    most = ["2222 2222 3333 2222", "2222 2222 NNNN 2222", "2222 2222 3333 2222"]
    found = group("relationship-health", *most, "2222 2222 2222 2222")
    # The mean of 100, 100 and 66.7.
    assert found["dims"]["information"] == {"mean": Decimal("88.9"), "range": Decimal("33.3")}
    nobody = group("relationship-health", *["2222 2222 NNNN 2222"] * 3)
    assert nobody["dims"]["information"] == "na"


def test_a_range_of_forty_or_more_is_a_disagreement() -> None:
    apart = group("customer-pain-point-fit", "2222 2222", "2222 1110", "2222 2222")
    # 66.7 - 25.0 = 41.7
    assert apart["flags"] == ["DISAGREEMENT:danger"]
    # 66.7 - 33.3 = 33.4
    nearly = group("customer-pain-point-fit", "2222 2222", "2222 1111", "2222 2222")
    assert nearly["flags"] == []


def test_questions_come_by_how_far_people_differ() -> None:
    found = group("customer-pain-point-fit", "2222 2220", "2222 2223", "2212 2220")
    assert [each["id"] for each in found["questions"][:2]] == ["danger.4", "growth.3"]
    assert found["questions"][0] == {
        "id": "danger.4",
        "counts": [2, 0, 0, 1],
        "na": 0,
        "open": 0,
        "range": 3,
        # The three pairs are 0, 3 and 3 apart: 1 - 2 / 3.
        "agreement": Decimal("33.3"),
    }


def test_those_without_a_result_are_left_out_and_counted() -> None:
    found = group("customer-pain-point-fit", *["2222 2222"] * 3, "2222 ----", "NNNN 2222")
    assert (found["n"], found["excluded"], found["status"]) == (3, 2, "ok")


def test_the_distribution_counts_stages() -> None:
    tool = "trust-stage-diagnostic"
    sets = ["33333 33333 33333", "33333 00000 33333", "33333 00000 33333", "----- 33333 33333"]
    found = distribution(questionnaire(tool), [given(tool, each) for each in sets]).as_data()
    assert found["bands"] == {"none": 0, "perception": 2, "benefit": 0, "synergy": 1}
    assert (found["n"], found["excluded"]) == (3, 1)
    assert found["flags"] == {"HOLLOW_STAGE_3": 2}
    assert found["dims"]["benefit"] == {"lowest": Decimal("0.0"), "highest": Decimal("100.0")}


def test_a_provisional_class_is_left_out_of_the_distribution() -> None:
    tool = "fortune-telling-selection"
    full = "333 333 33333 3333 333"
    sets = [given(tool, full), given(tool, full), given(tool, full), given(tool, full, "thin")]
    found = distribution(questionnaire(tool), sets).as_data()
    assert (found["bands"]["star"], found["excluded"]) == (3, 1)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([3, 0, 0, 0], Fraction(1)),
        # One pair, as far apart as can be.
        ([1, 0, 0, 1], Fraction(0)),
        # Four pairs 3 apart and two pairs alike: 1 - (12 / 6) / 3.
        ([2, 0, 0, 2], Fraction(1, 3)),
        # Pairs 1, 2, 3, 1, 2 and 1 apart: 1 - (10 / 6) / 3.
        ([1, 1, 1, 1], Fraction(4, 9)),
    ],
)
def test_agreement_is_what_pairs_of_people_have_in_common(
    counts: list[int], expected: Fraction
) -> None:
    assert agreement(counts) == expected


FEW = ("2222 2222 NNNN N222", "3210 2222 2222 N222", "2222 2221 1111 0222", "0222 2222 NNNN 2222")
"""Two people have a score in information, and two answered the first question of support."""


@pytest.mark.parametrize("view", [aggregate, distribution])
def test_nothing_is_told_about_fewer_than_three_people(view: Any) -> None:
    data = view(questionnaire(TOOL), people(*FEW)).as_data()
    assert data["dims"]["information"] == "few"
    steps = [step for step in data.get("working", ()) if step.get("dimension") == "information"]
    assert all(step == {"code": "group_few", "dimension": "information"} for step in steps)
    names = [*(f"information.{number}" for number in (1, 2, 3, 4)), "support.1"]
    assert data["questions"][-5:] == [{"id": name, "counts": "few"} for name in names]
    assert all(sum(each["counts"]) >= 3 for each in data["questions"][:-5])


@pytest.mark.parametrize("view", [aggregate, distribution])
@pytest.mark.parametrize(
    ("language", "dimension", "question"),
    [
        (
            "en",
            "fewer than three people",
            (
                "A question that fewer than three people answered shows dashes, so that nobody can"
                " tell who answered what."
            ),
        ),
        ("zh", "不足三人", "作答不足三人的题目只显示短横，以免看出谁答了什么。"),
    ],
)
def test_what_is_kept_back_is_said(view: Any, language: str, dimension: str, question: str) -> None:
    report = view(questionnaire(TOOL), people(*FEW))
    blocks: list[Any] = document(definition(TOOL), report, language)
    rows = [row for block in blocks if block["kind"] == "table" for row in block["rows"]]
    assert [dimension, dimension] in [row[1:] for row in rows]
    assert question in [block["text"] for block in blocks if block["kind"] == "text"]
    text = EXPORTS["csv"].write(definition(TOOL), report, language)
    assert text.count(f",{dimension}\r\n") == 6


def test_the_working_of_a_group_tells_sums_and_counts() -> None:
    found = aggregate(questionnaire(TOOL), people(*FEW))
    access, _, information, *_ = said_steps(Texts(definition(TOOL), "en"), found.working)
    # 66.7 + 50.0 + 66.7 + 50.0 = 233.4, and a quarter of it is 58.35.
    assert access.endswith(": the 4 scores add up to 233.4, and 233.4 ÷ 4 ≈ 58.4.")
    assert information.endswith(
        ": fewer than three people have a score, so nothing is shown for it."
    )


GATED = ("2222 2222 2220 2222", "0000 2222 2222 2222", "2120 2222 2220 2222")
"""Two gates, met by the people in either order."""


@pytest.mark.parametrize("view", [aggregate, distribution])
@pytest.mark.parametrize(("tool", "sets"), [(TOOL, FEW), ("crm-service-standards", GATED)])
def test_the_order_of_people_changes_no_byte(view: Any, tool: str, sets: tuple[str, ...]) -> None:
    written = {
        tuple(export.write(definition(tool), report, "en") for export in EXPORTS.values())
        for order in permutations([given(tool, each) for each in sets])
        for report in [view(questionnaire(tool), list(order))]
    }
    assert len(written) == 1


def test_a_report_of_many_people_says_how_it_looks_at_them() -> None:
    seen = people(*["2222 2222 3333 2222"] * 3)
    mean, spread = aggregate(questionnaire(TOOL), seen), distribution(questionnaire(TOOL), seen)
    common = ["tool", "kind", "model", "definition", "engine", "view", "status", "n", "excluded"]
    common += ["dims", "questions"]
    data = mean.as_data()
    assert list(data) == [*common, "overall", "band", "flags", "gates", "working"]
    assert data["view"] == "group"
    # 0.80 * 66.667 + 0.20 * 100 = 73.3, three times.
    total = {"sum": Decimal("219.9"), "count": 3, "mean": Decimal("73.3")}
    assert data["working"][-1] == {"code": "group_overall", **total}
    assert list(spread.as_data()) == [*common, "bands", "flags"]
    assert spread.as_data()["view"] == "distribution"
