"""Gates: rules that cap the band while something essential is missing. They never raise it."""

from collections.abc import Iterable, Iterator, Mapping

from assessments.border.step import Step
from assessments.numbers.rounding import from_tenths
from assessments.questionnaires.answers import NOT_APPLICABLE, OPEN
from assessments.questionnaires.definition import Gate
from assessments.questionnaires.evaluation import Case
from assessments.questionnaires.goals import Goal, levels_missing
from assessments.questionnaires.parts import Caution

STATES = {NOT_APPLICABLE: "na", OPEN: "open"}
"""Why a gate on a question rests."""


def fires(gate: Gate, case: Case) -> bool:
    """Tell whether a gate caps: its dimension has a low score, or its question that one answer."""
    if gate.question is not None:
        return case.levels[gate.question] == gate.equals
    return gate.dimension is not None and 0 <= case.measures[gate.dimension].tenths < gate.below


def fired_gates(case: Case) -> tuple[Gate, ...]:
    """Return the gates that fire, in the order of the definition."""
    return tuple([gate for gate in case.definition.gates if fires(gate, case)])


def capped(band: int, gates: Iterable[Gate]) -> int:
    """Return the place of the band after the lowest cap."""
    return min([band, *[gate.cap for gate in gates]])


def gate_cautions(case: Case, *, lowers: bool) -> Iterator[Caution]:
    """Yield each gate that fires; it stops a reader where the gates lower the band."""
    for gate in fired_gates(case):
        yield Caution(code=gate.id, tone="stop" if lowers else "caution")


def gate_steps(case: Case) -> list[Step]:
    """Return for each gate whether it fired, passed or rested, and why."""
    return [
        Step(code=code, values={"gate": gate.id, **values})
        for gate in case.definition.gates
        for code, values in [_question_step(gate, case) or _dimension_step(gate, case)]
    ]


def _question_step(gate: Gate, case: Case) -> tuple[str, Mapping[str, object]] | None:
    if gate.question is None:
        return None
    level = case.levels[gate.question]
    values: dict[str, object] = {
        "question": case.definition.questions[gate.question],
        "equals": gate.equals,
        "cap": case.definition.bands[gate.cap].id,
    }
    if level < 0:
        return "gate_question_rested", {**values, "state": STATES[level]}
    code = "gate_question_fired" if level == gate.equals else "gate_question_passed"
    return code, {**values, "answer": level}


def _dimension_step(gate: Gate, case: Case) -> tuple[str, Mapping[str, object]]:
    place = gate.dimension or 0
    measure = case.measures[place]
    values: dict[str, object] = {
        "dimension": case.definition.dimensions[place].id,
        "below": from_tenths(gate.below),
        "cap": case.definition.bands[gate.cap].id,
    }
    if not measure.ok:
        return "gate_dimension_rested", {**values, "state": measure.status}
    code = "gate_dimension_fired" if measure.tenths < gate.below else "gate_dimension_passed"
    return code, {**values, "score": measure.score}


def clear_gates(case: Case, rank: int) -> Goal:
    """Return what must be gained so that no gate keeps the band at or below a rank."""
    steps: dict[int, int] = {}
    forced: set[int] = set()
    barred: set[int] = set()
    for gate in case.definition.gates:
        if gate.cap > rank:
            continue
        if gate.question is not None:
            level = case.levels[gate.question]
            if level == gate.equals:
                forced.add(gate.question)
            elif 0 <= level < gate.equals:
                barred.add(gate.question)
        elif gate.dimension is not None and fires(gate, case):
            missing = levels_missing(case.measures[gate.dimension], gate.below)
            steps[gate.dimension] = max(steps.get(gate.dimension, 0), missing or 0)
    return Goal(steps=steps, questions=frozenset(forced), barred=frozenset(barred))
