"""The formula of each calculator: one file each, which ends in its row."""

from collections.abc import Mapping

from assessments.border.rows import rows_in
from assessments.calculators.formula import Formula

FORMULAS: Mapping[str, Formula] = {
    row.name: row for row in rows_in(__name__, __path__, "FORMULA") if isinstance(row, Formula)
}
"""Name of a formula -> its row."""
