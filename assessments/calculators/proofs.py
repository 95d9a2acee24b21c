"""Hold a definition to what its formula needs: inputs, outputs, bands, sentences and picture."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from assessments.border.problems import Problem
from assessments.border.records import unfit
from assessments.calculators.definition import ALWAYS, CalculatorDefinition
from assessments.calculators.formula import Formula, Sentences
from assessments.calculators.inputs import Input, Words
from assessments.calculators.needs import Need
from assessments.words import Phrase, has_words
from assessments.words.sentence import gap_names

OF_THE_READER = frozenset(("path", "found", "rule", "options"))
"""What the sentence of a problem with a single input may quote."""


def problems_of(definition: CalculatorDefinition, formula: Formula) -> Sequence[Problem]:
    """Return everything that keeps a formula from using a definition."""
    problems = [
        *_fields(definition.inputs, formula.inputs, "inputs", formula.name),
        *_outputs(definition, formula),
        *_bands(definition, formula),
        *_sentences(definition, formula),
        *_errors(definition, formula),
        *_actions(definition),
        *_picture(definition, formula),
    ]
    # What a formula asks beyond that rests on inputs and parameters that are there.
    return problems or [*formula.proofs(definition)]


def _told(path: str, case: str, **values: object) -> Problem:
    return Problem("E_DEFINITION", path, values, case)


def _takes(formula: str, path: str, expected: str | Phrase, found: str | Phrase) -> Problem:
    return _told(path, "takes", formula=formula, expected=expected, found=found)


def _listed(names: Iterable[str]) -> str | Phrase:
    return ", ".join(names) or Phrase("found.nothing")


def _fields(
    inputs: Iterable[Input], needs: Mapping[str, Need], path: str, formula: str
) -> Iterator[Problem]:
    """Hold the inputs, or the fields of one, to those that the formula reads."""
    ids = []
    for position, about in enumerate(inputs):
        ids.append(about.id)
        place = f"{path}[{position}]"
        if about.id not in needs:
            names = _listed(needs)
            yield _told(place, "unread_input", formula=formula, name=about.id, names=names)
        else:
            yield from _input(about, needs[about.id], place, formula)
            if not (needs[about.id].optional or about.always_there):
                yield _told(place, "needs_value", formula=formula, name=about.id)
    for name, need in needs.items():
        if name not in ids:
            yield _told(path, "needs_input", formula=formula, name=name, type=need.type)


def _input(about: Input, need: Need, path: str, formula: str) -> Iterator[Problem]:
    if about.type != need.type:
        yield _takes(formula, f"{path}.type", need.type, about.type)
        return
    for position, option in enumerate(about.option_ids() if need.options else ()):
        if option not in need.options:
            place = f"{path}.options[{position}].id"
            yield unfit(place, "known_id", option, options=", ".join(need.options))
    if about.when != need.when and not need.optional:
        expected = _listed(f"{name}: {answer}" for name, answer in need.when.items())
        found = _listed(f"{name}: {answer}" for name, answer in about.when.items())
        yield _takes(formula, f"{path}.when" if about.when else path, expected, found)
    if need.above is not None and not about.exceeds(need.above):
        yield _told(path, "needs_limit", formula=formula, low=need.above)
    if need.least and (about.length is None or about.length[0] < need.least):
        yield _told(path, "needs_entries", formula=formula, low=need.least)
    if about.accepts_na and not need.accepts_na:
        yield unfit(f"{path}.accepts_na", "exactly", True, value="false")
    if about.item is not None and need.item is not None:
        yield from _input(about.item, need.item, f"{path}.item", formula)
    if need.fields:
        yield from _fields(about.fields, need.fields, f"{path}.fields", formula)


def _outputs(definition: CalculatorDefinition, formula: Formula) -> Iterator[Problem]:
    """Hold the outputs and the columns of tables to what the formula gives."""
    for position, output in enumerate(definition.outputs):
        path, given = f"outputs[{position}]", formula.outputs.get(output.id)
        if given is None:
            names = _listed(formula.outputs)
            yield _told(f"{path}.id", "output", formula=formula.name, name=output.id, names=names)
        elif isinstance(given, str) and output.kind != given:
            yield _takes(formula.name, f"{path}.kind", given, output.kind)
        elif isinstance(given, tuple) and output.kind != "table":
            yield _takes(formula.name, f"{path}.kind", "table", output.kind)
        columns = given if isinstance(given, tuple) else ()
        for place, column in enumerate(output.columns if columns else ()):
            if column.id not in columns:
                at = f"{path}.columns[{place}].id"
                yield unfit(at, "known_id", column.id, options=", ".join(columns))


def _bands(definition: CalculatorDefinition, formula: Formula) -> Iterator[Problem]:
    if formula.by_limits and not definition.bands:
        yield unfit("bands", "not_empty", [])
    for band in formula.bands:
        if band not in definition.band_ids:
            yield unfit("bands", "holds", list(definition.band_ids), id=band)


def _picture(definition: CalculatorDefinition, formula: Formula) -> Iterator[Problem]:
    if definition.picture and definition.picture != formula.picture:
        yield _takes(formula.name, "picture", formula.picture, definition.picture)


def _sentences(definition: CalculatorDefinition, formula: Formula) -> Iterator[Problem]:
    results = {output.id for output in definition.outputs}
    said: Mapping[str, tuple[Mapping[str, Words], Sentences]] = {
        "flags": (definition.flags, formula.flags),
        "notes": (definition.notes, formula.notes),
        "working": (
            definition.working,
            {**formula.working, **formula.own_working(definition)},
        ),
    }
    for section, (written, needed) in said.items():
        for code, quoted in needed.items():
            if code not in written:
                values = {"formula": formula.name, "name": code, "names": _listed(quoted.split())}
                yield _told(section, "needs_sentence", **values)
        for code, words in written.items():
            path = f"{section}.{code}"
            if code not in needed:
                names = _listed(needed)
                yield _told(path, "unsaid", formula=formula.name, name=code, names=names)
                continue
            filled = {*needed[code].split(), *(results if section != "working" else ())}
            yield from _gaps(words, filled, path, formula.name)


def _gaps(words: Words, filled: Iterable[str], path: str, formula: str) -> Iterator[Problem]:
    """Find what a sentence quotes and the formula does not give."""
    known = sorted(filled)
    for language, sentence in words.items():
        for name in gap_names(str(sentence)):
            if name not in known:
                values = {"formula": formula, "gap": name, "names": _listed(known)}
                yield _told(f"{path}.{language}", "gap", **values)


def _errors(definition: CalculatorDefinition, formula: Formula) -> Iterator[Problem]:
    """Hold the problems that a tool words itself to those that there can be."""
    own = {code for about in definition.inputs for code in _codes(about)}
    for code in sorted({definition.wrong_type, *own, *formula.errors} - set(definition.errors)):
        if not (has_words(f"{code}.message") or has_words(f"{code}.kind.message")):
            yield _told("errors", "needs_words", name=code)
    for code, parts in definition.errors.items():
        if code not in own and code not in formula.errors and not has_words(f"{code}.message"):
            names = _listed(sorted({*own, *formula.errors}))
            path = f"errors.{code}"
            yield _told(path, "unsaid", formula=formula.name, name=code, names=names)
            continue
        for part, words in parts.items():
            filled = {*formula.errors.get(code, "").split(), *OF_THE_READER}
            yield from _gaps(words, filled, f"errors.{code}.{part}", formula.name)


def _codes(about: Input) -> Iterator[str]:
    """Yield the codes that an input and its parts give to faults."""
    yield from about.errors.values()
    for part in (*about.fields, *([about.item] if about.item else [])):
        yield from _codes(part)


def _actions(definition: CalculatorDefinition) -> Iterator[Problem]:
    """An action hangs on a band, a flag, a note or a possible result of its own tool."""
    options = [option.id for output in definition.outputs for option in output.options]
    known = [*definition.band_ids, *options, *definition.flags, *definition.notes, ALWAYS]
    for position, action in enumerate(definition.actions):
        if action.when not in known:
            names = _listed(known)
            yield _told(f"actions[{position}].when", "action", name=action.when, names=names)
