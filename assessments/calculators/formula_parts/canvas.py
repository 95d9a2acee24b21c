"""A strategy canvas in memory: the points of its fields, and what its links hang together.

field        = 1 for a long enough text + 1 for evidence + 1 for owner with date, 0 to 3
traceability = mean of: goals that serve an opportunity, tasks that serve a goal, tasks with a
               resource; 0 to 100
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from assessments.calculators.values import Values, number, optional_whole, rows, text, texts

HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
"""A Chinese character, by where they stand in Unicode."""

Link = tuple[str, bool]
"""A name, and whether it is linked to what it should serve."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """The points of one field of the canvas."""

    text: int
    evidence: int
    owner_date: int
    doubled: bool
    """Whether the text is long enough only because Chinese characters count double."""

    @property
    def points(self) -> int:
        """From 0 to 3."""
        return self.text + self.evidence + self.owner_date


EMPTY = Field(text=0, evidence=0, owner_date=0, doubled=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A part of the canvas."""

    id: str
    weight: Fraction
    """In completeness, in percent."""
    fields: Mapping[str, Field]

    @property
    def score(self) -> Fraction:
        """From 0 to 100."""
        points = sum(field.points for field in self.fields.values())
        return Fraction(100 * points, 3 * len(self.fields))


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """What hangs together, and what does not."""

    goals: Sequence[Link]
    """To an opportunity that is listed."""
    tasks: Sequence[Link]
    """To a goal that is listed."""
    resources: Sequence[Link]
    """Of a task to anything set aside for it."""

    @property
    def traceability(self) -> Fraction:
        """From 0 to 100."""
        return (share(self.goals) + share(self.tasks) + share(self.resources)) / 3

    @property
    def orphans(self) -> Iterator[Sequence[str]]:
        """Yield the kind and name of each loose end."""
        kinds = {"goal": self.goals, "task": self.tasks, "resource": self.resources}
        for kind, links in kinds.items():
            yield from ((kind, name) for name, linked in links if not linked)


def share(links: Sequence[Link]) -> Fraction:
    """Return the linked ones in percent; 0 where there are none."""
    linked = sum(linked for _, linked in links)
    return Fraction(100 * linked, len(links)) if links else Fraction(0)


def read_field(given: Values, full: Fraction) -> Field:
    """Return the points of a field whose text needs so many characters."""
    written = text(given, "text")
    return Field(
        text=int(length(written) >= full),
        evidence=int((optional_whole(given, "evidence") or 0) >= 1),
        owner_date=int(bool(text(given, "owner") and text(given, "date"))),
        doubled=len(written) < full <= length(written),
    )


def length(written: str) -> int:
    """Return the characters of a text; a Chinese character says as much as two others."""
    return len(written) + len(HAN.findall(written))


def read_links(values: Values) -> Links:
    """Return which goals and tasks serve something, by name."""
    opportunities = set(texts(values, "opportunities"))
    goals, tasks = rows(values, "goals"), rows(values, "tasks")
    names = {text(goal, "id") for goal in goals}
    return Links(
        goals=[(text(goal, "id"), text(goal, "opportunity") in opportunities) for goal in goals],
        tasks=[(text(task, "id"), text(task, "goal") in names) for task in tasks],
        resources=[(text(task, "id"), number(task, "resource") > 0) for task in tasks],
    )
