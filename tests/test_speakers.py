"""No sentence of the engine is without a speaker: each key is said somewhere, as a whole.

What is said is heard: every tool is scored in many ways, and each key that is looked up is kept. A
key that only a rare failure says must stand in the source: whole, or as the literals of its parts
where code and case come together only when something is wrong, or in the terminal.
"""

import ast
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from assessments import EXPORTS, EngineError, aggregate, distribution, score
from assessments.questionnaires.confidence.levels import CONFIDENCE
from assessments.questionnaires.report import PersonReport
from assessments.questionnaires.targets import with_targets
from assessments.questionnaires.teams.sides import sides
from assessments.questionnaires.teams.team import attendance, session, team
from assessments.words import LANGUAGES
from tests.answering import assessments
from tests.definitions import calculators, definition
from tests.random_inputs import random_inputs

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent
CASES = Path(__file__).parent / "cases"
RARE = json.loads((CASES / "rare_sentences.json").read_text("utf-8"))
FIRST = next(iter(LANGUAGES))
RANDOM_INPUTS = 10
FEWEST = 3
"""People in a group."""
TOGETHER = ("reason", "ask", "board")
"""Families of which each stands in one file, said as a beginning and an end."""

SOURCES = [
    path
    for path in [*(ROOT / "assessments").rglob("*.py"), ROOT / "macros/commands/ask.py"]
    if "words/tables" not in path.as_posix()
]


def test_no_sentence_is_without_a_speaker(heard: frozenset[str]) -> None:
    assert [key for key in LANGUAGES[FIRST].sentences if not has_speaker(key, heard)] == []


@pytest.mark.parametrize(
    "invented",
    [
        "result.none", "value.none", "cautions.heading", "scores.caption_best", "unit_space",
        "bounds.unit_gap", "next.best_of_all",
        "working.gate_fired", "status.heading",
        "measure.score", "rule.nothing", "reason.unknown", "E_SHAPE.widget.message",
        "E_NOTHING.hint", "E_DUPLICATE.message", "ask.goodbye", "layers.3", "attitude.3",
    ],
)  # fmt: skip
def test_an_invented_sentence_has_no_speaker(invented: str, heard: frozenset[str]) -> None:
    assert not has_speaker(invented, heard)


def has_speaker(key: str, heard: frozenset[str]) -> bool:
    """Tell whether a key was heard, or stands in the source as a whole or as the parts of a family.

    A code and its case, or a rule, may stand in two files; what is TOGETHER stands in one.
    """
    name = key.removesuffix(".message").removesuffix(".hint")
    everywhere = every_literal()
    if heard.intersection((key, name)) or everywhere.intersection((key, name)):
        return True
    family, _, rest = name.partition(".")
    if family.startswith("E_"):
        return {family, rest} <= everywhere
    if family == "rule":
        return rest in everywhere
    return family in TOGETHER and any({f"{family}.", rest} <= each for each in literals())


@cache
def literals() -> tuple[frozenset[str], ...]:
    """Return the texts that stand in the code of each file."""
    trees = (ast.parse(path.read_text("utf-8")) for path in SOURCES)
    return tuple(
        frozenset(
            node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        )
        for tree in trees
    )


@cache
def every_literal() -> frozenset[str]:
    """Return the texts that stand in any file."""
    return frozenset().union(*literals())


class Heard(dict[str, str]):
    """Sentences that remember who was asked for."""

    def __init__(self, sentences: Mapping[str, str]) -> None:
        super().__init__(sentences)
        self.keys_asked: set[str] = set()

    def __getitem__(self, key: str) -> str:
        self.keys_asked.add(key)
        return super().__getitem__(key)


@pytest.fixture(scope="module")
def heard() -> frozenset[str]:
    language = LANGUAGES[FIRST]
    sentences = Heard(language.sentences)
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(LANGUAGES, FIRST, replace(language, sentences=sentences))  # type: ignore[arg-type]
        for tool in (*assessments(), *calculators()):
            tell_all(tool)
    return frozenset(sentences.keys_asked)


def tell_all(tool: str) -> None:
    """Score a tool in many ways, and say whatever comes of it."""
    record = definition(tool)
    inputs = [*RARE.get(tool, []), *random_inputs(record, RANDOM_INPUTS)]
    if record["kind"] == "assessment":
        inputs += extremes(record)
        for group in (aggregate, distribution):
            tell(record, group, extremes(record))
            tell(record, group, inputs[-FEWEST:])
            tell(record, group, [*inputs[-2:], not_about_the_first(record)])
        tell(record, aimed, inputs[-1])
        tell_team(record, [*extremes(record), *inputs])
        inputs += [how_sure(given, words) for given in extremes(record)[::5] for words in SAID]
    for given in inputs:
        tell(record, score, given)


def tell_team(record: Mapping[str, Any], inputs: Sequence[object]) -> None:
    """Say what a session of a team asks for, with enough people on a side and with too few."""
    for people in (inputs, inputs[:FEWEST], *(of_one_kind(record, kind) for kind in KINDS)):
        tell(record, attendance, people)
        tell(record, team, people)
        tell(record, session, {"people": people, "agreed": inputs[0], "reasons": {}})
    many, few = of_one_kind(record, "spread"), of_one_kind(record, "spread")[:1]
    for us, customer in ((many, of_one_kind(record, "near")), (few, many), (many, few)):
        tell(record, sides, {"us": us, "customer": customer})


KINDS: Mapping[str, Sequence[object]] = {
    "same": (2, 2, 2, 2, 2),
    "near": (2, 2, 1, 2, 1),
    "outlier": (3, 3, 3, 3, 0),
    "camps": (0, 0, 3, 3, 3),
    "spread": (0, 1, 2, 3, 1),
    "few": ("na", "na", None, None, 1, 2),
    "many_na": ("na", "na", "na", "na", 1, 2, 3),
    "many_open": (None, None, None, None, 1, 2, 3),
}
"""How the answers of several people to a question lie -> such answers."""


SAID = (CONFIDENCE, ("guess",), ("sure",))
"""What is said in turn of the answers of somebody."""


def how_sure(given: Any, words: Sequence[str]) -> object:
    """Return answers of which it is said, in turn, how sure they are; every fourth says nothing."""
    answered = [name for name, answer in given["answers"].items() if answer not in ("na", None)]
    said = {name: words[place % len(words)] for place, name in enumerate(answered) if place % 4}
    return {**given, "confidence": said}


def of_one_kind(record: Mapping[str, Any], kind: str) -> list[object]:
    """Return the answers of people that lie so at the first question, and alike elsewhere."""
    first, *others = (each["id"] for one in record["dimensions"] for each in one["questions"])
    return [{"answers": {**dict.fromkeys(others, 2), first: given}} for given in KINDS[kind]]


def aimed(record: Mapping[str, Any], given: object) -> object:
    """Return a report with a target for its first dimension that differs from its score."""
    report = score(record, given)
    assert isinstance(report, PersonReport)
    return with_targets(report, {record["dimensions"][0]["id"]: 50})


def tell(record: Mapping[str, Any], compute: Any, given: object) -> None:
    """Say a report and its files, or the error."""
    try:
        report = compute(record, given)
    except EngineError as error:
        error.as_data(FIRST)
    else:
        for name in ("markdown", "csv"):
            EXPORTS[name].write(record, report, FIRST)


def not_about_the_first(record: Mapping[str, Any]) -> object:
    """Return answers of somebody to whom the first dimension does not apply."""
    names = [[each["id"] for each in one["questions"]] for one in record["dimensions"]]
    answers = {name: 2 for dimension in names for name in dimension}
    return {"answers": answers | dict.fromkeys(names[0], "na")}


def extremes(record: Mapping[str, Any]) -> list[object]:
    """Return the best and the worst answers, and some with holes, with flags and without."""
    dimensions = [[each["id"] for each in one["questions"]] for one in record["dimensions"]]
    names = [name for dimension in dimensions for name in dimension]
    flags = [flag["id"] for flag in record.get("flags", [])]
    given = [
        dict.fromkeys(dimensions[0], 3),
        dict.fromkeys(names[len(dimensions[0]) :], 3),
        dict.fromkeys(names, "na") | dict.fromkeys(dimensions[0], 2),
        *(dict.fromkeys(names, 2) | dict.fromkeys(one, "na") for one in dimensions),
        *(dict.fromkeys(names, 3) | dict.fromkeys(one, 0) for one in dimensions),
        *(dict.fromkeys(names, level) for level in range(4)),
    ]
    return [
        *({"answers": given[-1], "flags": [flag]} for flag in flags),
        *({"answers": answers} for answers in given),
    ]
