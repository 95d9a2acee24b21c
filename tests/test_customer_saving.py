"""customer-saving: what the worked cases do not show."""

import pytest

from assessments import EngineError, score
from tests.definitions import definition

INTEGRATION = {
    "mode": "integration",
    "years": 2,
    "separate": [{"capex": 100, "opex": 0}],
    "integrated": {"capex": 40, "opex": 10},
}
UPGRADE = {"year": 1, "probability": 1, "cost": 100}
PRE_EMBEDDING = {
    "mode": "pre-embedding",
    "years": 2,
    "base_cost": 0,
    "extra_upfront": 10,
    "upgrades": [UPGRADE],
}


def report(given: object):
    return score(definition("customer-saving"), given).as_data()


def messages(given: object) -> list[str]:
    with pytest.raises(EngineError) as caught:
        report(given)
    return [problem["message"] for problem in caught.value.as_data()["error"]["problems"]]


def test_running_costs_are_discounted_from_the_first_year() -> None:
    # 40 + 10 / 2 + 10 / 4
    assert float(report({**INTEGRATION, "discount": 1})["proposed"]) == 47.5


def test_the_inputs_of_the_other_mode_are_not_read() -> None:
    assert report({**INTEGRATION, "upgrades": "left over", "base_cost": -1}) == report(INTEGRATION)


def test_only_the_inputs_of_the_mode_are_asked_for() -> None:
    assert messages({"mode": "pre-embedding", "years": 2}) == [
        "“Cost of the installation with nothing built in” is missing.",
        "“Extra cost now of building in ahead” is missing.",
        "“Later upgrades” is missing.",
    ]


def test_an_upgrade_after_the_last_year_is_refused() -> None:
    given = {**PRE_EMBEDDING, "upgrades": [UPGRADE, {**UPGRADE, "year": 3}]}
    assert messages(given) == ["“In year” in row 2 of “Later upgrades” must be from 1 to 2, not 3."]


def test_a_customer_who_pays_nothing_cannot_save_a_share_of_it() -> None:
    given = {**INTEGRATION, "separate": [{"capex": 0, "opex": 0}]}
    assert messages(given) == [
        (
            "Without our proposal the customer pays nothing, "
            "so a saving in per cent cannot be computed."
        )
    ]


def test_a_saving_that_rounds_to_nothing_is_none() -> None:
    given = {**INTEGRATION, "separate": [{"capex": 60.004, "opex": 0}]}
    assert report(given)["flags"] == ["NO_SAVING"]


def test_only_an_uncertain_upgrade_makes_the_saving_an_estimate() -> None:
    unsure = {**PRE_EMBEDDING, "upgrades": [{**UPGRADE, "probability": 0.9}]}
    assert report(unsure)["notes"] == ["RESTS_ON_ESTIMATES"]
    assert report(PRE_EMBEDDING)["notes"] == []
