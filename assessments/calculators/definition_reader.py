"""Read a calculator's definition once, at the border; whatever is read is trusted after."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from assessments.border.fingerprint import fingerprint
from assessments.border.problems import EngineError, Problem
from assessments.border.quoting import quote
from assessments.border.record import Record
from assessments.border.records import NOTHING
from assessments.calculators.definition import (
    MOST_DECIMALS,
    OUTPUT_KINDS,
    Action,
    Band,
    CalculatorDefinition,
    Output,
)
from assessments.calculators.formula import Formula
from assessments.calculators.input_definitions import InputDefinitions, is_whole
from assessments.calculators.input_problems import CODES
from assessments.calculators.input_reader import read_inputs
from assessments.calculators.inputs import Words
from assessments.calculators.needs import as_input, in_words
from assessments.calculators.proofs import problems_of
from assessments.calculators.values import Values
from assessments.numbers.exact import exact, plain
from assessments.words import Phrase


def read_definition(
    raw: Mapping[str, object], formulas: Mapping[str, Formula]
) -> CalculatorDefinition:
    """Return a calculator, or raise every problem that keeps its formula from using it."""
    reader = _DefinitionReader(str(raw.get("wrong_type", CODES["type"])))
    name = raw.get("model")
    if not isinstance(name, str) or name not in formulas:
        raise EngineError([unknown_formula(name, formulas)])
    definition = reader.definition(raw, formulas[name])
    # Whatever has the wrong shape would only be told a second time.
    problems = reader.problems or problems_of(definition, formulas[name])
    if problems:
        raise EngineError(problems, definition.errors)
    return definition


def unknown_formula(name: object, formulas: Iterable[str]) -> Problem:
    """Return the problem of a definition that names no formula of the engine."""
    values = {"name": quote(name), "names": ", ".join(formulas)}
    return Problem("E_DEFINITION", "model", values, "no_formula")


class _DefinitionReader(InputDefinitions):
    def definition(self, raw: Mapping[str, object], formula: Formula) -> CalculatorDefinition:
        """Return what is said, with something empty in the place of what cannot be read."""
        bands = [self.band(record, path) for path, record in self.records(raw, "bands")]
        self.check_unique([(f"bands[{i}]", band.id) for i, band in enumerate(bands)])
        self.check_rising(bands)
        return CalculatorDefinition(
            id=self.text(raw, "id"),
            formula=formula.name,
            title=self.words(raw, "title", ""),
            fingerprint=self.fingerprint(raw),
            inputs=self.inputs(raw, "inputs"),
            outputs=self.outputs(raw, "outputs"),
            parameters=self.parameters(raw, formula),
            bands=tuple(bands),
            flags=self.sentences(raw, "flags"),
            notes=self.sentences(raw, "notes"),
            working=self.sentences(raw, "working"),
            errors={
                code: self.sentences(self.record(raw.get("errors", NOTHING), "errors"), code)
                for code in self.record(raw.get("errors", NOTHING), "errors")
            },
            wrong_type=self.wrong_type,
            actions=tuple(
                Action(
                    when=self.text(record, "when", path),
                    module=self.text(record, "module", path),
                    text=self.words(record, "text", path),
                )
                for path, record in self.records(raw, "actions")
            ),
            picture=self.text(raw, "picture") if "picture" in raw else "",
            picture_title=self.words(raw, "picture_title", ""),
            raw=raw,
        )

    def fingerprint(self, raw: Mapping[str, object]) -> Mapping[str, str]:
        try:
            return fingerprint(raw)
        except (TypeError, ValueError, RecursionError):
            self.refuse("", "object", raw)
            return {}

    def sentences(self, parent: Record, key: str) -> Mapping[str, Words]:
        given = self.record(parent.get(key, NOTHING), key)
        return {code: self.words(given, code, key) for code in given}

    def outputs(self, parent: Record, key: str, path: str = "") -> tuple[Output, ...]:
        read = [
            (place, self.output(each, place)) for place, each in self.records(parent, key, path)
        ]
        self.check_unique([(place, output.id) for place, output in read])
        return tuple(output for _, output in read)

    def output(self, record: Record, path: str) -> Output:
        kind, decimals = record.get("kind"), record.get("decimals")
        if not isinstance(kind, str) or kind not in OUTPUT_KINDS:
            self.refuse(f"{path}.kind", "known_id", kind, options=", ".join(OUTPUT_KINDS))
        shown = decimals if is_whole(decimals) and decimals <= MOST_DECIMALS else None
        if decimals != shown:
            self.refuse(f"{path}.decimals", "between", decimals, low=0, high=MOST_DECIMALS)
        return Output(
            id=self.text(record, "id", path),
            kind=str(kind),
            label=self.words(record, "label", path),
            unit=self.words(record, "unit", path),
            decimals=shown,
            options=self.options(record, path),
            meaning=self.words(record, "meaning", path),
            columns=self.outputs(record, "columns", path),
        )

    def band(self, record: Record, path: str) -> Band:
        limit = self.any_number(record, "from", path) if "from" in record else None
        return Band(
            id=self.text(record, "id", path),
            minimum=exact(limit),
            title=self.words(record, "title", path),
            text=self.words(record, "text", path),
        )

    def check_rising(self, bands: list[Band]) -> None:
        before = None
        for position, band in enumerate(bands):
            if band.minimum is None:
                continue
            if before is not None and band.minimum <= before:
                path = f"bands[{position}].from"
                self.refuse(path, "above", plain(band.minimum), low=plain(before))
            before = band.minimum

    def parameters(self, raw: Mapping[str, object], formula: Formula) -> Values:
        """Return the parameters, each as its formula takes it."""
        given = self.record(raw.get("parameters", NOTHING), "parameters")
        needed = formula.parameters
        for name, need in needed.items():
            if name not in given:
                values = {"formula": formula.name, "name": name, "rule": in_words(need)}
                self.note("parameters", "needs_parameter", **values)
        for name in given:
            if name not in needed:
                values = {
                    "formula": formula.name,
                    "name": name,
                    "names": ", ".join(needed) or Phrase("found.nothing"),
                }
                self.note(f"parameters.{name}", "unread_parameter", **values)
        inputs = [as_input(need, name) for name, need in needed.items() if name in given]
        try:
            return read_inputs(inputs, {each.id: given[each.id] for each in inputs})
        except EngineError as error:
            self.problems += [replace(p, path=f"parameters.{p.path}") for p in error.problems]
            return {}
