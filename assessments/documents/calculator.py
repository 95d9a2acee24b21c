"""A calculator's result in words: its outputs, flags, cautions, picture, actions and working."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from assessments.border.record import Record
from assessments.border.version import VERSION
from assessments.calculators.definition import Output
from assessments.calculators.report import CalculatorReport
from assessments.documents.blocks import Block, details, heading, listing, notice, table, tone_of
from assessments.documents.calculator_texts import CalculatorTexts
from assessments.documents.pictures import PICTURES
from assessments.documents.questionnaire import about
from assessments.documents.texts import Texts


def calculator_blocks(texts: Texts, report: CalculatorReport) -> Iterator[Block]:
    """Yield the main number first, then everything else that the tool found."""
    told = CalculatorTexts(report.definition, texts.language, report.money)
    outputs = report.shown
    yield _summary(told, report)
    yield from (notice("caution", told.caution(report, flag)) for flag in report.flags)
    yield from (notice("info", told.caution(report, note)) for note in report.notes)
    yield heading(told.say("result.heading"))
    if report.picture is not None and report.definition.picture:
        yield _picture(told, report.picture)
    if single := [output for output in outputs if output.kind != "table"]:
        yield _values(told, report, single)
    for output in outputs:
        if output.kind == "table" and report.outputs[output.id]:
            yield _table(told, output, report.outputs[output.id])
    yield from _actions(told, report)
    yield details(told.say("details.working"), [*_working(told, report)])
    yield about(told, report.definition.id, report.definition.fingerprint, VERSION)


def _working(texts: CalculatorTexts, report: CalculatorReport) -> Iterator[str]:
    """Yield the steps; a currency that all amounts share is said once, before them."""
    if report.money.code:
        yield texts.say("details.currency", currency=report.money.code)
    yield from (texts.step(step) for step in report.working)


def _summary(texts: CalculatorTexts, report: CalculatorReport) -> Block:
    block: Block = {"kind": "summary", "title": texts.title(), "tone": "none", "text": ""}
    numbers = report.definition.numbers
    if numbers and all(report.outputs.get(output.id) is None for output in numbers):
        block["text"] = texts.say("result.nothing_counted")
    elif numbers:
        block |= _score(texts, numbers[0], report.outputs[numbers[0].id])
        block["text"] = texts.of(numbers[0].label)
    if report.band is not None:
        block |= {"band": texts.band(report.band), "text": texts.band_text(report.band)}
        bands = report.definition.band_ids
        if report.band in bands:
            rank, best = bands.index(report.band), len(bands) - 1
            block["tone"] = tone_of(rank if report.high_is_good else best - rank, best)
    return block


def _score(texts: CalculatorTexts, output: Output, value: object) -> Block:
    """Return a number and its unit; a currency and a percent sign belong to the number."""
    unit = texts.of(output.unit) if value is not None else ""
    if unit.startswith("%") or texts.money.of(output.id):
        return {"score": texts.value_with_unit(output, value), "unit": ""}
    return {"score": texts.grouped(value, output.decimals), "unit": unit}


def _picture(texts: CalculatorTexts, data: Record) -> Block:
    caption = texts.of(texts.calculator.picture_title) or texts.title()
    return {**PICTURES[texts.calculator.picture].tell(texts, data), "caption": caption}


def _values(texts: CalculatorTexts, report: CalculatorReport, outputs: Sequence[Output]) -> Block:
    explained = any(output.meaning for output in outputs)
    names = ["table.name", "table.value", *(["table.meaning"] if explained else [])]
    rows = [
        [
            texts.of(output.label),
            texts.value_with_unit(output, report.outputs[output.id]),
            *([texts.of(output.meaning)] if explained else []),
        ]
        for output in outputs
    ]
    columns = [texts.say(name) for name in names]
    return table(texts.say("result.values"), columns, rows, [False, True, False][: len(names)])


def _table(texts: CalculatorTexts, output: Output, value: object) -> Block:
    # A column has the options of its table, where it has none of its own.
    columns = [replace(each, options=each.options or output.options) for each in output.columns]
    rows = [
        [texts.value_with_unit(column, row.get(column.id)) for column in columns]
        for row in _rows(value)
    ]
    names = [texts.of(column.label) for column in columns]
    return table(texts.of(output.label), names, rows, [each.kind == "number" for each in columns])


def _rows(value: object) -> list[Record]:
    if isinstance(value, Mapping):
        return [
            {"key": key, **(each if isinstance(each, Mapping) else {"value": each})}
            for key, each in value.items()
        ]
    listed = value if isinstance(value, (list, tuple)) else ()
    return [each if isinstance(each, Mapping) else {"value": each} for each in listed]


def _actions(texts: CalculatorTexts, report: CalculatorReport) -> Iterator[Block]:
    told = [(texts.of(each.text), each.module) for each in report.actions]
    items = [{"text": words, "module": module, "action": words} for words, module in told]
    if items:
        yield heading(texts.say("actions.heading"))
        yield listing(items, ordered=True)
