"""The figures of the fictional company are those that the tools find, and its examples use them."""

from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from assessments.scoring import score
from macros.yaml_source import read_yaml
from tests.definitions import definition
from tests.example_inputs import examples

COMPANY = Path(__file__).parent.parent / "playbook_data" / "company.yml"

# Figure of the company -> the tool that finds it, which of its examples, and the output.
FOUND = {
    "kestrel.present-value": ("customer-ltv", 0, "present_value"),
    "kestrel.lifetime-value": ("customer-ltv", 0, "ltv"),
    "drysand.lifetime-value": ("customer-ltv", 1, "ltv"),
    "drysand.lifetime-value-after": ("customer-ltv", 2, "ltv"),
    "yunhe.separate": ("customer-saving", 0, "baseline"),
    "yunhe.integrated": ("customer-saving", 0, "proposed"),
    "yunhe.integration-saving": ("customer-saving", 0, "saving"),
    "palefield.dependency-june": ("personal-dependency", 0, "index"),
    "palefield.dependency-november": ("personal-dependency", 1, "index"),
    "qinglan.renewal-rate": ("relationship-outcomes", 0, "renewal_rate"),
}
# Figure -> the tool into which an example puts it, which example, the input, and times what.
PUT_IN = {
    "kestrel.revenue": ("customer-ltv", 0, "revenue", 1),
    "kestrel.margin": ("customer-ltv", 0, "margin", 100),
    "kestrel.serve-cost": ("customer-ltv", 0, "serve_cost", 1),
    "drysand.revenue": ("customer-ltv", 1, "revenue", 1),
    "drysand.margin": ("customer-ltv", 2, "margin", 100),
    "drysand.serve-cost": ("customer-ltv", 1, "serve_cost", 1),
    "drysand.serve-cost-after": ("customer-ltv", 2, "serve_cost", 1),
    "kestrel.technicians": ("universal-survey", 0, "surveyed", 1),
    "qinglan.person-days": ("resource-allocation", 0, "total", 1),
    "palefield.requests-april": ("service-sla", 0, "tickets", 1),
    "palefield.in-time-april": ("service-sla", 0, "responded_on_time", 1),
    "qinglan.due": ("relationship-outcomes", 0, "due", 1),
    "qinglan.renewed": ("relationship-outcomes", 0, "renewed", 1),
}


@cache
def figures() -> dict[str, Decimal]:
    """Return account.figure -> its value."""
    data: Any = read_yaml(COMPANY.read_bytes(), "company.yml").value
    return {
        f"{account['id']}.{figure['id']}": Decimal(str(figure["value"]))
        for account in data["accounts"]
        for figure in account["figures"]
    }


def output(tool: str, given: object, name: str) -> Decimal:
    """Return an output of a tool, as exact as it is shown."""
    found = score(definition(tool), given).outputs[name]  # type: ignore[union-attr]
    return Decimal(str(found))


def whole(value: Decimal) -> Decimal:
    """Return a sum of money without its cents."""
    return value.quantize(Decimal(1), ROUND_HALF_UP)


@pytest.mark.parametrize("name", FOUND)
def test_a_figure_is_what_its_tool_finds(name: str) -> None:
    tool, place, key = FOUND[name]
    found = output(tool, examples(tool)[place], key)
    figure = figures()[name]
    assert figure in (found, whole(found))


@pytest.mark.parametrize("name", PUT_IN)
def test_an_example_of_a_tool_uses_the_figure(name: str) -> None:
    tool, place, key, times = PUT_IN[name]
    assert Decimal(str(examples(tool)[place][key])) * times == figures()[name]


def test_the_cap_on_orchid_is_half_of_what_its_value_is_worth_at_an_even_chance() -> None:
    orchid = {key.removeprefix("orchid."): value for key, value in figures().items()}
    given = {
        "revenue": int(orchid["order"]),
        "margin": orchid["margin"] / 100,
        "serve_cost": int(orchid["serve-cost"]),
        "years": 5,
        "discount": Decimal("0.1"),
        "retention": Decimal("0.85"),
        "cac": 0,
    }
    present = output("customer-ltv", given, "present_value")
    assert whole(present) == orchid["present-value"]
    # 2,515,443 * 50 % / 2 = 628,860.75
    assert whole(present / 2 / 2) == orchid["half-of-chance"]
    assert orchid["planned-cost"] + orchid["test-cost"] == orchid["final-cost"] <= orchid["cap"]


def test_sums_of_the_company_come_out() -> None:
    found = figures()
    assert (
        found["qinglan.person-days"] - found["qinglan.base-service"]
        == found["qinglan.left-to-split"]
    )
    saved = found["yunhe.baseline"] * found["yunhe.saving-share"] / 100
    assert saved == found["yunhe.saving-measured"]
    assert found["yunhe.separate"] - found["yunhe.integrated"] == found["yunhe.integration-saving"]
