"""Whether research is enough to classify a customer.

volume = min(1, characters / 50,000)
quality = mean of min(1, visits / 3), min(1, judges / 2), min(1, cross-checked / 0.5)
sufficiency = 100 * min(volume, quality), 0 to 100
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from assessments.exact import plain
from assessments.outcome import Outcome, Step
from assessments.parameters import band_at, parameter
from assessments.rounding import round_half_up
from assessments.values import Values, number

QUALITY = (
    ("visits", "field_visits", "full_visits"),
    ("judges", "senior_judges", "full_judges"),
    ("cross", "cross_checked", "full_cross_checked_percent"),
)
"""Part of quality, its input, and the parameter that says what is full."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """What was reached of each part, in percent."""

    volume: Fraction
    quality_parts: Mapping[str, Fraction]

    @property
    def quality(self) -> Fraction:
        """Mean of the parts of quality."""
        return sum(self.quality_parts.values(), Fraction(0)) / len(self.quality_parts)

    @property
    def sufficiency(self) -> Fraction:
        """The smaller side: neither makes up for the other."""
        return min(self.volume, self.quality)


def calculate(values: Values, definition: Mapping[str, object]) -> Outcome:
    """Return volume, quality, sufficiency and whether a class would be provisional."""
    shares = _shares(values, definition)
    volume, quality, sufficiency = (
        round_half_up(share) for share in (shares.volume, shares.quality, shares.sufficiency)
    )
    outputs = {"volume": volume, "quality": quality, "sufficiency": sufficiency}
    parts = {"volume": shares.volume, **shares.quality_parts}
    return Outcome(
        outputs={**outputs, "status": band_at(definition, sufficiency)},
        flags=tuple(_flags(volume, quality, values, definition)),
        notes=("NO_SENIOR_JUDGE",) if number(values, "senior_judges") < 1 else (),
        working=tuple(_working(shares, values, definition)),
        picture={"bars": [{"id": i, "value": round_half_up(s)} for i, s in parts.items()]},
    )


def _shares(values: Values, definition: Mapping[str, object]) -> Shares:
    return Shares(
        volume=_reached(number(values, "chars"), parameter(definition, "full_characters")),
        quality_parts={
            part: _reached(_given(values, name), parameter(definition, full))
            for part, name, full in QUALITY
        },
    )


def _given(values: Values, name: str) -> Fraction:
    return number(values, name) * (100 if name == "cross_checked" else 1)


def _reached(given: Fraction, full: Fraction) -> Fraction:
    return 100 * min(Fraction(1), given / full)


def _flags(
    volume: Decimal, quality: Decimal, values: Values, definition: Mapping[str, object]
) -> Iterator[Step]:
    characters = number(values, "chars")
    least = parameter(definition, "full_characters")
    most = parameter(definition, "overload_characters")
    found = {"chars": plain(characters)}
    if characters < least:
        yield Step(code="VOLUME_LOW", values={**found, "minimum": plain(least)})
    if quality < volume:
        shares = {"quality": quality, "volume": volume}
        yield Step(code="QUALITY_BEHIND_VOLUME", values=shares)
    if characters > most:
        yield Step(code="OVERLOAD", values={**found, "maximum": plain(most)})


def _working(shares: Shares, values: Values, definition: Mapping[str, object]) -> Iterator[Step]:
    full = plain(parameter(definition, "full_characters"))
    volume = {"chars": plain(number(values, "chars")), "full": full}
    yield Step(code="volume", values={**volume, "volume": plain(shares.volume, 1)})
    for part, name, parameter_name in QUALITY:
        reached = {"full": plain(parameter(definition, parameter_name))}
        given = {name: plain(_given(values, name))}
        part_shown = plain(shares.quality_parts[part], 2)
        yield Step(code=part, values={**given, **reached, "part": part_shown})
    parts = {part: plain(share, 2) for part, share in shares.quality_parts.items()}
    quality = plain(shares.quality, 1)
    yield Step(code="quality", values={**parts, "quality": quality})
    ends = {"volume": plain(shares.volume, 1), "quality": quality}
    yield Step(code="sufficiency", values={**ends, "sufficiency": plain(shares.sufficiency, 1)})
