"""A report as CSV for a spreadsheet: one row for each number, the same in every locale.

The byte order mark tells a spreadsheet that the file is UTF-8; a text that begins like a formula
gets an apostrophe, so that no spreadsheet runs it.
"""

import csv
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from io import StringIO

from assessments.documents.about_result import Occasion, answer_rows
from assessments.documents.blocks import shown
from assessments.documents.calculator import code_words, option_key, option_label
from assessments.documents.groups import group_flag_words, group_gate_words
from assessments.documents.notices import flag_words, gate_words, note_words
from assessments.documents.texts import Record, Texts, record, records

Row = tuple[str, str, str, object, str]
"""Section, id, name in the reader's language, value, words in the reader's language."""

COLUMNS = ("section", "id", "name", "value", "text")
TIERS = ("strategic", "key", "ordinary")
FORMULA_MARKS = ("=", "+", "-", "@", "\t", "\r")

WORDS: Mapping[str, Callable[[Texts, object], str]] = {
    "status": lambda texts, value: texts.say(f"status.{value}"),
    "class": Texts.band,
    "band": Texts.band,
    "default_tier": lambda texts, value: _tier(texts, str(value)),
    "weakest": Texts.dimension,
    "top_pain": Texts.dimension,
}
"""Result whose value is an id -> how it is told."""

RESULTS = (
    "status",
    "n",
    "excluded",
    "overall",
    "stage",
    "class",
    "band",
    "prospect",
    "fit",
    "time_continuity",
    "comprehensive_value",
    "progress_to_next",
    "seed_letter",
    "default_tier",
    "weakest",
    "top_pain",
)


def export(
    definition: Mapping[str, object],
    report: Mapping[str, object],
    language: str,
    occasion: Occasion | None = None,
) -> str:
    """Return one row for each number, flag, action, step and answer; first the label, if any."""
    texts, told = Texts(definition, language), occasion or Occasion()
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in (*_label(told), *_rows(texts, report), *_answers(texts, told)):
        writer.writerow([_cell(value) for value in row])
    return "\ufeff" + text.getvalue()


def _label(occasion: Occasion) -> Iterator[Row]:
    if occasion.label:
        yield "label", "", "", None, occasion.label


def _answers(texts: Texts, occasion: Occasion) -> Iterator[Row]:
    for name, answer, words, note in answer_rows(texts, occasion):
        question = texts.question(name)
        if answer is not None:
            yield "answer", name, question, answer, words
        if note:
            yield "answer_note", name, question, None, note


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    text = "" if value is None else shown(value)
    if isinstance(value, (int, Decimal)) or not text.startswith(FORMULA_MARKS):
        return text
    return f"'{text}"


def _rows(texts: Texts, report: Record) -> Iterator[Row]:
    definition = record(report["definition"])
    yield "tool", str(report["tool"]), texts.title(), definition["version"], ""
    yield "definition", "hash", "", definition["hash"], ""
    yield "engine", "version", "", report["engine"], ""
    if report["kind"] == "calculator":
        yield from _outputs(texts, report)
    else:
        yield from _results(texts, report)
        yield from _dimensions(texts, report)
        yield from _next_step(texts, report)
        yield from _questions(texts, report)
    for section in ("flags", "gates", "notes"):
        codes = report.get(section)
        for code in codes if isinstance(codes, (list, Mapping)) else ():
            count = codes.get(code) if isinstance(codes, Mapping) else None
            words = _sentence(texts, report, section, str(code))
            yield section.removesuffix("s"), str(code), "", count, words


def _sentence(texts: Texts, report: Record, section: str, code: str) -> str:
    """Return what the report says about a flag, gate or note."""
    if report["kind"] == "calculator":
        return code_words(texts, report, section, code)
    if "view" in report:
        words = group_gate_words if section == "gates" else group_flag_words
        return words(texts, report, code)
    if section == "flags":
        return flag_words(texts, report, code)
    return gate_words(texts, code) if section == "gates" else note_words(texts, code)


def _tier(texts: Texts, name: str) -> str:
    return texts.say(f"tier.{name}") if name in TIERS else name


def _results(texts: Texts, report: Record) -> Iterator[Row]:
    for key in RESULTS:
        if key in report:
            value = report[key]
            words = WORDS[key](texts, value) if key in WORDS and value else ""
            yield "result", key, texts.say(f"measure.{key}"), value, words
    for name, count in record(report.get("bands")).items():
        yield "band", name, texts.band(name), count, ""


def _dimensions(texts: Texts, report: Record) -> Iterator[Row]:
    for name, value in record(report["dims"]).items():
        title = texts.dimension(name)
        if isinstance(value, Mapping):
            for key, number in value.items():
                yield "dimension", f"{name}.{key}", title, number, texts.say(f"scores.{key}")
        elif isinstance(value, str):
            yield "dimension", name, title, None, texts.say(f"scores.{value}")
        else:
            yield "dimension", name, title, value, ""


def _next_step(texts: Texts, report: Record) -> Iterator[Row]:
    for each in records(record(report.get("next_step")).get("improve")):
        name, level = str(each["question"]), each["to"]
        yield "next_step", name, texts.question(name), level, texts.anchor(name, level)
    for each in records(report.get("actions")):
        name = str(each["dimension"])
        words = texts.of(record(record(texts.dimensions.get(name)).get("action")).get("text"))
        yield "action", name, texts.dimension(name), each["module"], words


def _questions(texts: Texts, report: Record) -> Iterator[Row]:
    for each in records(report.get("questions")):
        name, counts = str(each["id"]), each["counts"]
        for level, count in enumerate(counts if isinstance(counts, list) else ()):
            yield (
                "question",
                f"{name}.{level}",
                texts.question(name),
                count,
                texts.anchor(name, level),
            )


def _outputs(texts: Texts, report: Record) -> Iterator[Row]:
    for output in records(texts.definition.get("outputs")):
        name = str(output["id"])
        for path, value in _leaves(name, report.get(name)):
            words = option_label(texts, output, option_key(value)) or texts.of(output.get("unit"))
            yield "result", path, texts.of(output.get("label")), value, words
    if "band" in report:
        band = report["band"]
        yield "result", "band", texts.say("measure.band"), band, texts.band(band) if band else ""


def _leaves(path: str, value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, Mapping):
        for key, each in value.items():
            yield from _leaves(f"{path}.{key}", each)
    elif isinstance(value, (list, tuple)):
        for place, each in enumerate(value, start=1):
            yield from _leaves(f"{path}.{place}", each)
    else:
        yield path, value
