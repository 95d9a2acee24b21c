"""Read the numbers of a column as its people write them: the decimal mark is found, or asked for.

1.234,5 and 1,234.5 tell which mark is which; 1.234 alone does not. One column has one notation, and
what it was taken for is shown.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from unicodedata import normalize

from assessments.numbers.exact import LIMIT

POINT, COMMA = ".", ","
MARKS = (POINT, COMMA)

_SIGNS = re.compile("[¥￥$€£₹₩₽ \u00a0\u2009\u202f'’_]|CNY|RMB|USD|EUR|元|人民币", re.IGNORECASE)
"""Signs of money, and blanks and marks between groups of digits that no decimals can begin with."""
_NUMBER = re.compile(r"[+-]?[0-9]{1,40}(?:[.,][0-9]{1,40})*|[+-]?[.,][0-9]{1,40}")
_SCIENTIFIC = re.compile(r"[+-]?[0-9](?:\.[0-9]{1,30})?e[+-]?[0-9]{1,3}", re.IGNORECASE)
MULTIPLES = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
"""How Chinese counts beyond a thousand: 120万 is 1,200,000."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notation:
    """How the numbers of a column are written."""

    decimal: str | None
    """The decimal mark; None where the column does not tell, or contradicts itself."""
    example: str = ""
    """The first cell that tells; the first that can be read in two ways where none does."""
    contradicted: str = ""
    """A cell that tells the contrary."""

    def as_data(self) -> dict[str, object]:
        """Return the notation as a page shows it."""
        return {
            "decimal": self.decimal,
            "example": self.example,
            "contradicted": self.contradicted,
        }


def guessed_notation(cells: Iterable[str]) -> Notation:
    """Return how the numbers among some cells are written; with a point where nothing matters."""
    first: dict[str, str] = {}
    doubtful = ""
    for cell in cells:
        mark = told_mark(cell)
        if mark in MARKS:
            first.setdefault(mark, cell)
        elif mark is None:
            doubtful = doubtful or cell
    if len(first) == 2:
        (mark, example), (_, other) = first.items()
        return Notation(decimal=None, example=example, contradicted=other)
    if first:
        return Notation(decimal=next(iter(first)), example=next(iter(first.values())))
    return Notation(decimal=None if doubtful else POINT, example=doubtful)


def told_mark(cell: str) -> str | None:
    """Return the decimal mark that a cell gives away, "" where it says nothing, None in doubt."""
    digits = _stripped(cell)[0].lstrip("+-")
    marks = [mark for mark in digits if mark in MARKS]
    if not marks or not _NUMBER.fullmatch(digits):
        return ""
    last = marks[-1]
    whole, _, decimals = digits.rpartition(last)
    if len(set(marks)) == 2:
        return last if digits.count(last) == 1 else ""
    other = COMMA if last == POINT else POINT
    if len(marks) > 1:
        return other if _grouped(digits, last) else ""
    if len(decimals) != 3 or not 1 <= len(whole) <= 3 or whole.startswith("0"):
        return last
    return None


def read_number(cell: str, decimal: str | None) -> Decimal | None:
    """Return the number of a cell; None for what is none, or has two readings.

    Without a decimal mark a cell is read where it gives its own away. 12% is 12, (5) is -5.
    """
    text, factor = _stripped(cell)
    if _SCIENTIFIC.fullmatch(text):
        return _within(Decimal(text) * factor)
    if not _NUMBER.fullmatch(text):
        return None
    mark = decimal if decimal is not None else told_mark(cell)
    if mark is None:
        return None
    mark = mark or POINT
    group = COMMA if mark == POINT else POINT
    whole, _, decimals = text.partition(mark)
    if mark in decimals or group in decimals or not _grouped(whole.lstrip("+-"), group):
        return None
    return _within(Decimal(f"{whole.replace(group, '') or '0'}.{decimals or '0'}") * factor)


def _within(number: Decimal) -> Decimal | None:
    return number if abs(number) < LIMIT else None


def _grouped(whole: str, group: str) -> bool:
    first, *others = whole.split(group)
    right = 1 <= len(first) <= 3 and not first.startswith("0")
    return not others or (right and all(len(each) == 3 for each in others))


def _stripped(cell: str) -> tuple[str, int]:
    """Return the digits and marks of a cell, and what they are multiplied by."""
    text = normalize("NFKC", cell).replace("−", "-").replace("、", "")
    text = _SIGNS.sub("", text.strip())
    negative = text.startswith("(") and text.endswith(")")
    text = text[1:-1] if negative else text
    text = text.removesuffix("%")
    factor = MULTIPLES.get(text[-1:], 1)
    text = text[:-1] if factor > 1 else text
    return text, -factor if negative else factor
