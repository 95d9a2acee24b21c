"""Fill the open questions of a case in, to see what they still allow."""

from collections.abc import Iterator, Mapping, Sequence

from assessments.questionnaires.answers import OPEN, Levels
from assessments.questionnaires.definition import LEVELS
from assessments.questionnaires.evaluation import Case, Evaluation, Model
from assessments.questionnaires.measuring import measure, measure_all

Ends = tuple[Evaluation, Evaluation]
"""The worst and the best result that the open questions allow, by score."""


def filled(case: Case, level: int) -> Case:
    """Return the case with one level in place of each open answer."""
    levels = tuple([level if each == OPEN else each for each in case.levels])
    return with_levels(case, levels)


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


def unusual_gates(case: Case) -> Mapping[int, Sequence[tuple[int, int]]]:
    """Return open question -> (answer, cap) of gates that wait for another answer than the worst.

    Only such gates make a better answer lower the band.
    """
    found: dict[int, list[tuple[int, int]]] = {}
    for gate in case.definition.gates:
        if gate.question is not None and gate.equals and case.levels[gate.question] == OPEN:
            found.setdefault(gate.question, []).append((gate.equals, gate.cap))
    return found


def lowest_rank(model: Model, case: Case, low: Case) -> Evaluation:
    """Return the result of the worst rank that the open questions allow."""
    candidates = [
        with_level(low, place, answer)
        for place, gates in unusual_gates(case).items()
        for answer, _ in gates
    ]
    return min([model.evaluate(each) for each in (low, *candidates)], key=lambda e: e.rank)


def highest_rank(model: Model, case: Case, high: Case) -> Evaluation:
    """Return the result of the best rank that the open questions allow."""
    candidates = [high, *_around_gates(case, high)]
    return max([model.evaluate(each) for each in candidates], key=lambda e: e.rank)


def _around_gates(case: Case, high: Case) -> Iterator[Case]:
    """Yield the best answers that avoid all gates below a band, for each band."""
    gates = unusual_gates(case)
    for band in range(len(case.definition.bands) if gates else 0):
        levels = list(high.levels)
        for place, waiting in gates.items():
            avoided = {answer for answer, cap in waiting if cap < band}
            levels[place] = max(set(range(LEVELS)) - avoided, default=LEVELS - 1)
        yield with_levels(high, tuple(levels))
