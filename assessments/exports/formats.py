"""The formats that a report can be exported in."""

from collections.abc import Callable, Mapping

from assessments.exports import csv, json, markdown

EXPORTS: Mapping[str, Callable[[Mapping[str, object], Mapping[str, object], str], str]] = {
    "json": json.export,
    "markdown": markdown.export,
    "csv": csv.export,
}
"""Name of a format -> f(definition, report, language) -> text."""
