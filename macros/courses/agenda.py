"""What happens when, in one language: days, their sessions, and the lines of each."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from macros.courses.rules import BREAK


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing that is done."""

    id: str
    """Its own in the whole course or plan."""
    kind: str
    """Of an item: activity, module, tool, exercise, discussion, check, break."""
    start: int
    """Minutes after the day began."""
    minutes: int
    title: str = ""
    """Of the page that it uses."""
    address: str = ""
    """Of that page, absolute."""
    text: str = ""
    """What is done, where somebody wrote it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A stretch of a day about one question."""

    id: str
    title: str
    """Empty where a day is one stretch."""
    lines: tuple[Line, ...]

    @property
    def start(self) -> int:
        """Return the minutes after the day began."""
        return self.lines[0].start

    @property
    def over(self) -> int:
        """Return the same of its end; the break at its end is no part of an appointment."""
        work = [line for line in self.lines if line.kind != BREAK] or self.lines
        return work[-1].start + work[-1].minutes


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One day."""

    number: int
    sessions: tuple[Session, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """Return everything that is done on the day."""
        return tuple(line for session in self.sessions for line in session.lines)

    @property
    def minutes(self) -> int:
        """Return how long it lasts, with its breaks."""
        return sum(line.minutes for line in self.lines)


def starts(minutes: Iterable[int]) -> Iterator[int]:
    """Yield when each of some things begins that follow each other, in minutes from the first."""
    now = 0
    for each in minutes:
        yield now
        now += each


def every_line(days: Sequence[Day]) -> Iterator[Line]:
    """Yield everything that is done."""
    for day in days:
        yield from day.lines
