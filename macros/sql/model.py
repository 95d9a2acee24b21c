"""What the file of a model gives: its name, and how its definition becomes steps."""

from collections.abc import Callable
from dataclasses import dataclass

from assessments.questionnaires.definition import Definition
from macros.sql.step import Query


@dataclass(frozen=True, slots=True, kw_only=True)
class SqlModel:
    """A model that a statement can hold."""

    name: str
    """As definitions write it."""
    query: Callable[[Definition], Query]
