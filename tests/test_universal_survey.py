"""universal-survey: what the worked cases do not show."""

import pytest

from assessments import EngineError, score
from tests.definitions import definition

NAMES = ("surveyed", "aware", "favourable", "loyal")


def report(*counts: object):
    return score(definition("universal-survey"), dict(zip(NAMES, counts, strict=True))).as_data()


def problems(*counts: object) -> list[tuple[str, str]]:
    with pytest.raises(EngineError) as caught:
        report(*counts)
    return [(each.code, each.path) for each in caught.value.problems]


def test_the_interval_stays_between_0_and_100() -> None:
    # Wilson, n = 1: z² / (1 + z²) = 3.841459 / 4.841459
    assert [float(end) for end in report(1, 0, 0, 0)["awareness_ci95"]] == [0.0, 79.3]
    assert [float(end) for end in report(1, 1, 0, 0)["awareness_ci95"]] == [20.7, 100.0]


def test_the_weight_of_a_missing_rate_is_shared_out() -> None:
    given = report(100, 50, 0, 0)  # (30 * 50 + 35 * 0) / 65
    assert (float(given["index"]), given["loyalty"]) == (23.1, None)
    assert given["notes"] == ["INDEX_BASE", "RATES_LEFT_OUT"]


def test_few_aware_people_are_said_even_in_a_large_sample() -> None:
    assert "FEW_AWARE" in report(1000, 29, 20, 10)["notes"]
    assert "FEW_AWARE" not in report(1000, 30, 20, 10)["notes"]


def test_every_step_out_of_order_is_named_after_single_mistakes() -> None:
    assert problems(5, 6, 7, 1) == [
        ("E_FUNNEL_ORDER", "aware"),
        ("E_FUNNEL_ORDER", "favourable"),
    ]
    assert problems(5, 6, -1, 1.5) == [
        ("E_RANGE", "favourable"),
        ("E_INTEGER", "loyal"),
        ("E_FUNNEL_ORDER", "aware"),
    ]
