"""The results of many people in words: the mean, where they differ, and each answer's count."""

from collections.abc import Iterator, Sequence

from assessments.documents.blocks import NONE, Block, details, heading, notice, paragraph, table
from assessments.documents.notices import caution_words, counted_words
from assessments.documents.questionnaire import about_questionnaire, tone_for
from assessments.documents.scores import bar
from assessments.documents.texts import Texts
from assessments.documents.working import said_steps
from assessments.questionnaires.definition import LEVELS
from assessments.questionnaires.group_report import (
    FEW,
    DistributionReport,
    GroupDimension,
    GroupReport,
    QuestionCounts,
)


def group_blocks(texts: Texts, report: GroupReport) -> Iterator[Block]:
    """Yield the mean of a group, its differences and its answers."""
    yield from mean_blocks(texts, report)
    yield from _questions(texts, report.questions)
    yield details(texts.say("details.working"), said_steps(texts, report.working))
    yield about_questionnaire(texts, report.identity)


def mean_blocks(texts: Texts, report: GroupReport) -> Iterator[Block]:
    """Yield the mean of a group and its differences."""
    model, band = report.identity.model, report.band
    words = texts.say("group.text", n=report.count, text=texts.band_text(band))
    yield {
        "kind": "summary",
        "title": texts.title(),
        "score": texts.number(report.overall),
        "unit": texts.say(model.telling.unit, stages=len(report.dimensions)),
        "band": texts.band(band),
        "tone": tone_for(texts, model, band),
        "text": words,
    }
    for gate in report.gates or ():
        yield notice("caution", counted_words(texts, gate, report.count))
    for flag in report.flags:
        yield notice("caution", caution_words(texts, flag))
    yield from _excluded(texts, report)
    yield heading(texts.say("scores.heading"))
    yield _bars(texts, report)
    yield _figures(texts, report.dimensions, ("mean", "range"), "scores.figures_group")


def distribution_blocks(texts: Texts, report: DistributionReport) -> Iterator[Block]:
    """Yield how many answer sets give each result, and each answer."""
    yield from spread_blocks(texts, report)
    yield from _questions(texts, report.questions)
    yield about_questionnaire(texts, report.identity)


def spread_blocks(texts: Texts, report: DistributionReport) -> Iterator[Block]:
    """Yield how many answer sets give each result."""
    words = texts.say("group.text", n=report.count, text="").strip()
    yield {"kind": "summary", "title": texts.title(), "tone": "none", "text": words}
    yield from _excluded(texts, report)
    for flag in report.flags:
        yield notice("caution", counted_words(texts, flag, report.count))
    yield heading(texts.say("result.heading"))
    yield _bands(texts, report)
    yield heading(texts.say("scores.heading"))
    yield _figures(texts, report.dimensions, ("lowest", "highest"), "scores.caption_spread")


def _excluded(texts: Texts, report: GroupReport | DistributionReport) -> Iterator[Block]:
    if report.excluded:
        yield notice("info", texts.say("notice.excluded", count=report.excluded))


def _bars(texts: Texts, report: GroupReport) -> Block:
    rows = []
    for each in report.dimensions:
        row = bar(texts, each.id, each.figures.get("mean"), each.status)
        if each.figures:
            row["note"] = texts.say("group.note", range=texts.number(each.figures["range"]))
        rows.append(row)
    caption = texts.say("scores.caption_group")
    return {"kind": "bars", "caption": caption, "maximum": 100, "rows": rows}


def _figures(
    texts: Texts, dimensions: Sequence[GroupDimension], keys: Sequence[str], caption: str
) -> Block:
    """Return a table of what the scores of each dimension say together."""
    rows = [
        (texts.dimension(each.id), *(_figure(texts, each, key) for key in keys))
        for each in dimensions
    ]
    names = [texts.say(f"scores.{column}") for column in ("dimension", *keys)]
    return table(texts.say(caption), names, rows, [False, True, True])


def _figure(texts: Texts, each: GroupDimension, key: str) -> str:
    return texts.say("scores.few") if each.status == FEW else texts.number(each.figures.get(key))


def _bands(texts: Texts, report: DistributionReport) -> Block:
    rows = [(texts.band(name), texts.number(count)) for name, count in report.bands.items()]
    names = [texts.say("group.band"), texts.say("group.count")]
    return table(texts.say("group.bands"), names, rows, [False, True])


def _questions(texts: Texts, questions: Sequence[QuestionCounts]) -> Iterator[Block]:
    """Yield the answers to each question, and why some are kept back."""
    levels = [str(level) for level in range(LEVELS)]
    names = [texts.say(f"group.{each}") for each in ("question", "na", "open", "agreement")]
    columns = [names[0], *levels, *names[1:]]
    numeric = [False] + [True] * (len(columns) - 1)
    rows = [
        (texts.question(each.id), *_figures_of(texts, each, len(columns) - 1)) for each in questions
    ]
    yield table(texts.say("group.questions"), columns, rows, numeric)
    if any(each.few for each in questions):
        yield paragraph(texts.say("group.few"))


def _figures_of(texts: Texts, each: QuestionCounts, columns: int) -> Sequence[str]:
    if each.few:
        return [NONE] * columns
    return [texts.number(value) for value in (*each.counts, each.na, each.open, each.agreement)]
