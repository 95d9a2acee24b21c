"""The working in words: each step of a report as one sentence."""

from collections.abc import Mapping

from assessments.documents.blocks import shown
from assessments.documents.texts import Record, Texts, record, records

NAMED_BANDS = ("band", "cap")


def said_steps(texts: Texts, report: Record) -> list[str]:
    """Return the working of a questionnaire, one sentence for each step."""
    return [_said(texts, step) for step in records(report.get("working"))]


def _said(texts: Texts, step: Record) -> str:
    values: dict[str, object] = {key: _worded(texts, key, value) for key, value in step.items()}
    if step.get("code") == "test_missed":
        values["lacking"] = shown(step["distance"]).lstrip("-")
    return texts.say(f"working.{step['code']}", **values)


def _worded(texts: Texts, key: str, value: object) -> object:
    if key in NAMED_BANDS:
        return texts.band(value)
    if key == "dimension":
        return texts.dimension(value)
    if key == "question":
        return texts.question(value)
    if key == "measure":
        return texts.measure(value)
    if isinstance(value, list):
        return _listed(texts, key, value)
    # Counts stay numbers, because a sentence chooses its words by them.
    return value if isinstance(value, int) else shown(value)


def _listed(texts: Texts, key: str, values: list[object]) -> str:
    if key == "terms":
        return " + ".join(
            f"{shown(each['weight'])} × {shown(each['score'])}" for each in records(values)
        )
    if key == "dimensions":
        return texts.joined([texts.dimension(each) for each in values])
    if key == "flags":
        return texts.joined([texts.flag(each) for each in values])
    return texts.joined([shown(each) for each in values])


def said_tool_steps(texts: Texts, report: Record) -> list[str]:
    """Return the working of a calculator, in the tool's own sentences."""
    sentences = record(texts.definition.get("working"))
    return [
        texts.fill(sentences.get(str(step["code"])), _shown_values(texts, step))
        for step in records(report.get("working"))
    ]


def _shown_values(texts: Texts, step: Mapping[str, object]) -> dict[str, object]:
    return {key: shown_value(texts, value) for key, value in step.items()}


def shown_value(texts: Texts, value: object) -> object:
    """Return a value as a sentence takes it: whole numbers stay numbers, for one and many."""
    if isinstance(value, bool):
        return texts.say("value.yes" if value else "value.no")
    if isinstance(value, (list, tuple)):
        return texts.joined([str(shown_value(texts, each)) for each in value])
    return value if isinstance(value, int) else shown(value)
