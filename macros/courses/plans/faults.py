"""What is wrong with a plan, as a code, a place and values; the page has the sentences."""

from collections.abc import Mapping
from dataclasses import dataclass, field

LONGEST_QUOTE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One broken rule."""

    code: str
    """Names the sentence: compose.faults of interface.yml."""
    at: int | None = None
    """Place of the item; None where the plan as a whole is meant."""
    values: Mapping[str, object] = field(default_factory=dict)
    """What its sentence quotes."""

    def as_data(self) -> dict[str, object]:
        """Return the fault as JSON has it."""
        return {"code": self.code, "at": self.at, "values": dict(self.values)}


class PlanError(Exception):
    """A text holds no plan at all: *code* is foreign, damaged, version or large."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def quoted(found: object) -> str:
    """Return what stood in a damaged place, short enough for a sentence."""
    text = " ".join(str(found).split())
    return f"{text[: LONGEST_QUOTE - 1]}…" if len(text) > LONGEST_QUOTE else text
