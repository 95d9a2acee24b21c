"""How sure the answers are: what rests on guesses, and which of them to check first."""

from collections.abc import Iterator

from assessments.documents.blocks import (
    NONE,
    Block,
    folded,
    heading,
    listing,
    notice,
    paragraph,
    table,
)
from assessments.documents.next_steps import MOST_LINES
from assessments.documents.results import result_words
from assessments.documents.texts import Texts
from assessments.questionnaires.confidence.levels import CONFIDENCE, GUESS, UNSAID
from assessments.questionnaires.confidence.parts import Confidence, Guess
from assessments.questionnaires.report import PersonReport


def confidence_notices(texts: Texts, report: PersonReport) -> Iterator[Block]:
    """Yield what must not be missed: that guesses could make the result another one."""
    if report.confidence is not None and moves(report.confidence):
        yield notice("caution", guess_words(texts, report, report.confidence))


def confidence_blocks(texts: Texts, report: PersonReport) -> Iterator[Block]:
    """Yield how much rests on sure answers, and the guesses to check first."""
    told = report.confidence
    if told is None:
        return
    yield heading(texts.say("confidence.heading"))
    sentences = [share_words(texts, told)]
    if not moves(told):
        # Else it stands among the notices.
        sentences.append(guess_words(texts, report, told))
    yield paragraph(texts.sentences(sentences))
    if told.guesses:
        yield paragraph(texts.say("confidence.check"))
        first = told.guesses[:MOST_LINES]
        yield listing([_item(texts, report, each) for each in first], ordered=True)
    if rest := told.guesses[MOST_LINES:]:
        yield paragraph(texts.say("next.rest", count=len(rest)))
    yield folded(_figures(texts, told))


def short_blocks(texts: Texts, report: PersonReport) -> Iterator[Block]:
    """Yield the same in two sentences at most, for one page."""
    told = report.confidence
    if told is None:
        return
    yield paragraph(share_words(texts, told))
    yield from confidence_notices(texts, report)


def moves(told: Confidence) -> bool:
    """Tell whether guesses that are a level off could give another band, stage, tier or class."""
    return told.reach is not None and told.reach.moves


def share_words(texts: Texts, told: Confidence) -> str:
    """Say how much of the result rests on which answers; counts alone where there is none."""
    if told.shares is None:
        each = [
            texts.say("pair", name=level_words(texts, word), value=count)
            for word, count in told.counts.items()
        ]
        return texts.say("confidence.counts", each=texts.joined(each))
    values = {word: texts.number(share) for word, share in told.shares.items()}
    sentences = [texts.say(f"confidence.shares_{told.measure}", **values)]
    if told.counts[UNSAID]:
        sentences.append(texts.say("confidence.rest", share=values[UNSAID]))
    return texts.sentences(sentences)


def guess_words(texts: Texts, report: PersonReport, told: Confidence) -> str:
    """Say whether guesses could move the result, all of them a level off at most."""
    count, reach = told.counts[GUESS], told.reach
    if reach is None:
        return texts.say("confidence.no_guess")
    lowest, highest = (
        result_words(texts, report.model, end) for end in (reach.lowest, reach.highest)
    )
    if reach.moves:
        return texts.say("confidence.moves", count=count, lowest=lowest, highest=highest)
    if report.band is None:
        return texts.say("confidence.guesses", count=count)
    return texts.say("confidence.stays", count=count, band=texts.band(report.band))


def level_words(texts: Texts, word: str) -> str:
    """Return how sure an answer is, in words."""
    return texts.say(f"confidence.{word}")


def check_words(texts: Texts, report: PersonReport, guess: Guess) -> str:
    """Say what was guessed, what hangs on it, and which evidence settles it."""
    return texts.sentences(_check_words(texts, report, guess))


def _check_words(texts: Texts, report: PersonReport, guess: Guess) -> Iterator[str]:
    anchor = texts.anchor(guess.question, guess.answer)
    yield texts.say("confidence.guessed", answer=guess.answer, anchor=anchor)
    for move in guess.moves:
        result = result_words(texts, report.model, move.result)
        yield texts.say("confidence.move", answer=move.answer, result=result)
    if guess.gates:
        yield texts.say("confidence.gate")
    if evidence := texts.evidence(guess.question):
        yield texts.say("confidence.evidence", evidence=evidence)


def _item(texts: Texts, report: PersonReport, guess: Guess) -> Block:
    """Return a guess with the way to its question, and what to write down to settle it."""
    question = texts.question(guess.question)
    evidence = texts.evidence(guess.question)
    more = texts.speech.between_sentences + check_words(texts, report, guess)
    sentence = "confidence.action" if evidence else "next.action_fact"
    action = texts.say(sentence, question=question, evidence=evidence)
    return {"text": question, "more": more, "question": guess.question, "action": action}


def _figures(texts: Texts, told: Confidence) -> Block:
    shares = told.shares or {}
    rows = [
        [
            level_words(texts, word),
            texts.number(told.counts[word]),
            texts.number(shares[word]) if shares else NONE,
        ]
        for word in (*CONFIDENCE, UNSAID)
    ]
    columns = ("confidence.level", "confidence.answers", f"confidence.share_{told.measure}")
    names = [texts.say(key) for key in columns]
    return table(texts.say("confidence.figures"), names, rows, [False, True, True])
