"""A result in a few words: a number with its band, or a stage."""

from assessments.documents.texts import Texts
from assessments.questionnaires.evaluation import Model
from assessments.questionnaires.parts import Judgement


def result_words(texts: Texts, model: Model, result: Judgement) -> str | None:
    """Return a result as a number with its band; None where there is none."""
    score = result.results[model.telling.headline]
    if model.telling.in_stages:
        certain = texts.say("bounds.stage", stage=score)
        return certain if result.band is None else texts.band(result.band)
    if result.band is None:
        return None
    return texts.say("bounds.end", score=texts.number(score), band=texts.band(result.band))
