"""Write a wrong value into a sentence: texts in quotation marks, and short enough to read."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from assessments.words import Quoted

LONGEST_QUOTE = 40
"""Characters of a wrong value that a message repeats."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A number that is none (NaN, Infinity) or beyond all use (1e999999): no rule accepts it."""

    written: str


def quote(value: object) -> str:
    """Return a wrong value as people write it, cut after LONGEST_QUOTE characters."""
    if isinstance(value, str):
        return Quoted(f"“{shortened(value)}”")
    if isinstance(value, Mapping):
        return "{…}" if value else "{}"
    if isinstance(value, (list, tuple)):
        return "[…]" if value else "[]"
    return shortened(_scalar(value))


def shortened(text: str) -> str:
    """Return a text without control characters and not longer than LONGEST_QUOTE."""
    cut = text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + "…"
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in cut)


def _scalar(value: object) -> str:
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, int) and value.bit_length() > 128:
        # Python refuses to write out an integer of more than 4,300 digits.
        return f"{'−' if value < 0 else ''}10^{value.bit_length() * 30103 // 100000}"
    if isinstance(value, (int, float, Decimal)):
        return str(value).replace("-", "−")
    return (
        value.written.replace("-", "−") if isinstance(value, Unreadable) else type(value).__name__
    )
