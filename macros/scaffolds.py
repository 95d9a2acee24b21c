"""Make a file to start from: every key that must be there, and a mark where text is to be written.

`playbook check` then lists exactly the texts that are still to be written.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from assessments.calculators.formula import Formula
from assessments.questionnaires.models import weighted_mean
from macros.files import Files
from macros.formula_scaffolds import BANDS, TO_WRITE, FormulaScaffold
from macros.schema.content import FILES, SHAPES
from macros.schema.shapes import Items, Named, Record, Shape, Text, Words
from macros.source.writing import to_yaml

Marks = Mapping[str, str]
"""Language -> what stands in place of a text that is still to be written."""

# What a new file of a kind says before its author has said anything, by the path of its keys.
COMMON: Mapping[str, object] = {
    "version": "1.0.0", "minutes": 10, "subject": "account",
}  # fmt: skip
STARTS: Mapping[str, Mapping[str, object]] = {
    "module": {
        **COMMON,
        "level": "foundation",
        "parts.id": "first-part",
        "parts.sources": [],
        "steps.id": "first-step",
        "template.id": "worksheet",
        "checklist.id": "first-check",
        "facilitator.minutes": 30,
        "facilitator.run.minutes": 30,
    },
    "course": {
        "need": "self-study",
        "level": "foundation",
        "minutes": {"work": 30, "breaks": 0},
        "group": {"from": 1, "to": 1},
        "sources": [],
        "prerequisites.modules": [],
        "sessions.id": "first-session",
        "sessions.items.id": "first-item",
        "sessions.items.kind": "activity",
        "sessions.items.minutes": 30,
        "follow_up.steps.id": "thirty-days",
        "follow_up.steps.day": 30,
    },
    "assessment": {
        **COMMON,
        "kind": "assessment",
        "model": weighted_mean.MODEL.name,
        "dimensions.id": "first",
        "dimensions.questions.id": "first.1",
        "dimensions.weight": 100,
    },
    "calculator": {
        **COMMON,
        "kind": "calculator",
        "inputs.id": "amount",
        "inputs.type": "number",
        "inputs.required": True,
        "outputs.id": "result",
        "outputs.kind": "number",
        "working": {},
        "examples.input": {"amount": 1},
    },
}
EXTRA: Mapping[str, Sequence[str]] = {
    "module": ("parts.ours",),
    "course": ("sessions.items.uses",),
    "assessment": ("dimensions.weight",),
}
"""Kind -> keys that may be left out and are worth having from the start."""


def marks_of(files: Files) -> Marks:
    """Return the mark of each language of a playbook."""
    said = files.of_languages("to_write")
    return {code: said.get(code, TO_WRITE) for code in files.languages}


def scaffold(
    kind: str,
    given: Mapping[str, object],
    marks: Marks,
    formula: Formula | None = None,
    answers: Marks = MappingProxyType({}),
) -> str:
    """Return the YAML text of a new file; given: what is known of it, by the path of its keys.

    formula: of a calculator whose formula is there already. answers: language -> the word before
    the answer to an exercise.
    """
    known: dict[str, object] = {**STARTS[kind], "reviewed": date.today().isoformat(), **given}
    if kind == "assessment":
        known["bands"] = [
            {"id": name, "from": start, "title": dict(marks), "text": dict(marks)}
            for name, start in BANDS
        ]
    if kind == "course":
        known["check.questions"] = _questions(known["check.questions.uses"], marks)
    if kind == "module":
        known |= _of_a_module(marks, answers)
    extra = EXTRA.get(kind, ())
    if formula is not None:
        parts = FormulaScaffold(formula=formula, mark=dict(marks)).parts()
        known, extra = {**known, **parts}, (*extra, *parts)
    builder = _Builder(known=known, extra=extra, marks=marks)
    value = builder.value(FILES[kind], "")
    if kind == "assessment":
        # One question has four scores and leaves a band that no answer leads to.
        (dimension,) = value["dimensions"]
        (question,) = dimension["questions"]
        dimension["questions"] = [question, {**question, "id": "first.2"}]
    return to_yaml(value)


def _questions(uses: object, marks: Marks) -> list[dict[str, object]]:
    """Return the questions that a new course asks before and after."""
    mark = dict(marks)
    options = [
        {"id": name, "text": mark, **({"right": True} if name == "first" else {})}
        for name in ("first", "second", "third")
    ]
    return [
        {"id": name, "text": mark, "options": options, "why": mark, "uses": uses}
        for name in ("one", "two", "three")
    ]


def _of_a_module(marks: Marks, answers: Marks) -> Mapping[str, object]:
    """Return what a new module says of its exercise and in the rows of its template."""
    return {
        "facilitator.exercise": {
            code: _with_answer(mark, answers.get(code, "")) for code, mark in marks.items()
        },
        "template.rows": [[dict.fromkeys(marks, "")]],
        "template.filled.rows": [[dict(marks)]],
    }


def _with_answer(mark: str, answer: str) -> str:
    """Return an exercise to write: a task, the word for its answer, the answer."""
    if not answer:
        return mark
    gap = " " if answer.isascii() else ""
    return f"{mark}{gap}{answer}{gap}{mark}"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Builder:
    """Makes the smallest value that fits a shape."""

    known: Mapping[str, object]
    extra: Sequence[str]
    marks: Marks

    def value(self, shape: Shape, path: str) -> Any:  # noqa: ANN401 (whatever YAML can hold)
        if path in self.known:
            return self.known[path]
        match shape:
            case Record():
                return self.record(shape, f"{path}." if path else "")
            case Items():
                return [self.value(shape.of, path) for _ in range(shape.fewest)]
            case Words():
                return dict(self.marks)
            case Named():
                return self.value(SHAPES[shape.name], path)
        # What is left has a start in STARTS, or its first choice is as good as any.
        return shape.choices[0] if isinstance(shape, Text) and shape.choices else 1

    def record(self, shape: Record, before: str) -> dict[str, object]:
        wanted = {*shape.required(), *(key.removeprefix(before) for key in self.extra)}
        known = shape.known()
        return {key: self.value(known[key], before + key) for key in known if key in wanted}
