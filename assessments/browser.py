"""The door for the page: JSON text in, JSON text out. It never raises."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from assessments.border.problems import EngineError, Problem, internal
from assessments.border.quoting import quote
from assessments.border.reading import read_json, write_json
from assessments.border.report import Report
from assessments.calculators.definition import CalculatorDefinition
from assessments.documents.about_result import AboutResult
from assessments.documents.document import document
from assessments.documents.told import told
from assessments.exports import EXPORTS
from assessments.questionnaires.definition import Definition
from assessments.questionnaires.group import aggregate, distribution
from assessments.questionnaires.teams.sides import sides
from assessments.questionnaires.teams.team import attendance, session, team
from assessments.receiving import receive
from assessments.scoring import change, read_definition
from assessments.scoring import score as score_input
from assessments.words import FIRST_LANGUAGE, LANGUAGES, Phrase

GROUPS: Mapping[object, Callable[[Any, object], Report]] = {
    False: score_input,
    True: aggregate,
    "distribution": distribution,
    "change": change,
    "handover": receive,
    "attendance": attendance,
    "team": team,
    "sides": sides,
    "session": session,
}
"""What a request asks for under "group" -> the function that answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """A definition that was read once, for many scores."""

    raw: Mapping[str, object]
    ready: Definition | CalculatorDefinition


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What the page asks for."""

    tool: Tool
    given: object
    group: object
    language: str
    about: AboutResult
    formats: tuple[str, ...]


def score(text: str) -> str:
    """Answer one request: {"report", "document", "told", "files"} or {"error"}, in its language."""
    language = FIRST_LANGUAGE
    try:
        request = read_json(text)
        language = _language(request)
        return write_json(_answer(_read_request(request, language)))
    except EngineError as error:
        return write_json(error.as_data(language))
    except Exception as error:
        # A page has no use for a traceback, and must not lose its answers over one.
        return write_json(internal(error).as_data(language))


def _answer(request: Request) -> dict[str, object]:
    tool = request.tool
    report = GROUPS[request.group](tool.ready, request.given)
    answer: dict[str, object] = {
        "report": report.as_data(),
        "document": document(tool.raw, report, request.language, request.about.label),
    }
    if request.group is False:
        answer["told"] = told(tool.raw, report)
    if request.formats:
        answer["files"] = {
            name: EXPORTS[name].write(tool.raw, report, request.language, request.about)
            for name in request.formats
        }
    return answer


def _language(request: object) -> str:
    given = request.get("language") if isinstance(request, Mapping) else None
    return given if isinstance(given, str) and given in LANGUAGES else FIRST_LANGUAGE


def _read_request(request: object, language: str) -> Request:
    if not isinstance(request, Mapping):
        raise _refused("request", "object", request)
    definition = request.get("definition")
    if not isinstance(definition, str):
        raise _refused("definition", "text", definition)
    group = request.get("group", False)
    if not isinstance(group, (bool, str)) or group not in GROUPS:
        options = ", ".join(str(name).lower() for name in GROUPS)
        raise _refused("group", "known_id", group, options=options)
    formats = request.get("formats", [])
    if not isinstance(formats, list) or not all(name in tuple(EXPORTS) for name in formats):
        raise _refused("formats", "known_id", formats, options=", ".join(EXPORTS))
    return Request(
        tool=read_tool(definition),
        given=request.get("input"),
        group=group,
        language=language,
        about=_read_about(request),
        formats=tuple(formats),
    )


def _read_about(request: Mapping[str, object]) -> AboutResult:
    label, notes, given = request.get("label", ""), request.get("notes", {}), request.get("input")
    if not isinstance(label, str):
        raise _refused("label", "text", label)
    if not isinstance(notes, Mapping):
        raise _refused("notes", "object", notes)
    texts = {name: note for name, note in notes.items() if isinstance(note, str)}
    answers = given.get("answers") if isinstance(given, Mapping) else None
    return AboutResult(
        label=label, notes=texts, answers=answers if isinstance(answers, Mapping) else {}
    )


def _refused(key: str, rule: str, found: object, **values: object) -> EngineError:
    shown = {"key": key, "rule": Phrase(f"rule.{rule}", values), "found": quote(found)}
    return EngineError([Problem("E_REQUEST", key, shown)])


@lru_cache(maxsize=16)
def read_tool(text: str) -> Tool:
    """Read the text of a definition; a page asks for the same one again and again."""
    ready = read_definition(read_json(text))
    return Tool(raw=ready.raw, ready=ready)
