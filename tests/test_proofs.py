"""Proofs of definitions against trying every answer, on small assessments that hypothesis draws."""

from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments import prove
from assessments.questionnaires.answers import Answers
from assessments.questionnaires.definition import Definition
from assessments.questionnaires.definition_reader import read_questionnaire
from assessments.questionnaires.evaluation import Case, measured
from assessments.questionnaires.gating import fires
from assessments.questionnaires.proofs import reachable
from tests.answering import evaluate
from tests.definitions import definition
from tests.effort import tries
from tests.strategies import WORDS, bands, dimension_record, gates, head
from tests.test_engine_definitions import PANTRY

pytestmark = pytest.mark.slow

LAW = tries(60)
FEW = tries(20)
SIZES = st.sampled_from([(1,), (3,), (1, 2), (2, 3), (3, 2), (1, 1, 2), (2, 1, 1)])
"""Questions of each dimension; with more of them, trying every answer takes too long."""
BEYOND = 1001
"""A limit in tenths that no score reaches."""

Found = list[tuple[str, str]]
"""Path and case of problems."""


def full_cases(tool: Definition) -> Iterator[Case]:
    """Yield every way to answer all questions."""
    for levels in product(range(4), repeat=len(tool.questions)):
        yield measured(tool, Answers(levels=levels, flags=frozenset()))


def bands_of(tool: Definition, cases: Iterable[Case]) -> list[int | None]:
    return [evaluate(replace(case, definition=tool)).band for case in cases]


def alike(tool: Definition, cases: Iterable[Case], found: list[int | None]) -> bool:
    """Tell whether a changed tool gives every case the band that it had."""
    pairs = zip(cases, found, strict=True)
    return all(evaluate(replace(case, definition=tool)).band == band for case, band in pairs)


def proved(record: dict[str, Any]) -> Found:
    return sorted((problem.path, problem.case) for problem in prove(record))


def near(draw: Callable[..., Any], scores: Iterable[int], *, least: int = 1) -> Decimal:
    """Draw a limit that is a score, or a tenth beside one: where a wrong proof shows."""
    tenths = draw(st.sampled_from(sorted(scores))) + draw(st.integers(-1, 1))
    return Decimal(min(1000, max(least, tenths))) / 10


@st.composite
def scored(draw: Callable[..., Any], model: str) -> dict[str, Any]:
    """Draw an assessment with bands whose limits stand beside scores that it can give."""
    dimensions = [
        dimension_record(f"d{place}", size, draw(st.integers(1, 4)))
        for place, size in enumerate(draw(SIZES))
    ]
    record = {**head(model), "dimensions": dimensions, "bands": bands(0, 50)}
    record["bands"][0]["id"] = "weak" if model == "programme" else "band-0"
    record["parameters"] = {"minimum": 1} if model == "programme" else {}
    cases = list(full_cases(read_questionnaire(record)))
    overalls = {evaluate(case).position for case in cases}
    parts = {measure.tenths for case in cases for measure in case.measures}
    limits = sorted({near(draw, overalls) for _ in range(draw(st.integers(1, 3)))})
    record["bands"] = [record["bands"][0], *bands(0, *limits)[1:]]
    if model == "programme":
        record["parameters"]["minimum"] = near(draw, parts)
    record["gates"] = draw(gates(dimensions, len(limits)))
    for gate in record["gates"]:
        gate["cap"] = gate["cap"].replace("band-0", record["bands"][0]["id"])
        if "below" in gate["when"]:
            gate["when"]["below"] = near(draw, parts)
    return record


def few_questions(name: str, sizes: tuple[int, ...]) -> dict[str, Any]:
    """Return a shipped tool with so many questions in each dimension."""
    record: Any = deepcopy(dict(definition(name)))
    for dimension, size in zip(record["dimensions"], sizes, strict=True):
        dimension["questions"] = dimension["questions"][:size]
    return record


@cache
def distinct_cases(name: str, sizes: tuple[int, ...]) -> tuple[Case, ...]:
    """Return a case for each combination of scores: tiers and classes ask for nothing else."""
    cases = full_cases(read_questionnaire(few_questions(name, sizes)))
    return tuple({tuple(each.tenths for each in case.measures): case for case in cases}.values())


def scores_of(cases: Iterable[Case]) -> set[int]:
    """Return every score in tenths that a limit can ask for."""
    numbers = {each or 0 for case in cases for each in evaluate(case).numbers.values()}
    return numbers | {each.tenths for case in cases for each in case.measures}


def unreached(tool: Definition, found: Iterable[int | None], suffix: str = "") -> Found:
    places = set(range(len(tool.bands))) - set(found)
    return [(f"bands[{place}]{suffix}", "band_unreachable") for place in places]


def gates_found(tool: Definition, cases: list[Case], found: list[int | None]) -> Iterator[Any]:
    """Yield what trying every answer, with and without each gate, says about the gates."""
    for place, gate in enumerate(tool.gates):
        others = replace(tool, gates=tuple(each for each in tool.gates if each is not gate))
        if gate.equals:
            yield f"gates[{place}].when.equals", "gate_on_better_answer"
        if not any(fires(gate, case) for case in cases):
            yield f"gates[{place}].when", "gate_never_fires"
        elif alike(others, cases, found):
            yield f"gates[{place}].cap", "gate_without_effect"


@pytest.mark.parametrize("model", ["weighted-mean", "programme"])
@LAW
@given(data=st.data())
def test_bands_and_gates_are_judged_as_by_trying_every_answer(
    model: str, data: st.DataObject
) -> None:
    record = data.draw(scored(model))
    tool = read_questionnaire(record)
    cases = list(full_cases(tool))
    found = bands_of(tool, cases)
    assert proved(record) == sorted(
        [*unreached(tool, found, ".from"), *gates_found(tool, cases, found)]
    )


LIMITED = [
    ("customer-value-tiering", (2, 1, 1), ("strategic", "key")),
    ("customer-value-tiering", (1, 3, 1), ("strategic", "key")),
    ("fortune-telling-selection", (1, 1, 1, 1, 1), ("star", "cash-cow", "watch")),
]
"""Tool, questions of each dimension, groups of its limits."""


@pytest.mark.parametrize(("name", "sizes", "groups"), LIMITED)
@FEW
@given(data=st.data())
def test_tiers_and_their_limits_are_judged_as_by_trying_every_answer(
    name: str, sizes: tuple[int, ...], groups: tuple[str, ...], data: st.DataObject
) -> None:
    record, cases = few_questions(name, sizes), distinct_cases(name, sizes)
    scores = scores_of(cases)
    for group in groups:
        limits = record["parameters"][group]
        record["parameters"][group] = {key: near(data.draw, scores, least=0) for key in limits}
    tool = read_questionnaire(record)
    found = bands_of(tool, cases)
    idle = [
        (f"parameters.{limit}", "limit_without_effect")
        for limit in tool.limits
        if any(
            alike(replace(tool, limits={**tool.limits, limit: other}), cases, found)
            for other in (0, BEYOND)
        )
    ]
    assert proved(record) == sorted([*unreached(tool, found), *idle])


def test_what_needs_no_counting_is_told_where_there_are_too_many_results(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reachable, "MOST_STATES", 1)
    record = deepcopy(PANTRY)
    record["bands"][1]["from"] = 101
    gate = record["gates"][0]
    record["gates"] = [
        {**gate, "id": f"G{level}", "when": {"question": "drink.1", "equals": level}}
        for level in (1, 2)
    ]
    assert proved(record) == [
        ("gates[0].when.equals", "gate_on_better_answer"),
        ("gates[1].when.equals", "gate_on_better_answer"),
    ]


def test_limits_at_the_very_top_and_bottom_decide_something() -> None:
    record: Any = deepcopy(dict(definition("fortune-telling-selection")))
    lowest = Decimal("0.1")
    record["parameters"] |= {
        "star": {"prospect": 100, "fit": 100},
        "cash-cow": {"cash": 100, "fit": 50},
        "watch": {"prospect": lowest, "fit": lowest},
    }
    assert proved(record) == []


def test_a_limit_between_two_scores_that_a_dimension_can_have_lets_nobody_in() -> None:
    record: Any = deepcopy(dict(definition("fortune-telling-selection")))
    # Fit has four questions: 41.7 and then 50, which is a cash-cow already.
    record["parameters"] |= {
        "star": {"prospect": 0, "fit": 60},
        "cash-cow": {"cash": 0, "fit": 50},
        "watch": {"prospect": 101, "fit": 45},
    }
    assert ("bands[2]", "band_unreachable") in proved(record)


@pytest.mark.parametrize(("watch", "star"), [(4, 6), (95, 100)])
def test_no_limit_is_reached_between_two_prospects(watch: int, star: int) -> None:
    record = few_questions("fortune-telling-selection", (1, 1, 1, 1, 1))
    # The lowest prospect above 0 is 0.25 * 33.3 = 8.3, and 91.7 is the highest below 100.
    record["parameters"] |= {
        "star": {"prospect": star, "fit": 0},
        "cash-cow": {"cash": 101, "fit": 101},
        "watch": {"prospect": watch, "fit": 101},
    }
    assert ("bands[2]", "band_unreachable") in proved(record)


def test_a_stage_that_only_the_best_answers_pass_is_reached() -> None:
    record: Any = deepcopy(dict(definition("trust-stage-diagnostic")))
    record["parameters"]["pass"] = 100
    assert proved(record) == []


def test_a_gate_on_the_first_question_of_a_dimension_fires_with_its_points_alone() -> None:
    # Without d1.1 at most 10 of 100: the gate lowers nothing.
    record = {
        **head("weighted-mean"),
        "dimensions": [dimension_record("d0", 1, 1), dimension_record("d1", 1, 9)],
        "bands": bands(0, 50),
        "gates": [
            {"id": "G1", "when": {"question": "d1.1", "equals": 0}, "cap": "band-0", "text": WORDS}
        ],
    }
    assert proved(record) == [("gates[0].cap", "gate_without_effect")]
