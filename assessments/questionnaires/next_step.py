"""The next step: the smallest set of answers whose improvement by one lifts the result.

The search is exact and needs no trial and error. All questions of a dimension gain the same, so
the size of the set follows from how much each dimension must gain (gates, stages, limits) and from
taking the largest gains first; among sets of that size the first by the order of questions is built
question by question, each taken where the rest can still be completed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from assessments.questionnaires.bounds import judgement
from assessments.questionnaires.completions import with_levels
from assessments.questionnaires.evaluation import OK, PROVISIONAL, Case, Evaluation, Model
from assessments.questionnaires.goals import Goal
from assessments.questionnaires.parts import Found, Improvement, NextStep

FOUND = "found"
BEST = "best"
"""There is no better band, stage, tier or class."""
BLOCKED = "blocked"
"""A block decides, whatever the answers."""
NO_RESULT = "no_result"
"""Without a result there is nothing to lift."""
OUT_OF_REACH = "out_of_reach"
"""No improvement of the given answers lifts the result."""

Steps = tuple[int, ...]
"""Places of the questions to improve, in order; one that must gain two levels stands twice."""


def next_step(model: Model, case: Case, evaluation: Evaluation) -> NextStep:
    """Return the smallest set of improvements by one level, or the reason for none.

    Where no set of improvements by one is enough, questions may gain more levels.
    """
    goals = model.goals(case, evaluation)
    if not goals:
        return NextStep(status=_reason(case, evaluation))
    for one_level in (True, False):
        room = [_room(model, level, one_level=one_level) for level in case.levels]
        found = [steps for goal in goals if (steps := solve(case, goal, room)) is not None]
        if found:
            best = min(found, key=lambda steps: (len(steps), steps))
            described = _described(model, case, goals, best, one_level=one_level)
            return NextStep(status=FOUND, found=described)
    return NextStep(status=OUT_OF_REACH)


def _reason(case: Case, evaluation: Evaluation) -> str:
    if evaluation.blocked:
        return BLOCKED
    if evaluation.status not in (OK, PROVISIONAL):
        return NO_RESULT
    best = evaluation.rank == len(case.definition.bands) - 1
    return BEST if best else OUT_OF_REACH


def _room(model: Model, level: int, *, one_level: bool) -> int:
    room = abs(model.best - level) if level >= 0 else 0
    return min(room, 1) if one_level else room


def _described(
    model: Model, case: Case, goals: Sequence[Goal], steps: Steps, *, one_level: bool
) -> Found:
    """Return what to improve: what a gate or limit needs first, then the least effort first."""
    direction = 1 if model.best else -1
    levels = list(case.levels)
    for place in steps:
        levels[place] += direction
    reached = with_levels(case, tuple(levels))
    needed = {place for goal in goals for place in _needed(case, goal, steps)}
    order = sorted(
        dict.fromkeys(steps),
        key=lambda place: (place not in needed, direction * case.levels[place], place),
    )
    dimensions = [case.definition.dimensions[case.definition.owners[place]] for place in order]
    return Found(
        one_level=one_level,
        steps=len(steps),
        reaches=judgement(model, reached, model.evaluate(reached)),
        improve=tuple(
            Improvement(
                question=case.definition.questions[place],
                dimension=dimension.id,
                module=dimension.module,
                old=case.levels[place],
                new=levels[place],
            )
            for place, dimension in zip(order, dimensions, strict=True)
        ),
    )


def _needed(case: Case, goal: Goal, steps: Steps) -> set[int]:
    wanted = {owner for owner, count in goal.steps.items() if count}
    return {p for p in steps if p in goal.questions or case.definition.owners[p] in wanted}


def solve(case: Case, goal: Goal, room: Sequence[int]) -> Steps | None:
    """Return the smallest set that meets a goal, the first by the order of questions."""
    if any(room[place] == 0 for place in goal.questions):
        return None
    search = _Search(case=case, goal=goal, room=_without_barred(goal, room))
    size = search.size()
    return None if size is None else search.first(size)


def _without_barred(goal: Goal, room: Sequence[int]) -> Sequence[int]:
    if not goal.barred:
        return room
    return [0 if place in goal.barred else each for place, each in enumerate(room)]


@dataclass(slots=True, kw_only=True)
class _Search:
    """What is still to gain, while questions are taken in order."""

    case: Case
    goal: Goal
    room: Sequence[int]
    """For each question how many levels it can gain."""
    space: list[int] = field(init=False)
    """For each dimension how many levels the questions from here on can gain."""
    needs: list[int] = field(init=False)
    """For each dimension how many levels it must still gain."""
    forced: list[int] = field(init=False)
    """For each dimension how many of its questions must still improve."""
    missing: int = field(init=False)
    """What the composite must still gain."""
    gains: Mapping[int, int] = field(init=False)
    by_gain: list[int] = field(init=False)

    def __post_init__(self) -> None:
        dimensions = self.case.definition.dimensions
        self.space = [sum(self.room[each.start : each.stop]) for each in dimensions]
        self.needs = [self.goal.steps.get(place, 0) for place in range(len(dimensions))]
        self.forced = [0] * len(dimensions)
        for place in self.goal.questions:
            self.forced[self.case.definition.owners[place]] += 1
        self.missing = self.goal.missing
        self.gains = self.goal.composite.gains if self.goal.composite else {}
        useful = [place for place, gain in self.gains.items() if gain]
        self.by_gain = sorted(useful, key=lambda place: -self.gains[place])

    def size(self) -> int | None:
        """Return how many levels must be gained in all; None where there is not enough room."""
        least = self._least()
        if least is None:
            return None
        size, missing, spare = least
        for place in self.by_gain:
            if missing <= 0:
                break
            taken = min(spare[place], -(-missing // self.gains[place]))
            missing -= taken * self.gains[place]
            size += taken
        return size if missing <= 0 else None

    def _least(self) -> tuple[int, int, list[int]] | None:
        """Return what must be gained in any case, what is missing after it, and the room left."""
        size, missing = 0, self.missing
        spare = list(self.space)
        for place, (need, forced) in enumerate(zip(self.needs, self.forced, strict=True)):
            least = max(need, forced)
            if least > spare[place]:
                return None
            if least:
                size += least
                spare[place] -= least
                missing -= least * self.gains.get(place, 0)
        return size, missing, spare

    def first(self, size: int) -> Steps:
        """Return the first set of a size, by the order of questions, that meets the goal."""
        steps: list[int] = []
        for place, room in enumerate(self.room):
            if len(steps) == size:
                break
            owner = self.case.definition.owners[place]
            self.space[owner] -= room
            if place in self.goal.questions:
                self.forced[owner] -= 1
            taken = self._taken(owner, min(room, size - len(steps)), size - len(steps))
            steps += [place] * taken
        return tuple(steps)

    def _taken(self, owner: int, room: int, slots: int) -> int:
        """Take as many levels of a question as leave the rest of the goal within reach."""
        gain = self.gains.get(owner, 0)
        for levels in range(room, 0, -1):
            need, missing = self.needs[owner], self.missing
            self.needs[owner] = max(0, need - levels)
            self.missing = missing - levels * gain
            if self._within(slots - levels):
                return levels
            self.needs[owner], self.missing = need, missing
        return 0

    def _within(self, slots: int) -> bool:
        size = self.size()
        return size is not None and size <= slots
