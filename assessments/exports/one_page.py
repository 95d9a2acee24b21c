"""One page as Markdown, for whoever decides."""

from collections.abc import Mapping

from assessments.border.report import Report
from assessments.documents.about_result import AboutResult
from assessments.documents.export import Export
from assessments.documents.one_page import one_page
from assessments.exports.markdown import written


def write(
    definition: Mapping[str, object],
    report: Report,
    language: str,
    about: AboutResult | None = None,
) -> str:
    """Return what fits on one sheet."""
    return written(one_page(definition, report, language, about or AboutResult()))


EXPORT = Export(
    name="one_page", extension="md", media_type="text/markdown", write=write, suffix="one-page"
)
