"""Whether research is enough to classify a customer.

volume = min(1, characters / 50,000)
quality = mean of min(1, visits / 3), min(1, judges / 2), min(1, cross-checked / 0.5)
sufficiency = 100 * min(volume, quality), 0 to 100
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from assessments.border.step import Step
from assessments.calculators.definition import CalculatorDefinition
from assessments.calculators.formula import Formula, Outcome
from assessments.calculators.needs import NUMBER, POSITIVE
from assessments.calculators.steps import Shown, step
from assessments.calculators.values import Values, number
from assessments.numbers.exact import plain
from assessments.numbers.rounding import round_half_up


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One thing that research needs."""

    id: str
    given: Fraction
    full: Fraction
    """From here on, more adds nothing."""

    @property
    def reached(self) -> Fraction:
        """In percent of full; can be more than 100."""
        return 100 * self.given / self.full

    @property
    def counted(self) -> Fraction:
        """From 0 to 100."""
        return min(Fraction(100), self.reached)


def calculate(values: Values, definition: CalculatorDefinition) -> Outcome:
    """Return volume, quality, sufficiency and whether a class would be provisional."""
    amount, *rest = _parts(values, definition)
    quality = sum((part.counted for part in rest), Fraction(0)) / len(rest)
    sufficiency = min(amount.counted, quality)
    shown = {"volume": round_half_up(amount.counted), "quality": round_half_up(quality)}
    result = round_half_up(sufficiency)
    return Outcome(
        outputs={**shown, "sufficiency": result, "status": definition.band_at(result)},
        flags=(
            *_low(amount),
            *_behind(shown["quality"], shown["volume"]),
            *_overload(amount, definition.number("overload_characters")),
        ),
        notes=("NO_SENIOR_JUDGE",) if number(values, "senior_judges") < 1 else (),
        working=tuple(_working([amount, *rest], quality, sufficiency)),
        picture={
            "bars": [{"id": p.id, "value": round_half_up(p.counted)} for p in (amount, *rest)],
            "maximum": 100,
        },
    )


def _parts(values: Values, definition: CalculatorDefinition) -> Iterator[Part]:
    """Yield the volume, then the three parts of quality."""
    given = {
        "volume": (number(values, "chars"), "full_characters"),
        "field_visits": (number(values, "field_visits"), "full_visits"),
        "senior_judges": (number(values, "senior_judges"), "full_judges"),
        "cross_checked": (100 * number(values, "cross_checked"), "full_cross_checked_percent"),
    }
    for name, (found, full) in given.items():
        yield Part(id=name, given=found, full=definition.number(full))


def _low(volume: Part) -> Iterator[Step]:
    if volume.given < volume.full:
        limits = {"chars": plain(volume.given), "minimum": plain(volume.full)}
        yield Step(code="VOLUME_LOW", values=limits)


def _behind(quality: Decimal, volume: Decimal) -> Iterator[Step]:
    if quality < volume:
        sides = {"quality": plain(Fraction(quality)), "volume": plain(Fraction(volume))}
        yield Step(code="QUALITY_BEHIND_VOLUME", values=sides)


def _overload(volume: Part, most: Fraction) -> Iterator[Step]:
    if volume.given > most:
        limits = {"chars": plain(volume.given), "maximum": plain(most)}
        yield Step(code="OVERLOAD", values=limits)


def _working(parts: list[Part], quality: Fraction, sufficiency: Fraction) -> Iterator[Step]:
    for part in parts:
        terms = {"given": plain(part.given), "full": plain(part.full)}
        shares = {"reached": plain(part.reached, 2), "part": plain(part.counted, 2)}
        yield step(
            part.id,
            {**terms, **shares},
            lambda shown: shown.given / shown.full == shown.reached / 100,
        )
    means = {part.id: plain(part.counted, 2) for part in parts[1:]}
    yield step("quality", {**means, "quality": plain(quality, 1)}, _is_mean)
    sides = {"volume": plain(parts[0].counted, 1), "quality": plain(quality, 1)}
    yield Step(code="sufficiency", values={**sides, "sufficiency": plain(sufficiency, 1)})


def _is_mean(shown: Shown) -> bool:
    return (shown.field_visits + shown.senior_judges + shown.cross_checked) / 3 == shown.quality


FORMULA = Formula(
    name="research-sufficiency",
    calculate=calculate,
    inputs={
        "chars": NUMBER,
        "field_visits": NUMBER,
        "senior_judges": NUMBER,
        "cross_checked": NUMBER,
    },
    parameters={
        "full_characters": POSITIVE,
        "full_visits": POSITIVE,
        "full_judges": POSITIVE,
        "full_cross_checked_percent": POSITIVE,
        "overload_characters": NUMBER,
    },
    outputs={
        "sufficiency": "number",
        "status": "choice",
        "volume": "number",
        "quality": "number",
    },
    flags={
        "VOLUME_LOW": "chars minimum",
        "QUALITY_BEHIND_VOLUME": "quality volume",
        "OVERLOAD": "chars maximum",
    },
    notes={"NO_SENIOR_JUDGE": ""},
    working={
        "volume": "given full reached part",
        "field_visits": "given full reached part",
        "senior_judges": "given full reached part",
        "cross_checked": "given full reached part",
        "quality": "field_visits senior_judges cross_checked quality",
        "sufficiency": "volume quality sufficiency",
    },
    by_limits=True,
    picture="bars",
)
