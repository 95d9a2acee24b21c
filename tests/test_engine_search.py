"""Bounds and next step against trying everything, on small assessments that hypothesis draws."""

from collections.abc import Iterable, Iterator
from itertools import combinations, product
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from assessments import score
from assessments.questionnaires.answers import OPEN, read_answers
from assessments.questionnaires.completions import with_levels
from assessments.questionnaires.definition import Definition
from assessments.questionnaires.definition_reader import read_questionnaire
from assessments.questionnaires.evaluation import Case, Evaluation, measured
from assessments.questionnaires.models import MODELS
from tests.answering import evaluate
from tests.effort import tries
from tests.strategies import LEVELS, SMALL, inputs

pytestmark = pytest.mark.slow

MANY = tries(100)


def case_of(tool: Definition, answers: object) -> Case:
    return measured(tool, read_answers(tool, answers))


def completions(case: Case) -> Iterator[Evaluation]:
    """Yield the result of every way to answer what is open."""
    unanswered = [place for place, level in enumerate(case.levels) if level == OPEN]
    for levels in product(range(4), repeat=len(unanswered)):
        full = list(case.levels)
        for place, level in zip(unanswered, levels, strict=True):
            full[place] = level
        yield evaluate(with_levels(case, tuple(full)))


def improved(case: Case, places: Iterable[int], direction: int) -> Evaluation:
    """Return the result after improving some answers by one level."""
    levels = list(case.levels)
    for place in places:
        levels[place] += direction
    return evaluate(with_levels(case, tuple(levels)))


@MANY
@given(record=SMALL, data=st.data())
def test_the_bounds_are_reached_and_never_passed(record: dict, data: st.DataObject) -> None:
    signs = st.one_of(LEVELS, st.none(), st.none(), st.just("na"))
    answers = data.draw(inputs(record, signs))
    tool = read_questionnaire(record)
    bounds = score(tool, answers).as_data()["bounds"]
    results = list(completions(case_of(tool, answers)))
    bands = [band.id for band in tool.bands]
    for name, choose in (("lowest", min), ("highest", max)):
        end = bounds[name]
        if "overall" in end and end["overall"] is not None:
            assert 10 * end["overall"] == choose(e.numbers["overall"] for e in results)
        if end["band"] is not None:
            ranks = choose if MODELS[tool.model].best else {min: max, max: min}[choose]
            assert end["band"] == bands[ranks(results, key=lambda e: e.rank).band]
        if "stage" in end:
            assert end["stage"] == choose(e.rank for e in results)


@MANY
@given(record=SMALL, data=st.data())
def test_the_next_step_is_the_first_of_the_smallest_sets(record: dict, data: st.DataObject) -> None:
    answers = data.draw(inputs(record, st.one_of(LEVELS, LEVELS, LEVELS, st.just("na"))))
    tool = read_questionnaire(record)
    # The search avoids a gate on a better answer altogether; prove() refuses such gates.
    assume(not any(gate.equals for gate in tool.gates))
    case, step = case_of(tool, answers), score(tool, answers).as_data()["next_step"]
    best = MODELS[tool.model].best
    direction = 1 if best else -1
    places = [p for p, level in enumerate(case.levels) if level >= 0 and level != best]
    before = evaluate(case).rank
    smallest = next(
        (
            chosen
            for size in range(1, len(places) + 1)
            for chosen in combinations(places, size)
            if improved(case, chosen, direction).rank > before
        ),
        None,
    )
    one_level = step["status"] == "found" and step["one_level"]
    assert one_level == (before >= 0 and smallest is not None)
    assume(one_level)
    named = sorted(tool.places[each["question"]] for each in step["improve"])
    assert tuple(named) == smallest


@MANY
@given(record=SMALL, data=st.data())
def test_more_levels_are_named_only_where_one_is_not_enough(
    record: dict, data: st.DataObject
) -> None:
    answers = data.draw(inputs(record, st.integers(0, 1)))
    tool = read_questionnaire(record)
    case, step = case_of(tool, answers), score(tool, answers).as_data()["next_step"]
    # A gate on a better answer can be stepped over; prove() refuses such gates.
    assume(not any(gate.equals for gate in tool.gates))
    assume(step["status"] == "found" and not step["one_level"])
    best = MODELS[tool.model].best
    before = evaluate(case).rank
    fewest = min(
        sum(abs(new - old) for new, old in zip(levels, case.levels, strict=True))
        for levels in better_levels(case, best)
        if evaluate(with_levels(case, levels)).rank > before
    )
    assert step["steps"] == fewest
    assert sum(abs(each["to"] - each["from"]) for each in step["improve"]) == fewest


def better_levels(case: Case, best: int) -> Iterator[tuple[int, ...]]:
    """Yield every set of answers that is nowhere worse."""
    ranges: list[Any] = [
        [level] if level < 0 else range(level, 4) if best else range(level + 1)
        for level in case.levels
    ]
    return product(*ranges)
