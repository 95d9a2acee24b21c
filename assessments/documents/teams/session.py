"""A session on one page: the team's result, what was agreed and why, and both views."""

from collections.abc import Iterator, Mapping

from assessments.documents.blocks import NONE, Block, heading, notice, table
from assessments.documents.questionnaire import about_questionnaire
from assessments.documents.teams.sides import dimension_table, question_table, side_sentences
from assessments.documents.teams.team import VIEWS, agreement_words
from assessments.documents.texts import Texts
from assessments.questionnaires.group_report import QuestionCounts
from assessments.questionnaires.teams.reports import SessionReport

WIDEST = 3
"""Gaps between two sides that one page shows."""


def session_blocks(texts: Texts, report: SessionReport) -> Iterator[Block]:
    """Yield the result, then every question with its counts and what was agreed, then the sides."""
    yield _summary(texts, report)
    if report.answers:
        yield notice("info", _agreed_words(texts, report))
    if report.team is not None or report.answers:
        yield heading(texts.say("session.heading"))
        yield _questions(texts, report)
    if report.sides is not None:
        yield heading(texts.say("sides.heading"))
        yield notice("info", texts.sentences(side_sentences(texts, report.sides)))
        yield dimension_table(texts, report.sides)
        told = [each for each in report.sides.questions if each.gap][:WIDEST]
        yield question_table(texts, told, "session.furthest")
    yield about_questionnaire(texts, report.identity)


def _summary(texts: Texts, report: SessionReport) -> Block:
    if report.team is None:
        words = texts.say("session.few")
        return {"kind": "summary", "title": texts.title(), "tone": "none", "text": words}
    group = report.team.group
    summary: Block = next(VIEWS[type(group)](texts, group))
    words = texts.sentences([str(summary["text"]), agreement_words(texts, report.team)])
    return {**summary, "text": words}


def _agreed_words(texts: Texts, report: SessionReport) -> str:
    agreed = report.agreed
    if agreed is None or agreed.band is None:
        return texts.say("session.agreed_none")
    telling, band = agreed.model.telling, texts.band(agreed.band)
    score = agreed.results.get(telling.headline)
    if score is None or telling.in_stages:
        return texts.say("session.agreed_result", band=band)
    return texts.say("session.agreed_scored", score=texts.number(score), band=band)


def _questions(texts: Texts, report: SessionReport) -> Block:
    """Return each question: its counts, what was agreed and why; the most divided first."""
    counted = {each.id: each for each in report.team.group.questions} if report.team else {}
    names = [*counted, *(name for name in texts.questions if name not in counted)]
    columns = ["group.question", "session.answers", "group.agreement", "session.agreed"]
    rows = [
        [
            texts.question(name),
            *_counts(texts, counted.get(name)),
            _agreed(texts, report.answers, name),
            report.reasons.get(name, ""),
        ]
        for name in names
    ]
    numeric = [False, True, True, False, False]
    kept = [place for place in range(5) if place not in (1, 2) or report.team is not None]
    titles = [texts.say(each) for each in (*columns, "session.reason")]
    return table(
        texts.say("session.table"),
        [titles[place] for place in kept],
        [[row[place] for place in kept] for row in rows],
        [numeric[place] for place in kept],
    )


def _counts(texts: Texts, each: QuestionCounts | None) -> tuple[str, str]:
    if each is None or each.few:
        return NONE, NONE
    return " · ".join(str(count) for count in each.counts), texts.number(each.agreement)


def _agreed(texts: Texts, answers: Mapping[str, object], name: str) -> str:
    answer = answers.get(name)
    if answer is None:
        return NONE
    return texts.say("answers.na") if answer == "na" else f"{answer} {texts.anchor(name, answer)}"
