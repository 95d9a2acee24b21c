"""What a word without quotes means in YAML: text, a number, true, false, null, or a trap."""

import re
from dataclasses import dataclass
from decimal import Decimal

Scalar = str | int | Decimal | bool | None

WHOLE = re.compile(r"-?(0|[1-9][0-9]*)")
DECIMAL = re.compile(r"-?(0|[1-9][0-9]*)\.[0-9]+")
DATE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}([Tt \t].*)?")
NUMBER_LIKE = re.compile(
    r"[-+]?(0[xob])?[0-9][0-9_]*(\.[0-9_]*)?([eE][-+]?[0-9]+)?((:[0-5]?[0-9])+(\.[0-9_]*)?)?"
    r"|[-+]?\.[0-9][0-9_]*([eE][-+]?[0-9]+)?|0x[0-9a-fA-F_]+|[-+]?\.inf|\.nan",
    re.IGNORECASE,
)
TRUTH_WORDS = {"yes": "true", "on": "true", "true": "true"} | dict.fromkeys(
    ("no", "off", "false"), "false"
)
LONGEST_NUMBER = 30
EXACT = {"true": True, "false": False, "null": None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A word that YAML would read as something its author did not mean."""

    message: str
    hint: str


def plain_value(text: str) -> Scalar | Refusal:
    """Return what a word without quotes means, or why it is refused."""
    if text in EXACT:
        return EXACT[text]
    if WHOLE.fullmatch(text) or DECIMAL.fullmatch(text):
        return _number(text)
    return _trap(text) or text


def _number(text: str) -> Scalar | Refusal:
    if len(text) > LONGEST_NUMBER:
        # Python itself refuses to read an integer of many thousand digits.
        return Refusal(
            message=f"The number {text[:10]}… has more than {LONGEST_NUMBER} characters.",
            hint="Write a shorter number, or text in quotes.",
        )
    return Decimal(text) if "." in text else int(text)


def _trap(text: str) -> Refusal | None:
    lower = text.lower()
    if lower in TRUTH_WORDS:
        return Refusal(
            message=f"The word {text} without quotes is a truth value to YAML, not text.",
            hint=f'Write "{text}" in quotes for the word, or {TRUTH_WORDS[lower]} for the value.',
        )
    if DATE.fullmatch(text):
        return Refusal(
            message=f"The day {text} without quotes is a date to YAML, not text.",
            hint=f'Put it in quotes: "{text}".',
        )
    if NUMBER_LIKE.fullmatch(text):
        return Refusal(
            message=f"The word {text[:LONGEST_NUMBER]} can be read as more than one number.",
            hint=f'Write a number like 1000 or 2.5, and text in quotes: "{text[:LONGEST_NUMBER]}".',
        )
    if text == "~" or lower == "null":
        return Refusal(
            message=f"The word {text} without quotes means nothing to YAML.",
            hint=f'Write "{text}" in quotes for the text, or null for no value.',
        )
    if text in {"<<", "="}:
        return Refusal(
            message=f"The mark {text} has a meaning of its own in YAML.", hint="Put it in quotes."
        )
    return None
