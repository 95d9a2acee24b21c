"""Put a report into words: a list of blocks that the page and the exports lay out."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from assessments.border.record import Record
from assessments.border.report import Report
from assessments.calculators.report import CalculatorReport
from assessments.change import ChangeReport
from assessments.documents.blocks import Block
from assessments.documents.calculator import calculator_blocks
from assessments.documents.changes import change_blocks
from assessments.documents.groups import distribution_blocks, group_blocks
from assessments.documents.handovers import handover_blocks
from assessments.documents.questionnaire import questionnaire_blocks
from assessments.documents.teams.session import session_blocks
from assessments.documents.teams.sides import sides_blocks
from assessments.documents.teams.team import attendance_blocks, team_blocks
from assessments.documents.texts import Texts
from assessments.handover import HandOver
from assessments.questionnaires.group_report import DistributionReport, GroupReport
from assessments.questionnaires.report import PersonReport
from assessments.questionnaires.teams.reports import (
    AttendanceReport,
    SessionReport,
    SidesReport,
    TeamReport,
)

TELLERS: Mapping[type, Callable[[Texts, Any], Iterator[Block]]] = {
    PersonReport: questionnaire_blocks,
    GroupReport: group_blocks,
    DistributionReport: distribution_blocks,
    CalculatorReport: calculator_blocks,
    ChangeReport: change_blocks,
    HandOver: handover_blocks,
    AttendanceReport: attendance_blocks,
    TeamReport: team_blocks,
    SidesReport: sides_blocks,
    SessionReport: session_blocks,
}
"""Type of a report -> how it is told."""

SENTENCES = {
    (False, False): "",
    (True, False): "headline.subject",
    (False, True): "headline.name",
    (True, True): "headline.subject_name",
}
"""Whether there is a subject, and a name of the number -> the sentence."""


def document(
    definition: Record, report: Report, language: str, label: str = "", subject: str = ""
) -> list[Block]:
    """Return the report in words, the answer first; a label says of when, and by whom."""
    texts = Texts(definition, language)
    summary, *rest = TELLERS[type(report)](texts, report)
    return [labelled(texts, summary, label, subject), *rest]


def labelled(texts: Texts, summary: Block, label: str, subject: str) -> Block:
    """Return a summary with its sentence, and with its label where there is one."""
    said = {"headline": headline(texts, summary, subject), "label": label}
    return summary | {key: words for key, words in said.items() if words}


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


def first_block(definition: Record, report: Report, language: str) -> Block:
    """Return the result itself, without what explains it."""
    return told_first(Texts(definition, language), report)


def told_first(texts: Texts, report: Report) -> Block:
    """Return the result itself, in words."""
    return next(TELLERS[type(report)](texts, report))
