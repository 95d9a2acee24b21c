"""Choose among the forms of a word by its number, as each language does.

The rules are the cardinal ones of Unicode CLDR (common/supplemental/plurals.xml, release 47). A
number is taken without its sign and as it is written: 1.0 has a decimal, 1 has none. No number is
written in a compact way here, so that CLDR's operand e is 0 throughout.
https://unicode.org/reports/tr35/tr35-numbers.html#Language_Plural_Rules
"""

from collections.abc import Callable, Mapping
from decimal import Decimal

OTHER = "other"
"""The category of every number that is in no other; each language has it."""

Rule = Mapping[str, Callable[[Decimal], bool]]
"""Category -> which numbers are in it, in CLDR's order: zero, one, two, few, many."""


def _whole(number: Decimal) -> int:
    """Return the part before the decimal mark: CLDR's operand i."""
    return int(number)


def _is_written_whole(number: Decimal) -> bool:
    """Tell whether no decimals are written: v = 0."""
    return int(number.as_tuple().exponent) >= 0


def _is_one(number: Decimal) -> bool:
    return number == 1


def _is_written_one(number: Decimal) -> bool:
    return number == 1 and _is_written_whole(number)


def _up_to_one(number: Decimal) -> bool:
    return _whole(number) == 0 or number == 1


def _is_millions(number: Decimal) -> bool:
    return number != 0 and number % 1_000_000 == 0 and _is_written_whole(number)


def _ends(number: Decimal, low: int, high: int) -> bool:
    """Tell whether a whole number's last digit is in a range, and its last two are no teens."""
    last, before = number % 10, _whole(number) % 100 // 10
    return _is_written_whole(number) and low <= last <= high and before != 1


ONE_FORM: Rule = {}
ONE_IS_ONE: Rule = {"one": _is_one}
ONE_AS_WRITTEN: Rule = {"one": _is_written_one}
ONE_UP_TO_ONE: Rule = {"one": _up_to_one}
EAST_SLAVIC: Rule = {
    "one": lambda number: _ends(number, 1, 1),
    "few": lambda number: _ends(number, 2, 4),
    "many": _is_written_whole,
}

RULES: Mapping[str, Rule] = {
    "ar": {
        "zero": lambda number: number == 0,
        "one": _is_one,
        "two": lambda number: number == 2,
        "few": lambda number: number % 100 in range(3, 11),
        "many": lambda number: number % 100 in range(11, 100),
    },
    "bn": ONE_UP_TO_ONE,
    "cs": {
        "one": _is_written_one,
        "few": lambda number: number in (2, 3, 4) and _is_written_whole(number),
        "many": lambda number: not _is_written_whole(number),
    },
    "da": {"one": lambda number: 0 < number < 2},
    "de": ONE_AS_WRITTEN,
    "el": ONE_IS_ONE,
    "en": ONE_AS_WRITTEN,
    "es": {"one": _is_one, "many": _is_millions},
    "fa": ONE_UP_TO_ONE,
    "fi": ONE_AS_WRITTEN,
    "fr": {"one": lambda number: number < 2, "many": _is_millions},
    "he": {
        "one": lambda number: (
            _is_written_one(number) or (number < 1 and not _is_written_whole(number))
        ),
        "two": lambda number: number == 2 and _is_written_whole(number),
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
        "few": lambda number: _ends(number, 2, 4),
        "many": _is_written_whole,
    },
    "pt": {"one": lambda number: number < 2, "many": _is_millions},
    "ro": {
        "one": _is_written_one,
        "few": lambda number: (
            not _is_written_whole(number) or number == 0 or number % 100 in range(1, 20)
        ),
    },
    "ru": EAST_SLAVIC,
    "sv": ONE_AS_WRITTEN,
    "th": ONE_FORM,
    "tr": ONE_IS_ONE,
    "uk": EAST_SLAVIC,
    "vi": ONE_FORM,
    "zh": ONE_FORM,
}
"""Language of CLDR -> its rule. The first category that takes a number has it."""


def categories(rule: str) -> tuple[str, ...]:
    """Return the categories of a rule, in the order in which a sentence lists its forms."""
    return (*RULES[rule], OTHER)


def place_of(rule: str, number: int | Decimal) -> int:
    """Return the place, from 0, of a number's category among those of a rule."""
    size = Decimal(number).copy_abs()
    tests = RULES[rule].values()
    return next((place for place, test in enumerate(tests) if test(size)), len(tests))
