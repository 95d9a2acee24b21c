"""One person's result in words: what it is, why, how sure, and what to do next."""

from collections.abc import Iterator, Mapping

from assessments.documents.blocks import (
    Block,
    details,
    folded,
    heading,
    listing,
    paragraph,
    table,
    tone_of,
)
from assessments.documents.confidence.telling import confidence_blocks, confidence_notices
from assessments.documents.leading_points import leading_caution, leading_points
from assessments.documents.next_steps import action_blocks, next_step_blocks
from assessments.documents.notices import notices
from assessments.documents.results import result_words
from assessments.documents.scores import score_blocks
from assessments.documents.texts import Texts
from assessments.documents.working import said_steps
from assessments.questionnaires.evaluation import TOO_MANY_NA, Model
from assessments.questionnaires.measuring import INSUFFICIENT, NA
from assessments.questionnaires.parts import HowSure, Threshold
from assessments.questionnaires.report import Identity, PersonReport
from assessments.questionnaires.telling import Bands


def questionnaire_blocks(texts: Texts, report: PersonReport) -> Iterator[Block]:
    """Yield the result first, then what it rests on, then what to do."""
    yield _summary(texts, report)
    yield from leading_points(texts, report)
    yield from notices(texts, report, leading_caution(report))
    yield from confidence_notices(texts, report)
    yield from score_blocks(texts, report)
    yield from _bounds(texts, report)
    yield from confidence_blocks(texts, report)
    yield from next_step_blocks(texts, report)
    yield from action_blocks(texts, report)
    yield from _how_sure(texts, report)
    yield details(texts.say("details.working"), said_steps(texts, report.working))
    yield about_questionnaire(texts, report.identity)


def _summary(texts: Texts, report: PersonReport) -> Block:
    telling = report.model.telling
    block: Block = {"kind": "summary", "title": texts.title(), "tone": "none"}
    number = report.results[telling.headline]
    if number is not None and _is_known(report):
        unit = texts.say(telling.unit, stages=len(report.dimensions))
        block |= {"score": texts.number(number), "unit": unit}
    band = report.band
    if band is None:
        return {**block, "text": _no_result(texts, report)}
    return {
        **block,
        "band": texts.band(band),
        "tone": tone_for(texts, report.model, band),
        "text": texts.sentences(_meaning(texts, report, band)),
    }


def _meaning(texts: Texts, report: PersonReport, band: str) -> Iterator[str]:
    yield texts.say("result.blocked") if report.halted else texts.band_text(band)
    progress = report.results.get(report.model.telling.progress)
    if progress is not None:
        yield texts.say("result.progress", progress=texts.number(progress))


def tone_for(texts: Texts, model: Model, band: str) -> str:
    """Return the tone of a band: how far it is from the worst."""
    if model.telling.bands is Bands.ALIKE:
        return "none"
    names = list(texts.bands)
    rank, best = names.index(band), len(names) - 1
    worst_first = model.telling.bands is Bands.WORST_FIRST
    return tone_of(rank if worst_first else best - rank, best)


def _is_known(report: PersonReport) -> bool:
    """Whether the headline says anything: no stage is known before the first has a score."""
    return not report.model.telling.in_stages or report.dimensions[0].score is not None


def _no_result(texts: Texts, report: PersonReport) -> str:
    if all(each.status == NA for each in report.dimensions):
        return texts.say("result.nothing_applies")
    if report.status == TOO_MANY_NA:
        return texts.say("result.too_many_na")
    return texts.sentences(_what_lacks(texts, report))


def _what_lacks(texts: Texts, report: PersonReport) -> Iterator[str]:
    """Yield what is certain, and why it is not all: too few answers, or nothing applies."""
    telling = report.model.telling
    few, without = (
        texts.joined(
            texts.dimension(each.id) for each in report.dimensions if each.status == status
        )
        for status in (INSUFFICIENT, NA)
    )
    certain = ""
    if telling.in_stages and _is_known(report):
        certain = texts.say("result.stage_certain", stage=report.results[telling.headline])
    if few and certain:
        yield texts.say("result.incomplete_stage", certain=certain, dimensions=few)
    elif few:
        yield texts.say("result.incomplete", dimensions=few)
    else:
        yield certain
    if without and telling.needs_all:
        yield texts.say("result.dimension_does_not_apply", dimensions=without)


def _bounds(texts: Texts, report: PersonReport) -> Iterator[Block]:
    bounds = report.bounds
    if not bounds.open:
        return
    yield heading(texts.say("bounds.heading"))
    lowest, highest = (
        result_words(texts, report.model, end) for end in (bounds.lowest, bounds.highest)
    )
    if lowest is None or highest is None:
        yield paragraph(texts.say("bounds.none"))
    elif lowest == highest:
        yield paragraph(texts.say("bounds.same", lowest=lowest))
    else:
        yield paragraph(texts.say("bounds.range", lowest=lowest, highest=highest))
    if bounds.ask and lowest != highest:
        yield paragraph(texts.say("bounds.ask"))
        yield listing([{"text": texts.question(bounds.ask), "question": bounds.ask}])


def _how_sure(texts: Texts, report: PersonReport) -> Iterator[Block]:
    if report.how_sure is None or report.halted:
        return
    yield heading(texts.say("sure.heading"))
    yield paragraph(texts.sentences(_sure_words(texts, report, report.how_sure)))
    yield _thresholds(texts, report)


def _sure_words(texts: Texts, report: PersonReport, sure: HowSure) -> list[str]:
    others = [
        texts.say("sure.one", band=texts.band(band), count=count)
        for band, count in sure.results.items()
        if band != report.band
    ]
    if not others and all(each.lowest == each.highest for each in sure.scores.values()):
        return [texts.say("sure.same")]
    shares = {
        "spread": sure.spread,
        "kept": sure.kept,
        "samples": sure.samples,
        "share": sure.share,
    }
    words = [texts.say("sure.text", **shares)]
    if others:
        words.append(texts.say("sure.other", others=texts.joined(others)))
    for measure, span in sure.scores.items():
        ends = {"lowest": texts.number(span.lowest), "highest": texts.number(span.highest)}
        words.append(texts.say("sure.range", measure=texts.measure(measure), **ends))
    return words


def _thresholds(texts: Texts, report: PersonReport) -> Block:
    columns = ("measure", "value", "limit", "distance", "band")
    bands = [each.band for each in report.thresholds]
    rows = [
        (
            texts.measure(each.measure),
            *(texts.grouped(value) for value in (each.value, each.limit, each.distance)),
            _needed_for(texts, each, shared=bands.count(each.band) > 1),
        )
        for each in report.thresholds
    ]
    names = [texts.say(f"thresholds.{column}") for column in columns]
    numeric = [False, True, True, True, False]
    return folded(table(texts.say("thresholds.caption"), names, rows, numeric))


def _needed_for(texts: Texts, limit: Threshold, *, shared: bool) -> str:
    band = texts.band(limit.band)
    if not shared:
        return band
    return texts.say("thresholds.either" if limit.enough else "thresholds.both", band=band)


def about_questionnaire(texts: Texts, identity: Identity) -> Block:
    """Return what names a questionnaire, its definition and the engine."""
    return about(texts, identity.tool, identity.definition, identity.engine)


def about(texts: Texts, tool: str, definition: Mapping[str, object], engine: str) -> Block:
    """Return what names a tool, the fingerprint of its definition and the engine."""
    items = [
        texts.say("about.tool", title=texts.title(), tool=tool, version=definition["version"]),
        texts.say("about.definition", hash=definition["hash"]),
        texts.say("about.engine", engine=engine),
    ]
    return details(texts.say("details.about"), items)
