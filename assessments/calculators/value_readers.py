"""Read one value of a calculator's input by its type: number, text, choice, date …"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction

from assessments.border.quoting import Unreadable, quote
from assessments.calculators.findings import NUMBER, Findings, Place, Spec, UnreadError
from assessments.numbers.exact import DECIMALS, DIGITS_BEFORE_POINT, exact, is_number, too_large
from assessments.words import Choice, Phrase

LONGEST_TEXT = 200
"""Characters, where the definition gives no length."""

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_NO_NUMBER = ("NaN", "Infinity", "-Infinity")


def read_number(findings: Findings, spec: Spec, given: object, place: Place) -> Fraction:
    """Return a number within its limits."""
    endless = isinstance(given, Unreadable) and given.written not in _NO_NUMBER
    if not is_number(given) and not endless:
        raise findings.refuse(spec, place, "type", given, NUMBER)
    limits = {name: limit for name in _BROKEN if (limit := exact(spec.get(name))) is not None}
    value = exact(given)
    if value is None:
        raise findings.refuse(spec, place, "range", given, _extent(given))
    if any(_BROKEN[name](value, limit) for name, limit in limits.items()):
        raise findings.refuse(spec, place, "range", given, _limits_in_words(spec, tuple(limits)))
    return value


def _extent(given: object) -> Phrase:
    """Return which end of all numbers is left: too many digits before the point, or after it."""
    written = given.written.lower() if isinstance(given, Unreadable) else ""
    whole, point, _ = written.partition(".")
    tiny = "e-" in written or (point and "e" not in written and len(whole) <= DIGITS_BEFORE_POINT)
    if too_large(given) or (written and not tiny):
        return Phrase("rule.digits", {"digits": DIGITS_BEFORE_POINT})
    return Phrase("rule.decimals", {"decimals": DECIMALS})


_BROKEN: Mapping[str, Callable[[Fraction, Fraction], bool]] = {
    "minimum": lambda value, limit: value < limit,
    "above": lambda value, limit: value <= limit,
    "maximum": lambda value, limit: value > limit,
    "below": lambda value, limit: value >= limit,
}
"""Limit in the definition -> whether a value breaks it."""

_RULES = {
    ("minimum",): "rule.at_least",
    ("above",): "rule.above",
    ("maximum",): "rule.at_most",
    ("below",): "rule.below",
    ("minimum", "maximum"): "rule.between",
    ("above", "maximum"): "rule.above_to",
}
"""Limits in the order of _BROKEN -> sentence; other pairs have none, and no tool needs one."""


def _limits_in_words(spec: Spec, names: tuple[str, ...]) -> Phrase:
    ends = {("low" if name in ("minimum", "above") else "high"): spec[name] for name in names}
    return Phrase(_RULES[names], ends)


def read_integer(findings: Findings, spec: Spec, given: object, place: Place) -> int:
    """Return a whole number within its limits; 2.0 is refused, for nothing is converted."""
    whole = Phrase("rule.integer")
    if is_number(given) and not isinstance(given, int) and not too_large(given):
        raise findings.refuse(spec, place, "integer", given, whole)
    if not is_number(given) and not isinstance(given, Unreadable):
        raise findings.refuse(spec, place, "type", given, whole)
    return int(read_number(findings, spec, given, place))


def read_text(findings: Findings, spec: Spec, given: object, place: Place) -> str:
    """Return a text; one that is required must not be blank, unless its length allows 0."""
    if not isinstance(given, str) or _LONE_SURROGATE.search(given):
        raise findings.refuse(spec, place, "type", given, Phrase("rule.text"))
    low, high = bounds(spec, int(bool(spec.get("required"))), LONGEST_TEXT)
    if low and not given.strip():
        raise findings.refuse(spec, place, "empty", given)
    if len(given) > high:
        rule = Phrase("rule.text_length", {"high": high})
        raise findings.refuse(spec, place, "range", given, rule)
    return given


def read_choice(findings: Findings, spec: Spec, given: object, place: Place) -> str:
    """Return the id of one of the options."""
    if isinstance(given, str) and given in options(spec):
        return given
    findings.note(spec, place, "choice", options=choices(spec), found=quote(given))
    raise UnreadError


def read_boolean(findings: Findings, spec: Spec, given: object, place: Place) -> bool:
    """Return true or false."""
    if isinstance(given, bool):
        return given
    raise findings.refuse(spec, place, "type", given, Phrase("rule.boolean"))


def read_date(findings: Findings, spec: Spec, given: object, place: Place) -> date:
    """Return a date of the calendar, written 2026-11-30."""
    if isinstance(given, str) and _DAY.fullmatch(given):
        try:
            return date.fromisoformat(given)
        except ValueError:
            pass
    raise findings.refuse(spec, place, "date", given)


def options(spec: Spec) -> tuple[str, ...]:
    """Return the ids of an input's options."""
    return tuple(each.id for each in choices(spec))


def choices(spec: Spec) -> tuple[Choice, ...]:
    """Return an input's options as a sentence names them."""
    listed = spec.get("options")
    if not isinstance(listed, list | tuple):
        return ()
    return tuple(
        Choice(str(each["id"]), each.get("label", {}))
        for each in listed
        if isinstance(each, Mapping)
    )


def bounds(spec: Spec, low: int, high: int) -> tuple[int, int]:
    """Return the least and the greatest length that an input allows."""
    given = spec.get("length")
    return (int(given[0]), int(given[1])) if isinstance(given, list | tuple) else (low, high)
