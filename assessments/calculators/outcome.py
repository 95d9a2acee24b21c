"""What a calculator hands back: its outputs, its cautions and its working, all as data."""

from collections.abc import Mapping
from dataclasses import dataclass

from assessments.border.step import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The result of one calculation."""

    outputs: Mapping[str, object]
    """Output id -> rounded value, None where nothing can be said."""
    flags: tuple[str | Step, ...] = ()
    notes: tuple[str | Step, ...] = ()
    """Codes; a step where the sentence quotes more than the outputs."""
    working: tuple[Step, ...] = ()
    picture: Mapping[str, object] | None = None
    """The data of the tool's picture; None where it has none."""
