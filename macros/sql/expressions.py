"""Expressions in the SQL of PostgreSQL, which the statement is translated from."""

from collections.abc import Iterable, Mapping, Sequence

from assessments.numbers.rounding import TOLERANCE_PARTS
from macros.sql.step import SqlError

LARGEST_EXACT = 2**53
"""Some dialects divide whole numbers as floats, which hold every whole number below this."""
LARGEST_DENOMINATOR = TOLERANCE_PARTS // 2
"""Below it the engine's tolerance and rounding half up without one give the same tenths."""


def quoted(text: str) -> str:
    """Return a text as a literal."""
    return "'" + text.replace("'", "''") + "'"


def column(identity: str) -> str:
    """Return the name of a column for an id: current.1 is current_1, cash-cow cash_cow, L2 l2."""
    return identity.lower().replace(".", "_").replace("-", "_")


def case(whens: Iterable[tuple[str, str]], otherwise: str = "NULL") -> str:
    """Return the value of the first condition that holds."""
    branches = " ".join(f"WHEN {condition} THEN {value}" for condition, value in whens)
    return f"CASE {branches} ELSE {otherwise} END" if branches else otherwise


def switch(value: str, results: Mapping[str, str], otherwise: str = "NULL") -> str:
    """Return the result that stands for a value; keys and results are expressions."""
    branches = " ".join(f"WHEN {key} THEN {result}" for key, result in results.items())
    return f"CASE {value} {branches} ELSE {otherwise} END"


def either(conditions: Iterable[str]) -> str:
    """Return the condition that one of some holds; one that never does where there are none."""
    return " OR ".join(conditions) or "1 = 0"


def both(conditions: Iterable[str]) -> str:
    """Return the condition that all of some hold; one that always does where there are none."""
    return " AND ".join(conditions) or "1 = 1"


def total(terms: Iterable[str]) -> str:
    """Return a sum."""
    return " + ".join(terms) or "0"


def listed(codes: Sequence[tuple[str, str]]) -> str:
    """Return the codes whose conditions hold, in order, a blank between them.

    Codes are expressions. An empty text where none holds.
    """
    parts = [case([(when, f"' ' || {code}")], "''") for when, code in codes]
    return f"TRIM({' || '.join(parts)})" if parts else "''"


def tenths(numerator: str, denominator: str, largest: int, most: int = 1) -> str:
    """Return a score in tenths: (20 * numerator + denominator) div (2 * denominator).

    ROUND differs between dialects, and so does the division of whole numbers: what is divided has
    no remainder, so that each dialect gives the same. *largest* is the largest denominator, *most*
    the largest score in hundreds of points; raises SqlError where that is too large.
    """
    check_size(largest, (2000 * most + 1) * largest)
    half = f"20 * {numerator} + {denominator}"
    double = f"(2 * {denominator})"
    return f"CAST(({half} - ({half}) % {double}) / {double} AS BIGINT)"


def check_size(denominator: int, product: int) -> None:
    """Raise SqlError where whole numbers get too large to stay exact in every dialect."""
    if denominator >= LARGEST_DENOMINATOR or product >= LARGEST_EXACT:
        raise SqlError(
            f"Its weights or limits have too many digits: {denominator} would be a denominator, "
            f"and {LARGEST_DENOMINATOR - 1} is the largest that all dialects round alike."
        )
