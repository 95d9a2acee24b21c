"""How each model is written as steps: one file a model, which ends in its row."""

from collections.abc import Callable, Mapping

from assessments.border.rows import rows_in
from assessments.questionnaires.definition import Definition
from macros.sql.model import SqlModel
from macros.sql.step import Query

_ROWS = rows_in(__name__, __path__, "MODEL")
MODELS: Mapping[str, Callable[[Definition], Query]] = {
    row.name: row.query for row in _ROWS if isinstance(row, SqlModel)
}
