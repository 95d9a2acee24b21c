"""Many people: means, ranges, gates and the distribution of results."""

from decimal import Decimal
from typing import Any

from assessments import aggregate, distribution
from tests.answering import given, questionnaire


def group(tool: str, *answers: str) -> dict[str, Any]:
    return aggregate(questionnaire(tool), [given(tool, each) for each in answers])


def test_the_band_is_that_of_the_mean_without_gates_and_gates_are_counted() -> None:
    capped = "3333 3333 3333 0333"
    found = group("relationship-health", capped, capped, "3333 3333 3333 3333")
    # 0.20 + 0.30 + 0.20 + 0.30 * 75 % = 92.5; (92.5 + 92.5 + 100) / 3 = 95
    assert (found["overall"], found["band"]) == (Decimal("95.0"), "strong")
    assert (found["gates"], found["flags"]) == ({"G2": 2}, [])


def test_a_tool_without_gates_in_its_model_has_none_in_its_group() -> None:
    assert "gates" not in group("four-pain-points", *["1111 1111 1111 1111"] * 3)


def test_parts_that_are_missing_are_counted_by_who_misses_which() -> None:
    ready, without = "222 22 22 22 22 22 222", "222 22 22 22 00 22 222"
    found = group("one-five-one-readiness", ready, without, without)
    assert found["gates"] == {"PROGRAMME_INCOMPLETE:research": 2}


def test_a_dimension_uses_those_who_have_a_score() -> None:
    found = group(
        "relationship-health", "2222 2222 NNNN 2222", "2222 2222 3333 2222", "2222 2222 NNNN 2222"
    )
    assert found["dims"]["information"] == {"mean": Decimal("100.0"), "range": Decimal("0.0")}
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
    }


def test_those_without_a_result_are_left_out_and_counted() -> None:
    found = group("customer-pain-point-fit", *["2222 2222"] * 3, "2222 ----", "NNNN 2222")
    assert (found["n"], found["excluded"], found["status"]) == (3, 2, "ok")


def test_the_distribution_counts_stages() -> None:
    tool = "trust-stage-diagnostic"
    sets = ["33333 33333 33333", "33333 00000 33333", "33333 00000 33333", "----- 33333 33333"]
    found = distribution(questionnaire(tool), [given(tool, each) for each in sets])
    assert found["bands"] == {"none": 0, "perception": 2, "benefit": 0, "synergy": 1}
    assert (found["n"], found["excluded"]) == (3, 1)
    assert found["flags"] == {"HOLLOW_STAGE_3": 2}
    assert found["dims"]["benefit"] == {"lowest": Decimal("0.0"), "highest": Decimal("100.0")}


def test_a_provisional_class_is_left_out_of_the_distribution() -> None:
    tool = "fortune-telling-selection"
    full = "333 333 33333 3333 333"
    sets = [given(tool, full), given(tool, full), given(tool, full), given(tool, full, "thin")]
    found = distribution(questionnaire(tool), sets)
    assert (found["bands"]["star"], found["excluded"]) == (3, 1)


def test_the_order_of_people_never_matters() -> None:
    tool = "customer-pain-point-fit"
    sets = [given(tool, each) for each in ("2222 2220", "2222 2223", "0012 2220")]
    a, b = aggregate(questionnaire(tool), sets), aggregate(questionnaire(tool), sets[::-1])
    working = "working"
    assert {k: v for k, v in a.items() if k != working} == {
        k: v for k, v in b.items() if k != working
    }
