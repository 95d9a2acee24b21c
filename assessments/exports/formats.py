"""The formats that a report can be exported in."""

from collections.abc import Mapping
from typing import Protocol

from assessments.documents.about_result import Occasion
from assessments.exports import csv, json, markdown


class Export(Protocol):
    """A format: the report as one text."""

    def __call__(
        self,
        definition: Mapping[str, object],
        report: Mapping[str, object],
        language: str,
        occasion: Occasion | None = None,
        /,
    ) -> str:
        """Return the report, with what a reader gave beside it."""


EXPORTS: Mapping[str, Export] = {
    "json": json.export,
    "markdown": markdown.export,
    "csv": csv.export,
}
"""Name of a format -> how it is written."""
