"""How the answers of many people to one question lie, which says what there is to talk about."""

from collections.abc import Sequence
from enum import StrEnum

FEWEST_IN_A_CAMP = 2
MANY = 3
"""One in so many people who say "not applicable", or nothing, is worth a talk."""


class Pattern(StrEnum):
    """What answers look like together; its prompt is the sentence pattern.<value>."""

    FEW = "few"
    """Fewer than three people answered: nothing is told."""
    NOT_APPLICABLE = "na"
    """A third of the people or more say that the question does not apply."""
    OPEN = "open"
    """A third of the people or more left the question open."""
    SAME = "same"
    """All answers are the same."""
    NEAR = "near"
    """All answers are of two neighbouring levels."""
    OUTLIER = "outlier"
    """One answer is two levels or more away from the others, which lie together as in NEAR."""
    CAMPS = "camps"
    """A level that nobody chose lies between two people or more on either side."""
    SPREAD = "spread"
    """Anything else: three levels or more."""


def pattern_of(counts: Sequence[int], na: int, open_: int) -> Pattern:
    """Return how answers lie, the first that holds in the order of Pattern.

    counts[a] people gave the answer a; counts is empty where fewer answered than may be told about.
    """
    if not counts:
        return Pattern.FEW
    people = sum(counts) + na + open_
    if MANY * na >= people:
        return Pattern.NOT_APPLICABLE
    if MANY * open_ >= people:
        return Pattern.OPEN
    return _of_levels(counts)


def _of_levels(counts: Sequence[int]) -> Pattern:
    given = [level for level, count in enumerate(counts) if count]
    if len(given) == 1:
        return Pattern.SAME
    if given[-1] - given[0] == 1:
        return Pattern.NEAR
    if any(_stands_alone(counts, given, level) for level in (given[0], given[-1])):
        return Pattern.OUTLIER
    return Pattern.CAMPS if _has_camps(counts, given) else Pattern.SPREAD


def _stands_alone(counts: Sequence[int], given: Sequence[int], level: int) -> bool:
    """Whether one answer is far from all others, and these are near each other."""
    others = [each for each in given if each != level]
    apart = min(abs(each - level) for each in others)
    return counts[level] == 1 and apart > 1 and others[-1] - others[0] <= 1


def _has_camps(counts: Sequence[int], given: Sequence[int]) -> bool:
    gaps = (level for level in range(given[0] + 1, given[-1]) if not counts[level])
    return any(min(sum(counts[:gap]), sum(counts[gap:])) >= FEWEST_IN_A_CAMP for gap in gaps)
