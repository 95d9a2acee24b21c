"""Rules about what a calculator takes from other tools: it is there, and fits the inputs."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from assessments import EngineError
from assessments.border.record import Record, record, records
from assessments.calculators.calculating import read_calculator
from assessments.calculators.definition import CalculatorDefinition
from assessments.handover import HandOver
from assessments.questionnaires.definition import LEVELS
from assessments.receiving import receive
from assessments.scoring import score
from macros.files import TOOL_KINDS, Files, Rule, stem
from macros.problems import Path, Problem
from macros.schema.fitted import Fitted
from macros.values import did_you_mean, in_language

ASSESSMENT = "assessment"
"""Under from: every tool of this kind."""
FIELDS_OF = {"map": ("key", "value"), "list": ("value",)}
"""Type of an input -> what is to be given to it."""
HALF_A_LEVEL = LEVELS - 2
"""An answer with which every assessment has a result."""


def handovers_fit_the_inputs(files: Files) -> Iterator[Problem]:
    """What comes from other tools has a place among the inputs of the tool that takes it."""
    for tool in files.of("calculator"):
        for path, entry in tool.each("receives", "*"):
            for at, fault in _misfits(record(tool.source.value), record(entry)):
                yield tool.source.problem((*path, *at), *fault)


def _misfits(tool: Record, entry: Record) -> Iterator[tuple[Path, tuple[str, str]]]:
    inputs = {str(each.get("id")): each for each in records(tool.get("inputs"))}
    into = entry.get("into")
    if into is not None and into not in inputs:
        hint = did_you_mean(str(into), tuple(inputs))
        yield ("into",), (f"The tool has no input '{into}'.", hint)
        return
    fields = _fields(inputs, None if into is None else str(into))
    if fields is None:
        yield ("into",), (f"The input '{into}' holds one value.", "Leave out into.")
        return
    for name in record(entry.get("takes")):
        if name not in fields:
            hint = did_you_mean(name, tuple(fields))
            yield ("takes", name), (f"There is no '{name}' to give a value to.", hint)
    for name in record(entry.get("sets")):
        if name not in inputs:
            yield (
                ("sets", name),
                (f"The tool has no input '{name}'.", did_you_mean(name, tuple(inputs))),
            )
    key = entry.get("key")
    if key is not None and key not in record(entry.get("takes")):
        yield ("key",), (f"Nothing gives a value to '{key}'.", "Name one of the keys of takes.")


def _fields(inputs: Mapping[str, Record], into: str | None) -> Sequence[str] | None:
    """Return the names of what can be received; None where an input is no list of anything."""
    if into is None:
        return tuple(inputs)
    if inputs[into].get("type") == "rows":
        return [str(each.get("id")) for each in records(inputs[into].get("fields"))]
    return FIELDS_OF.get(str(inputs[into].get("type")))


def handovers_name_tools(files: Files) -> Iterator[Problem]:
    """What is taken comes from tools that exist."""
    known = {ASSESSMENT, *(stem(file) for file in files.of(*TOOL_KINDS))}
    for tool in files.of("calculator"):
        for path, name in tool.each("receives", "*", "from", "*"):
            if name not in known:
                hint = did_you_mean(str(name), tuple(sorted(known)))
                yield tool.source.problem(path, f"There is no tool '{name}'.", hint)


def handovers_have_something_to_give(files: Files) -> Iterator[Problem]:
    """An example of each tool gives what is declared, and the receiving tool takes it."""
    sources = {stem(file): file for file in files.of(*TOOL_KINDS) if file.sound}
    for tool in files.of("calculator"):
        if not tool.sound or not _calculator(tool):
            continue
        for path, entry in tool.each("receives", "*"):
            if any(_misfits(record(tool.source.value), record(entry))):
                continue
            for name, source in sources.items():
                kind = record(source.source.value).get("kind")
                if {name, kind} & set(entry["from"]) and source is not tool:
                    fault = _tried(tool, entry, source, files.languages)
                    if fault:
                        yield tool.source.problem(path, *fault)


def _tried(
    tool: Fitted, entry: Record, source: Fitted, languages: tuple[str, ...]
) -> tuple[str, str] | None:
    """Return why an example of the source gives nothing that the tool can take, or None."""
    target = _calculator(tool)
    name = stem(source)
    for given in _examples(source, languages):
        asked = {str(each.get("id")): each.get("maximum") for each in records(entry.get("asks"))}
        request = {
            "receives": entry["id"],
            "source": source.source.value,
            "results": [{"subject": "A", "input": given}],
            "asked": asked,
        }
        try:
            found = receive(target, request) if target else None
        except EngineError:
            # The engine's own rules tell what is wrong with the source.
            return None
        if found and found.given:
            return _refused(found, name)
    hint = "Look at the names under takes: the source has to have them."
    return f"No example of '{name}' gives anything.", hint


def _refused(found: HandOver, source: str) -> tuple[str, str] | None:
    """Return what the tool says against what it would receive, apart from what is still open."""
    try:
        score(found.target, found.input)
    except EngineError as error:
        places = (found.entry.get("into"), *record(found.entry.get("takes")))
        for problem in error.problems:
            first = problem.path.partition("[")[0].partition(".")[0]
            if problem.code not in OPEN and first in places:
                at = f"{problem.code} at {problem.path}"
                return f"What '{source}' gives is refused: {at}.", "Give what the input allows."
    return None


OPEN = ("E_MISSING",)
"""Codes of what the reader still has to fill in."""


def _examples(source: Fitted, languages: tuple[str, ...]) -> Iterator[object]:
    raw = record(source.source.value)
    if raw.get("kind") == ASSESSMENT:
        questions = (
            str(question.get("id"))
            for dimension in records(raw.get("dimensions"))
            for question in records(dimension.get("questions"))
        )
        yield {"answers": dict.fromkeys(questions, HALF_A_LEVEL)}
    for example in records(raw.get("examples")):
        yield in_language(example.get("input"), languages[0], languages)


@lru_cache(maxsize=256)
def _calculator(tool: Fitted) -> CalculatorDefinition | None:
    try:
        return read_calculator(record(tool.source.value))
    except EngineError:
        return None


HANDOVER_RULES: tuple[Rule, ...] = (
    handovers_fit_the_inputs,
    handovers_name_tools,
    handovers_have_something_to_give,
)
