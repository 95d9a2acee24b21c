"""Laws of the calculators: what holds for every input, not only for the worked ones."""

import copy
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments import EngineError, document, score, write_json
from tests.definitions import calculator, calculators, definition
from tests.effort import tries
from tests.example_inputs import LANGUAGES, examples

pytestmark = pytest.mark.slow

each_calculator = pytest.mark.parametrize("tool", calculators())
many = tries(40)
some = tries(30)

LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-10, 10),
    st.sampled_from(["", "na", "a", "S", "2025-02-30", "2025-03-03", "=1+1", "\ud800"]),
    st.sampled_from([10**400, -(10**20), Decimal("1E+400"), Decimal("NaN"), Decimal("1E-900")]),
    st.floats(),
    st.text(max_size=5),
)
ANYTHING = st.recursive(
    LEAVES,
    lambda part: (
        st.lists(part, max_size=4) | st.dictionaries(st.text(max_size=4), part, max_size=4)
    ),
    max_leaves=12,
)


def report(tool: str, values: object) -> dict[str, Any]:
    return score(calculator(tool), values).as_data()


def outputs(tool: str, values: object) -> dict[str, Any]:
    """Return the numbers, words and flags of a report, without working and picture."""
    told = report(tool, values)
    left_out = ("working", "picture", "facts")
    return {name: value for name, value in told.items() if name not in left_out}


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the way to every value inside a value."""
    keys = (
        value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    )
    found = []
    for key in keys:
        found += [(*path, key), *places(value[key], (*path, key))]
    return found


def damaged(values: Any, path: tuple[Any, ...], part: object) -> Any:
    """Return an input with another value at one place."""
    copied = copy.deepcopy(values)
    holder = copied
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = part
    return copied


def answer(tool: str, values: object) -> str:
    """Return the report as text, or the problems in words; no other outcome is allowed."""
    try:
        told = score(calculator(tool), values)
    except EngineError as error:
        return str([error.as_data(language) for language in LANGUAGES])
    for language in LANGUAGES:
        assert document(definition(tool), told, language)
    return write_json(told.as_data())


@each_calculator
@some
@given(values=ANYTHING)
def test_no_input_of_any_shape_raises_anything_else(tool: str, values: object) -> None:
    answer(tool, values)


@each_calculator
@many
@given(data=st.data())
def test_no_damage_to_a_sound_input_raises_anything_else(tool: str, data: st.DataObject) -> None:
    values = data.draw(st.sampled_from(examples(tool)))
    path = data.draw(st.sampled_from(places(values)))
    answer(tool, damaged(values, path, data.draw(ANYTHING)))


@each_calculator
def test_an_unknown_name_is_refused_everywhere(tool: str) -> None:
    for values in examples(tool):
        with pytest.raises(EngineError) as raised:
            report(tool, {**values, "unknown": 1})
        assert raised.value.problems[0].code == "E_SHAPE"


ROWS = {
    "competitor-value": ["attributes"],
    "contact-coverage-cadence": ["contacts", "roster", "persons"],
    "decision-chain-map": ["people", "edges"],
    "docking-matrix": ["cells"],
    "pressure-ratio": ["lines"],
    "relationship-depth": ["people", "events"],
    "resource-allocation": ["accounts"],
}
"""Tool -> inputs whose order means nothing, as long as nothing ties."""


@pytest.mark.parametrize("tool", ROWS)
@some
@given(data=st.data())
def test_the_order_of_rows_changes_nothing(tool: str, data: st.DataObject) -> None:
    values = data.draw(st.sampled_from(examples(tool)))
    mixed = {
        name: data.draw(st.permutations(part)) if name in ROWS[tool] else part
        for name, part in values.items()
    }
    told, again = outputs(tool, values), outputs(tool, mixed)
    # Equal gaps stand in the order of the attributes, people and events in that of their rows.
    for name in ("gaps", "rivals", "people_now", "events_now"):
        assert sorted(map(str, told.pop(name, []))) == sorted(map(str, again.pop(name, [])))
    assert again == told


ACCOUNTS = st.lists(
    st.fixed_dictionaries(
        {
            "class": st.sampled_from("SABC"),
            "weight": st.integers(1, 9),
            "minimum": st.integers(0, 5),
        }
    ),
    min_size=1,
    max_size=8,
).map(lambda rows: [{"id": f"a{place}", **row} for place, row in enumerate(rows)])
PORTFOLIOS = st.fixed_dictionaries(
    {
        "total": st.integers(40, 400),
        "ratio": st.lists(st.integers(0, 9), min_size=4, max_size=4).filter(any),
        "accounts": ACCOUNTS,
        "basis": st.sampled_from(["class_total", "per_account"]),
        "empty_class": st.sampled_from(["redistribute", "hold"]),
        "rounding": st.sampled_from(["none", "integer"]),
    }
)


@many
@given(values=PORTFOLIOS)
def test_nothing_is_lost_or_made_when_a_resource_is_split(values: dict) -> None:
    told = report("resource-allocation", values)
    amounts = [*told["by_account"].values(), told["reserve"]]
    cent = Decimal("0.005") * len(amounts)
    assert abs(sum(amounts) - values["total"]) <= (0 if values["rounding"] == "integer" else cent)
    assert told["reserve"] >= 0
    for account in values["accounts"]:
        assert told["by_account"][account["id"]] >= account["minimum"]
    if values["rounding"] == "integer":
        assert all(amount == int(amount) for amount in amounts)


@many
@given(values=PORTFOLIOS, factor=st.integers(2, 9))
def test_scaling_weights_or_the_ratio_changes_no_share(values: dict, factor: int) -> None:
    scaled = copy.deepcopy(values)
    scaled["ratio"] = [factor * part for part in values["ratio"]]
    for account in scaled["accounts"]:
        account["weight"] *= factor
    assert outputs("resource-allocation", scaled) == outputs("resource-allocation", values)


@many
@given(values=PORTFOLIOS.filter(lambda each: each["rounding"] == "none"), data=st.data())
def test_more_weight_never_means_a_smaller_share(values: dict, data: st.DataObject) -> None:
    account = data.draw(st.sampled_from(values["accounts"]))
    before = report("resource-allocation", values)["by_account"][account["id"]]
    account["weight"] += data.draw(st.integers(1, 9))
    assert report("resource-allocation", values)["by_account"][account["id"]] >= before


PEOPLE = st.lists(
    st.fixed_dictionaries({"influence": st.integers(1, 5), "level": st.integers(-1, 3)}),
    min_size=1,
    max_size=6,
)
EVENTS = st.lists(
    st.fixed_dictionaries(
        {
            "kind": st.sampled_from(["deposit", "withdrawal"]),
            "points": st.integers(1, 5),
            "months_ago": st.integers(0, 40),
        }
    ),
    max_size=6,
)
DEPTHS = st.fixed_dictionaries(
    {
        "people": PEOPLE,
        "events": EVENTS,
        "synergy": st.lists(st.integers(0, 3), min_size=5, max_size=5),
    }
)


@many
@given(values=DEPTHS, data=st.data())
def test_a_better_person_answer_or_deposit_never_makes_a_relationship_shallower(
    values: dict, data: st.DataObject
) -> None:
    before = report("relationship-depth", values)
    better = copy.deepcopy(values)
    kind = data.draw(st.sampled_from(["people", "synergy", "events"]))
    if kind == "people":
        person = data.draw(st.sampled_from(better["people"]))
        person["level"] = min(3, person["level"] + 1)
    elif kind == "synergy":
        place = data.draw(st.integers(0, 4))
        better["synergy"][place] = min(3, better["synergy"][place] + 1)
    else:
        better["events"].append({"kind": "deposit", "points": 3, "months_ago": 2})
    after = report("relationship-depth", better)
    for name in ("P", "E", "S", "depth_index", "equivalent"):
        assert after[name] >= before[name]


@many
@given(values=DEPTHS)
def test_depth_is_no_deeper_than_its_weakest_factor(values: dict) -> None:
    told = report("relationship-depth", values)
    factors = {"penetration": told["P"], "emotional_account": told["E"], "synergy": told["S"]}
    assert factors[told["weakest"]] == min(factors.values())
    assert told["depth_index"] <= 100 * min(factors.values()) + Decimal("0.1")


@many
@given(data=st.data())
def test_a_warmer_person_never_lowers_support(data: st.DataObject) -> None:
    values = copy.deepcopy(data.draw(st.sampled_from(examples("decision-chain-map"))))
    before = report("decision-chain-map", values)
    person = data.draw(st.sampled_from(values["people"]))
    person["attitude"] = min(2, person["attitude"] + 1)
    person["access"] = min(3, person["access"] + 1)
    after = report("decision-chain-map", values)
    assert after["support_index"] >= before["support_index"]
    assert after["penetration"] >= before["penetration"]
    assert after["roles_covered"] >= before["roles_covered"]


@many
@given(data=st.data())
def test_a_more_recent_contact_never_lowers_coverage(data: st.DataObject) -> None:
    values = copy.deepcopy(data.draw(st.sampled_from(examples("docking-matrix"))))
    before = report("docking-matrix", values)
    cell = data.draw(st.sampled_from(values["cells"]))
    cell["last_days"] = data.draw(st.integers(0, 3))
    assert report("docking-matrix", values)["coverage"] >= before["coverage"]


MONEY = st.integers(0, 10**6)
ACCOUNT_VALUES = st.fixed_dictionaries(
    {
        "revenue": MONEY,
        "margin": st.decimals(-1, 1, places=2),
        "years": st.integers(1, 10),
        "retention": st.decimals(0, 1, places=2),
        "discount": st.decimals(0, 1, places=2),
        "serve_cost": MONEY,
        "cac": MONEY,
    }
)


@many
@given(values=ACCOUNT_VALUES)
def test_the_years_of_an_account_add_up_to_its_value(values: dict) -> None:
    told = report("customer-ltv", values)
    cent = Decimal("0.005") * (len(told["yearly"]) + 1)
    assert abs(sum(told["yearly"]) - told["present_value"]) <= cent
    assert abs(told["present_value"] - values["cac"] - told["ltv"]) <= Decimal("0.01")


@many
@given(values=ACCOUNT_VALUES, factor=st.integers(2, 9))
def test_an_account_of_several_times_the_size_has_several_times_the_value(
    values: dict, factor: int
) -> None:
    larger = {name: factor * values[name] for name in ("revenue", "serve_cost", "cac")}
    before, after = report("customer-ltv", values), report("customer-ltv", {**values, **larger})
    assert abs(after["ltv"] - factor * before["ltv"]) <= Decimal("0.005") * (factor + 1)
    assert after["break_even_year"] == before["break_even_year"]


@many
@given(values=ACCOUNT_VALUES, more=st.integers(1, 10**5))
def test_a_higher_cost_never_raises_the_value(values: dict, more: int) -> None:
    for name in ("serve_cost", "cac"):
        dearer = {**values, name: values[name] + more}
        assert report("customer-ltv", dearer)["ltv"] <= report("customer-ltv", values)["ltv"]


LINES = st.lists(
    st.fixed_dictionaries(
        {"own": st.integers(0, 9), "rival": st.integers(0, 9), "weight": st.integers(1, 5)}
    ),
    min_size=1,
    max_size=5,
).map(lambda rows: [{"name": f"l{place}", **row} for place, row in enumerate(rows)])


@many
@given(lines=LINES, factor=st.integers(2, 9))
def test_pressure_depends_on_proportions_only(lines: list, factor: int) -> None:
    scaled = [
        {**line, **{name: factor * line[name] for name in ("own", "rival", "weight")}}
        for line in lines
    ]
    before, after = (outputs("pressure-ratio", {"lines": each}) for each in (lines, scaled))
    assert after == before


@many
@given(lines=LINES, data=st.data())
def test_more_of_ours_never_lowers_the_pressure(lines: list, data: st.DataObject) -> None:
    before = report("pressure-ratio", {"lines": lines})["pressure_ratio"]
    data.draw(st.sampled_from(lines))["own"] += data.draw(st.integers(1, 9))
    after = report("pressure-ratio", {"lines": lines})["pressure_ratio"]
    assert after is None if before is None else after >= before


@many
@given(counts=st.lists(st.integers(0, 500), min_size=2, max_size=6), target=st.integers(0, 50))
def test_the_contacts_needed_do_bring_the_target(counts: list, target: int) -> None:
    counts.sort(reverse=True)
    stages = [{"name": str(place), "count": count} for place, count in enumerate(counts)]
    told = report("opportunity-conversion", {"stages": stages, "target_orders": target})
    needed = told["first_stage_needed"]
    if counts[-1] == 0:
        assert needed is None
    else:
        assert needed * counts[-1] >= target * counts[0] > (needed - 1) * counts[-1]


@many
@given(due=st.integers(1, 500), data=st.data())
def test_the_interval_holds_the_rate(due: int, data: st.DataObject) -> None:
    renewed = data.draw(st.integers(0, due))
    values = {"strategic_revenue": 0, "total_revenue": 0, "renewed": renewed, "due": due}
    told = report("relationship-outcomes", values)
    low, high = told["renewal_ci95"]
    assert 0 <= low <= told["renewal_rate"] <= high <= 100
    assert told["strategic_share"] is None


@many
@given(data=st.data())
def test_one_more_contact_never_lowers_cadence_or_coverage(data: st.DataObject) -> None:
    values = copy.deepcopy(data.draw(st.sampled_from(examples("contact-coverage-cadence"))))
    before = report("contact-coverage-cadence", values)
    known = {"date": values["start"], "person": values["persons"][0]}
    contact = data.draw(st.sampled_from([*values["roster"], "somebody new"]))
    values["contacts"].append({**known, "contact": contact, "quality": 3})
    after = report("contact-coverage-cadence", values)
    assert after["mean_cadence"] >= before["mean_cadence"]
    assert after["coverage"] >= before["coverage"]
    assert after["duplicates"] - before["duplicates"] in (0, 1)


@many
@given(us=st.integers(1, 10), price=st.integers(1, 100))
def test_the_same_offer_at_the_same_price_is_at_parity(us: int, price: int) -> None:
    attributes = [
        {"name": name, "weight": weight, "us": us, "rivals": {"R": us}}
        for name, weight in (("a", 50), ("b", 30), ("c", 20))
    ]
    values = {"attributes": attributes, "price": price, "rival_prices": {"R": price}}
    beside = report("competitor-value", values)["rivals"]["R"]
    assert (beside["worth"], beside["position"]) == (1, "parity")
    assert beside["flags"] == ["PRICE_WAR_RISK"]
