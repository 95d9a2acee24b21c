"""A hand-over in words: what would come from another tool, and what would give way to it."""

from collections.abc import Iterator, Mapping

from assessments.border.record import record
from assessments.calculators.inputs import Input
from assessments.documents.blocks import NONE, Block, notice, paragraph, table
from assessments.documents.calculator_texts import CalculatorTexts
from assessments.documents.texts import Texts, is_number
from assessments.handover import Given, HandOver


def handover_blocks(texts: Texts, report: HandOver) -> Iterator[Block]:
    """Yield how much comes, a table of it, and what is left out or gives way."""
    told = CalculatorTexts(report.target, texts.language)
    source = texts.of(report.source.get("title"))
    key = "handover.comes" if report.given else "handover.nothing"
    yield paragraph(texts.say(key, source=source, count=len(report.given)))
    if report.gives_way:
        yield notice("caution", texts.say("handover.gives_way", count=report.gives_way))
    for name, value in record(report.entry.get("sets")).items() if report.given else ():
        shown = _shown(told, report.target.input(name), value)
        yield notice("info", texts.say("handover.sets", input=told.label(name), value=shown))
    if report.left_out:
        yield notice("info", texts.say("handover.left_out", count=report.left_out))
    if report.given:
        yield _table(told, report)


def _table(texts: CalculatorTexts, report: HandOver) -> Block:
    fields = _fields(report)
    # By what a row is known comes first.
    names = sorted(report.given[0].values, key=lambda name: name not in _keys(report))
    titles = [_title(texts, report, fields.get(name), name) for name in names]
    one_row = not report.entry.get("into")
    if one_row:
        return _inputs(texts, report.given[0], fields, titles)
    rows = [
        [
            *_label(each),
            *(_shown(texts, fields.get(name), each.values[name]) for name in names),
            _state(texts, report, each),
        ]
        for each in report.given
    ]
    numeric = [all(is_number(each.values[name]) for each in report.given) for name in names]
    first = [texts.say("handover.name") for _ in _label(report.given[0])]
    columns = [*first, *titles, texts.say("handover.state")]
    caption = texts.say("handover.caption")
    return table(caption, columns, rows, [*(False for _ in first), *numeric, False])


def _keys(report: HandOver) -> tuple[object, ...]:
    return ("key", report.entry.get("key"))


def _label(each: Given) -> tuple[str, ...]:
    return (each.label,) if each.label else ()


def _inputs(
    texts: CalculatorTexts, given: Given, fields: Mapping[str, Input], titles: list[str]
) -> Block:
    """Return a table of single inputs: what comes, and what stands there now."""
    before = given.before or {}
    rows = [
        (title, _shown(texts, fields[name], value), _shown(texts, fields[name], before.get(name)))
        for title, (name, value) in zip(titles, given.values.items(), strict=True)
    ]
    columns = [
        texts.say(each) for each in ("handover.input", "handover.comes_in", "handover.stands")
    ]
    return table(texts.say("handover.caption"), columns, rows, [False, False, False])


def _fields(report: HandOver) -> Mapping[str, Input]:
    """Return what is received, by the name under which it comes."""
    name = str(report.entry.get("into", ""))
    inputs = report.target.inputs
    if not name:
        return {each.id: each for each in inputs}
    target = report.target.input(name)
    if target.type == "rows":
        return {each.id: each for each in target.fields}
    return {"value": target.entry}


def _title(texts: CalculatorTexts, report: HandOver, field: Input | None, name: str) -> str:
    if field is not None and field.label:
        return texts.of(field.label)
    return texts.say("handover.name") if name == "key" else texts.label(report.entry["into"])


def _shown(texts: CalculatorTexts, field: Input | None, value: object) -> str:
    if value is None:
        return NONE
    for option in field.options if field else ():
        if option.id == value:
            return texts.of(option.label)
    return texts.grouped(value) if is_number(value) else str(value)


def _state(texts: CalculatorTexts, report: HandOver, each: Given) -> str:
    if each.before is None:
        return texts.say("handover.new")
    before = record(each.before)
    own = {name: value for name, value in each.values.items() if name not in _keys(report)}
    changed = [name for name, value in own.items() if before.get(name, value) != value]
    if not changed and set(own) <= set(before):
        return texts.say("handover.same")
    if not changed:
        return texts.say("handover.completed")
    fields = _fields(report)
    shown = [_shown(texts, fields.get(name), before[name]) for name in changed]
    return texts.say("handover.instead", before=texts.joined(shown))
