"""Put a report into words: a list of blocks that the page and the exports lay out."""

from collections.abc import Callable, Iterator, Mapping

from assessments.documents.blocks import Block
from assessments.documents.calculator import calculator_blocks
from assessments.documents.groups import distribution_blocks, group_blocks
from assessments.documents.questionnaire import questionnaire_blocks
from assessments.documents.texts import Record, Texts

VIEWS: Mapping[str, Callable[[Texts, Record], Iterator[Block]]] = {
    "assessment": questionnaire_blocks,
    "calculator": calculator_blocks,
    "group": group_blocks,
    "distribution": distribution_blocks,
}
"""View of a report, or else its kind -> how it is told."""


def document(definition: Record, report: Record, language: str) -> list[Block]:
    """Return the report in words, the result first."""
    view = report.get("view", report["kind"])
    return list(VIEWS[str(view)](Texts(definition, language), report))
