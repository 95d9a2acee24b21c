"""A report as CSV for a spreadsheet: section, id, name, value; the same numbers in every locale.

The byte order mark tells a spreadsheet that the file is UTF-8; a cell that begins like a formula
gets an apostrophe, so that no spreadsheet runs it.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from io import StringIO

from assessments.documents.blocks import shown
from assessments.documents.texts import Texts, record

Row = tuple[str, str, str, object]

COLUMNS = ("section", "id", "name", "value")
FORMULA_MARKS = ("=", "+", "-", "@", "\t", "\r")
APART = ("dims", "dimensions", "definition", "working", "facts", "picture", "bounds", "thresholds")
"""Parts of a report with rows of their own, or for readers of JSON only."""


def export(definition: Mapping[str, object], report: Mapping[str, object], language: str) -> str:
    """Return one row for each number of the report."""
    texts = Texts(definition, language)
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in _rows(texts, report):
        writer.writerow([_cell(value) for value in row])
    return "\ufeff" + text.getvalue()


def _cell(value: object) -> str:
    text = shown(value) if value is not None else ""
    if isinstance(value, (int, Decimal)) or not text.startswith(FORMULA_MARKS):
        return text
    return f"'{text}"


def _rows(texts: Texts, report: Mapping[str, object]) -> Iterator[Row]:
    yield ("tool", str(report["tool"]), texts.title(), "")
    for key, value in record(report["definition"]).items():
        yield ("definition", key, "", value)
    yield ("engine", "version", "", report["engine"])
    for name, value in record(report.get("dims")).items():
        yield from _dimension(texts, name, value)
    labels = _labels(texts)
    for key in sorted(set(report) - set(APART) - {"tool", "engine"}):
        yield from _value("result", key, labels.get(key, ""), report[key])


def _dimension(texts: Texts, name: str, value: object) -> Iterator[Row]:
    if isinstance(value, Mapping):
        for key, each in value.items():
            yield ("dimension", f"{name}.{key}", texts.dimension(name), each)
    else:
        yield ("dimension", name, texts.dimension(name), value)


def _labels(texts: Texts) -> dict[str, str]:
    outputs = texts.definition.get("outputs")
    listed = outputs if isinstance(outputs, Sequence) else ()
    return {str(each["id"]): texts.of(each.get("label")) for each in listed}


def _value(section: str, name: str, label: str, value: object) -> Iterator[Row]:
    if isinstance(value, Mapping):
        for key, each in value.items():
            yield from _value(section, f"{name}.{key}", label, each)
    elif isinstance(value, (list, tuple)):
        for place, each in enumerate(value, start=1):
            yield from _value(section, f"{name}.{place}", label, each)
    else:
        words = {True: "true", False: "false"}[value] if isinstance(value, bool) else value
        yield (section, name, label, words)
