"""One language of the engine: its marks, its plural rule and every sentence.

`playbook words` runs on the engine that it makes the tables for: a new attribute needs a default
value until the tables have been made anew.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """How the engine speaks one language: what its file in playbook_data/languages says of it."""

    code: str
    """The key under which the words of a definition stand: zh."""
    quote_open: str
    quote_close: str
    quotes_spaced: bool
    """Whether a space may stand beside a quotation mark."""
    decimal_mark: str
    group_mark: str
    grouped_from: int
    """The smallest number that is written in groups of digits."""
    between_sentences: str
    between_items: str
    """Of an enumeration."""
    between_long_items: str
    """The same, where an item holds that mark itself."""
    before_unit: str
    """Between a number and its unit."""
    before_percent: str
    """Between a number and the sign %."""
    plural: str
    """The rule of plurals.RULES that chooses among the forms of a word."""
    sentences: Mapping[str, str]
