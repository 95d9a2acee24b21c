"""What the file of a model gives: its name, and how its definition becomes steps."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from assessments.questionnaires.definition import Definition
from macros.sql.step import Query


@dataclass(frozen=True, slots=True, kw_only=True)
class SqlModel:
    """A model that a statement can hold."""

    name: str
    """As definitions write it."""
    query: Callable[[Definition], Query]
    alike: Mapping[str, str] = field(default_factory=dict)
    """Result of a list -> the column of the statement that holds the same under another name."""
    limit: Callable[[str], str] = str
    """From how a list names a limit to how the statement does."""
