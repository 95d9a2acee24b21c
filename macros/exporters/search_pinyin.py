"""How Chinese names are typed while no input method is on: initials (jcl) and whole (juecelian)."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from unicodedata import normalize

from pypinyin import lazy_pinyin

PHRASE = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]{2,}")
"""Chinese characters; one alone is not typed by its initial."""


OTHERS = "#"
"""Stands for what begins with no letter."""


def spellings(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the initials and the whole spelling of each Chinese phrase of the texts."""
    return tuple(spelling for text in texts for spelling in _spellings(text))


def initial(text: str) -> str:
    """Return the letter under which a reader looks a text up: of its pinyin where it is Chinese."""
    first = "".join(lazy_pinyin(text)[:1])
    plain = normalize("NFKD", first)[:1].upper()
    return plain if plain.isalpha() else OTHERS


# A text is spelt again at each build while an author works.
@lru_cache(maxsize=65536)
def _spellings(text: str) -> tuple[str, ...]:
    return tuple(spelling for phrase in PHRASE.findall(text) for spelling in _spelt(phrase))


def _spelt(phrase: str) -> Iterator[str]:
    syllables = lazy_pinyin(phrase, errors="ignore")
    yield "".join(syllable[0] for syllable in syllables)
    yield "".join(syllables)
