"""What became of a result in words: then and now, figure by figure, and the answers that differ."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from assessments.border.version import VERSION
from assessments.calculators.report import CalculatorReport
from assessments.change import ChangedAnswer, ChangedFigure, ChangeReport, Figure
from assessments.documents.blocks import NONE, Block, heading, notice, paragraph, table
from assessments.documents.calculator_texts import CalculatorTexts
from assessments.documents.confidence.rows import words_of
from assessments.documents.confidence.telling import level_words
from assessments.documents.notices import caution_words
from assessments.documents.questionnaire import about, tone_for
from assessments.documents.texts import Texts, is_number
from assessments.questionnaires.report import PersonReport

MINUS = "\u2212"


def change_blocks(texts: Texts, report: ChangeReport) -> Iterator[Block]:
    """Yield what the whole became, then its parts, then the answers that differ."""
    told = texts_for(texts, report)
    yield _summary(told, report)
    if report.common:
        yield notice("info", texts.say("change.common", count=report.compared))
    if any(not each.comparable for each in report.figures):
        codes = {"then": _measure(texts, report.then), "now": _measure(texts, report.now)}
        yield notice("info", texts.say("change.currency", **codes))
    yield from _cautions(told, report)
    yield from _figures(told, report)
    yield from _answers(told, report)
    yield from _confidence(told, report)
    yield about(texts, _tool(report), _fingerprint(report), VERSION)


def texts_for(texts: Texts, report: ChangeReport) -> Texts:
    """Return what says the words of the tool, a calculator's with its outputs and inputs."""
    return _texts_of(texts, report.now)


def _texts_of(texts: Texts, one: PersonReport | CalculatorReport) -> Texts:
    if isinstance(one, CalculatorReport):
        return CalculatorTexts(one.definition, texts.language, one.money)
    return texts


def _summary(texts: Texts, report: ChangeReport) -> Block:
    then, now = report.bands
    block: Block = {"kind": "summary", "title": texts.title(), "tone": "none"}
    if now is not None:
        block["band"] = texts.band(now)
        if isinstance(report.now, PersonReport):
            block["tone"] = tone_for(texts, report.now.model, now)
    if report.headline is not None and report.headline.now is not None and not _in_stages(report):
        block["score"] = _whole_shown(texts, report, report.headline.now)
        if isinstance(report.now, PersonReport):
            block["unit"] = texts.say(report.now.model.telling.unit)
    return {**block, "text": texts.sentences(_whole(texts, report, then, now))}


def _whole(texts: Texts, report: ChangeReport, then: str | None, now: str | None) -> Iterator[str]:
    figure = report.headline
    if figure is not None and figure.change is not None:
        values = {
            "then": _whole_shown(_texts_of(texts, report.then), report, figure.then),
            "now": _whole_shown(texts, report, figure.now),
            "change": _difference(texts, figure),
        }
        yield texts.say("change.whole" if figure.change else "change.whole_same", **values)
    elif figure is not None and figure.comparable:
        yield texts.say("change.no_number")
    if then is not None and now is not None:
        bands = {"then": texts.band(then), "now": texts.band(now)}
        yield texts.say("change.band" if then != now else "change.band_same", **bands)


def since_words(texts: Texts, report: ChangeReport) -> str:
    """Say by how much the number that sums the whole up has changed; empty without one."""
    figure = report.headline
    if figure is None or figure.change is None:
        return ""
    if not figure.change:
        return texts.say("page.same")
    told = texts_for(texts, report)
    now = {"then": _whole_shown(told, report, figure.then), "change": signed(told, figure.change)}
    return texts.say("page.changed", **now)


def _whole_shown(texts: Texts, report: ChangeReport, value: Figure) -> str:
    """Say the number that sums the whole up: a stage as one, an output with its unit."""
    if isinstance(report.now, CalculatorReport):
        return _shown(texts, report.headline.id if report.headline else "", value)
    if _in_stages(report):
        return texts.say("bounds.stage", stage=value)
    return texts.number(value)


def _in_stages(report: ChangeReport) -> bool:
    return isinstance(report.now, PersonReport) and report.now.model.telling.in_stages


def _cautions(texts: Texts, report: ChangeReport) -> Iterator[Block]:
    """Yield what must not be missed and was not there before, and what is no longer there."""
    then, now = (_caution_words(texts, each) for each in (report.then, report.now))
    for words in now:
        if words not in then:
            yield notice("caution", texts.say("change.new", text=words))
    for words in then:
        if words not in now:
            yield notice("info", texts.say("change.gone", text=words))


def _caution_words(texts: Texts, report: PersonReport | CalculatorReport) -> list[str]:
    if isinstance(report, CalculatorReport):
        told = CalculatorTexts(report.definition, texts.language, report.money)
        return [told.caution(report, flag) for flag in report.flags]
    found = (*(report.gates or ()), *report.flags)
    return [caution_words(texts, each) for each in found]


def _figures(texts: Texts, report: ChangeReport) -> Iterator[Block]:
    if not report.figures:
        return
    yield heading(texts.say("change.figures"))
    if isinstance(report.now, PersonReport):
        yield _pairs(texts, report.now, report)
    columns = ("change.figure", "change.then", "change.now", "change.difference")
    rows = [
        (
            name_of(texts, each.id),
            _shown(_texts_of(texts, report.then), each.id, each.then),
            _shown(texts, each.id, each.now),
            _difference(texts, each),
        )
        for each in report.figures
    ]
    names = [texts.say(column) for column in columns]
    yield table(texts.say("change.in_figures"), names, rows, [False, True, True, True])


def _difference(texts: Texts, each: ChangedFigure) -> str:
    if each.change is None:
        return NONE
    said = signed(texts, each.change)
    if isinstance(texts, CalculatorTexts):
        return texts.in_currency(said, texts.money.of(each.id))
    return said


def _pairs(texts: Texts, now: PersonReport, report: ChangeReport) -> Block:
    """Return two bars for each dimension, on a scale from 0 to 100."""
    good = now.model.high_is_good
    return {
        "kind": "pairs",
        "caption": texts.say("scores.caption" if good else "scores.caption_severity"),
        "maximum": 100,
        "then": texts.say("change.then"),
        "now": texts.say("change.now"),
        "rows": [_pair(texts, each) for each in report.figures],
    }


def _measure(texts: Texts, report: PersonReport | CalculatorReport) -> str:
    """Return what the amounts of a calculator are counted in."""
    told = _texts_of(texts, report)
    if not isinstance(told, CalculatorTexts):
        return ""
    return told.money.code or told.label(told.money.unit)


def _pair(texts: Texts, each: ChangedFigure) -> Block:
    return {
        "id": each.id,
        "label": texts.dimension(each.id),
        "then": each.then,
        "now": each.now,
        "shown_then": texts.number(each.then),
        "shown_now": texts.number(each.now),
        "note": "" if each.change is None else signed(texts, each.change),
    }


def _answers(texts: Texts, report: ChangeReport) -> Iterator[Block]:
    yield heading(texts.say("change.answers"))
    if not report.answers:
        yield paragraph(texts.say("change.no_answers", count=report.compared))
        return
    count = {"count": len(report.answers), "total": report.compared}
    yield paragraph(texts.say("change.some_answers", **count))
    columns = [texts.say(each) for each in ("change.question", "change.then", "change.now")]
    rows = [
        (
            asked(texts, each),
            answer_words(texts, each, each.then),
            answer_words(texts, each, each.now),
        )
        for each in report.answers
    ]
    yield table(texts.say("change.each_answer"), columns, rows, [False, False, False])


def _confidence(texts: Texts, report: ChangeReport) -> Iterator[Block]:
    """Yield of which answers somebody is more or less sure than then; of the others nothing."""
    if not report.confidence:
        return
    yield paragraph(texts.say("change.confidence", count=len(report.confidence)))
    columns = [texts.say(each) for each in ("change.question", "change.then", "change.now")]
    rows = [
        (texts.question(each.id), *(level_words(texts, word) for word in words_of(each)))
        for each in report.confidence
    ]
    yield table(texts.say("change.each_confidence"), columns, rows, [False, False, False])


def asked(texts: Texts, each: ChangedAnswer) -> str:
    """Return the words of a question, or of an input."""
    return texts.label(each.id) if isinstance(texts, CalculatorTexts) else texts.question(each.id)


def answer_words(texts: Texts, each: ChangedAnswer, answer: object) -> str:
    """Return an answer with its sentence, or that there was none."""
    if answer is None:
        return texts.say("change.open")
    if isinstance(texts, CalculatorTexts):
        return _input(texts, answer)
    return (
        texts.say("answers.na") if answer == "na" else f"{answer} {texts.anchor(each.id, answer)}"
    )


def _input(texts: CalculatorTexts, answer: object) -> str:
    """Say an input: a number, an option by its words, a list by how long it is."""
    if isinstance(answer, (list, tuple)):
        return texts.say("change.rows", count=len(answer))
    if isinstance(answer, bool):
        return texts.say("value.yes" if answer else "value.no")
    return texts.grouped(answer) if is_number(answer) else texts.label(answer)


def name_of(texts: Texts, name: str) -> str:
    """Return the title of a dimension, or the label of an output."""
    if isinstance(texts, CalculatorTexts):
        return texts.label(name)
    return texts.dimension(name)


def _shown(texts: Texts, name: str, value: Figure) -> str:
    if isinstance(texts, CalculatorTexts):
        outputs = {each.id: each for each in texts.calculator.outputs}
        return texts.value_with_unit(outputs[name], value)
    return texts.number(value)


def signed(texts: Texts, value: int | Decimal) -> str:
    """Return a difference with its sign: +7.5, −3, 0."""
    sign = "+" if value > 0 else MINUS if value < 0 else ""
    return sign + texts.grouped(abs(value))


def _tool(report: ChangeReport) -> str:
    now = report.now
    return now.definition.id if isinstance(now, CalculatorReport) else now.identity.tool


def _fingerprint(report: ChangeReport) -> Mapping[str, str]:
    now = report.now
    if isinstance(now, CalculatorReport):
        return now.definition.fingerprint
    return now.identity.definition
