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


def document(definition: Record, report: Record, language: str, label: str = "") -> list[Block]:
    """Return the report in words, the result first; a label says whom it is about, and when."""
    view = report.get("view", report["kind"])
    summary, *rest = VIEWS[str(view)](Texts(definition, language), report)
    return [{**summary, "label": label} if label else summary, *rest]
