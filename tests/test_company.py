"""The figures of the fictional company agree with each other, worked out anew."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from macros.yaml_source import read_yaml

ROOT = Path(__file__).parent.parent

WINNING = {"kestrel": 250_000, "drysand": 40_000}
"""Account -> what it cost to win."""

Figures = dict[str, Decimal]


@pytest.fixture(scope="module")
def figures() -> Figures:
    """Return account.figure -> value."""
    file = ROOT / "playbook_data" / "company.yml"
    company: Any = read_yaml(file.read_bytes(), file.name).value
    return {
        f"{account['id']}.{figure['id']}": Decimal(figure["value"])
        for account in company["accounts"]
        for figure in account["figures"]
    }


@pytest.mark.parametrize(
    ("account", "after", "years", "retention"),
    [
        ("kestrel", "", 5, "0.85"),
        ("drysand", "", 3, "0.70"),
        ("drysand", "-after", 3, "0.70"),
        ("orchid", "", 5, "0.85"),
    ],
)
def test_a_lifetime_value_is_that_of_the_formula(
    figures: Figures, account: str, after: str, years: int, retention: str
) -> None:
    revenue = figures["orchid.order" if account == "orchid" else f"{account}.revenue"]
    earned = revenue * figures[f"{account}.margin"] / 100 - figures[f"{account}.serve-cost{after}"]
    present = sum(
        earned * Decimal(retention) ** year / Decimal("1.1") ** (year + 1) for year in range(years)
    )
    if account in WINNING:
        assert round(present - WINNING[account]) == figures[f"{account}.lifetime-value{after}"]
    else:
        assert round(present) == figures[f"{account}.present-value"]


def test_what_is_counted_from_other_figures_is_their_sum_or_share(figures: Figures) -> None:
    at = figures.__getitem__
    five_years = sum(1 / Decimal("1.08") ** year for year in range(1, 6))
    worked_out = {
        "qinglan.left-to-split": at("qinglan.person-days") - at("qinglan.base-service"),
        "qinglan.renewal-rate": 100 * at("qinglan.renewed") / at("qinglan.due"),
        "yunhe.saving-measured": at("yunhe.baseline") * at("yunhe.saving-share") / 100,
        "yunhe.separate": round(410_000 + 96_000 * five_years),
        "yunhe.integrated": round(260_000 + 48_000 * five_years),
        "yunhe.integration-saving": at("yunhe.separate") - at("yunhe.integrated"),
        "yunhe.danger-pain": 4 * 50_000 + 6 * 18_000,
        "yunhe.late-minutes": 130 - at("yunhe.response-promise"),
        "kestrel.present-value": at("kestrel.lifetime-value") + 250_000,
        "kestrel.hours-saved": round(Decimal(25 * 7 * 250) / 60),
        "palefield.credited": 4 * 800,
        "orchid.half-of-chance": round(at("orchid.present-value") / 4),
        "orchid.planned-cost": 130 * at("qinglan.day-rate") + 80_000 + 180_000,
        "orchid.final-cost": at("orchid.planned-cost") + at("orchid.test-cost"),
        "reedport.contract-days": 6 * 21 * 14,
        "reedport.planned-result": at("reedport.contract-days")
        * (at("reedport.day-rate") * Decimal("0.99") - at("qinglan.day-rate")),
    }
    assert {name: at(name) for name in worked_out} == worked_out
    assert at("orchid.final-cost") <= at("orchid.cap") <= at("orchid.half-of-chance")
