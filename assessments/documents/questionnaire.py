"""One person's result in words: what it is, why, how sure, and what to do next."""

from collections.abc import Iterator, Mapping

from assessments.documents.blocks import (
    Block,
    details,
    heading,
    listing,
    paragraph,
    table,
    tone_of,
)
from assessments.documents.next_steps import action_blocks, blocked, next_step_blocks
from assessments.documents.notices import notices
from assessments.documents.results import result_words
from assessments.documents.scores import score_blocks
from assessments.documents.texts import Record, Texts, record, records
from assessments.documents.working import said_steps

UNITS = {"severity": "unit_severity", "trust-stages": "unit_stage", "selection": "unit_value"}
"""Model -> the words behind its number, where they are not "of 100"."""

SCORES = {"trust-stages": "stage", "selection": "comprehensive_value"}
"""Model -> the number that sums its result up, where it is not the overall score."""


def questionnaire_blocks(texts: Texts, report: Record) -> Iterator[Block]:
    """Yield the result first, then what it rests on, then what to do."""
    yield _summary(texts, report)
    yield from notices(texts, report)
    yield from score_blocks(texts, report)
    yield from _bounds(texts, report)
    yield from next_step_blocks(texts, report)
    yield from action_blocks(texts, report)
    yield from _how_sure(texts, report)
    yield details(texts.say("details.working"), said_steps(texts, report))
    yield about(texts, report)


def _summary(texts: Texts, report: Record) -> Block:
    model = str(report["model"])
    block: Block = {"kind": "summary", "title": texts.title(), "tone": "none"}
    number = report.get(SCORES.get(model, "overall"))
    if number is not None:
        unit = texts.say(f"result.{UNITS.get(model, 'unit')}", stages=len(texts.dimensions))
        block |= {"score": texts.number(number), "unit": unit}
    band = report.get("band")
    if band is None:
        return {**block, "text": _no_result(texts, report)}
    return {
        **block,
        "band": texts.band(band),
        "tone": tone_for(texts, report, band),
        "text": texts.sentences(_meaning(texts, report, band)),
    }


def _meaning(texts: Texts, report: Record, band: object) -> Iterator[str]:
    yield texts.say("result.blocked") if blocked(report) else texts.band_text(band)
    if report.get("progress_to_next") is not None:
        yield texts.say("result.progress", progress=texts.number(report["progress_to_next"]))


def tone_for(texts: Texts, report: Record, band: object) -> str:
    """Return the tone of a band: how far it is from the worst."""
    if report["model"] == "tiering":
        # A tier says how to serve an account; none of them is bad.
        return "none"
    bands = list(texts.bands)
    rank, best = bands.index(str(band)), len(bands) - 1
    worst_first = report["model"] not in ("severity", "selection")
    return tone_of(rank if worst_first else best - rank, best)


def _no_result(texts: Texts, report: Record) -> str:
    if report["status"] == "too_many_na":
        return texts.say("result.too_many_na")
    thin = ("insufficient", "na") if report["model"] in SCORES else ("insufficient",)
    names = [name for name, value in record(report["dims"]).items() if value in thin]
    dimensions = texts.joined([texts.dimension(name) for name in names])
    if report["model"] == "trust-stages":
        certain = texts.say("result.stage_certain", stage=report["stage"])
        return texts.say("result.incomplete_stage", certain=certain, dimensions=dimensions)
    return texts.say("result.incomplete", dimensions=dimensions)


def _bounds(texts: Texts, report: Record) -> Iterator[Block]:
    bounds = record(report["bounds"])
    if not bounds["open"]:
        return
    yield heading(texts.say("bounds.heading"))
    lowest, highest = (result_words(texts, record(bounds[key])) for key in ("lowest", "highest"))
    if lowest is None or highest is None:
        yield paragraph(texts.say("bounds.none"))
    elif lowest == highest:
        yield paragraph(texts.say("bounds.same", lowest=lowest))
    else:
        yield paragraph(texts.say("bounds.range", lowest=lowest, highest=highest))
    ask = bounds["ask"]
    if ask and lowest != highest:
        yield paragraph(texts.say("bounds.ask"))
        yield listing([{"text": texts.question(ask), "question": ask}])


def _how_sure(texts: Texts, report: Record) -> Iterator[Block]:
    if report["how_sure"] is None or blocked(report):
        return
    sure = record(report["how_sure"])
    yield heading(texts.say("sure.heading"))
    yield paragraph(texts.sentences(_sure_words(texts, report, sure)))
    yield _thresholds(texts, report)


def _sure_words(texts: Texts, report: Record, sure: Record) -> list[str]:
    words = [texts.say("sure.text", **{key: sure[key] for key in sure if key != "results"})]
    results = record(sure["results"])
    others = [
        texts.say("sure.one", band=texts.band(band), count=count)
        for band, count in results.items()
        if band != report["band"]
    ]
    if others:
        words.append(texts.say("sure.other", others=texts.joined(others)))
    scores = {name: record(ends) for name, ends in record(sure["scores"]).items()}
    if not others and all(ends["lowest"] == ends["highest"] for ends in scores.values()):
        return [texts.say("sure.same")]
    for measure, ends in scores.items():
        values = {key: texts.number(value) for key, value in ends.items()}
        words.append(texts.say("sure.range", measure=texts.measure(measure), **values))
    return words


def _thresholds(texts: Texts, report: Record) -> Block:
    columns = ("measure", "value", "limit", "distance", "band")
    limits = records(report["thresholds"])
    bands = [each["band"] for each in limits]
    rows = [
        (
            texts.measure(each["measure"]),
            *(texts.grouped(each[key]) for key in ("value", "limit", "distance")),
            _needed_for(texts, each, shared=bands.count(each["band"]) > 1),
        )
        for each in limits
    ]
    names = [texts.say(f"thresholds.{column}") for column in columns]
    numeric = [False, True, True, True, False]
    return table(texts.say("thresholds.caption"), names, rows, numeric)


def _needed_for(texts: Texts, limit: Record, *, shared: bool) -> str:
    band = texts.band(limit["band"])
    if not shared:
        return band
    return texts.say("thresholds.either" if limit["enough"] else "thresholds.both", band=band)


def about(texts: Texts, report: Record) -> Block:
    """Return what names the tool, its definition and the engine."""
    definition: Mapping[str, object] = record(report["definition"])
    items = [
        texts.say(
            "about.tool", title=texts.title(), tool=report["tool"], version=definition["version"]
        ),
        texts.say("about.definition", hash=definition["hash"]),
        texts.say("about.engine", engine=report["engine"]),
    ]
    return details(texts.say("details.about"), items)
