"""The pictures of calculators: one file each, which ends in its row."""

from collections.abc import Mapping

from assessments.border.rows import rows_in
from assessments.documents.picture import Picture

PICTURES: Mapping[str, Picture] = {
    row.name: row for row in rows_in(__name__, __path__, "PICTURE") if isinstance(row, Picture)
}
"""Name of a picture -> its row."""
