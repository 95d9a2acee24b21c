"""How each model is written as steps: one file a model, which ends in its row."""

from collections.abc import Mapping

from assessments.border.rows import rows_in
from macros.sql.model import SqlModel

_ROWS = rows_in(__name__, __path__, "MODEL")
MODELS: Mapping[str, SqlModel] = {row.name: row for row in _ROWS if isinstance(row, SqlModel)}
