"""sales-scorecard: what the worked cases do not show."""

import pytest

from assessments import EngineError, document, score
from tests.definitions import definition


def indicator(name: str, **changed: object) -> dict[str, object]:
    return {"name": name, "weight": 100, "actual": 1, "target": 1, **changed}


def report(*indicators: object, **rest: object):
    return score(definition("sales-scorecard"), {"indicators": list(indicators), **rest}).as_data()


def problems(*indicators: object, **rest: object) -> list[tuple[str, str]]:
    with pytest.raises(EngineError) as caught:
        report(*indicators, **rest)
    return [(each.code, each.path) for each in caught.value.problems]


def test_weights_may_be_a_hundredth_away_from_100() -> None:
    thirds = [indicator(name, weight=33.33) for name in "abc"]
    assert float(report(*thirds)["score"]) == 100.0  # 99.99
    assert problems(*thirds[:2], indicator("c", weight=33.32)) == [("E_WEIGHT_SUM", "indicators")]
    assert problems() == [("E_WEIGHT_SUM", "indicators")]


def test_what_joins_several_values_is_said_after_single_ones() -> None:
    given = [indicator("a", weight=50, target=0), indicator("a", weight=20, better="more")]
    assert problems(*given, cap=3) == [
        ("E_ZERO_TARGET", "indicators[0].target"),
        ("E_ENUM", "indicators[1].better"),
        ("E_RANGE", "cap"),
        ("E_DUP_ID", "indicators[1].name"),
        ("E_WEIGHT_SUM", "indicators"),
    ]


def test_a_target_of_0_gets_the_advice_to_say_at_most() -> None:
    with pytest.raises(EngineError) as caught:
        report(indicator("complaints", actual=0, target=0, better="lower"))
    assert caught.value.as_data()["error"]["hint"] == (
        "A target of 0 cannot be scored as a ratio: write it as “at most 1” with “lower is better”."
    )


def test_a_score_met_without_the_long_term_says_so() -> None:
    short = indicator("revenue", weight=70, actual=2)
    missed = indicator("renewal", weight=30, actual=0.8, horizon="long", scope="team")
    given = report(short, missed)  # 70 * 1.2 + 30 * 0.8 = 108
    assert (given["band"], given["flags"]) == ("met", [])
    assert given["notes"] == ["MET_ON_SHORT_TERM", "CAP_REACHED"]
    assert report(indicator("renewal", horizon="long"))["notes"] == []


def test_the_band_follows_the_score_that_is_shown() -> None:
    assert report(indicator("a", actual=0.99949))["band"] == "near"  # 99.949, shown as 99.9
    assert report(indicator("a", actual=0.9995))["band"] == "met"  # 99.95, shown as 100.0


def test_the_sign_before_an_achievement_tells_whether_it_is_rounded() -> None:
    faults = indicator("faults", weight=50, actual=4, target=3, better="lower")
    days = indicator("days", weight=50, actual=3, target=1, better="lower")
    found = score(definition("sales-scorecard"), {"indicators": [faults, days]})
    blocks = document(definition("sales-scorecard"), found, "en")
    working = next(block["items"] for block in blocks if block["kind"] == "details")
    assert working[:2] == [
        "faults (lower is better): 3 ÷ 4 = 75%; 50 × 75% = 37.5 points.",
        "days (lower is better): 1 ÷ 3 ≈ 33.33%; 50 × 33.33% ≈ 16.67 points.",
    ]
