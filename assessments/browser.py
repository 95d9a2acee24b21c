"""The door for the page: JSON text in, JSON text out. It never raises."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from assessments.border.problems import EngineError, internal
from assessments.border.reading import read_json, write_json
from assessments.border.record import Record
from assessments.border.report import Report
from assessments.border.request_parts import day_of, list_of, object_of, one_of, refused, text_of
from assessments.calculators.definition import CalculatorDefinition
from assessments.change import ChangeReport
from assessments.documents.about_result import STATES, AboutResult, AgreedAction
from assessments.documents.blocks import Block
from assessments.documents.document import document
from assessments.documents.one_page import one_page
from assessments.documents.told import told
from assessments.exports import EXPORTS
from assessments.questionnaires.definition import Definition
from assessments.questionnaires.group import aggregate, distribution
from assessments.questionnaires.report import PersonReport
from assessments.questionnaires.targets import with_targets
from assessments.questionnaires.teams.sides import sides
from assessments.questionnaires.teams.team import attendance, session, team
from assessments.receiving import receive
from assessments.scoring import change, read_definition
from assessments.scoring import score as score_input
from assessments.words import FIRST_LANGUAGE, LANGUAGES

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

VIEWS: Mapping[str, Callable[[Record, Report, str, AboutResult], list[Block]]] = {
    "report": lambda raw, report, language, about: document(
        raw, report, language, about.label, about.subject
    ),
    "one_page": one_page,
}
"""What a request asks for under "view" -> the blocks of the document."""


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
    targets: object
    view: str
    """One of VIEWS."""
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
    if request.targets is not None:
        report = _targeted(report, request.targets)
    answer: dict[str, object] = {
        "report": report.as_data(),
        "document": VIEWS[request.view](tool.raw, report, request.language, request.about),
    }
    if request.group is False:
        answer["told"] = told(tool.raw, report)
    if request.formats:
        answer["files"] = {
            name: EXPORTS[name].write(tool.raw, report, request.language, request.about)
            for name in request.formats
        }
    return answer


def _targeted(report: Report, targets: object) -> Report:
    if not isinstance(report, PersonReport):
        raise refused("targets", "no_targets", targets)
    return with_targets(report, targets)


def _language(request: object) -> str:
    given = request.get("language") if isinstance(request, Mapping) else None
    return given if isinstance(given, str) and given in LANGUAGES else FIRST_LANGUAGE


def _read_request(request: object, language: str) -> Request:
    if not isinstance(request, Mapping):
        raise refused("request", "object", request)
    definition = request.get("definition")
    if not isinstance(definition, str):
        raise refused("definition", "text", definition)
    group = request.get("group", False)
    if not isinstance(group, (bool, str)) or group not in GROUPS:
        options = ", ".join(str(name).lower() for name in GROUPS)
        raise refused("group", "known_id", group, options=options)
    formats = request.get("formats", [])
    if not isinstance(formats, list) or not all(name in tuple(EXPORTS) for name in formats):
        raise refused("formats", "known_id", formats, options=", ".join(EXPORTS))
    tool = read_tool(definition)
    return Request(
        tool=tool,
        given=request.get("input"),
        group=group,
        language=language,
        about=_read_about(request, tool),
        targets=request.get("targets"),
        view=one_of(request, "view", tuple(VIEWS)),
        formats=tuple(formats),
    )


def _read_about(request: Mapping[str, object], tool: Tool) -> AboutResult:
    given, notes = request.get("input"), object_of(request, "notes")
    parts = given if isinstance(given, Mapping) else {}
    answers, said = parts.get("answers"), parts.get("confidence")
    earlier = object_of(request, "earlier")
    return AboutResult(
        subject=text_of(request, "subject"),
        label=text_of(request, "label"),
        notes=_texts(notes),
        answers=answers if isinstance(answers, Mapping) else {},
        confidence=_texts(said),
        actions=tuple(
            _read_action(each, f"actions[{place}]")
            for place, each in enumerate(list_of(request, "actions"))
        ),
        since=_change_since(tool, earlier, given) if earlier else None,
        since_label=text_of(earlier, "label", "earlier.label"),
    )


def _texts(given: object) -> dict[str, str]:
    """Return those of some values that are texts."""
    pairs = given.items() if isinstance(given, Mapping) else ()
    return {name: text for name, text in pairs if isinstance(text, str)}


def _read_action(given: object, path: str) -> AgreedAction:
    if not isinstance(given, Mapping):
        raise refused(path, "object", given)
    return AgreedAction(
        text=text_of(given, "text", f"{path}.text"),
        owner=text_of(given, "owner", f"{path}.owner"),
        due=day_of(given, "due", f"{path}.due"),
        state=one_of(given, "state", STATES, f"{path}.state"),
    )


def _change_since(tool: Tool, earlier: Mapping[str, object], given: object) -> ChangeReport | None:
    """Return what changed; None where one of the two has no result."""
    both = {"then": earlier.get("input"), "now": given, "common": earlier.get("common")}
    try:
        return change(tool.ready, both)
    except EngineError:
        return None


@lru_cache(maxsize=16)
def read_tool(text: str) -> Tool:
    """Read the text of a definition; a page asks for the same one again and again."""
    ready = read_definition(read_json(text))
    return Tool(raw=ready.raw, ready=ready)
