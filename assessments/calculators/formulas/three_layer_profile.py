"""Three layers of a relationship side by side.

overall = sum of weight * score / sum of weights, over the layers that have a score, 0 to 100
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from assessments.border.problems import Problem
from assessments.border.step import Step
from assessments.calculators.definition import CalculatorDefinition
from assessments.calculators.formula import Formula, Outcome
from assessments.calculators.needs import NUMBER, choice, list_of, optional
from assessments.calculators.steps import step
from assessments.calculators.values import Values, numbers
from assessments.numbers.exact import plain
from assessments.numbers.rounding import round_half_up

LAYERS = ("key", "organisational", "universal")
BREAKS = (
    ("TOP_DOWN_BROKEN", "key", "organisational"),
    ("BOTTOM_UP_BROKEN", "universal", "key"),
)
"""Flag, the layer that is strong, the layer that is weak."""

LEAST = 2
"""Layers that make a profile."""
TOTAL = 100
"""What the weights are together, but for parts such as 33.33."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The layers that have a score."""

    scores: Mapping[str, Fraction]
    weights: Mapping[str, Fraction]
    """Of all layers."""

    @property
    def points(self) -> Fraction:
        """Sum of weight times score."""
        weighted = (self.weights[name] * score for name, score in self.scores.items())
        return sum(weighted, Fraction(0))

    @property
    def weight(self) -> Fraction:
        """Sum of the weights that count."""
        return sum((self.weights[name] for name in self.scores), Fraction(0))

    @property
    def overall(self) -> Decimal:
        """From 0 to 100."""
        return round_half_up(self.points / self.weight)


def check_weights(values: Values, definition: CalculatorDefinition) -> Iterator[Problem]:
    """Two layers have a score, the weights total 100, and some of it is on those layers."""
    given = [name for name in LAYERS if values[name] is not None]
    if len(given) < LEAST:
        yield Problem("E_TOO_FEW_LAYERS", "", {"found": len(given)})
    weights = _weights(values)
    if len(weights) < len(LAYERS):
        return
    total = sum(weights.values(), Fraction(0))
    if total == 0 or (len(given) >= LEAST and not any(weights[name] for name in given)):
        yield Problem("E_WEIGHT", "weights")
    elif abs(total - TOTAL) > definition.number("weight_tolerance_hundredths") / 100:
        yield Problem("E_WEIGHT_SUM", "weights", {"total": plain(total)})


def calculate(values: Values, definition: CalculatorDefinition) -> Outcome:
    """Return the overall, what breaks between the layers, and whether the ecosystem ring opens."""
    scores = {name: score for name in LAYERS if isinstance(score := values[name], Fraction)}
    profile = Profile(scores=scores, weights=_weights(values))
    strong, weak = definition.number("strong"), definition.number("weak")
    overall = profile.overall
    is_open = values["tier"] == "strategic" and scores.get("organisational", Fraction(0)) >= strong
    outputs = {"overall": overall, "band": definition.band_at(overall), "ecosystem_open": is_open}
    return Outcome(
        outputs=outputs,
        flags=tuple(_flags(scores, strong, weak)),
        notes=(*_hidden(profile, strong, weak), *_without_tier(values)),
        working=(*_working(profile), _ecosystem_step(scores, is_open)),
        picture={
            "layers": [
                _layer(name, scores[name], strong, weak) if name in scores else _missing(name)
                for name in LAYERS
            ],
            "ecosystem_open": is_open,
        },
    )


def _layer(name: str, score: Fraction, strong: Fraction, weak: Fraction) -> dict[str, object]:
    state = "strong" if score >= strong else "weak" if score < weak else "middle"
    return {"id": name, "value": round_half_up(score), "state": state}


def _missing(name: str) -> dict[str, object]:
    return {"id": name, "value": None, "state": "missing"}


def _weights(values: Values) -> Mapping[str, Fraction]:
    return dict(zip(LAYERS, numbers(values, "weights"), strict=False))


def _flags(scores: Mapping[str, Fraction], strong: Fraction, weak: Fraction) -> Iterator[Step]:
    for code, upper, lower in BREAKS:
        if upper in scores and lower in scores and scores[upper] >= strong and scores[lower] < weak:
            levels = {upper: plain(scores[upper]), lower: plain(scores[lower])}
            yield Step(code=code, values=levels)
    if len(scores) < len(LAYERS):
        yield Step(code="LAYER_MISSING")


def _hidden(profile: Profile, strong: Fraction, weak: Fraction) -> Iterator[Step]:
    lowest = min(profile.scores.values())
    if profile.overall >= strong and lowest < weak:
        hidden = {"overall": plain(Fraction(profile.overall)), "lowest": plain(lowest)}
        yield Step(code="LOWEST_HIDDEN", values=hidden)


def _without_tier(values: Values) -> Iterator[Step]:
    if values["tier"] is None:
        yield Step(code="TIER_UNKNOWN")


def _working(profile: Profile) -> Iterator[Step]:
    for name in LAYERS:
        if name not in profile.scores:
            yield Step(code=f"missing_{name}")
            continue
        weight, score = profile.weights[name], profile.scores[name]
        terms = {"weight": plain(weight), "score": plain(score)}
        yield step(
            name,
            {**terms, "points": plain(weight * score, 2)},
            lambda shown: shown.weight * shown.score == shown.points,
        )
    sums = {"points": plain(profile.points, 2), "weights": plain(profile.weight)}
    exact = plain(profile.points / profile.weight)
    yield step(
        "overall",
        {**sums, "exact": exact, "overall": profile.overall},
        lambda shown: shown.points / shown.weights == shown.exact,
    )


def _ecosystem_step(scores: Mapping[str, Fraction], is_open: bool) -> Step:
    if not is_open:
        return Step(code="ecosystem_closed")
    organisational = plain(scores["organisational"])
    return Step(code="ecosystem_open", values={"organisational": organisational})


FORMULA = Formula(
    name="three-layer-profile",
    calculate=calculate,
    inputs={
        "key": optional(NUMBER),
        "organisational": optional(NUMBER),
        "universal": optional(NUMBER),
        "weights": list_of(NUMBER, least=3),
        "tier": optional(choice()),
    },
    parameters={"strong": NUMBER, "weak": NUMBER, "weight_tolerance_hundredths": NUMBER},
    outputs={"overall": "number", "band": "choice", "ecosystem_open": "choice"},
    flags={
        "TOP_DOWN_BROKEN": "key organisational",
        "BOTTOM_UP_BROKEN": "key universal",
        "LAYER_MISSING": "",
    },
    notes={"LOWEST_HIDDEN": "overall lowest", "TIER_UNKNOWN": ""},
    working={
        **dict.fromkeys(LAYERS, "weight score points"),
        **dict.fromkeys((f"missing_{name}" for name in LAYERS), ""),
        "overall": "points weights exact overall",
        "ecosystem_open": "organisational",
        "ecosystem_closed": "",
    },
    errors={"E_TOO_FEW_LAYERS": "found", "E_WEIGHT": "", "E_WEIGHT_SUM": "total"},
    across=check_weights,
    by_limits=True,
    picture="layers",
)
