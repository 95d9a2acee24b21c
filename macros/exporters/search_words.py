"""Cut text into what search compares: stems of Latin words, pairs of Chinese characters, groups.

docs/assets/js/search/words.js cuts what a reader types in the same way; a test holds them together.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from macros.exporters.search_stems import stem
from macros.values import Data

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
RUN = re.compile(f"[{HAN}]+|[0-9a-z\u00df-\u024f]+")
FIRST_HAN = re.compile(f"[{HAN}]")
LONGEST_PHRASE = 4
"""As many Latin words as a group can hold in one phrase."""


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """What search.yml says about words, made ready to look up."""

    ignored: frozenset[str]
    """Latin words, and Chinese ones, that say nothing about what a text is on."""
    groups: Mapping[str, tuple[str, ...]]
    """Phrase -> the groups of words that stand for the same thing and hold it."""

    @cached_property
    def gap(self) -> re.Pattern[str]:
        """What finds an ignored Chinese word, the longest one first."""
        words = sorted((word for word in self.ignored if is_han(word)), key=_long_first)
        return re.compile("|".join(words) or "(?!)")

    @cached_property
    def longest(self) -> int:
        """How many characters the longest Chinese phrase has."""
        return max((len(phrase) for phrase in self.groups if is_han(phrase)), default=0)

    def words(self, text: str) -> tuple[str, ...]:
        """Return the stems and pairs of a text, in its order."""
        return _words(self, text)

    def groups_in(self, text: str) -> frozenset[str]:
        """Return the groups of which a text holds a word, each with = before its name."""
        return _groups_in(self, text)


def read_vocabulary(record: Data) -> Vocabulary:
    """Return the vocabulary of the record of search.yml."""
    groups: dict[str, set[str]] = {}
    for name, lists in record["synonyms"].items():
        for phrase in (phrase for words in lists.values() for phrase in words):
            groups.setdefault(_phrase(phrase), set()).add(f"={name}")
    return Vocabulary(
        ignored=frozenset(word for words in record["ignored"].values() for word in words),
        groups={phrase: tuple(sorted(names)) for phrase, names in sorted(groups.items())},
    )


def normal(text: str) -> str:
    """Return text in small letters, with the forms of one character made one."""
    return unicodedata.normalize("NFKC", text).lower()


def is_han(word: str) -> bool:
    """Return whether a word is of Chinese characters."""
    return FIRST_HAN.match(word) is not None


# A text is cut for both languages, and again at each build while an author works.
@lru_cache(maxsize=65536)
def _words(vocabulary: Vocabulary, text: str) -> tuple[str, ...]:
    return tuple(_cut(vocabulary, normal(text)))


def _cut(vocabulary: Vocabulary, text: str) -> Iterator[str]:
    for run in RUN.findall(text):
        if not is_han(run):
            if run not in vocabulary.ignored:
                yield stem(run)
            continue
        for piece in vocabulary.gap.sub(" ", run).split():
            yield from _pairs(piece) if len(piece) > 1 else (piece,)


def _pairs(text: str) -> Iterator[str]:
    return (text[index : index + 2] for index in range(len(text) - 1))


@lru_cache(maxsize=65536)
def _groups_in(vocabulary: Vocabulary, text: str) -> frozenset[str]:
    phrases = _phrases(normal(text), vocabulary.longest)
    return frozenset(name for phrase in phrases for name in vocabulary.groups.get(phrase, ()))


def _phrases(text: str, longest: int) -> Iterator[str]:
    """Yield every run of few Latin words and of few Chinese characters."""
    runs = RUN.findall(text)
    latin = [stem(run) for run in runs if not is_han(run)]
    yield from (" ".join(latin[part]) for part in _parts(len(latin), LONGEST_PHRASE))
    for run in runs:
        if is_han(run):
            yield from (run[part] for part in _parts(len(run), longest))


def _parts(length: int, longest: int) -> Iterator[slice]:
    for start in range(length):
        for end in range(start + 1, min(start + longest, length) + 1):
            yield slice(start, end)


def _phrase(text: str) -> str:
    """Return a phrase of search.yml as _phrases yields it."""
    runs: Iterable[str] = RUN.findall(normal(text))
    return " ".join(run if is_han(run) else stem(run) for run in runs)


def _long_first(word: str) -> tuple[int, str]:
    return -len(word), word
