"""A report as JSON: the whole of it, exact, the same in every language."""

from collections.abc import Mapping

from assessments.border.reading import write_json
from assessments.documents.about_result import Occasion


def export(
    _: Mapping[str, object],
    report: Mapping[str, object],
    __: str,
    ___: Occasion | None = None,
) -> str:
    """Return the report itself, which holds nothing that a reader named."""
    return write_json(report)
