"""Say a sentence of the engine in a language: {name} is filled in, {count:one|many} is chosen."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from assessments.words import en, zh

LANGUAGES: Mapping[str, Mapping[str, str]] = {"en": en.SENTENCES, "zh": zh.SENTENCES}

UNSPACED_QUOTES = ("zh",)
"""Languages that set no space beside a quotation mark."""

_PLACE = re.compile(r"\{(\w+)(?::([^{}|]*)\|([^{}|]*))?\}")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A value that is itself words: said in the language of the sentence around it."""

    key: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Choice:
    """An option of a definition: told by its label, with its id where the two differ."""

    id: str
    label: Mapping[str, object] | Phrase = field(default_factory=dict)
    """In every language, or words of the engine."""


def say(key: str, language: str, values: Mapping[str, object] | None = None) -> str:
    """Return the sentence of a key with its values filled in."""
    return fill(LANGUAGES[language][key], language, values or {})


def fill(sentence: str, language: str, values: Mapping[str, object]) -> str:
    """Fill {name} with a value; {count:question|questions} takes the first word for 1."""

    if "{" not in sentence:
        return sentence
    parts = _parts(sentence)
    words = [parts[0]]
    for name, one, many, after in zip(*[iter(parts[1:])] * 4, strict=True):
        value = values[name]
        if one is not None:
            words.append(one if value == 1 else many)
        else:
            words.append(_said(value, language))
        words.append(after)
    return "".join(_without_spaces(words) if language in UNSPACED_QUOTES else words)


def gaps(sentence: str) -> tuple[str, ...]:
    """Return the names of the values that a sentence quotes."""
    return _parts(sentence)[1::4]


def has_words(key: str) -> bool:
    """Return whether the engine has a sentence of this key."""
    return all(key in sentences for sentences in LANGUAGES.values())


def _said(value: object, language: str) -> str:
    if isinstance(value, Phrase):
        return say(value.key, language, value.values)
    if isinstance(value, Choice):
        return _named(value, language)
    if isinstance(value, tuple):
        return _joined([_said(each, language) for each in value], language)
    text = str(value)
    return text.replace("-", "−") if isinstance(value, (int, float, Decimal)) else text


def _named(choice: Choice, language: str) -> str:
    given = choice.label
    said = _said(given, language) if isinstance(given, Phrase) else words_of(given, language)
    label = said or choice.id
    if label.casefold() == choice.id.casefold():
        return label
    return say("choice", language, {"label": label, "id": choice.id})


def _joined(parts: list[str], language: str) -> str:
    """Return parts as one enumeration; where a part holds a comma, another mark divides them."""
    comma, semicolon = (LANGUAGES[language][key] for key in ("and", "list"))
    return (semicolon if any(comma in part for part in parts) else comma).join(parts)


def _without_spaces(words: list[str]) -> list[str]:
    """Return words and values in turn, without the spaces beside a value in quotation marks."""
    for place in range(1, len(words), 2):
        if words[place].startswith("“"):
            words[place - 1] = words[place - 1].removesuffix(" ")
        if words[place].endswith("”"):
            words[place + 1] = words[place + 1].removeprefix(" ")
    return words


@lru_cache(maxsize=2048)
def _parts(sentence: str) -> tuple[str, ...]:
    """Return words, then again and again: name, word for one, word for many, words after it."""
    return tuple(_PLACE.split(sentence))


def words_of(text: object, language: str) -> str:
    """Return the words of a bilingual text {en, zh}; empty where there are none."""
    words = text.get(language) if isinstance(text, Mapping) else None
    return words if isinstance(words, str) else ""
