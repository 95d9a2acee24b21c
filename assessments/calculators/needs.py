"""What a formula takes an input or a parameter to be, so that a definition can be held to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from assessments.calculators.inputs import MOST_ENTRIES, Input, Limit
from assessments.words import Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What one value must be, whatever words and narrower limits a definition gives to it."""

    type: str
    """One of the types of an input."""
    optional: bool = False
    """Whether the formula can do without a value."""
    above: int | None = None
    """Numbers are more than this, where the formula divides by them or takes their root."""
    least: int = 0
    """Entries of a list, of rows or of a map."""
    options: tuple[str, ...] = ()
    """The only ones that the formula knows; empty where it takes any."""
    item: "Need | None" = None
    fields: Mapping[str, "Need"] = field(default_factory=dict)
    accepts_na: bool = False
    """Whether "na" may stand in the place of a value."""
    when: Mapping[str, str] = field(default_factory=dict)
    """Earlier input -> the answer with which alone the formula reads this one."""


NUMBER = Need(type="number")
WHOLE = Need(type="integer")
POSITIVE = Need(type="number", above=0)
COUNTED_FROM_ONE = Need(type="integer", above=0)
TEXT = Need(type="text")
TRUTH = Need(type="boolean")
DATE = Need(type="date")
CURRENCY = Need(type="currency", optional=True)
"""Of the amounts of money of a formula, which never converts them."""


def choice(*options: str) -> Need:
    """Return a choice, among these options alone where they are named."""
    return Need(type="choice", options=options)


def list_of(item: Need, *, least: int = 0) -> Need:
    """Return a list."""
    return Need(type="list", item=item, least=least)


def map_of(item: Need, *, least: int = 0) -> Need:
    """Return values under names that people choose."""
    return Need(type="map", item=item, least=least)


def rows_of(fields: Mapping[str, Need], *, least: int = 0) -> Need:
    """Return a table."""
    return Need(type="rows", fields=fields, least=least)


def record_of(fields: Mapping[str, Need]) -> Need:
    """Return one row."""
    return Need(type="record", fields=fields)


def optional(need: Need) -> Need:
    """Return a value that the formula can do without."""
    return replace(need, optional=True)


RULES = {
    "number": "rule.number",
    "integer": "rule.integer",
    "boolean": "rule.boolean",
    "list": "rule.list",
    "rows": "rule.list",
    "map": "rule.object",
    "record": "rule.object",
}
"""Type -> how a sentence names such a value; any other is text."""


def in_words(need: Need) -> Phrase:
    """Return what a value must be, as a sentence says it."""
    return Phrase(RULES.get(need.type, "rule.text"))


def only_when(answers: Mapping[str, str], needs: Mapping[str, Need]) -> dict[str, Need]:
    """Return inputs that the formula reads for certain earlier answers alone."""
    return {name: replace(need, when=answers) for name, need in needs.items()}


def as_input(need: Need, name: str = "") -> Input:
    """Return the widest input that meets a need."""
    limits = () if need.above is None else (Limit.of("above", need.above),)
    return Input(
        id=name,
        type=need.type,
        required=not need.optional,
        limits=limits,
        length=(need.least, MOST_ENTRIES) if need.least else None,
        item=None if need.item is None else as_input(replace(need.item, optional=False)),
        fields=tuple(as_input(each, inner) for inner, each in need.fields.items()),
    )
