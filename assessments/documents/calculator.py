"""A calculator's result in words: its outputs, flags, cautions, picture, actions and working."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from assessments.documents.blocks import (
    NONE,
    Block,
    details,
    heading,
    listing,
    notice,
    table,
    tone_of,
)
from assessments.documents.pictures import picture_block
from assessments.documents.questionnaire import about
from assessments.documents.texts import Record, Texts, record, records
from assessments.documents.working import said_tool_steps, shown_value

IN_ONE_CELL = ("number", "text", "choice", "list")
"""Kinds of output that have one cell; a table has many."""


def calculator_blocks(texts: Texts, report: Record) -> Iterator[Block]:
    """Yield the main number first, then everything else that the tool found."""
    outputs = records(texts.definition.get("outputs"))
    yield _summary(texts, report, outputs)
    for key, tone in (("flags", "caution"), ("notes", "info")):
        for code in codes(report.get(key)):
            yield notice(tone, code_words(texts, report, key, code) or code)
    yield heading(texts.say("result.heading"))
    if report.get("picture") is not None:
        yield picture_block(texts, record(report["picture"]))
    if single := [each for each in outputs if each.get("kind") in IN_ONE_CELL]:
        yield _values(texts, report, single)
    for each in outputs:
        yield from _many(texts, report, each)
    yield from _actions(texts, report)
    yield details(texts.say("details.working"), said_tool_steps(texts, report))
    yield about(texts, str(report["tool"]), record(report["definition"]), str(report["engine"]))


def codes(value: object) -> list[str]:
    """Return the codes of a report's flags or notes."""
    return [str(each) for each in value] if isinstance(value, list) else []


def _summary(texts: Texts, report: Record, outputs: Sequence[Record]) -> Block:
    block: Block = {"kind": "summary", "title": texts.title(), "tone": "none", "text": ""}
    numbers = [each for each in outputs if each.get("kind") == "number"]
    if numbers and all(report.get(str(each["id"])) is None for each in numbers):
        block["text"] = texts.say("result.nothing_counted")
    elif numbers:
        block |= _score(texts, numbers[0], report.get(str(numbers[0]["id"])))
        block["text"] = texts.of(numbers[0].get("label"))
    band = report.get("band")
    if isinstance(band, str):
        names = list(texts.bands)
        block |= {"band": texts.band(band), "text": texts.band_text(band)}
        if band in names:
            block["tone"] = tone_of(names.index(band), len(names) - 1)
    return block


def _score(texts: Texts, spec: Record, value: object) -> Block:
    """Return a number and its unit; a percent sign belongs to the number."""
    unit = texts.of(spec.get("unit")) if value is not None else ""
    if unit.startswith("%"):
        return {"score": _with_unit(texts, spec, value), "unit": ""}
    return {"score": _number(texts, spec, value), "unit": unit}


def code_words(texts: Texts, report: Record, key: str, code: str) -> str:
    """Say what a code of the flags or notes means, in the tool's own sentence."""
    name = code.partition(":")[0]
    outputs = {str(each["id"]) for each in records(texts.definition.get("outputs"))}
    known = {name: value for name, value in report.items() if name in outputs}
    facts = record(record(report.get("facts")).get(name))
    values = {each: shown_value(texts, value) for each, value in {**known, **facts}.items()}
    return texts.fill(record(texts.definition.get(key)).get(name), values)


def _values(texts: Texts, report: Record, outputs: Sequence[Record]) -> Block:
    explained = any(each.get("meaning") for each in outputs)
    names = ["table.name", "table.value", *(["table.meaning"] if explained else [])]
    rows = [
        [
            texts.of(each.get("label")),
            _with_unit(texts, each, report.get(str(each["id"]))),
            *([texts.of(each.get("meaning"))] if explained else []),
        ]
        for each in outputs
    ]
    columns = [texts.say(name) for name in names]
    return table(texts.say("result.values"), columns, rows, [False, True, False][: len(names)])


def _with_unit(texts: Texts, spec: Record, value: object) -> str:
    unit = texts.of(spec.get("unit"))
    words = _word(texts, spec, value)
    if not unit or words == NONE or option_label(texts, spec, option_key(value)):
        return words
    return texts.with_unit(words, unit)


def _word(texts: Texts, spec: Record, value: object) -> str:
    if isinstance(value, (list, tuple)):
        # A comma may stand inside a number, so it must not stand between two.
        put = texts.joined if all(isinstance(each, str) for each in value) else texts.listed
        return put(_word(texts, spec, each) for each in value) or NONE
    if isinstance(value, Mapping):
        return texts.joined([f"{key}: {_word(texts, spec, each)}" for key, each in value.items()])
    if label := option_label(texts, spec, option_key(value)):
        return label
    if isinstance(value, str) and value in texts.bands:
        return texts.band(value)
    if isinstance(value, bool):
        return texts.say("value.yes" if value else "value.no")
    return _number(texts, spec, value)


def option_key(value: object) -> str:
    """Return the id of the option that words a value: true, false, zero, or the value itself."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return "zero" if isinstance(value, (int, Decimal)) and not value else str(value)


def option_label(texts: Texts, spec: Record, value: object) -> str:
    """Return the words of an option, of goal:x as those of goal with x; empty for no option."""
    labels = {each.get("id"): texts.of(each.get("label")) for each in records(spec.get("options"))}
    if value in labels or not isinstance(value, str):
        return labels.get(value, "")
    kind, _, name = value.partition(":")
    named = name and kind in labels
    return texts.say("named", kind=labels[kind], name=name) if named else ""


def _number(texts: Texts, spec: Record, value: object) -> str:
    decimals = spec.get("decimals")
    return texts.grouped(value, decimals if isinstance(decimals, int) else None)


def _many(texts: Texts, report: Record, spec: Record) -> Iterator[Block]:
    """Yield the table of an output of many values."""
    value = report.get(str(spec["id"]))
    if spec.get("kind") != "table" or not value:
        return
    caption = texts.of(spec.get("label"))
    columns = records(spec.get("columns"))
    names = [texts.of(column.get("label")) for column in columns]
    rows = [
        [_with_unit(texts, _column(spec, column), row.get(str(column["id"]))) for column in columns]
        for row in _rows(value)
    ]
    yield table(caption, names, rows, [column.get("kind") == "number" for column in columns])


def _column(spec: Record, column: Record) -> Record:
    """Return a column with the options of its table, where it has none of its own."""
    return {"options": spec.get("options"), **column}


def _rows(value: object) -> list[Record]:
    if isinstance(value, Mapping):
        return [
            {"key": key, **(each if isinstance(each, Mapping) else {"value": each})}
            for key, each in value.items()
        ]
    return [each if isinstance(each, Mapping) else {"value": each} for each in _listed(value)]


def _listed(value: object) -> Sequence[object]:
    return value if isinstance(value, (list, tuple)) else ()


def _actions(texts: Texts, report: Record) -> Iterator[Block]:
    chosen = [(each.get("when"), each.get("module")) for each in records(report.get("actions"))]
    items = [
        {"text": texts.of(action.get("text")), "module": action.get("module")}
        for action in records(texts.definition.get("actions"))
        if (action.get("when"), action.get("module")) in chosen
    ]
    if items:
        yield heading(texts.say("actions.heading"))
        yield listing(items, ordered=True)
