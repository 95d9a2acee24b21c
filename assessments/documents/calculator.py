"""A calculator's result in words: its outputs, flags, cautions, picture, actions and working."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from assessments.border.record import Record, records
from assessments.border.version import VERSION
from assessments.calculators.definition import Output
from assessments.calculators.report import CalculatorReport
from assessments.documents.blocks import (
    Block,
    details,
    folded,
    heading,
    listing,
    notice,
    points,
    table,
    tone_of,
)
from assessments.documents.calculator_texts import CalculatorTexts
from assessments.documents.pictures import PICTURES
from assessments.documents.questionnaire import about
from assessments.documents.texts import Texts


def calculator_blocks(texts: Texts, report: CalculatorReport) -> Iterator[Block]:
    """Yield the main number first, then everything else that the tool found."""
    told = CalculatorTexts(report.definition, texts.language, report.money)
    outputs = report.shown
    yield _summary(told, report)
    yield from _points(told, report)
    yield from (notice("caution", told.caution(report, flag)) for flag in report.flags[1:])
    yield from (notice("info", told.caution(report, note)) for note in report.notes)
    yield heading(told.say("result.heading"))
    picture = _picture(told, report)
    yield from picture
    shown = shown_in(picture)
    if single := [output for output in outputs if output.kind != "table"]:
        yield from _values(told, report, single, shown)
    for output in outputs:
        if output.kind == "table" and report.outputs[output.id]:
            block = output_table(told, output, report.outputs[output.id])
            yield folded(block) if says_the_same(block, shown) else block
    yield from _further_actions(told, report)
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
        block |= {"name": texts.of(numbers[0].label), "text": texts.of(numbers[0].meaning)}
        if report.whole is not None:
            block["whole"] = texts.grouped(report.whole)
    if report.band is not None:
        words = texts.sentences([texts.band_text(report.band), str(block["text"])])
        block |= {"band": texts.band(report.band), "text": words}
        bands = report.definition.band_ids
        if report.band in bands:
            rank, best = bands.index(report.band), len(bands) - 1
            block["tone"] = tone_of(rank if report.high_is_good else best - rank, best)
    return block


def _score(texts: CalculatorTexts, output: Output, value: object) -> Block:
    """Return a number and its unit; a currency and a percent sign belong to the number."""
    unit = texts.unit(output) if value is not None else ""
    if unit.startswith("%") or texts.money.of(output.id):
        return {"score": texts.value_with_unit(output, value), "unit": ""}
    return {"score": texts.grouped(value, output.decimals), "unit": unit}


def _points(texts: CalculatorTexts, report: CalculatorReport) -> Iterator[Block]:
    rows = watch_points(texts, report)
    rows += [{"name": texts.say("points.next"), **item} for item in actions(texts, report)[:1]]
    if rows:
        yield points(rows)


def watch_points(texts: CalculatorTexts, report: CalculatorReport) -> list[Block]:
    """Return the first caution as a point."""
    name = texts.say("points.watch")
    return [
        {"name": name, "text": texts.caution(report, flag), "tone": "caution"}
        for flag in report.flags[:1]
    ]


def _picture(texts: CalculatorTexts, report: CalculatorReport) -> list[Block]:
    if report.picture is None or not texts.calculator.picture:
        return []
    caption = texts.of(texts.calculator.picture_title) or texts.title()
    told = PICTURES[texts.calculator.picture].tell(texts, report.picture)
    return [{**told, "caption": caption}]


def shown_in(picture: Sequence[Block]) -> set[tuple[str, str]]:
    """Return the names and numbers that bars show beside each other."""
    return {
        (str(row["label"]), str(row["shown"]))
        for each in picture
        for row in records(each.get("rows"))
    }


def says_the_same(block: Block, drawn: set[tuple[str, str]]) -> bool:
    """Return whether a table of names and numbers says nothing but what bars show."""
    return {tuple(row) for row in _cells(block)} <= drawn


def _cells(block: Block) -> Sequence[Sequence[str]]:
    rows = block["rows"]
    return rows if isinstance(rows, list) else ()


def key_figures(
    texts: CalculatorTexts,
    report: CalculatorReport,
    outputs: Sequence[Output],
    *,
    explained: bool = True,
) -> Block:
    """Return outputs as a table of names and values, with what they mean where that is said."""
    explained = explained and any(output.meaning for output in outputs)
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


def _values(
    texts: CalculatorTexts,
    report: CalculatorReport,
    outputs: Sequence[Output],
    drawn: set[tuple[str, str]],
) -> Iterator[Block]:
    """Yield the figures that the headline does not say, and folded those that bars say as well."""
    fresh = beside_headline(report, outputs)
    repeated = [
        each
        for each in fresh
        if (texts.of(each.label), texts.grouped(report.outputs[each.id])) in drawn
    ]
    if new := [each for each in fresh if each not in repeated]:
        yield key_figures(texts, report, new)
    if repeated:
        caption = {"caption": texts.say("result.in_figures")}
        yield folded(key_figures(texts, report, repeated) | caption)


def beside_headline(report: CalculatorReport, outputs: Sequence[Output]) -> list[Output]:
    """Return the outputs but for the number and the band that the headline says."""
    first = next(iter(report.definition.numbers), None)
    return [
        output
        for output in outputs
        if output is not first
        and not (report.band is not None and report.outputs[output.id] == report.band)
    ]


def output_table(texts: CalculatorTexts, output: Output, value: object) -> Block:
    """Return an output that is a table."""
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


def actions(texts: CalculatorTexts, report: CalculatorReport) -> list[Block]:
    """Return what to do next, each with its module and the words of an action of one's own."""
    told = [(texts.of(each.text), each.module) for each in report.actions]
    return [{"text": words, "module": module, "action": words} for words, module in told]


def _further_actions(texts: CalculatorTexts, report: CalculatorReport) -> Iterator[Block]:
    """Yield the actions after the first, which stands among the points."""
    if items := actions(texts, report)[1:]:
        yield heading(texts.say("actions.further"))
        yield listing(items, ordered=True)
