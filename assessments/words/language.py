"""One language of the engine: its marks, its plural rule and every sentence."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotes:
    """How a language sets words in quotation marks."""

    open: str
    close: str
    spaced: bool
    """Whether a space may stand beside a quotation mark."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberMarks:
    """How a language writes a number."""

    decimal: str
    group: str
    grouped_from: int
    """The smallest number that is written in groups."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Joints:
    """What a language sets between words that are put together."""

    sentences: str
    items: str
    """Between the items of an enumeration."""
    long_items: str
    """The same, where an item holds that mark itself."""
    unit: str
    """Between a number and its unit."""
    percent: str
    """Between a number and the sign %."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """How the engine speaks one language."""

    code: str
    """The key under which the words of a definition stand: zh."""
    quotes: Quotes
    numbers: NumberMarks
    joints: Joints
    plural: str
    """The rule of plurals.RULES that chooses among the forms of a word."""
    sentences: Mapping[str, str]
