"""three-layer-profile: what the worked cases do not show."""

import pytest

from assessments import EngineError, score
from tests.definitions import definition


def report(**given: object):
    return score(definition("three-layer-profile"), given).as_data()


def problems(**given: object) -> list[tuple[str, str]]:
    with pytest.raises(EngineError) as caught:
        report(**given)
    return [(each.code, each.path) for each in caught.value.problems]


def test_the_weight_of_a_missing_layer_is_shared_out() -> None:
    given = report(key=80, universal=40, tier="key")  # (40 * 80 + 25 * 40) / 65
    assert (float(given["overall"]), given["flags"]) == (64.6, ["LAYER_MISSING"])


def test_both_broken_patterns_need_a_gap_on_both_sides() -> None:
    assert report(key=60, organisational=39.9, tier="key")["flags"] == [
        "TOP_DOWN_BROKEN",
        "LAYER_MISSING",
    ]
    assert report(key=39, organisational=50, universal=60)["flags"] == ["BOTTOM_UP_BROKEN"]
    assert report(key=60, organisational=40, universal=60)["flags"] == []


def test_the_ecosystem_opens_for_strategic_accounts_with_a_dense_organisation_only() -> None:
    layers = {"key": 90, "organisational": 60, "universal": 90}
    assert report(**layers, tier="strategic")["ecosystem_open"] is True
    assert report(**layers, tier="key")["ecosystem_open"] is False
    assert report(**{**layers, "organisational": 59.9}, tier="strategic")["ecosystem_open"] is False
    assert report(key=90, universal=90, tier="strategic")["ecosystem_open"] is False
    assert report(**layers)["notes"] == ["TIER_UNKNOWN"]


def test_weights_are_three_numbers_that_total_100_and_weigh_something() -> None:
    layers = {"key": 50, "organisational": 50}
    wrong = {
        "E_WEIGHT_SUM": ([50, 50], [], [40, 35, 20], [50, 30, 20, 0]),
        "E_WEIGHT": ([0, 0, 0], [0, 0, 100]),
    }
    for code, lists in wrong.items():
        for weights in lists:
            assert problems(**layers, weights=weights) == [(code, "weights")]
    assert float(report(**layers, weights=[33.33, 33.33, 33.34])["overall"]) == 50


def test_too_few_layers_are_said_after_single_mistakes() -> None:
    assert problems(organisational=True, tier="A", weights=[1, 1, 1]) == [
        ("E_NUMBER", "organisational"),
        ("E_ENUM", "tier"),
        ("E_TOO_FEW_LAYERS", ""),
        ("E_WEIGHT_SUM", "weights"),
    ]


def test_a_layer_that_cannot_be_read_is_not_missing_too() -> None:
    assert problems(key=True, organisational=50) == [("E_NUMBER", "key")]
