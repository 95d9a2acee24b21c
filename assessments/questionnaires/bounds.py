"""What the open questions still allow: the worst and best result, and which to ask first."""

from collections.abc import Callable, Mapping

from assessments.questionnaires.answers import OPEN
from assessments.questionnaires.completions import (
    Free,
    ends,
    highest_rank,
    lowest_rank,
    open_questions,
    with_level,
)
from assessments.questionnaires.definition import LEVELS
from assessments.questionnaires.evaluation import Case, Evaluation, Model
from assessments.questionnaires.parts import Bounds, Judgement


def bounds(model: Model, case: Case) -> Bounds:
    """Return the ends of what is possible, each open question being answered 0 to 3."""
    free = open_questions(case)
    low, high = ends(case, free)
    lowest, highest = judged_ends(model, (low, high), free)
    return Bounds(
        open=len(free),
        lowest=lowest,
        highest=highest,
        ask=most_informative(model, case, low, high) if free else None,
    )


def judged_ends(model: Model, both: tuple[Case, Case], free: Free) -> tuple[Judgement, Judgement]:
    """Return how good the results at both ends of the free questions are."""
    low, high = both
    return _end(model, low, free, lowest_rank), _end(model, high, free, highest_rank)


def judgement(model: Model, case: Case, evaluation: Evaluation) -> Judgement:
    """Return how good a result is."""
    return judgement_of(model, evaluation, model.results(case, evaluation))


def judgement_of(model: Model, evaluation: Evaluation, results: Mapping[str, object]) -> Judgement:
    """Return how good a result is, from its results by their keys."""
    judging = [each.key for each in model.telling.results if each.judges and each.key in results]
    return Judgement(status=evaluation.status, results={key: results[key] for key in judging})


def _end(
    model: Model, end: Case, free: Free, extreme_rank: Callable[[Model, Case, Free], Evaluation]
) -> Judgement:
    found = judgement(model, end, model.evaluate(end))
    if end.definition.gates:
        # The lowest band may need another answer than the lowest score does.
        extreme = extreme_rank(model, end, free)
        if extreme.band is not None:
            band = end.definition.bands[extreme.band].id
            return Judgement(status=found.status, results={**found.results, "band": band})
    return found


def most_informative(model: Model, case: Case, low: Case, high: Case) -> str | None:
    """Return the open question whose answer narrows the result most, on average of its answers.

    Tools that name a stage, tier or class narrow that first; the others their score. Ties go to the
    first question. None where no answer can complete the result.
    """
    if model.evaluate(low).position == model.evaluate(high).position == -1:
        return None
    widths = {place: _width(model, low, high, place) for place in _candidates(case)}
    first = min(widths, key=lambda place: (widths[place], place))
    return case.definition.questions[first]


def _candidates(case: Case) -> list[int]:
    """Return one open question of each dimension, and each that a gate hangs on.

    The other questions of a dimension narrow exactly as much as its first.
    """
    gated = {gate.question for gate in case.definition.gates}
    seen: set[int] = set()
    chosen: list[int] = []
    for place, level in enumerate(case.levels):
        owner = case.definition.owners[place]
        if level == OPEN and (place in gated or owner not in seen):
            chosen.append(place)
            if place not in gated:
                seen.add(owner)
    return chosen


def _width(model: Model, low: Case, high: Case, place: int) -> tuple[int, int]:
    ranks = positions = 0
    for level in range(LEVELS):
        worst = model.evaluate(with_level(low, place, level))
        best = model.evaluate(with_level(high, place, level))
        ranks += abs(best.rank - worst.rank)
        positions += best.position - worst.position
    return (positions, ranks) if model.averages else (ranks, positions)
