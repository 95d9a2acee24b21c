"""The classes of accounts: where to invest (S, A, B, C), or how to serve (tiers)."""

from collections.abc import Mapping

from assessments.calculators.needs import NUMBER, POSITIVE, TEXT, choice, rows_of
from assessments.words import Choice, Phrase

LETTERS = "sabc"
TIERS = "tiers"

SCHEMES: Mapping[str, tuple[str, ...]] = {
    LETTERS: ("S", "A", "B", "C"),
    TIERS: ("strategic", "key", "ordinary"),
}
"""Scheme -> its classes, highest first."""

ACCOUNTS = rows_of(
    {
        "id": TEXT,
        "class": choice(*(name for names in SCHEMES.values() for name in names)),
        "weight": POSITIVE,
        "minimum": NUMBER,
    },
    least=1,
)


def class_names(scheme: str) -> tuple[object, ...]:
    """Return the classes of a scheme as a sentence names them: letters, or tiers in words."""
    if scheme == TIERS:
        return tuple(Choice(each, Phrase(f"tier.{each}")) for each in SCHEMES[scheme])
    return SCHEMES[scheme]
