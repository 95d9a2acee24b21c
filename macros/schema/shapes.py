"""The words in which the files beside this one say how a value of a YAML file must look."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Form:
    """A way in which text in one language, or in none, is written."""

    name: str
    """As a message says it: "an id"."""
    pattern: str
    """A regular expression for the whole text."""
    example: str
    holds: Callable[[str], bool] = bool
    """What else is true of a text that the expression matches."""

    def fits(self, text: str) -> bool:
        """Whether a text is written in this way."""
        return re.fullmatch(self.pattern, text) is not None and self.holds(text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Text that is the same in every language: an id, a version, a date."""

    form: Form | None = None
    choices: tuple[str, ...] = ()
    refers_to: tuple[str, ...] = ()
    """Kinds of things one of which must have this id: module, tool, role, source."""
    may_be_blank: bool = False
    """For marks: one may be a space, or nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Text for readers, once in each language, under one key."""

    may_be_empty: bool = False
    trimmed: bool = True
    """Whether blanks at either end are a mistake."""
    marked: bool = False
    """Whether pages show paragraphs, lists, links, bold, italics and code; else it is one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordLists:
    """Lists of words, one in each language; a language may be left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number within limits."""

    whole: bool = False
    minimum: int | None = None
    maximum: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """true or false."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """A list."""

    of: "Shape"
    least: int = 0
    most: int | None = None
    proved: int | None = None
    """As many as the engine proves there to be: editors are told, checks leave it to the proof."""

    @property
    def fewest(self) -> int:
        """Return how many items the shortest right list has."""
        return self.proved or self.least


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Keys that are known by name; a name that ends with ? may be left out."""

    keys: Mapping[str, "Shape"]

    def required(self) -> tuple[str, ...]:
        """Return the keys that must be there."""
        return tuple(key for key in self.keys if not key.endswith("?"))

    def known(self) -> dict[str, "Shape"]:
        """Return every key without its mark, and the shape of its value."""
        return {key.removesuffix("?"): shape for key, shape in self.keys.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Keys that the author chooses, all with values of one shape."""

    of: "Shape"
    form: Form


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """Keys within keys, as deep as wanted, that end in words."""

    marked: tuple[tuple[str, ...], ...] = ()
    """Keys that lead to marked words; * stands for any."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OneOf:
    """One of several records, told apart by a key that only one of them has."""

    records: Mapping[str, Record]


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A shape of schema.SHAPES by its name, so that a shape can hold itself."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Anything:
    """A value whose meaning only its reader knows; words in it are complete all the same."""

    note: str = "any value"


Shape = (
    Text
    | Words
    | WordLists
    | Number
    | Truth
    | Items
    | Record
    | Table
    | Tree
    | OneOf
    | Named
    | Anything
)


def example(shape: Shape, languages: Iterable[str]) -> str:
    """Return what a right value of a shape looks like, for a hint."""
    match shape:
        case Words():
            return "{" + ", ".join(f'{language}: "…"' for language in languages) + "}"
        case Text(form=form, choices=choices) if not shape.refers_to:
            return choices[0] if choices else (form.example if form else "…")
        case Number(minimum=minimum):
            return str(1 if minimum is None else max(1, minimum))
        case Truth():
            return "true"
        case Items():
            return "[…]"
    return "…"
