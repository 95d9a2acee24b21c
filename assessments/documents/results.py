"""A result in a few words: a number with its band, or a stage."""

from assessments.documents.texts import Record, Texts


def result_words(texts: Texts, result: Record) -> str | None:
    """Return a result as a number with its band; None where there is none."""
    band = result["band"]
    if "stage" in result and band is None:
        return texts.say("bounds.stage", stage=result["stage"])
    if "stage" in result:
        return texts.band(band)
    if band is None:
        return None
    score = result.get("comprehensive_value", result.get("overall"))
    return texts.say("bounds.end", score=texts.number(score), band=texts.band(band))
