"""The one grammar of sentences with gaps: {name} is filled in, {count:cell|cells} chooses a form.

The forms of a word stand in the order of the plural categories that its language has (plurals.py).
Braces of another kind, as in {"answers": {…}}, are text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

GAP = re.compile(r"\{([A-Za-z_][A-Za-z0-9_]*)(?::([^{}]*))?\}")


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


@lru_cache(maxsize=2048)
def split(sentence: str) -> tuple[str | None, ...]:
    """Return words, then again and again: a gap's name, its forms or None, the words after it."""
    return tuple(GAP.split(sentence))
