"""A report as JSON: the whole of it, exact, the same in every language."""

from collections.abc import Mapping

from assessments.border.reading import write_json
from assessments.border.report import Report
from assessments.documents.about_result import AboutResult
from assessments.documents.export import Export


def write(_: Mapping[str, object], report: Report, __: str, ___: AboutResult | None = None) -> str:
    """Return the report itself, which holds nothing that a reader named."""
    return write_json(report.as_data())


EXPORT = Export(
    name="json",
    extension="json",
    media_type="application/json",
    write=write,
    # The file of answers that a page offers holds the report already.
    button=False,
)
