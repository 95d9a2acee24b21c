"""Tell the engine's problems as those of a file: at their line, with a remedy for authors.

The engine speaks to whoever uses a tool; an author stands before the file and can mend it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from assessments.border.problems import Problem as EngineProblem
from assessments.border.problems import Sentences, said_problem
from assessments.words import FIRST_LANGUAGE, Phrase
from macros.problems import Path, Problem
from macros.schema.fitted import Fitted
from macros.values import did_you_mean

STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")

REMEDIES: Mapping[str, str] = {
    "bands[].from": "Let the first band begin at 0, and list bands from low to high.",
    "dimensions[].weight": "Give every dimension a weight, and at least one of them more than 0.",
}
"""Place in a definition, without positions -> what to do where a value there cannot be used."""

COMPARE = "Compare it with the inputs of this file."
FOR_AUTHORS: Mapping[str, str] = {
    "E_SHAPE": COMPARE,
    "E_SHAPE.record": COMPARE,
    "E_TYPE.kind": COMPARE,
    "E_NUMBER.kind": COMPARE,
}
"""Sentence of the engine -> what to do, in place of a hint that sends its reader to a page."""


def told(
    problems: Iterable[EngineProblem],
    tool: Fitted,
    within: Path = (),
    sentences: Sentences | None = None,
) -> Iterator[Problem]:
    """Yield the engine's problems with the value at a path of a tool's file."""
    unusable: set[Path] = set()
    for problem in problems:
        path = (*within, *read_path(problem.path))
        if _name(problem) == "E_DEFINITION":
            # A value that is missing is also too low, and so on: the first rule says enough.
            if path not in unusable:
                yield _unusable(problem, tool, path)
            unusable.add(path)
        else:
            # The path stands before the sentence already.
            said = _said(replace(problem, path="The value"), sentences)
            hint = FOR_AUTHORS.get(_name(problem)) or _nearest(problem) or said["hint"]
            yield tool.source.problem(path, said["message"], hint)


def read_path(text: str) -> Path:
    """Return the path that the engine writes as dimensions[0].weight."""
    return tuple(int(number) if number else key for key, number in STEP.findall(text))


def _name(problem: EngineProblem) -> str:
    return f"{problem.code}.{problem.case}" if problem.case else problem.code


def _said(problem: EngineProblem, sentences: Sentences | None = None) -> Mapping[str, str]:
    said = said_problem(problem, FIRST_LANGUAGE, sentences or {})
    return {part: str(said[part]) for part in ("message", "hint")}


def _unusable(problem: EngineProblem, tool: Fitted, path: Path) -> Problem:
    """Return the problem of a value that keeps a definition from being used."""
    missing = bool(path) and isinstance(path[-1], str) and path not in tool.source.places
    values = {**problem.values, "key": path[-1]} if missing else problem.values
    said = _said(replace(problem, values=values, case="missing" if missing else "value"))
    remedy = REMEDIES.get(re.sub(r"\d+", "", problem.path))
    hint = remedy or _nearest(problem) or said["hint"]
    return tool.source.problem(path, said["message"], hint)


def _nearest(problem: EngineProblem) -> str:
    """Return a hint that names the nearest of the names that a definition could have meant."""
    rule = problem.values.get("rule")
    known = rule.values.get("options") if isinstance(rule, Phrase) else problem.values.get("names")
    found = str(problem.values.get("found", problem.values.get("name", ""))).strip("“”")
    if problem.code != "E_DEFINITION" or not isinstance(known, str) or not found:
        return ""
    near = did_you_mean(found, known.split(", "))
    return near if near.startswith("Did you mean") else ""
