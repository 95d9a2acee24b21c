"""Give some questions of a case other answers, to see what they still allow."""

from collections.abc import Iterator, Mapping, Sequence

from assessments.questionnaires.answers import OPEN, Levels
from assessments.questionnaires.definition import LEVELS
from assessments.questionnaires.evaluation import Case, Evaluation, Model
from assessments.questionnaires.measuring import measure, measure_all

Ends = tuple[Evaluation, Evaluation]
"""The worst and the best result that the open questions allow, by score."""
Free = Mapping[int, range]
"""Place of a question -> the answers that it may have; every other question keeps its own."""


def open_questions(case: Case) -> Free:
    """Return the questions without an answer: each may have any."""
    return {place: range(LEVELS) for place, level in enumerate(case.levels) if level == OPEN}


def ends(case: Case, free: Free) -> tuple[Case, Case]:
    """Return the case with the lowest answer to each free question, and with the highest."""
    low, high = list(case.levels), list(case.levels)
    for place, answers in free.items():
        low[place], high[place] = answers[0], answers[-1]
    return with_levels(case, tuple(low)), with_levels(case, tuple(high))


def with_levels(case: Case, levels: Levels) -> Case:
    """Return the case with other answers."""
    return Case(
        definition=case.definition,
        levels=levels,
        measures=measure_all(case.definition, levels),
        flags=case.flags,
    )


def with_level(case: Case, place: int, level: int) -> Case:
    """Return the case with another answer to one question; only its dimension is measured anew."""
    levels = (*case.levels[:place], level, *case.levels[place + 1 :])
    owner = case.definition.owners[place]
    dimension = case.definition.dimensions[owner]
    again = measure(levels[dimension.start : dimension.stop])
    measures = (*case.measures[:owner], again, *case.measures[owner + 1 :])
    return Case(definition=case.definition, levels=levels, measures=measures, flags=case.flags)


def unusual_gates(case: Case, free: Free) -> Mapping[int, Sequence[tuple[int, int]]]:
    """Return free question -> (answer, cap) of gates that wait for another answer than the worst.

    Only such gates make a better answer lower the band.
    """
    found: dict[int, list[tuple[int, int]]] = {}
    for gate in case.definition.gates:
        place = gate.question
        if place is not None and place in free and gate.equals in free[place][1:]:
            found.setdefault(place, []).append((gate.equals, gate.cap))
    return found


def lowest_rank(model: Model, low: Case, free: Free) -> Evaluation:
    """Return the result of the worst rank that the free questions allow."""
    candidates = [
        with_level(low, place, answer)
        for place, gates in unusual_gates(low, free).items()
        for answer, _ in gates
    ]
    return min([model.evaluate(each) for each in (low, *candidates)], key=lambda e: e.rank)


def highest_rank(model: Model, high: Case, free: Free) -> Evaluation:
    """Return the result of the best rank that the free questions allow."""
    candidates = [high, *_around_gates(high, free)]
    return max([model.evaluate(each) for each in candidates], key=lambda e: e.rank)


def _around_gates(high: Case, free: Free) -> Iterator[Case]:
    """Yield the best answers that avoid all gates below a band, for each band."""
    gates = unusual_gates(high, free)
    for band in range(len(high.definition.bands) if gates else 0):
        levels = list(high.levels)
        for place, waiting in gates.items():
            avoided = {answer for answer, cap in waiting if cap < band}
            levels[place] = max(set(free[place]) - avoided, default=free[place][-1])
        yield with_levels(high, tuple(levels))
