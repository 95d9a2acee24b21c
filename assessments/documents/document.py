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


def document(definition: Record, report: Report, language: str, label: str = "") -> list[Block]:
    """Return the report in words, the result first; a label says whom it is about, and when."""
    summary, *rest = TELLERS[type(report)](Texts(definition, language), report)
    return [{**summary, "label": label} if label else summary, *rest]


def first_block(definition: Record, report: Report, language: str) -> Block:
    """Return the result itself, without what explains it."""
    return next(TELLERS[type(report)](Texts(definition, language), report))
