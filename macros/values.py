"""Plain values of a checked file, and what an author calls each kind of value."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

from macros.problems import Path

Data = Mapping[str, Any]
"""A record of a YAML file whose shape has been checked: plain text, numbers, lists and records."""
FEW = 16
"""As many known words as a hint can name."""
LONGEST = 40
"""Characters of a wrong value that a message repeats."""
NO_IDEA = "Check how it is written."


def kind_of(value: object) -> str:
    """Return what an author calls a value, with the value where it is short."""
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    if isinstance(value, (int, Decimal)):
        return f"the number {cut(str(value))}"
    if isinstance(value, str):
        return f"the text {quoted(value)}" if value else "an empty text"
    if isinstance(value, Sequence):
        return "a list"
    return "a record"


def quoted(text: str) -> str:
    """Return a text in quotation marks, cut where it is long."""
    return f'"{cut(" ".join(text.split()))}"'


def shown(word: str) -> str:
    """Return a key or an id as messages set it off, cut where it is long."""
    return f"'{cut(word)}'"


def cut(text: str) -> str:
    """Return a text that is short enough for a sentence."""
    return f"{text[:39]}…" if len(text) > LONGEST else text


def listed(words: Sequence[str]) -> str:
    """Return "a, b or c"."""
    return ", ".join(words[:-1]) + f" or {words[-1]}" if len(words) > 1 else "".join(words)


def did_you_mean(word: str, known: Sequence[str], otherwise: str = NO_IDEA) -> str:
    """Return a hint that names the nearest known word, or else all of them where they are few."""
    near = get_close_matches(word, known, n=1, cutoff=0.6)
    if near:
        return f"Did you mean '{near[0]}'?"
    return f"Known: {', '.join(known)}." if 0 < len(known) <= FEW else otherwise


def in_language(value: object, language: str, languages: Sequence[str]) -> object:
    """Return a value with the text of one language in place of every {en: …, zh: …}.

    A text that this language lacks is empty, as it is to the engine.
    """
    if isinstance(value, Mapping):
        if value and all(key in languages for key in value):
            return value.get(language, "")
        return {key: in_language(inner, language, languages) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [in_language(inner, language, languages) for inner in value]
    return value


def texts_in(value: object, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield every text in a value, with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from texts_in(inner, (*path, key))
    elif isinstance(value, Sequence):
        for index, inner in enumerate(value):
            yield from texts_in(inner, (*path, index))
