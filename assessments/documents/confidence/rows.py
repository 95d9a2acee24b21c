"""The rows of a file for spreadsheets that say how sure answers are."""

from collections.abc import Iterable, Iterator

from assessments.change import ChangedAnswer
from assessments.documents.confidence.telling import check_words, level_words
from assessments.documents.results import result_words
from assessments.documents.texts import Texts
from assessments.questionnaires.confidence.levels import CONFIDENCE, UNSAID
from assessments.questionnaires.group_report import QuestionCounts
from assessments.questionnaires.report import PersonReport

Row = tuple[str, str, str, object, str]
"""Section, id, name, value, words."""


def confidence_rows(texts: Texts, report: PersonReport) -> Iterator[Row]:
    """Yield counts and shares, what guesses could do, the guesses in order, and each answer's."""
    told = report.confidence
    if told is None:
        return
    for word, count in told.counts.items():
        words = texts.say("confidence.answers")
        yield "confidence", f"{word}.answers", level_words(texts, word), count, words
    for word, share in (told.shares or {}).items():
        words = texts.say(f"confidence.share_{told.measure}")
        yield "confidence", f"{word}.share", level_words(texts, word), share, words
    if told.reach is not None:
        headline = report.model.telling.headline
        for key, end in (("lowest", told.reach.lowest), ("highest", told.reach.highest)):
            name, said = texts.say(f"confidence.{key}"), result_words(texts, report.model, end)
            yield "guesses", key, name, end.results[headline], said or ""
    for guess in told.guesses:
        question, words = texts.question(guess.question), check_words(texts, report, guess)
        yield "guess", guess.question, question, guess.share, words
    for name, word in told.said.items():
        yield "how_sure", name, texts.question(name), word, level_words(texts, word)


def changed_rows(texts: Texts, changed: Iterable[ChangedAnswer]) -> Iterator[Row]:
    """Yield how sure somebody was and is of an answer, where that differs."""
    for each in changed:
        for when, word in zip(("then", "now"), words_of(each), strict=True):
            question = texts.question(each.id)
            yield "how_sure", f"{each.id}.{when}", question, word, level_words(texts, word)


def words_of(each: ChangedAnswer) -> tuple[str, str]:
    """Return the words for how sure somebody was and is; UNSAID where nobody said it."""
    return str(each.then or UNSAID), str(each.now or UNSAID)


def question_rows(texts: Texts, each: QuestionCounts) -> Iterator[Row]:
    """Yield how many people are how sure of a question, where that may be told."""
    for word, count in zip(CONFIDENCE, each.confidence, strict=False):
        words = level_words(texts, word)
        yield "question", f"{each.id}.{word}", texts.question(each.id), count, words
