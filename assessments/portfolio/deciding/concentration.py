"""Concentration: how much of a total the largest accounts of a list bring.

share(p) = sum of the k largest values / sum of all values, in percent, 0 to 100, where k is p % of
the accounts that have a value, rounded up: of 26 accounts the largest 5 % are 2, as 1.3 is more
than one. All sums are exact; a share is rounded once, half up, to one decimal. A blank is no value,
never 0; a cell that is no number and a value below 0 are left out, and counted. Where nothing is
brought at all, there is no share.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import chain

from assessments.border.problems import Problem
from assessments.border.quoting import quote
from assessments.numbers.rounding import round_half_up
from assessments.portfolio.cells import plain
from assessments.portfolio.layout import Layout
from assessments.portfolio.lists import Part
from assessments.tables.numbers import Notation, guessed_notation, read_number

PERCENTS = (1, 5, 10, 20)
"""Of the accounts, the largest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What the largest accounts bring."""

    percent: int
    accounts: int
    share: Decimal | None
    """In percent; None where nothing is brought at all."""


@dataclass(slots=True)
class Sizes:
    """The values of a column, and how many cells hold none."""

    decimal: str | None
    values: list[Decimal | None]
    """For each account; None for what is left out."""
    blank: int = 0
    unread: int = 0
    negative: int = 0

    def add(self, cells: Iterable[str]) -> None:
        """Read some cells more."""
        for cell in cells:
            number = read_number(cell, self.decimal)
            if not plain(cell):
                self.blank += 1
            elif number is None:
                self.unread += 1
            elif number < 0:
                self.negative += 1
            self.values.append(None if number is None or number < 0 else number)


def shares(values: Iterable[Decimal | None]) -> tuple[Share, ...]:
    """Return the share of the largest 1, 5, 10 and 20 % of the accounts that have a value."""
    known = sorted((Fraction(each) for each in values if each is not None), reverse=True)
    total = sum(known)
    found = []
    for percent in PERCENTS:
        largest = -(-percent * len(known) // 100)
        share = round_half_up(100 * sum(known[:largest]) / total) if total else None
        found.append(Share(percent=percent, accounts=largest, share=share))
    return tuple(found)


def notation_of(parts: Sequence[Part], column: int) -> Notation:
    """Return how the numbers of a column are written, as the whole column tells."""
    return guessed_notation(chain.from_iterable(part.columns[column] for part in parts))


def concentration_data(sizes: Sizes) -> Mapping[str, object]:
    """Return the shares of a column as a page shows them."""
    known = [each for each in sizes.values if each is not None]
    return {
        "accounts": len(known),
        "total": _shown(sum(map(Fraction, known), Fraction(0))),
        "shares": [
            {"percent": each.percent, "accounts": each.accounts, "share": each.share}
            for each in shares(known)
        ],
        "blank": sizes.blank,
        "unread": sizes.unread,
        "negative": sizes.negative,
    }


def _shown(total: Fraction) -> Decimal | int:
    """Return a sum with no decimal where it is whole."""
    return total.numerator if total.denominator == 1 else round_half_up(total)


def doubts(notation: Notation, column: str) -> list[Problem]:
    """Return what the reader should know of how the numbers of a column are written."""
    if notation.decimal is not None:
        return []
    values = {"column": quote(column), "found": quote(notation.example)}
    return [Problem("E_NUMBERS", "", values, "size")]


def size_columns(layout: Layout, parts: Sequence[Part]) -> list[str]:
    """Return the columns that may hold sizes: most cells of their first accounts are numbers.

    What names accounts, or holds answers, facts or a tier of before is none.
    """
    taken = {layout.account, layout.present, *layout.facts.values()}
    taken |= {each.column for each in layout.answers.values() if each.cut is None}
    part = next((each for each in parts if each.accounts), None)
    places = (place for place in range(len(layout.header)) if place not in taken)
    return [layout.header[place] for place in places if part and _are_numbers(part.columns[place])]


def _are_numbers(cells: Sequence[str]) -> bool:
    notation = guessed_notation(cells)
    filled = [cell for cell in cells if plain(cell)]
    # 1.234 is a number, whichever of its two readings is meant.
    numbers = [cell for cell in filled if read_number(cell, notation.decimal or ".") is not None]
    return bool(numbers) and 2 * len(numbers) > len(filled)
