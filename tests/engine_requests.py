"""Requests to the engine as pages send them, one JSON text each: random inputs and worked cases."""

import json
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

from assessments.border.reading import write_json
from macros.values import in_language
from tests.answering import assessments, given
from tests.definitions import calculators, definition
from tests.random_inputs import random_inputs

CASES = Path(__file__).parent / "cases"
PROGRAM = Path(__file__).parent / "score_lines.py"
"""Answers requests, one JSON text a line."""


@cache
def requests(inputs_of_a_tool: int) -> tuple[str, ...]:
    """Return the requests for every tool, in one language or the other by turns."""
    alone = [*random_questions(inputs_of_a_tool), *worked_questions(), *changes(), *handovers()]
    asked = [*((tool, given, group_of(given)) for tool, given in alone), *sessions()]
    return tuple(
        json.dumps(
            {
                "definition": write_json(definition(tool)),
                "input": given,
                "group": group,
                "language": ("en", "zh")[number % 2],
                "formats": ["markdown", "csv", "one_page"],
                **about(given, number),
            },
            ensure_ascii=False,
        )
        for number, (tool, given, group) in enumerate(asked)
    ) + tuple(chain(with_targets(), with_confidence()))


def with_confidence() -> Iterator[str]:
    """Yield, for each assessment, a request that says of each other answer how sure it is."""
    words = ("guess", "sure", None, "fairly_sure")
    for number, tool in enumerate(assessments()):
        made = random_inputs(definition(tool), 2)[1]
        levels = [name for name, answer in made["answers"].items() if isinstance(answer, int)]
        said = {name: words[place % len(words)] for place, name in enumerate(levels)}
        request = {
            "definition": write_json(definition(tool)),
            "input": {**made, "confidence": said},
            "language": ("en", "zh")[number % 2],
            "formats": ["markdown", "csv", "json", "one_page"],
        }
        yield json.dumps(request, ensure_ascii=False)


def with_targets() -> Iterator[str]:
    """Yield, for each assessment, a request with targets of a reader: one too high, one missing."""
    for number, tool in enumerate(assessments()):
        names = [each["id"] for each in definition(tool)["dimensions"]]
        points = (100, 0, 62.5, 60, 33.3)
        request = {
            "definition": write_json(definition(tool)),
            "input": random_inputs(definition(tool), 2)[1],
            "targets": dict(zip(names[:-1], points, strict=False)),
            "language": ("en", "zh")[number % 2],
            "formats": ["markdown", "csv", "json"],
        }
        yield json.dumps(request, ensure_ascii=False)


def about(given: object, number: int) -> dict[str, object]:
    """Return what a page sends beside each third input: whom it is about, and what was before."""
    if number % 3:
        return {}
    earlier = {"label": "1 March 2026", "input": given, "common": number % 2 == 1}
    actions = [{"text": "Visit | 3 May", "owner": "Lin", "due": "2026-05-03", "state": "done"}]
    told = {"subject": "Yunhe", "label": "2026-06-01", "actions": actions, "earlier": earlier}
    return told | ({"view": "one_page"} if number % 2 else {})


def random_questions(inputs_of_a_tool: int) -> Iterator[tuple[str, object]]:
    """Yield each tool with its random inputs, and each assessment with nothing answered."""
    for tool in assessments():
        yield tool, {"answers": {}}
    for tool in (*assessments(), *calculators()):
        for made in random_inputs(definition(tool), inputs_of_a_tool):
            yield tool, made


def changes() -> Iterator[tuple[str, object]]:
    """Yield each tool with two of its random inputs, then and now."""
    for tool in (*assessments(), *calculators()):
        for then, now in pairwise(random_inputs(definition(tool), 4)):
            yield tool, {"then": then, "now": now}


def handovers() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each calculator with what it declares to receive from one of its sources."""
    for tool in calculators():
        for entry in definition(tool).get("receives", ()):
            source = assessments()[0] if "assessment" in entry["from"] else entry["from"][0]
            asked = {
                "receives": entry["id"],
                "source": write_json(definition(source)),
                "results": [{"subject": "A", "input": given_to(source)}],
                "asked": {each["id"]: each["maximum"] for each in entry.get("asks", ())},
                "into": {},
                "language": "en",
            }
            yield tool, json.loads(write_json(asked))


def given_to(tool: str) -> object:
    """Return an input with which a tool has a result."""
    if tool in calculators():
        return in_language(definition(tool)["examples"][0]["input"], "en", ("en", "zh"))
    questions = (each for one in definition(tool)["dimensions"] for each in one["questions"])
    return {"answers": {question["id"]: 2 for question in questions}}


def sessions() -> Iterator[tuple[str, object, str]]:
    """Yield what a team's session asks about random answers to each questionnaire."""
    for tool in assessments():
        many = random_inputs(definition(tool), 8)
        us, customer = many[1:5], many[5]
        yield tool, many, "attendance"
        yield tool, us, "team"
        yield tool, {"us": us, "customer": customer}, "sides"
        yield tool, {"people": us, "agreed": customer, "reasons": {"x": "y"}}, "session"


def group_of(given: object) -> bool | str:
    """Return what a request asks for of an input: of many, of two, or of one."""
    if isinstance(given, dict) and given.keys() == {"then", "now"}:
        return "change"
    if isinstance(given, dict) and "receives" in given:
        return "handover"
    return isinstance(given, list)


def worked_questions() -> Iterator[tuple[str, object]]:
    """Yield each worked case: its tool and its input, or the inputs of a group."""
    for case in cases("assessments.json"):
        yield case["tool"], given(case["tool"], case["answers"], *case.get("flags", []))
    for case in (*cases("calculators.json"), *cases("calculator_rules.json")):
        yield case["tool"], case["input"]
    for case in cases("groups.json"):
        yield case["tool"], [given(case["tool"], answers) for answers in case["group"]]


def cases(name: str) -> list[dict[str, Any]]:
    """Return the cases of one file."""
    return json.loads((CASES / name).read_text("utf-8"))


def answers_of(
    command: Sequence[str], asked: Sequence[str], variables: Mapping[str, str] | None = None
) -> list[str]:
    """Return what a program answers to requests, in the order in which it was asked."""
    done = subprocess.run(
        command,
        input="".join(json.dumps(request) + "\n" for request in asked),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env=variables,
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]
