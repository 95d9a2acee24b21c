"""An input of a calculator, as its definition describes it: its type, limits, parts and words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from assessments.numbers.exact import Number
from assessments.words import Choice

Words = Mapping[str, object]
"""A text in every language: {en, zh}."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeRules:
    """Which keys an input of one type has beside those of every input."""

    needed: tuple[str, ...] = ()
    possible: tuple[str, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """Return every key that the type knows."""
        return (*self.needed, *self.possible)


MOST_ENTRIES = 20_000
"""Of a list, of rows or of a map, where the definition gives no length."""

LIMITS = ("minimum", "above", "maximum", "below")

TYPES: Mapping[str, TypeRules] = {
    "number": TypeRules(possible=LIMITS),
    "integer": TypeRules(possible=LIMITS),
    "text": TypeRules(possible=("length",)),
    "choice": TypeRules(needed=("options",)),
    "boolean": TypeRules(),
    "date": TypeRules(),
    "currency": TypeRules(),
    "list": TypeRules(needed=("item",), possible=("length", "options")),
    "rows": TypeRules(needed=("fields",), possible=("length",)),
    "record": TypeRules(needed=("fields",)),
    "map": TypeRules(needed=("item",), possible=("length", "options")),
}
"""Type of an input -> the keys that it has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """One end of the numbers that an input allows."""

    name: str
    """One of LIMITS."""
    given: Number
    """As the definition writes it, for sentences."""
    value: Fraction

    @classmethod
    def of(cls, name: str, given: Number) -> "Limit":
        """Return a limit as it is written."""
        return cls(name=name, given=given, value=Fraction(given))


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One of the values that an input or an output can have."""

    id: str
    label: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One input of a calculator, a field of one, or the item of a list."""

    id: str = ""
    """Empty for the item of a list or of a map."""
    type: str
    """One of TYPES."""
    label: Words = field(default_factory=dict)
    required: bool = False
    default: object = None
    """A value as an input gives it; None where there is none."""
    when: Mapping[str, object] = field(default_factory=dict)
    """Earlier input -> the answer with which alone this input counts."""
    limits: tuple[Limit, ...] = ()
    """In the order of LIMITS."""
    length: tuple[int, int] | None = None
    """The least and the greatest number of characters or entries."""
    options: tuple[Option, ...] = ()
    fields: tuple["Input", ...] = ()
    item: "Input | None" = None
    rows_as_lists: bool = False
    """Whether a row is given as a list, in the order of the fields."""
    accepts_na: bool = False
    errors: Mapping[str, str] = field(default_factory=dict)
    """Fault -> the code of the tool's own sentence for it."""

    @property
    def always_there(self) -> bool:
        """Return whether a value stands here after reading, wherever the input counts."""
        return self.required or self.default is not None

    @property
    def entry(self) -> "Input":
        """Return what each entry of a list or of a map is."""
        if self.item is None:
            raise TypeError(f"an input of type {self.type} has no entries")
        return self.item

    def option_ids(self) -> tuple[str, ...]:
        """Return the ids of the options."""
        return tuple(option.id for option in self.options)

    def choices(self) -> tuple[Choice, ...]:
        """Return the options as a sentence names them."""
        return tuple(Choice(option.id, option.label) for option in self.options)

    def exceeds(self, least: int) -> bool:
        """Return whether the limits allow nothing but numbers above one."""
        return any(
            limit.value >= least if limit.name == "above" else limit.value > least
            for limit in self.limits
            if limit.name in ("above", "minimum")
        )
