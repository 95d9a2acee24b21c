"""Turn an input into a report, or two inputs into what changed between them."""

from collections.abc import Callable, Collection, Mapping
from typing import TypeVar

from assessments.border.problems import EngineError, Problem
from assessments.border.quoting import quote
from assessments.border.record import Record, record
from assessments.border.tool_kind import kind_of
from assessments.calculators.calculating import calculate, read_calculator
from assessments.calculators.definition import CalculatorDefinition
from assessments.calculators.report import CalculatorReport
from assessments.change import ChangeReport, calculator_change, in_both, person_change
from assessments.questionnaires.answers import read_answers
from assessments.questionnaires.confidence.resting import with_confidence
from assessments.questionnaires.definition import Definition
from assessments.questionnaires.definition_reader import read_questionnaire
from assessments.questionnaires.evaluation import measured
from assessments.questionnaires.models import MODELS
from assessments.questionnaires.person import report_of
from assessments.questionnaires.report import PersonReport

Found = TypeVar("Found", bound=PersonReport | CalculatorReport)


def score(
    definition: Mapping[str, object] | Definition | CalculatorDefinition, given: object
) -> PersonReport | CalculatorReport:
    """Return the report of one input, or raise every problem of it."""
    if isinstance(definition, CalculatorDefinition):
        return calculate(definition, given)
    if isinstance(definition, Definition):
        return score_answers(definition, given)
    return score(read_definition(definition), given)


def read_definition(raw: object) -> Definition | CalculatorDefinition:
    """Return a tool ready to use, or raise every problem of its definition."""
    read = read_calculator if kind_of(raw) == "calculator" else read_questionnaire
    return read(record(raw))


def score_answers(definition: Definition, given: object) -> PersonReport:
    """Return the report of one person's answers to a questionnaire, or raise every problem of them.

    *given* is {"answers": {question: 0 to 3, "na" or null}, "flags": [name], "confidence":
    {question: "sure", "fairly_sure", "guess" or null}}; only answers must be there. How sure an
    answer is changes no number: it is told beside them, under "confidence" of the report.
    """
    answers = read_answers(definition, given)
    case = measured(definition, answers)
    model = MODELS[definition.model]
    evaluation = model.evaluate(case)
    report = report_of(model, case, evaluation)
    return with_confidence(report, model, case, evaluation, answers.confidence)


def change(
    definition: Mapping[str, object] | Definition | CalculatorDefinition, given: object
) -> ChangeReport:
    """Return what changed between {"then": input, "now": input}, both by this definition.

    With "common": true only what was answered both times, and is known here, is compared: for an
    input to another version of the tool. Where nothing is left, it is refused: it is not unchanged.
    """
    if not isinstance(definition, (Definition, CalculatorDefinition)):
        return change(read_definition(definition), given)
    then, now, common = _two(given)
    if isinstance(definition, CalculatorDefinition):
        if common:
            then, now = in_both([each.id for each in definition.inputs], then, now)
        _need_some({*then, *now})
        figures = _earlier(definition.raw, lambda: calculate(definition, then))
        calculated = (figures, calculate(definition, now))
        return calculator_change(calculated, (then, now), common=common)
    if common:
        then, now = _common_answers(definition, then, now)
    _need_some({*record(then.get("answers")), *record(now.get("answers"))})
    person = _earlier(definition.raw, lambda: score_answers(definition, then))
    scored = (person, score_answers(definition, now))
    return person_change(definition, scored, (then, now), common=common)


def _two(given: object) -> tuple[Mapping[str, object], Mapping[str, object], bool]:
    """Return both inputs, and whether only what they have in common counts."""
    if not isinstance(given, Mapping) or not {"then", "now"} <= set(given):
        raise EngineError([Problem("E_SHAPE", "", {"found": quote(given)}, "change")])
    inputs = []
    for name in ("then", "now"):
        if not isinstance(given[name], Mapping):
            raise EngineError([Problem("E_SHAPE", name, {"found": quote(given[name])}, "change")])
        inputs.append(given[name])
    return inputs[0], inputs[1], given.get("common") is True


def _need_some(compared: Collection[str]) -> None:
    if not compared:
        raise EngineError([Problem("E_SHAPE", "", {}, "change_nothing")])


def _earlier(raw: Record, report: Callable[[], Found]) -> Found:
    """Return the report of the earlier input; its problems begin by saying that it is that one."""
    try:
        return report()
    except EngineError as refused:
        told = Problem("E_SHAPE", "then", {}, "change_then")
        raise EngineError([told, *refused.problems], refused.sentences, raw) from None


def _common_answers(
    definition: Definition, then: Mapping[str, object], now: Mapping[str, object]
) -> tuple[dict[str, object], dict[str, object]]:
    """Return the answers to questions that were answered both times, and the flags that exist."""
    earlier, later = in_both(
        definition.questions, record(then.get("answers")), record(now.get("answers"))
    )
    return _with_flags(definition, then, earlier), _with_flags(definition, now, later)


def _with_flags(
    definition: Definition, given: Mapping[str, object], answers: Mapping[str, object]
) -> dict[str, object]:
    flags = given.get("flags")
    known = [each for each in flags if each in definition.flags] if isinstance(flags, list) else []
    return {"answers": dict(answers), "flags": known}
