"""The results of many people in words: the mean, where they differ, and each answer's count."""

from collections.abc import Iterator

from assessments.documents.blocks import (
    Block,
    details,
    heading,
    notice,
    table,
)
from assessments.documents.notices import codes, gate_words
from assessments.documents.questionnaire import about, tone_for
from assessments.documents.scores import bar
from assessments.documents.texts import Record, Texts, record, records
from assessments.documents.working import said_steps

LEVELS = ("0", "1", "2", "3")


def group_blocks(texts: Texts, report: Record) -> Iterator[Block]:
    """Yield the mean of a group, its differences and its answers."""
    band = report["band"]
    words = texts.say("group.text", n=report["n"], text=texts.band_text(band))
    yield {
        "kind": "summary",
        "title": texts.title(),
        "score": texts.number(report["overall"]),
        "unit": texts.say("result.unit_severity" if _severe(report) else "result.unit"),
        "band": texts.band(band),
        "tone": tone_for(texts, report, band),
        "text": words,
    }
    yield from _notices(texts, report)
    yield heading(texts.say("scores.heading"))
    yield _bars(texts, report)
    yield _means(texts, report)
    yield _questions(texts, report)
    yield details(texts.say("details.working"), said_steps(texts, report))
    yield about(texts, report)


def distribution_blocks(texts: Texts, report: Record) -> Iterator[Block]:
    """Yield how many answer sets give each result, and each answer."""
    words = texts.say("group.text", n=report["n"], text="").strip()
    yield {"kind": "summary", "title": texts.title(), "tone": "none", "text": words}
    yield from _notices(texts, report)
    yield heading(texts.say("result.heading"))
    yield _bands(texts, report)
    yield heading(texts.say("scores.heading"))
    yield _spreads(texts, report)
    yield _questions(texts, report)
    yield about(texts, report)


def _severe(report: Record) -> bool:
    return report["model"] == "severity"


def _notices(texts: Texts, report: Record) -> Iterator[Block]:
    for gate in record(report.get("gates")):
        yield notice("caution", group_gate_words(texts, report, gate))
    for flag in codes(report["flags"]):
        yield notice("caution", group_flag_words(texts, report, flag))
    if report["excluded"]:
        yield notice("info", texts.say("notice.excluded", count=report["excluded"]))
    for flag in record(report["flags"]):
        yield notice("caution", group_flag_words(texts, report, flag))


def group_gate_words(texts: Texts, report: Record, gate: str) -> str:
    """Say for how many answer sets a gate applies, and what it means."""
    count, words = record(report["gates"])[gate], gate_words(texts, gate)
    values = {"gate": gate.partition(":")[0], "count": count, "total": report["n"]}
    return texts.say("notice.gates", **values, text=words)


def group_flag_words(texts: Texts, report: Record, flag: str) -> str:
    """Say on which dimension a group is divided, or how many answer sets have a flag."""
    code, _, detail = flag.partition(":")
    if code == "DISAGREEMENT":
        return texts.say("notice.disagreement", dimension=texts.dimension(detail))
    name = code.rstrip("123456789").rstrip("_").lower()
    words = texts.say(f"flag.{name}", number=code.rpartition("_")[2])
    count = record(report["flags"])[flag]
    return texts.say("notice.flag", flag=words, count=count, total=report["n"])


def _bars(texts: Texts, report: Record) -> Block:
    rows = []
    for name, each in record(report["dims"]).items():
        found = record(each)
        row = bar(texts, name, found.get("mean"), "ok" if found else "na")
        if found:
            row["note"] = texts.say("group.note", range=texts.number(found["range"]))
        rows.append(row)
    caption = texts.say("scores.caption_group")
    return {"kind": "bars", "caption": caption, "maximum": 100, "rows": rows}


def _means(texts: Texts, report: Record) -> Block:
    rows = [
        (
            texts.dimension(name),
            texts.number(record(each).get("mean")),
            texts.number(record(each).get("range")),
        )
        for name, each in record(report["dims"]).items()
    ]
    names = [texts.say(f"scores.{column}") for column in ("dimension", "mean", "range")]
    return table(texts.say("scores.figures_group"), names, rows, [False, True, True])


def _spreads(texts: Texts, report: Record) -> Block:
    rows = [
        (
            texts.dimension(name),
            texts.number(record(each).get("lowest")),
            texts.number(record(each).get("highest")),
        )
        for name, each in record(report["dims"]).items()
    ]
    names = [texts.say(f"scores.{column}") for column in ("dimension", "lowest", "highest")]
    return table(texts.say("scores.caption_spread"), names, rows, [False, True, True])


def _bands(texts: Texts, report: Record) -> Block:
    rows = [
        (texts.band(name), texts.number(count)) for name, count in record(report["bands"]).items()
    ]
    names = [texts.say("group.band"), texts.say("group.count")]
    return table(texts.say("group.bands"), names, rows, [False, True])


def _questions(texts: Texts, report: Record) -> Block:
    rows = []
    for each in records(report["questions"]):
        counts = each["counts"]
        levels = [texts.number(count) for count in counts] if isinstance(counts, list) else []
        rows.append(
            (
                texts.question(each["id"]),
                *levels,
                texts.number(each["na"]),
                texts.number(each["open"]),
            )
        )
    names = [texts.say(f"group.{column}") for column in ("question", "na", "open")]
    columns = [names[0], *LEVELS, *names[1:]]
    numeric = [False] + [True] * (len(columns) - 1)
    return table(texts.say("group.questions"), columns, rows, numeric)
