"""A report as one line: the tool that it is about."""

from collections.abc import Mapping

from assessments.border.report import Report
from assessments.documents.about_result import AboutResult
from assessments.documents.export import Export


def write(_: Mapping[str, object], report: Report, __: str, ___: AboutResult | None = None) -> str:
    """Return the id of the tool."""
    return f"{report.as_data()['tool']}\n"


EXPORT = Export(name="dummy", extension="txt", media_type="text/plain", write=write)
