"""Our value for the customer against each rival's, and against the difference in price.

value = sum(weight * score) / sum(weight), over the attributes that apply      1 to 10
value ratio = ours / rival's;  price ratio = ours / rival's;  worth = value ratio / price ratio
gap of an attribute = weight / sum(weight) * (us - rival)
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from assessments.border.problems import Problem
from assessments.border.step import Step
from assessments.calculators.checks import duplicates
from assessments.calculators.definition import CalculatorDefinition
from assessments.calculators.formula import Formula, Outcome
from assessments.calculators.needs import (
    CURRENCY,
    NUMBER,
    POSITIVE,
    TEXT,
    TRUTH,
    list_of,
    map_of,
    rows_of,
)
from assessments.calculators.steps import step
from assessments.calculators.values import (
    Value,
    Values,
    mapping,
    number,
    rows,
    table,
    text,
    texts,
    truth,
)
from assessments.numbers.exact import plain
from assessments.numbers.rounding import round_half_up

TOLERANCE = Fraction(1, 100)
"""By how much the weights may miss 100."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute:
    """One thing that the customer weighs."""

    name: str
    weight: Fraction
    us: Fraction
    rivals: Mapping[str, Fraction]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """One rival beside us."""

    name: str
    value_ratio: Fraction
    price_ratio: Fraction
    worth: Decimal
    gaps: Mapping[str, Fraction]
    """Attribute -> how far we lead, weighted."""
    price_war: bool
    """Whether we lead nowhere that matters."""


def check_attributes(value: Value, _before: Values) -> Iterator[Problem]:
    """The weights are a whole, and enough attributes stay to compare by."""
    attributes = table(value)
    yield from duplicates(attributes, "", "name")
    weights = [row["weight"] for row in attributes if isinstance(row["weight"], Fraction)]
    kept = [row for row in attributes if row["na"] is not True]
    total = sum(weights, Fraction(0))
    if len(weights) == len(attributes) and abs(total - 100) > TOLERANCE:
        yield Problem("E_WEIGHT_SUM", "", {"total": plain(total)})
    if len(kept) < 3:
        yield Problem("E_TOO_FEW_ATTRIBUTES", "", {"kept": len(kept)})
    elif not any(row["weight"] for row in kept):
        yield Problem("E_WEIGHT_SUM", "", {"total": 0})


def check_rivals(values: Values, _definition: CalculatorDefinition) -> Iterator[Problem]:
    """Each rival has a price, and a score for each attribute that applies."""
    prices, attributes = values["rival_prices"], rows(values, "attributes")
    if not isinstance(prices, Mapping):
        return
    for position, row in enumerate(attributes):
        scores = row["rivals"]
        for name in prices:
            if isinstance(scores, Mapping) and name not in scores and row["na"] is not True:
                yield Problem("E_MISSING", f"attributes[{position}].rivals.{name}")
    scored = {name for row in attributes for name in mapping(row, "rivals")}
    for name in sorted(scored - set(prices)):
        yield Problem("E_MISSING", f"rival_prices.{name}")


def calculate(values: Values, definition: CalculatorDefinition) -> Outcome:
    """Return our value, and for each rival what our offer is worth beside it."""
    attributes = _attributes(values)
    own = _value(attributes, {each.name: each.us for each in attributes})
    rivals = [_rival(name, own, attributes, values, definition) for name in _prices(values)]
    return Outcome(
        outputs={
            "own_value": round_half_up(own, 2),
            "rivals": {each.name: _shown(each, definition) for each in rivals},
            "gaps": [
                {"rival": each.name, "attribute": name, "gap": round_half_up(gap, 2)}
                for each in rivals
                for name, gap in each.gaps.items()
            ],
        },
        flags=tuple(_flags(rivals)),
        notes=tuple(_notes(attributes, definition)),
        working=tuple(_working(own, attributes, rivals, values)),
        picture={
            "bars": [
                {"id": each.name, "value": round_half_up(100 * each.worth)} for each in rivals
            ],
            "maximum": 100,
            "target": 100,
            "own_names": True,
        },
    )


def _prices(values: Values) -> Mapping[str, Fraction]:
    prices = mapping(values, "rival_prices")
    return {name: number(prices, name) for name in prices}


def _attributes(values: Values) -> Sequence[Attribute]:
    return [
        Attribute(
            name=text(row, "name"),
            weight=number(row, "weight"),
            us=number(row, "us"),
            rivals={name: number(mapping(row, "rivals"), name) for name in mapping(row, "rivals")},
        )
        for row in rows(values, "attributes")
        if not truth(row, "na")
    ]


def _value(attributes: Sequence[Attribute], scores: Mapping[str, Fraction]) -> Fraction:
    summed = sum((each.weight * scores[each.name] for each in attributes), Fraction(0))
    return summed / _weight(attributes)


def _weight(attributes: Sequence[Attribute]) -> Fraction:
    return sum((each.weight for each in attributes), Fraction(0))


def _rival(
    name: str,
    own: Fraction,
    attributes: Sequence[Attribute],
    values: Values,
    definition: CalculatorDefinition,
) -> Rival:
    value_ratio = own / _value(attributes, {each.name: each.rivals[name] for each in attributes})
    price_ratio = number(values, "price") / _prices(values)[name]
    weight, lead = definition.number("lead_weight"), definition.number("lead_points")
    total = _weight(attributes)
    return Rival(
        name=name,
        value_ratio=value_ratio,
        price_ratio=price_ratio,
        worth=round_half_up(value_ratio / price_ratio, 3),
        gaps={
            each.name: each.weight / total * (each.us - each.rivals[name]) for each in attributes
        },
        price_war=not any(
            each.weight >= weight and each.us - each.rivals[name] >= lead for each in attributes
        ),
    )


def _shown(rival: Rival, definition: CalculatorDefinition) -> Mapping[str, object]:
    return {
        "value_ratio": round_half_up(rival.value_ratio, 3),
        "price_ratio": round_half_up(rival.price_ratio, 3),
        "worth": rival.worth,
        "position": definition.band_at(rival.worth),
        "strengths": _top_three(rival.gaps, 1),
        "weaknesses": _top_three(rival.gaps, -1),
        "flags": ["PRICE_WAR_RISK"] if rival.price_war else [],
    }


def _top_three(gaps: Mapping[str, Fraction], sign: int) -> list[str]:
    """Return the largest gaps in one direction; equal ones in the order of the attributes."""
    leading = [name for name, gap in gaps.items() if sign * gap > 0]
    return sorted(leading, key=lambda name: -sign * gaps[name])[:3]


def _flags(rivals: Sequence[Rival]) -> Iterator[Step]:
    names = [each.name for each in rivals if each.price_war]
    if names:
        yield Step(code="PRICE_WAR_RISK", values={"names": names})


def _notes(attributes: Sequence[Attribute], definition: CalculatorDefinition) -> Iterator[Step]:
    words = texts(definition.parameters, "price_words")
    for each in attributes:
        if any(word in each.name.casefold() for word in words):
            yield Step(code="PRICE_TWICE", values={"attribute": each.name})
            return


def _working(
    own: Fraction, attributes: Sequence[Attribute], rivals: Sequence[Rival], values: Values
) -> Iterator[Step]:
    terms = " + ".join(f"{plain(each.weight)} × {plain(each.us)}" for each in attributes)
    weight = plain(_weight(attributes))
    summed = sum((_as_shown(each.weight) * _as_shown(each.us) for each in attributes), Fraction(0))
    yield step(
        "own_value",
        {"terms": terms, "weight": weight, "value": plain(own, 2)},
        lambda shown: summed / shown.weight == shown.value,
    )
    prices = _prices(values)
    for each in rivals:
        scores = {one.name: one.rivals[each.name] for one in attributes}
        worths = {"own": plain(own, 3), "theirs": plain(_value(attributes, scores), 3)}
        ratio = {"rival": each.name, **worths, "ratio": plain(each.value_ratio, 3)}
        yield step("value_ratio", ratio, lambda shown: shown.own / shown.theirs == shown.ratio)
        sums = {"own": plain(number(values, "price")), "theirs": plain(prices[each.name])}
        price = {"rival": each.name, **sums, "ratio": plain(each.price_ratio, 3)}
        yield step("price_ratio", price, lambda shown: shown.own / shown.theirs == shown.ratio)
        shares = {"value": plain(each.value_ratio, 3), "price": plain(each.price_ratio, 3)}
        worth = {"rival": each.name, **shares, "worth": each.worth}
        yield step("worth", worth, lambda shown: shown.value / shown.price == shown.worth)


def _as_shown(value: Fraction) -> Fraction:
    return Fraction(plain(value))


FORMULA = Formula(
    name="competitor-value",
    calculate=calculate,
    inputs={
        "attributes": rows_of(
            {
                "name": TEXT,
                "weight": NUMBER,
                "us": NUMBER,
                "rivals": map_of(POSITIVE),
                "na": TRUTH,
            },
            least=1,
        ),
        "price": POSITIVE,
        "rival_prices": map_of(POSITIVE, least=1),
        "currency": CURRENCY,
    },
    parameters={"lead_weight": NUMBER, "lead_points": NUMBER, "price_words": list_of(TEXT)},
    outputs={
        "own_value": "number",
        "rivals": (
            "key", "position", "worth", "value_ratio", "price_ratio", "strengths", "weaknesses",
            "flags",
        ),
        "gaps": ("rival", "attribute", "gap"),
    },
    flags={"PRICE_WAR_RISK": "names"},
    notes={"PRICE_TWICE": "attribute"},
    working={
        "own_value": "terms weight value",
        "value_ratio": "rival own theirs ratio",
        "price_ratio": "rival own theirs ratio",
        "worth": "rival value price worth",
    },
    errors={"E_DUP_ID": "found", "E_TOO_FEW_ATTRIBUTES": "kept", "E_WEIGHT_SUM": "total"},
    checks={"attributes": check_attributes},
    across=check_rivals,
    by_limits=True,
    picture="bars",
)  # fmt: skip
