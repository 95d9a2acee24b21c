"""Weighted achievement, with a check of what the scorecard rewards.

achievement = min(cap, actual / target), or min(cap, target / actual) where lower is better
score = sum of weight * achievement, 0 to 100 * cap
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
from assessments.calculators.needs import NUMBER, TEXT, choice, rows_of
from assessments.calculators.steps import Equation, Shown, step
from assessments.calculators.values import UNREAD, Value, Values, number, rows, text
from assessments.numbers.exact import plain
from assessments.numbers.rounding import round_half_up

TOTAL = 100
"""What the weights are together, but for parts such as 33.33."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One line of the scorecard."""

    name: str
    weight: Fraction
    actual: Fraction
    target: Fraction
    lower: bool
    """Whether lower is better."""
    long: bool
    shared: bool
    """Whether it is a result of the team or the company."""
    cap: Fraction

    @property
    def ratio(self) -> Fraction | None:
        """Achievement before the cap; None for the best possible, 0 where lower is better."""
        if not self.lower:
            return self.actual / self.target
        return self.target / self.actual if self.actual else None

    @property
    def capped(self) -> bool:
        """Whether the cap takes something away."""
        return self.ratio is None or self.ratio > self.cap

    @property
    def achievement(self) -> Fraction:
        """From 0 to the cap; 1 means that the target was met."""
        return self.cap if self.ratio is None else min(self.cap, self.ratio)


def check_target(value: Value, _before: Values) -> Iterator[Problem]:
    """A target of 0 leaves nothing to divide by."""
    if value == 0:
        yield Problem("E_ZERO_TARGET")


def check_across(values: Values, definition: CalculatorDefinition) -> Iterator[Problem]:
    """Names are unique, and the weights total 100."""
    indicators = rows(values, "indicators")
    yield from duplicates(indicators, "indicators", "name")
    weights = [row["weight"] for row in indicators]
    if UNREAD in (values["indicators"], *weights):
        return
    total = sum((number(row, "weight") for row in indicators), Fraction(0))
    if abs(total - TOTAL) > definition.number("weight_tolerance_hundredths") / 100:
        yield Problem("E_WEIGHT_SUM", "indicators", {"total": plain(total)})


def calculate(values: Values, definition: CalculatorDefinition) -> Outcome:
    """Return the score, its band, and what share of the card rewards the long term and the team."""
    indicators = [_indicator(row, number(values, "cap")) for row in rows(values, "indicators")]
    score = round_half_up(_score(indicators))
    long_term = round_half_up(_weight(each for each in indicators if each.long))
    team = round_half_up(_weight(each for each in indicators if each.shared))
    band = definition.band_at(score)
    achieved = {each.name: round_half_up(100 * each.achievement) for each in indicators}
    weights = {"long_term_weight": long_term, "team_weight": team}
    return Outcome(
        outputs={"score": score, "band": band, "achievement": achieved, **weights},
        flags=tuple(_flags(long_term, team, definition.number("long_term_minimum"))),
        notes=tuple(_notes(indicators, band)),
        working=tuple(_working(indicators)),
        picture=_picture(achieved, number(values, "cap")),
    )


def _picture(achieved: Mapping[str, Decimal], cap: Fraction) -> dict[str, object]:
    bars = [{"id": name, "value": value} for name, value in achieved.items()]
    return {"bars": bars, "maximum": plain(100 * cap), "target": 100, "own_names": True}


def _indicator(row: Values, cap: Fraction) -> Indicator:
    return Indicator(
        name=text(row, "name"),
        weight=number(row, "weight"),
        actual=number(row, "actual"),
        target=number(row, "target"),
        lower=row["better"] == "lower",
        long=row["horizon"] == "long",
        shared=row["scope"] != "individual",
        cap=cap,
    )


def _score(indicators: Sequence[Indicator]) -> Fraction:
    return sum((each.weight * each.achievement for each in indicators), Fraction(0))


def _weight(indicators: Iterator[Indicator]) -> Fraction:
    return sum((each.weight for each in indicators), Fraction(0))


def _flags(long_term: Decimal, team: Decimal, minimum: Fraction) -> Iterator[Step]:
    if long_term < minimum:
        weights = {"long_term_weight": plain(Fraction(long_term)), "minimum": plain(minimum)}
        yield Step(code="SHORT_TERMISM", values=weights)
    if team == 0:
        yield Step(code="INDIVIDUAL_ONLY")


def _notes(indicators: Sequence[Indicator], band: str) -> Iterator[Step]:
    long_term_met = any(each.long and each.achievement >= 1 for each in indicators)
    if band == "met" and not long_term_met:
        yield Step(code="MET_ON_SHORT_TERM")
    capped = next((each for each in indicators if each.capped and each.ratio is not None), None)
    if capped is not None:
        cap = {"name": capped.name, "cap": plain(100 * capped.cap)}
        yield Step(code="CAP_REACHED", values=cap)


def _working(indicators: Sequence[Indicator]) -> Iterator[Step]:
    for each in indicators:
        direction = "lower" if each.lower else "higher"
        zero = "_zero" if each.ratio is None else ""
        capped = "_capped" if each.capped and not zero else ""
        terms = {"name": each.name, "weight": plain(each.weight), "target": plain(each.target)}
        achievement = plain(100 * each.achievement, 2)
        points = {"achievement": achievement, "points": plain(each.weight * each.achievement, 2)}
        yield step(
            f"{direction}{capped or zero}",
            {**terms, "actual": plain(each.actual), **points},
            *([] if capped or zero else [ACHIEVEMENT[direction]]),
            lambda shown: shown.weight * shown.achievement / 100 == shown.points,
        )
    score = {"count": len(indicators), "score": plain(_score(indicators), 1)}
    yield Step(code="score", values=score)
    long_term = plain(_weight(each for each in indicators if each.long), 1)
    team = plain(_weight(each for each in indicators if each.shared), 1)
    yield Step(code="weights", values={"long_term_weight": long_term, "team_weight": team})


def _is_higher(shown: Shown) -> bool:
    return shown.actual / shown.target == shown.achievement / 100


def _is_lower(shown: Shown) -> bool:
    return shown.target / shown.actual == shown.achievement / 100


ACHIEVEMENT: Mapping[str, Equation] = {"higher": _is_higher, "lower": _is_lower}
"""Which way is better -> the equation of an achievement that nothing caps."""

LINE = "name weight target actual achievement points"

FORMULA = Formula(
    name="sales-scorecard",
    calculate=calculate,
    inputs={
        "indicators": rows_of(
            {
                "name": TEXT,
                "weight": NUMBER,
                "actual": NUMBER,
                "target": NUMBER,
                "better": choice("higher", "lower"),
                "horizon": choice("short", "long"),
                "scope": choice("individual", "team", "company"),
            }
        ),
        "cap": NUMBER,
    },
    parameters={"long_term_minimum": NUMBER, "weight_tolerance_hundredths": NUMBER},
    outputs={
        "score": "number",
        "band": "choice",
        "long_term_weight": "number",
        "team_weight": "number",
        "achievement": ("key", "value"),
    },
    bands=("met",),
    flags={"SHORT_TERMISM": "long_term_weight minimum", "INDIVIDUAL_ONLY": ""},
    notes={"MET_ON_SHORT_TERM": "", "CAP_REACHED": "name cap"},
    working={
        "higher": LINE,
        "higher_capped": LINE,
        "lower": LINE,
        "lower_capped": LINE,
        "lower_zero": LINE,
        "score": "count score",
        "weights": "long_term_weight team_weight",
    },
    errors={"E_DUP_ID": "found", "E_WEIGHT_SUM": "total", "E_ZERO_TARGET": ""},
    checks={"indicators[].target": check_target},
    across=check_across,
    by_limits=True,
    picture="bars",
)
