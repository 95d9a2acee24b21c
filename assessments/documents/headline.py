"""The answer in one sentence: about whom, how much of what, in which band."""

from assessments.documents.blocks import Block
from assessments.documents.texts import Texts

SENTENCES = {
    (False, False): "",
    (True, False): "headline.subject",
    (False, True): "headline.name",
    (True, True): "headline.subject_name",
}
"""Whether there is a subject, and a name of the number -> the sentence."""


def headline(texts: Texts, summary: Block, subject: str) -> str:
    """Return the sentence of a summary; empty where it has neither a number nor a band.

    Its parts are those with which a model or a formula tells itself: number, unit, whole, name.
    """
    figure, band = _figure(texts, summary), summary.get("band")
    if band and figure:
        figure = texts.say("headline.band", figure=figure, band=band)
    elif band:
        figure = str(band)
    if not figure:
        return ""
    name = str(summary.get("name", ""))
    sentence = SENTENCES[bool(subject), bool(name)]
    return texts.say(sentence, subject=subject, name=name, figure=figure) if sentence else figure


def _figure(texts: Texts, summary: Block) -> str:
    score = summary.get("score")
    if not score:
        return ""
    number, unit = str(score), str(summary.get("unit") or "")
    if whole := summary.get("whole"):
        number = texts.say("headline.whole", number=number, whole=whole)
    return texts.with_unit(number, unit) if unit else number
