"""The models of questionnaires: one file for each, which ends in its row."""

from collections.abc import Mapping

from assessments.border.rows import rows_in
from assessments.questionnaires.evaluation import Model

MODELS: Mapping[str, Model] = {
    model.name: model for model in rows_in(__name__, __path__, "MODEL") if isinstance(model, Model)
}
"""Model of a definition -> how it is scored and told."""
