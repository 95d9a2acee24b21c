"""What a result rests on: how much of it on sure answers, and which guesses could move it.

It is worked out beside a report that is complete already, so it cannot change any of its numbers.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from assessments.numbers.rounding import from_tenths, tenths
from assessments.questionnaires.bounds import judged_ends, judgement
from assessments.questionnaires.completions import (
    Free,
    ends,
    highest_rank,
    lowest_rank,
    with_level,
)
from assessments.questionnaires.confidence.levels import CONFIDENCE, GUESS, UNSAID, Said
from assessments.questionnaires.confidence.parts import (
    ANSWERS,
    WEIGHT,
    Confidence,
    Guess,
    Move,
    Reach,
)
from assessments.questionnaires.definition import LEVELS
from assessments.questionnaires.evaluation import Case, Evaluation, Model
from assessments.questionnaires.report import PersonReport

Shares = Mapping[int, Fraction]
"""Place of an answered question -> its part of the result; they add up to 1."""


def with_confidence(
    report: PersonReport, model: Model, case: Case, evaluation: Evaluation, said: Said
) -> PersonReport:
    """Return a report that tells how sure its answers are; as it is where nobody said anything."""
    if not said:
        return report
    return replace(report, confidence=confidence_of(model, case, evaluation, said))


def confidence_of(model: Model, case: Case, evaluation: Evaluation, said: Said) -> Confidence:
    """Return what a result rests on, and what guesses could do to it."""
    shares = shares_of(model, case) if evaluation.band is not None else {}
    words = {
        place: said.get(case.definition.questions[place], UNSAID)
        for place, level in enumerate(case.levels)
        if level >= 0
    }
    guesses = [place for place, word in words.items() if word == GUESS]
    return Confidence(
        said=said,
        counts={word: list(words.values()).count(word) for word in (*CONFIDENCE, UNSAID)},
        measure=WEIGHT if model.needs.weights else ANSWERS,
        shares=_summed(words, shares) if shares else None,
        guesses=tuple(_guesses(model, case, evaluation, shares, guesses)),
        reach=_reach(model, case, evaluation, guesses) if guesses else None,
    )


def shares_of(model: Model, case: Case) -> Shares:
    """share = weight of the dimension / weight of all with a score / its answers, of each answer.

    A model that gives dimensions no weights counts each answer alike. The shares add up to 1.
    """
    scored = [
        (each, measure)
        for each, measure in zip(case.definition.dimensions, case.measures, strict=True)
        if measure.ok
    ]
    # Without weights a dimension weighs as much as it has answers.
    weights = [each.weight if model.needs.weights else measure.answered for each, measure in scored]
    total = sum(weights)
    return {
        place: Fraction(weight, total * measure.answered)
        for weight, (each, measure) in zip(weights, scored, strict=True)
        for place in range(each.start, each.stop)
        if case.levels[place] >= 0
    }


def _summed(words: Mapping[int, str], shares: Shares) -> dict[str, Decimal]:
    """Return for each word the percent of the result of which it was said."""
    return {
        word: _percent(sum(share for place, share in shares.items() if words[place] == word))
        for word in (*CONFIDENCE, UNSAID)
    }


def _percent(share: Fraction | int) -> Decimal:
    return from_tenths(tenths(100 * share.numerator, share.denominator))


def _guesses(
    model: Model, case: Case, evaluation: Evaluation, shares: Shares, places: Iterable[int]
) -> Iterator[Guess]:
    """Yield what moves the result by itself, then what a gate hangs on, then what shifts it most.

    A guess shifts the result by as much as its highest and lowest answer within a level differ.
    """
    found: list[tuple[tuple[bool, bool, int, int], Guess]] = []
    for place in places:
        near = {answer: with_level(case, place, answer) for answer in _near(case.levels[place])}
        results = {answer: model.evaluate(changed) for answer, changed in near.items()}
        moves = tuple(
            Move(answer=answer, result=judgement(model, near[answer], result))
            for answer, result in results.items()
            if result.rank != evaluation.rank
        )
        guess = _guess(case, shares, place, moves)
        positions = [result.position for result in results.values()]
        order = (not moves, not guess.gates, min(positions) - max(positions), place)
        found.append((order, guess))
    yield from (guess for _, guess in sorted(found, key=lambda pair: pair[0]))


def _guess(case: Case, shares: Shares, place: int, moves: tuple[Move, ...]) -> Guess:
    definition = case.definition
    return Guess(
        question=definition.questions[place],
        dimension=definition.dimensions[definition.owners[place]].id,
        answer=case.levels[place],
        share=_percent(shares.get(place, Fraction(0))) if shares else None,
        gates=tuple(
            gate.id
            for gate in definition.gates
            if gate.question == place and gate.equals in _near(case.levels[place])
        ),
        moves=moves,
    )


def _near(level: int) -> range:
    """Return an answer and those one level away."""
    return range(max(0, level - 1), min(LEVELS, level + 2))


def _reach(model: Model, case: Case, evaluation: Evaluation, places: Iterable[int]) -> Reach:
    free: Free = {place: _near(case.levels[place]) for place in places}
    low, high = ends(case, free)
    ranks = {lowest_rank(model, low, free).rank, highest_rank(model, high, free).rank}
    lowest, highest = judged_ends(model, (low, high), free)
    return Reach(moves=ranks != {evaluation.rank}, lowest=lowest, highest=highest)
