"""Choose among the forms of a word by its number, as each language does.

The rules are the cardinal ones of Unicode CLDR (common/supplemental/plurals.xml, release 47), with
its operands: n is the absolute value, i its whole part, v how many decimals are written, t those
decimals without zeros at the end. A number is never written in a compact way here, so that CLDR's
operand e is 0 throughout. https://unicode.org/reports/tr35/tr35-numbers.html#Language_Plural_Rules
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

OTHER = "other"
"""The category of every number that has no other; each language has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Operands:
    """A number as the rules look at it."""

    n: int | Decimal
    i: int
    v: int
    t: int


Test = Callable[[Operands], bool]
Rule = Mapping[str, Test]
"""Category -> which numbers are in it, in CLDR's order: zero, one, two, few, many."""


def operands(number: int | Decimal) -> Operands:
    """Return what the rules ask of a number."""
    if isinstance(number, int):
        return Operands(n=abs(number), i=abs(number), v=0, t=0)
    size = number.copy_abs()
    decimals = format(size, "f").partition(".")[2]
    used = int(decimals.rstrip("0") or 0)
    whole = int(size)
    return Operands(n=size if used else whole, i=whole, v=len(decimals), t=used)


def _is_one(x: Operands) -> bool:
    return x.n == 1


def _is_written_one(x: Operands) -> bool:
    return x.i == 1 and x.v == 0


def _up_to_one(x: Operands) -> bool:
    return x.i == 0 or x.n == 1


def _is_millions(x: Operands) -> bool:
    return x.i != 0 and x.i % 1_000_000 == 0 and x.v == 0


def _ends(x: Operands, low: int, high: int) -> bool:
    """Tell whether a whole number's last digit is in a range, and its last two no teens."""
    return x.v == 0 and low <= x.i % 10 <= high and x.i % 100 // 10 != 1


def _is_many_in_east_slavic(x: Operands) -> bool:
    return x.v == 0 and not _ends(x, 1, 4)


def _is_many_in_polish(x: Operands) -> bool:
    return x.v == 0 and x.i != 1 and not _ends(x, 2, 4)


ONE_FORM: Rule = {}
ONE_IS_ONE: Rule = {"one": _is_one}
ONE_AS_WRITTEN: Rule = {"one": _is_written_one}
ONE_UP_TO_ONE: Rule = {"one": _up_to_one}
EAST_SLAVIC: Rule = {
    "one": lambda x: _ends(x, 1, 1),
    "few": lambda x: _ends(x, 2, 4),
    "many": _is_many_in_east_slavic,
}

RULES: Mapping[str, Rule] = {
    "ar": {
        "zero": lambda x: x.n == 0,
        "one": _is_one,
        "two": lambda x: x.n == 2,
        "few": lambda x: x.n % 100 in range(3, 11),
        "many": lambda x: x.n % 100 in range(11, 100),
    },
    "bn": ONE_UP_TO_ONE,
    "cs": {
        "one": _is_written_one,
        "few": lambda x: x.i in (2, 3, 4) and x.v == 0,
        "many": lambda x: x.v != 0,
    },
    "da": {"one": lambda x: x.n == 1 or (x.t != 0 and x.i in (0, 1))},
    "de": ONE_AS_WRITTEN,
    "el": ONE_IS_ONE,
    "en": ONE_AS_WRITTEN,
    "es": {"one": _is_one, "many": _is_millions},
    "fa": ONE_UP_TO_ONE,
    "fi": ONE_AS_WRITTEN,
    "fr": {"one": lambda x: x.i in (0, 1), "many": _is_millions},
    "he": {
        "one": lambda x: _is_written_one(x) or (x.i == 0 and x.v != 0),
        "two": lambda x: x.i == 2 and x.v == 0,
    },
    "hi": ONE_UP_TO_ONE,
    "hu": ONE_IS_ONE,
    "id": ONE_FORM,
    "it": {"one": _is_written_one, "many": _is_millions},
    "ja": ONE_FORM,
    "ko": ONE_FORM,
    "nl": ONE_AS_WRITTEN,
    "no": ONE_IS_ONE,
    "pl": {
        "one": _is_written_one,
        "few": lambda x: _ends(x, 2, 4),
        "many": _is_many_in_polish,
    },
    "pt": {"one": lambda x: x.i in (0, 1), "many": _is_millions},
    "ro": {
        "one": _is_written_one,
        "few": lambda x: x.v != 0 or x.n == 0 or (x.n != 1 and x.n % 100 in range(1, 20)),
    },
    "ru": EAST_SLAVIC,
    "sv": ONE_AS_WRITTEN,
    "th": ONE_FORM,
    "tr": ONE_IS_ONE,
    "uk": EAST_SLAVIC,
    "vi": ONE_FORM,
    "zh": ONE_FORM,
}
"""Language of CLDR -> its rule."""


def categories(rule: str) -> tuple[str, ...]:
    """Return the categories of a rule, in the order in which a sentence lists its forms."""
    return (*RULES[rule], OTHER)


def place_of(rule: str, number: int | Decimal) -> int:
    """Return the place, from 0, of a number's category among those of a rule."""
    asked = operands(number)
    for place, test in enumerate(RULES[rule].values()):
        if test(asked):
            return place
    return len(RULES[rule])
