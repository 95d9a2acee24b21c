"""The rules that every course and every plan obeys: pauses come, times add up, order is kept.

What breaks a rule is a number and a place here; sentences are made by whoever tells an author of
files, macros/checking/courses.py, or the page of the composer.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

BREAK = "break"
MODULE = "module"
LONGEST_STRETCH = 75
"""Minutes without a pause."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing that is done."""

    kind: str
    minutes: int
    day: object = 1
    """Steps of one day stand together."""
    name: str = ""
    """Id of the module or tool that it uses; empty where it uses none."""


def totals(steps: Iterable[Step]) -> tuple[int, int]:
    """Return the minutes of work, and those of breaks."""
    steps = tuple(steps)
    rest = sum(step.minutes for step in steps if step.kind == BREAK)
    return sum(step.minutes for step in steps) - rest, rest


def long_stretches(steps: Sequence[Step]) -> Iterator[tuple[int, int]]:
    """Yield each step at which a group sits too long, once a stretch: place, minutes by then."""
    for _, of_day in groupby(enumerate(steps), key=lambda pair: pair[1].day):
        stretch = 0
        for place, step in of_day:
            before, stretch = stretch, stretch + step.minutes
            if step.kind == BREAK:
                stretch = 0
            elif before <= LONGEST_STRETCH < stretch:
                yield place, stretch


def taught_too_early(
    steps: Sequence[Step], before: Mapping[str, Sequence[str]], known: Iterable[str]
) -> Iterator[tuple[int, str]]:
    """Yield each step that teaches a module before one that it builds on: place, id of that one.

    *before*: module -> those it builds on. *known*: what participants bring along. A module that
    itself waits for the other need not come first; another part of one that has begun is no new
    fault.
    """
    taught = {*known}
    for place, step in enumerate(steps):
        if step.kind != MODULE or step.name not in before or step.name in taught:
            continue
        for first in before[step.name]:
            waits = first not in before or step.name in before[first]
            if first not in taught and not waits:
                yield place, first
        taught.add(step.name)


def days_out_of_order(days: Iterable[int]) -> Iterator[tuple[int, int, int]]:
    """Yield each day that does not follow: place, day, the day before it (0 at the beginning)."""
    before = 0
    for place, day in enumerate(days):
        if day not in ((1,) if before == 0 else (before, before + 1)):
            yield place, day, before
        before = day


def is_a_size(least: int, most: int) -> bool:
    """Tell whether the smallest group is not larger than the largest."""
    return least <= most
