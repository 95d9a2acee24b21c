"""Exports: a report as a text in a format that other programs read; one file for each."""

from collections.abc import Mapping

from assessments.border.rows import rows_in
from assessments.documents.export import Export

EXPORTS: Mapping[str, Export] = {
    export.name: export
    for export in rows_in(__name__, __path__, "EXPORT")
    if isinstance(export, Export)
}
"""Name of a format -> how it is written."""
