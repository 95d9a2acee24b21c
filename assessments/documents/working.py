"""The working in words: each step of a report as one sentence."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from assessments.border.record import records
from assessments.border.step import Step
from assessments.documents.blocks import shown
from assessments.documents.texts import Texts
from assessments.words import marked

_NAMES: Mapping[str, Callable[[Texts, object], str]] = {
    "band": Texts.band,
    "cap": Texts.band,
    "dimension": Texts.dimension,
    "question": Texts.question,
    "measure": Texts.measure,
}
"""Value of a step -> how its id becomes words."""

AS_SHORT_AS_POSSIBLE = ("unrounded", "limit", "below", "from", "minimum")
"""Numbers that are not scores: 75 reads better than 75.0000."""


def said_steps(texts: Texts, steps: Iterable[Step]) -> list[str]:
    """Return the working of a questionnaire, one sentence for each step."""
    return [_said(texts, step) for step in steps]


def _said(texts: Texts, step: Step) -> str:
    values = worded(texts, step.values)
    if step.code == "test_missed":
        values["lacking"] = texts.number(step.values["distance"]).lstrip("−")
    sentence = texts.say(f"working.{step.code}", **values)
    return sentence if step.exact else sentence.replace(" = ", " ≈ ")


def worded(texts: Texts, values: Mapping[str, object]) -> dict[str, object]:
    """Return what a sentence takes: ids of bands, dimensions and questions become words."""
    return {key: _worded(texts, key, value) for key, value in values.items()}


def _worded(texts: Texts, key: str, value: object) -> object:
    if name := _NAMES.get(key):
        return name(texts, value)
    if isinstance(value, (list, tuple)):
        return _listed(texts, key, value)
    if key in AS_SHORT_AS_POSSIBLE:
        return short(texts, value)
    # Counts stay numbers, because a sentence chooses its words by them.
    return value if isinstance(value, int) else texts.number(value)


def short(texts: Texts, value: object) -> str:
    """Return a number without zeros at its end."""
    text = shown(value)
    return marked(text.rstrip("0").rstrip(".") if "." in text else text, texts.speech)


def _listed(texts: Texts, key: str, values: Sequence[object]) -> str:
    if key == "terms":
        terms = [
            f"{texts.number(each['weight'])} × {short(texts, each['score'])}"
            for each in records(values)
        ]
        return " + ".join(terms)
    if key == "dimensions":
        return texts.joined([texts.dimension(each) for each in values])
    if key == "flags":
        return texts.joined([texts.flag(each) for each in values])
    return texts.joined([texts.number(each) for each in values])
