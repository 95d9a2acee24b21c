"""The door for the page of the composer: JSON text in, JSON text out. It never raises."""

import base64
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from assessments.border.reading import read_json, write_json
from macros.courses.packages.identifiers import PackageError
from macros.courses.packages.parts import file_name
from macros.courses.packages.table import PAGE_FORMATS
from macros.courses.plans.faults import Fault, PlanError
from macros.courses.plans.look import agenda_of, faults_of, totals_of
from macros.courses.plans.plan import Plan
from macros.courses.plans.reading import plan_of, read_plan, write_address
from macros.courses.plans.shelf import Shelf, read_shelf
from macros.courses.plans.taken import parts_of
from macros.values import in_language

Data = Mapping[str, Any]


def compose(text: str) -> str:
    """Answer one request.

    {"shelf": TEXT, "language": of the page, and what to look at: "text" of an address or a file,
    or "plan"; with "format" and "address" of the site, "now" and "definitions" a file is made}
    gives {"plan", "address", "file", "faults", "days", "totals"} and {"made"} where one was asked
    for; {"refused": code} where there is no plan; {"error"} where our own code fails.
    """
    try:
        return write_json(_answer(read_json(text)))
    except PlanError as error:
        return write_json({"refused": error.code})
    except Exception as error:
        # A page has no use for a traceback, and must not lose a plan over one.
        return write_json({"error": f"{type(error).__name__}: {error}"})


def _answer(request: Any) -> dict[str, object]:  # noqa: ANN401
    shelf = read_shelf(request["shelf"])
    plan, damaged = read_plan(request["text"]) if "text" in request else plan_of(request["plan"])
    if plan.language not in shelf.spoken:
        plan = replace(plan, language=request["language"])
    answer = _looked_at(plan, damaged, shelf, request["language"])
    if "format" in request:
        answer["made"] = _made(plan, shelf, request)
    return answer


def _looked_at(plan: Plan, damaged: list[Fault], shelf: Shelf, language: str) -> dict[str, object]:
    faults = [*damaged, *faults_of(plan, shelf, language)]
    days = [
        {"number": day.number, "minutes": day.minutes, "starts": [each.start for each in day.lines]}
        for day in agenda_of(plan, shelf, "/")
    ]
    return {
        "plan": plan.as_data(),
        "address": write_address(plan),
        "file": write_json(plan.as_data()),
        "faults": [fault.as_data() for fault in faults],
        "days": days,
        "totals": totals_of(plan),
    }


def _made(plan: Plan, shelf: Shelf, request: Data) -> dict[str, str]:
    """Return a file: its name, its kind and its content; {"lack"} where the plan has not enough."""
    row = PAGE_FORMATS[request["format"]]
    language = shelf.language(plan.language)
    tools = {
        name: in_language(read_json(text), language, tuple(shelf.spoken))
        for name, text in request.get("definitions", {}).items()
    }
    now = datetime.fromisoformat(request["now"])
    parts = parts_of(plan, shelf, request["address"], tools, now)  # type: ignore[arg-type]
    if row.name == "ics" and parts.start is None:
        return {"lack": "date"}
    if row.name in ("gift", "moodle-xml") and not list(parts.questions()):
        return {"lack": "questions"}
    if not (parts.contents.entries or row.name in ("ics", "markdown")):
        return {"lack": "pages"}
    try:
        content = row.make(parts)
    except PackageError as error:
        return {"lack": "unmade", "told": str(error)}
    return {
        "name": file_name(parts.contents, language, row.ending),
        "media": row.media,
        "content": base64.b64encode(content).decode("ascii"),
    }
