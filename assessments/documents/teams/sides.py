"""Our view against the customer's in words: paired bars, a table, and the widest gaps."""

from collections.abc import Iterator, Sequence

from assessments.documents.blocks import NONE, Block, heading, notice, paragraph, table
from assessments.documents.changes import signed
from assessments.documents.questionnaire import about_questionnaire
from assessments.documents.texts import Texts
from assessments.questionnaires.teams.reports import Gap, Side, SidesReport


def sides_blocks(texts: Texts, report: SidesReport) -> Iterator[Block]:
    """Yield what each side says, both beside each other, then the questions by their gap."""
    text = texts.sentences(side_sentences(texts, report))
    yield {"kind": "summary", "title": texts.title(), "tone": "none", "text": text}
    for name, side in _both(texts, report):
        if side.excluded:
            words = texts.say("sides.excluded", side=name, count=side.excluded)
            yield notice("info", words)
    yield heading(texts.say("sides.heading"))
    yield _pairs(texts, report)
    yield dimension_table(texts, report)
    yield heading(texts.say("sides.questions"))
    severe = "" if report.identity.model.high_is_good else "_severity"
    yield paragraph(texts.say(f"sides.questions_text{severe}"))
    yield question_table(texts, report.questions, "sides.each_question")
    if any(each.gap is None for each in (*report.dimensions, *report.questions)):
        yield paragraph(texts.say("sides.few"))
    yield about_questionnaire(texts, report.identity)


def side_sentences(texts: Texts, report: SidesReport) -> Iterator[str]:
    """Yield who each side is, and its result."""
    for name, side in _both(texts, report):
        who = texts.say("sides.agreed" if side.agreed else "sides.many", side=name, n=side.count)
        yield _result(texts, side, who)


def _both(texts: Texts, report: SidesReport) -> tuple[tuple[str, Side], ...]:
    return (texts.say("sides.us"), report.us), (texts.say("sides.customer"), report.customer)


def _result(texts: Texts, side: Side, who: str) -> str:
    bands = list(side.bands)
    if not bands:
        return texts.say("sides.none", who=who)
    if side.overall is not None:
        score = texts.number(side.overall)
        return texts.say("sides.whole", who=who, score=score, band=texts.band(bands[0]))
    if side.agreed:
        return texts.say("sides.band", who=who, band=texts.band(bands[0]))
    each = [
        texts.say("sides.band_count", band=texts.band(band), count=count)
        for band, count in side.bands.items()
    ]
    return texts.say("sides.bands", who=who, each=texts.joined(each))


def _pairs(texts: Texts, report: SidesReport) -> Block:
    """Return two bars for each dimension, on a scale from 0 to 100."""
    us, customer = (name for name, _ in _both(texts, report))
    return {
        "kind": "pairs",
        "caption": texts.say("sides.dimensions"),
        "maximum": 100,
        "then": us,
        "now": customer,
        "rows": [
            {
                "id": each.id,
                "label": texts.dimension(each.id),
                "then": each.us,
                "now": each.customer,
                "shown_then": texts.number(each.us),
                "shown_now": texts.number(each.customer),
                "note": "" if each.gap is None else signed(texts, each.gap),
            }
            for each in report.dimensions
        ],
    }


def dimension_table(texts: Texts, report: SidesReport) -> Block:
    """Return both views of each dimension as a table."""
    rows = [_row(texts, each, texts.dimension(each.id)) for each in report.dimensions]
    return _table(texts, "sides.figures", "scores.dimension", rows)


def question_table(texts: Texts, questions: Sequence[Gap], caption: str) -> Block:
    """Return both views of questions as a table."""
    rows = [_row(texts, each, texts.question(each.id)) for each in questions]
    return _table(texts, caption, "group.question", rows)


def _table(texts: Texts, caption: str, first: str, rows: Sequence[Sequence[str]]) -> Block:
    names = [texts.say(key) for key in (first, "sides.us", "sides.customer", "sides.gap")]
    return table(texts.say(caption), names, rows, [False, True, True, True])


def _row(texts: Texts, each: Gap, name: str) -> Sequence[str]:
    gap = NONE if each.gap is None else signed(texts, each.gap)
    return name, texts.number(each.us), texts.number(each.customer), gap
