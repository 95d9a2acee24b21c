"""A result as lists tell it, in every language: its number with the unit, and its band."""

from collections.abc import Mapping

from assessments.border.record import Record
from assessments.border.report import Report
from assessments.calculators.report import CalculatorReport
from assessments.documents.document import first_block
from assessments.questionnaires.report import PersonReport
from assessments.words import LANGUAGES

TOLD = ("score", "unit", "band", "tone")
"""What a list takes from the first block of a document."""


def told(definition: Record, report: Report) -> dict[str, object]:
    """Return the headline number, whether high is good, and the words of each language.

    The number is None where there is none; high_is_good is None where neither end is better.
    """
    return {
        "number": _number(report),
        "high_is_good": _high_is_good(report),
        "words": {language: _words(definition, report, language) for language in LANGUAGES},
    }


def _words(definition: Record, report: Report, language: str) -> Mapping[str, object]:
    summary = first_block(definition, report, language)
    return {key: summary[key] for key in TOLD if summary.get(key)}


def _number(report: Report) -> object:
    if isinstance(report, PersonReport):
        return report.headline
    if isinstance(report, CalculatorReport):
        numbers = report.definition.numbers
        return report.outputs[numbers[0].id] if numbers else None
    return None


def _high_is_good(report: Report) -> bool | None:
    if isinstance(report, PersonReport):
        return report.model.high_is_good
    if isinstance(report, CalculatorReport) and report.definition.band_ids:
        return report.high_is_good
    return None
