"""Say a sentence of the engine in a language: {name} is filled in, {count:one|many} is chosen."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from assessments.words import en, zh

LANGUAGES: Mapping[str, Mapping[str, str]] = {"en": en.SENTENCES, "zh": zh.SENTENCES}

_PLACE = re.compile(r"\{(\w+)(?::([^{}|]*)\|([^{}|]*))?\}")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A value that is itself words: said in the language of the sentence around it."""

    key: str
    values: Mapping[str, object] = field(default_factory=dict)


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
        elif isinstance(value, Phrase):
            words.append(say(value.key, language, value.values))
        else:
            words.append(str(value))
        words.append(after)
    return "".join(words)


@lru_cache(maxsize=2048)
def _parts(sentence: str) -> tuple[str, ...]:
    """Return words, then again and again: name, word for one, word for many, words after it."""
    return tuple(_PLACE.split(sentence))


def words_of(text: object, language: str) -> str:
    """Return the words of a bilingual text {en, zh}; empty where there are none."""
    words = text.get(language) if isinstance(text, Mapping) else None
    return words if isinstance(words, str) else ""
