"""One step of a working: the code of a sentence, and the numbers in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of the working: a sentence's code and the numbers in it."""

    code: str
    """A key of the tool's working, or of the engine's own sentences after "working."."""
    values: Mapping[str, object] = field(default_factory=dict)
    exact: bool | tuple[bool, ...] = True
    """Whether both sides of its equation are equal as shown, or of each of its equations in turn.

    Not part of the report.
    """

    def as_data(self) -> dict[str, object]:
        """Return the step as the report carries it."""
        return {"code": self.code, **self.values}
