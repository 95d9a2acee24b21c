"""A team's session in words: who has answered, then what the team says and where to talk."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from assessments.border.problems import EngineError
from assessments.documents.blocks import Block, details, heading, listing, paragraph
from assessments.documents.confidence.telling import level_words
from assessments.documents.groups import mean_blocks, spread_blocks
from assessments.documents.questionnaire import about_questionnaire
from assessments.documents.texts import Texts
from assessments.documents.working import said_steps
from assessments.numbers.rounding import from_tenths, tenths
from assessments.questionnaires.confidence.levels import CONFIDENCE
from assessments.questionnaires.definition import LEVELS
from assessments.questionnaires.evaluation import OK
from assessments.questionnaires.group_report import (
    DistributionReport,
    GroupReport,
    QuestionCounts,
)
from assessments.questionnaires.teams.patterns import Pattern
from assessments.questionnaires.teams.reports import (
    REFUSED,
    AttendanceReport,
    Attendant,
    TeamReport,
)

VIEWS: Mapping[type, Callable[[Texts, Any], Iterator[Block]]] = {
    GroupReport: mean_blocks,
    DistributionReport: spread_blocks,
}
"""How a group is told before its questions."""


def attendance_blocks(texts: Texts, report: AttendanceReport) -> Iterator[Block]:
    """Yield how many answer sets are complete, then each of them in the order given."""
    text = texts.say("team.attendance", n=report.count, total=len(report.people))
    yield {"kind": "summary", "title": texts.title(), "tone": "none", "text": text}
    yield listing(
        {"text": attendant_words(texts, each, report.questions)} for each in report.people
    )


def attendant_words(texts: Texts, each: Attendant, questions: int) -> str:
    """Say whether an answer set counts, or why not."""
    if each.status == REFUSED:
        return texts.say("team.refused", **_why(texts, each.error))
    if each.status != OK:
        values = {"answered": each.answered, "total": questions}
        return texts.say(f"team.{each.status}", **values)
    if each.answered == questions:
        return texts.say("team.complete", total=questions)
    return texts.say("team.complete_enough", answered=each.answered, total=questions)


def _why(texts: Texts, error: EngineError | None) -> dict[str, object]:
    said = error.as_data(texts.language)["error"] if error else None
    return said if isinstance(said, dict) else {"message": "", "hint": ""}


def team_blocks(texts: Texts, report: TeamReport) -> Iterator[Block]:
    """Yield what a group says together, then each question with a prompt to talk about it."""
    summary, *rest = VIEWS[type(report.group)](texts, report.group)
    yield {
        **summary,
        "text": texts.sentences([str(summary["text"]), agreement_words(texts, report)]),
    }
    yield from rest
    yield heading(texts.say("team.questions"))
    yield paragraph(texts.say("team.measure"))
    for each in report.group.questions:
        yield _question(texts, report, each)
    if isinstance(report.group, GroupReport):
        yield details(texts.say("details.working"), said_steps(texts, report.group.working))
    yield about_questionnaire(texts, report.identity)


def agreement_words(texts: Texts, report: TeamReport) -> str:
    """Say how far a team agrees; nothing where no question is told."""
    if report.agreement is None:
        return ""
    return texts.say("team.agreement", agreement=texts.number(report.agreement))


def _question(texts: Texts, report: TeamReport, each: QuestionCounts) -> Block:
    """Return a question with its answers side by side, how many gave each, and the prompt."""
    pattern = report.patterns[each.id]
    block: Block = {
        "kind": "question",
        "id": each.id,
        "title": texts.question(each.id),
        "part": texts.dimension(texts.part_of(each.id)),
        "pattern": str(pattern),
        "prompt": texts.say(f"pattern.{pattern}"),
    }
    counts: Sequence[int | None] = each.counts or [None] * LEVELS
    answers = [
        *((str(level), texts.anchor(each.id, level), count) for level, count in enumerate(counts)),
        ("na", texts.say("answers.na"), None if pattern is Pattern.FEW else each.na),
    ]
    people = sum(each.counts) + each.na + each.open
    told = [_answer(texts, *answer, people) for answer in answers]
    if pattern is Pattern.FEW:
        return {**block, "agreement": "", "open": "", "answers": told}
    agreement = texts.say("team.question_agreement", agreement=texts.number(each.agreement))
    left_open = texts.say("team.open", count=each.open) if each.open else ""
    said = {"agreement": agreement, "open": left_open, **_how_sure(texts, each)}
    return {**block, **said, "answers": told}


def _how_sure(texts: Texts, each: QuestionCounts) -> Block:
    """Return how many people are how sure, in words; nothing where that may not be told."""
    said = [
        texts.say("team.how_sure_count", level=level_words(texts, word), count=count)
        for word, count in zip(CONFIDENCE, each.confidence, strict=False)
        if count
    ]
    return {"sure": texts.say("team.how_sure", each=texts.joined(said))} if said else {}


def _answer(texts: Texts, value: str, sentence: str, count: int | None, people: int) -> Block:
    """Return an answer, how many gave it in words, and their share in percent for a bar."""
    if count is None:
        return {"value": value, "text": sentence, "count": "", "share": 0}
    share = from_tenths(tenths(100 * count, people))
    words = texts.say("team.people", count=count)
    return {"value": value, "text": sentence, "count": words, "share": share}
