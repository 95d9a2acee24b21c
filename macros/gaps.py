"""The gaps of a sentence, by the one grammar that the engine fills them by."""

from collections.abc import Iterator
from dataclasses import dataclass

from assessments.words.sentence import GAP


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A place of a sentence that a value fills, or for which it chooses a form."""

    name: str
    forms: tuple[str, ...]
    """Empty where the value itself is said."""
    written: str
    """As it stands in the sentence: {count:cell|cells}."""


def gaps(sentence: str) -> Iterator[Gap]:
    """Yield the gaps of a sentence from left to right."""
    for found in GAP.finditer(sentence):
        name, forms = found.groups()
        choice = tuple(forms.split("|")) if forms is not None else ()
        yield Gap(name=name, forms=choice, written=found.group())
