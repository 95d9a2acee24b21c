"""What the file of a calculator holds from the start when its formula is there already."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assessments.calculators.formula import Formula
from assessments.calculators.needs import Need

Words = Mapping[str, str]
SAMPLES: Mapping[str, object] = {
    "number": 1, "integer": 1, "text": "a", "boolean": True, "date": date(2026, 1, 5).isoformat(),
    "currency": "CNY",
}  # fmt: skip
"""Type -> a value that the example of a new file holds."""
BANDS = (("critical", 0), ("weak", 40), ("sound", 60), ("strong", 80))
TOP = 100
OPTION = "first"
MOST_WITHOUT_LIMIT = 100
"""Entries of a table in a new file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormulaScaffold:
    """Makes the parts of a calculator's file that its formula knows."""

    formula: Formula
    mark: Words
    """A text to write, in every language."""

    def parts(self) -> dict[str, object]:
        """Return the parts by their keys."""
        formula = self.formula
        parameters = {name: self.parameter(need) for name, need in formula.parameters.items()}
        errors = {
            code: {"message": self.sentence(names), "hint": self.mark}
            for code, names in formula.errors.items()
        }
        parts: dict[str, object] = {
            "model": formula.name,
            "inputs": [self.input(name, need) for name, need in formula.inputs.items()],
            "parameters": parameters,
            "outputs": [self.output(name, kind) for name, kind in formula.outputs.items()],
            "bands": list(self.bands()),
            "flags": self.sentences(formula.flags),
            "notes": self.sentences(formula.notes),
            "errors": errors,
            "working": self.sentences(formula.working),
            "examples.input": {name: sample(need) for name, need in formula.inputs.items()},
            "picture": formula.picture,
        }
        return {key: part for key, part in parts.items() if part or key == "working"}

    def bands(self) -> Iterator[dict[str, object]]:
        """Yield the bands that the formula names, after those of a scale where it reads limits."""
        limits: dict[str, int | None] = dict(BANDS) if self.formula.by_limits else {}
        for name in self.formula.bands:
            limits.setdefault(name, TOP if self.formula.by_limits else None)
        for name, limit in limits.items():
            start = {} if limit is None else {"from": limit}
            yield {"id": name, **start, "title": self.mark, "text": self.mark}

    def sentences(self, sentences: Mapping[str, str]) -> dict[str, Words]:
        """Return a sentence to write for each code, with what it may quote."""
        return {code: self.sentence(names) for code, names in sentences.items()}

    def sentence(self, names: str) -> Words:
        """Return a sentence to write that quotes values."""
        quoted = "".join(f" {{{name}}}" for name in names.split())
        return {language: text + quoted for language, text in self.mark.items()}

    def input(self, name: str, need: Need) -> dict[str, object]:
        """Return an input that meets a need."""
        return {
            "id": name,
            "type": need.type,
            "label": self.mark,
            "required": not need.optional,
            **({"when": dict(need.when)} if need.when else {}),
            **self.limits(need),
        }

    def limits(self, need: Need) -> dict[str, object]:
        """Return what a need says beside the type."""
        limits: dict[str, object] = {}
        if need.above is not None:
            limits["above"] = need.above
        if need.least:
            limits["length"] = [need.least, MOST_WITHOUT_LIMIT]
        if need.type == "choice":
            options = need.options or (OPTION,)
            limits["options"] = [{"id": name, "label": self.mark} for name in options]
        if need.item is not None:
            limits["item"] = {"type": need.item.type, **self.limits(need.item)}
        if need.fields:
            limits["fields"] = [self.input(name, each) for name, each in need.fields.items()]
        return limits

    def parameter(self, need: Need) -> object:
        """Return a mark in the place of a value that only the author can choose."""
        if need.item is not None:
            return [self.parameter(need.item)] if need.type == "list" else {}
        if need.fields:
            return [{name: self.parameter(each) for name, each in need.fields.items()}]
        return TO_WRITE

    def output(self, name: str, kind: str | Sequence[str]) -> dict[str, object]:
        """Return a result."""
        about: dict[str, object] = {"id": name, "label": self.mark}
        if isinstance(kind, str):
            return {**about, "kind": kind}
        columns = [{"id": column, "kind": "text", "label": self.mark} for column in kind]
        return {**about, "kind": "table", "columns": columns}


TO_WRITE = "<to write>"


def sample(need: Need) -> object:
    """Return a value that meets a need."""
    if need.type == "choice":
        return (need.options or (OPTION,))[0]
    if need.type in ("rows", "record"):
        row = {name: sample(each) for name, each in need.fields.items()}
        return [row] * max(need.least, 1) if need.type == "rows" else row
    if need.item is not None:
        item = sample(need.item)
        return [item] * max(need.least, 1) if need.type == "list" else {"a": item}
    return SAMPLES[need.type]
