"""Turn results of one tool into inputs of another, which declares what it receives."""

from collections.abc import Iterator, Mapping

from assessments.border.problems import EngineError, Problem
from assessments.border.quoting import quote
from assessments.border.reading import read_json
from assessments.border.record import Record, record, records
from assessments.calculators.calculating import calculate
from assessments.calculators.definition import CalculatorDefinition
from assessments.handover import HandOver, Row, handed_over
from assessments.questionnaires.definition import Definition
from assessments.scoring import read_definition, score_answers
from assessments.words import FIRST_LANGUAGE, LANGUAGES, words_of


def receive(definition: Mapping[str, object] | CalculatorDefinition, given: object) -> HandOver:
    """Return what results of another tool give to the inputs of this one.

    *given* is {"receives": id of the declaration, "source": definition or its JSON, "results":
    [{"subject": name, "input": input of the source}], "into": input of this tool, "asked": {name:
    number}, "language": that of the names which are handed over}.
    """
    tool = (
        definition if isinstance(definition, CalculatorDefinition) else read_definition(definition)
    )
    request = record(given)
    raw = request.get("source")
    source = read_definition(read_json(raw) if isinstance(raw, str) else raw)
    entry = _declared(tool, request.get("receives"), source)
    if not isinstance(tool, CalculatorDefinition) or not entry:
        found = {"found": quote(request.get("receives"))}
        raise EngineError([Problem("E_SHAPE", "receives", found, "handover")])
    asked = record(request.get("asked"))
    each, language = str(entry.get("each", "")), _language(request)
    rows = [
        {**row, **asked, "subject": str(result.get("subject", ""))}
        for result in records(request.get("results"))
        for row in _rows_of(source, result, each, language)
    ]
    return handed_over(tool, source.raw, entry, rows, record(request.get("into")))


def _declared(
    target: Definition | CalculatorDefinition,
    name: object,
    source: Definition | CalculatorDefinition,
) -> Record:
    """Return the declaration of an id that takes results of a tool; an empty one for none."""
    for entry in records(target.raw.get("receives")):
        tools = entry.get("from")
        names = set(tools) if isinstance(tools, (list, tuple)) else set()
        if entry.get("id") == name and names & {source.id, source.raw.get("kind")}:
            return entry
    return {}


def _language(request: Record) -> str:
    language = request.get("language")
    return language if isinstance(language, str) and language in LANGUAGES else FIRST_LANGUAGE


def _rows_of(
    source: Definition | CalculatorDefinition, result: Record, each: str, language: str
) -> Iterator[Row]:
    """Yield what a result of the source has to give; its problems begin by saying whose it is."""
    given = result.get("input")
    find = _of_calculator if isinstance(source, CalculatorDefinition) else _of_questionnaire
    try:
        yield from find(source, given, each, language)  # type: ignore[arg-type]
    except EngineError as refused:
        whose = Problem(
            "E_SHAPE", "results", {"subject": quote(result.get("subject"))}, "handover_source"
        )
        raise EngineError([whose, *refused.problems], refused.sentences, source.raw) from None


def _of_calculator(
    source: CalculatorDefinition, given: object, each: str, _language: str
) -> Iterator[Row]:
    """Yield the rows of an input, with its defaults, or the outputs."""
    report = calculate(source, given)
    if not each:
        yield report.outputs
        return
    fields = source.input(each).fields
    for row in records(record(given).get(each)):
        present = {name: value for name, value in row.items() if value is not None}
        yield {field.id: present.get(field.id, field.default) for field in fields}


def _of_questionnaire(source: Definition, given: object, each: str, language: str) -> Iterator[Row]:
    """Yield each dimension with its name and score, or the results."""
    report = score_answers(source, given)
    if not each:
        yield report.results
        return
    titles = {one.get("id"): one.get("title") for one in records(source.raw.get("dimensions"))}
    for one in report.dimensions:
        yield {"id": one.id, "name": words_of(titles[one.id], language), "score": one.score}
