"""The one grammar of sentences with gaps: {name} is filled in, {count:cell|cells} chooses a form.

The forms of a word stand in the order of the plural categories that its language has (plurals.py).
Braces of another kind, as in {"answers": {…}}, are text.
"""

import re
from functools import lru_cache

GAP = re.compile(r"\{([A-Za-z_][A-Za-z0-9_]*)(?::([^{}]*))?\}")
"""A gap: its name, and the forms where it chooses among some."""


def gap_names(sentence: str) -> tuple[str, ...]:
    """Return the names of the values that a sentence quotes."""
    return tuple(name or "" for name in split(sentence)[1::3])


@lru_cache(maxsize=2048)
def split(sentence: str) -> tuple[str | None, ...]:
    """Return words, then again and again: a gap's name, its forms or None, the words after it."""
    return tuple(GAP.split(sentence))
