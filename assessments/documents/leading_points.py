"""What a reader wants to know right after the answer: what holds it back, and the next step."""

from collections.abc import Iterator, Sequence

from assessments.documents.blocks import Block, points
from assessments.documents.next_steps import action_items, next_step_words
from assessments.documents.notices import caution_words
from assessments.documents.scores import by_need
from assessments.documents.texts import Texts
from assessments.questionnaires.parts import Caution
from assessments.questionnaires.report import PersonReport

BEST_SCORE = 100

MOST_NAMES = 3
"""Dimensions to name; more are counted."""

STOPS = "stop"
"""Tone of a caution that lowers the result, or stands in its way."""


def leading_points(texts: Texts, report: PersonReport) -> Iterator[Block]:
    """Yield one block, or none while there is no result."""
    if report.band is None:
        return
    rows = [*back_points(texts, report), *_next(texts, report)]
    if rows:
        yield points(rows)


def leading_caution(report: PersonReport) -> Caution | None:
    """Return the gate or block that holds the result back before any score does."""
    if report.band is None:
        return None
    return next((each for each in _cautions(report) if each.tone == STOPS), None)


def _cautions(report: PersonReport) -> Iterator[Caution]:
    yield from report.gates or ()
    yield from report.flags


def back_points(texts: Texts, report: PersonReport) -> Iterator[Block]:
    """Yield what holds the result back, where anything does."""
    if report.band is None:
        return
    caution = leading_caution(report)
    if caution is not None:
        words = caution_words(texts, caution)
        yield {"name": texts.say("points.back"), "text": words, "tone": caution.tone}
        return
    lowest = _lowest(report)
    if not lowest:
        return
    names = texts.joined(texts.dimension(name) for name in lowest)
    words = texts.say(_sentence(report, lowest), dimensions=names, count=len(lowest))
    found = report.next_step.found
    question = {"question": found.improve[0].question} if found else {}
    yield {"name": texts.say("points.back"), "text": words, **question}


def _sentence(report: PersonReport, lowest: Sequence[str]) -> str:
    if report.model.telling.in_stages:
        return "points.stage"
    few = len(lowest) <= MOST_NAMES
    if report.model.high_is_good:
        return "points.lowest" if few else "points.lowest_many"
    return "points.heaviest" if few else "points.heaviest_many"


def _lowest(report: PersonReport) -> list[str]:
    """Return the dimensions that need attention first; of stages the first that is not passed.

    None where all are alike, or as good as they can be.
    """
    if report.model.telling.in_stages:
        passed = report.results[report.model.telling.headline]
        ahead = report.dimensions[passed:] if isinstance(passed, int) else ()
        return [each.id for each in ahead[:1]]
    scored = [each for each in by_need(report.model, report.dimensions) if each.score is not None]
    if not scored or scored[0].score == (BEST_SCORE if report.model.high_is_good else 0):
        return []
    lowest = [each.id for each in scored if each.score == scored[0].score]
    return [] if 1 < len(lowest) == len(scored) else lowest


def _next(texts: Texts, report: PersonReport) -> Iterator[Block]:
    actions = action_items(texts, report)
    words: Block = actions[0] if actions else {"text": next_step_words(texts, report)}
    yield {"name": texts.say("points.next"), **words}
