"""Read one value of a calculator's input by its type: number, text, choice, date …"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from fractions import Fraction

from assessments.border.quoting import Unreadable, quote
from assessments.calculators.input_problems import NUMBER, InputProblems, Place, UnreadError
from assessments.calculators.inputs import Input, Limit
from assessments.numbers.exact import DECIMALS, DIGITS_BEFORE_POINT, exact, is_number, too_large
from assessments.words import Phrase

LONGEST_TEXT = 200
"""Characters, where the definition gives no length."""

_CURRENCY = re.compile(r"[A-Z]{3}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_NO_NUMBER = ("NaN", "Infinity", "-Infinity")


def read_number(problems: InputProblems, about: Input, given: object, place: Place) -> Fraction:
    """Return a number within its limits."""
    endless = isinstance(given, Unreadable) and given.written not in _NO_NUMBER
    if not is_number(given) and not endless:
        raise problems.refuse(about, place, "type", given, NUMBER)
    value = exact(given)
    if value is None:
        raise problems.refuse(about, place, "range", given, _extent(given))
    if any(_BROKEN[limit.name](value, limit.value) for limit in about.limits):
        raise problems.refuse(about, place, "range", given, limits_in_words(about.limits))
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
"""Limits in their order -> sentence; a definition with another pair is refused."""


def limits_have_words(limits: Sequence[Limit]) -> bool:
    """Return whether there is a sentence for these limits."""
    return not limits or tuple(limit.name for limit in limits) in _RULES


def limits_in_words(limits: Sequence[Limit]) -> Phrase:
    """Return the rule that limits make."""
    ends = {
        ("low" if limit.name in ("minimum", "above") else "high"): limit.given for limit in limits
    }
    return Phrase(_RULES[tuple(limit.name for limit in limits)], ends)


def read_integer(problems: InputProblems, about: Input, given: object, place: Place) -> int:
    """Return a whole number within its limits; 2.0 is refused, for nothing is converted."""
    whole = Phrase("rule.integer")
    if is_number(given) and not isinstance(given, int) and not too_large(given):
        raise problems.refuse(about, place, "integer", given, whole)
    if not is_number(given) and not isinstance(given, Unreadable):
        raise problems.refuse(about, place, "type", given, whole)
    return int(read_number(problems, about, given, place))


def read_text(problems: InputProblems, about: Input, given: object, place: Place) -> str:
    """Return a text; one that is required must not be blank, unless its length allows 0."""
    if not isinstance(given, str) or _LONE_SURROGATE.search(given):
        raise problems.refuse(about, place, "type", given, Phrase("rule.text"))
    low, high = about.length or (int(about.required), LONGEST_TEXT)
    if low and not given.strip():
        raise problems.refuse(about, place, "empty", given)
    if len(given) > high:
        rule = Phrase("rule.text_length", {"high": high})
        raise problems.refuse(about, place, "range", given, rule)
    return given


def read_choice(problems: InputProblems, about: Input, given: object, place: Place) -> str:
    """Return the id of one of the options."""
    if isinstance(given, str) and given in about.option_ids():
        return given
    problems.note(about, place, "choice", options=about.choices(), found=quote(given))
    raise UnreadError


def read_currency(problems: InputProblems, about: Input, given: object, place: Place) -> str:
    """Return the code of a currency: three capital letters, as in ISO 4217."""
    if isinstance(given, str) and _CURRENCY.fullmatch(given):
        return given
    raise problems.refuse(about, place, "currency", given)


def read_boolean(problems: InputProblems, about: Input, given: object, place: Place) -> bool:
    """Return true or false."""
    if isinstance(given, bool):
        return given
    raise problems.refuse(about, place, "type", given, Phrase("rule.boolean"))


def read_date(problems: InputProblems, about: Input, given: object, place: Place) -> date:
    """Return a date of the calendar, written 2026-11-30."""
    if isinstance(given, str) and _DAY.fullmatch(given):
        try:
            return date.fromisoformat(given)
        except ValueError:
            pass
    raise problems.refuse(about, place, "date", given)
