"""How long a module is in each language, and how hard to read."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from macros.playbook import Module
from macros.texts import plain
from macros.values import texts_in

SENTENCE = re.compile(r"[.!?。！？；;]+[”’\"')）]*\s*|\n+")
WORD = re.compile(r"[A-Za-z0-9][\w’'%.,-]*")
CHINESE = re.compile(r"[\u4e00-\u9fff]")
WORDS_A_MINUTE = 230
"""Silent reading of English non-fiction: Brysbaert, Journal of Memory and Language 109 (2019)."""
CHARACTERS_A_MINUTE = 260
"""Silent reading of Chinese, in characters, from the same article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a reader meets in one language of a module."""

    length: int
    """Words in a language with spaces, characters in Chinese."""
    sentences: int
    minutes: int
    grade: float | None
    """Automated Readability Index, in years of school; None where the language has no words."""

    @property
    def sentence_length(self) -> float:
        """Return the mean length of a sentence, in words or characters."""
        return self.length / self.sentences if self.sentences else 0.0


def read_module(module: Module, language: str) -> Reading:
    """Measure every text of a module in one language."""
    texts = [plain(text) for path, text in texts_in(module.data) if path and path[-1] == language]
    return measure_chinese(texts) if language == "zh" else measure_words(texts)


def measure_words(texts: Iterable[str]) -> Reading:
    """Measure texts of a language with spaces.

    grade = 4.71 * characters / words + 0.5 * words / sentences - 21.43, the Automated Readability
    Index of Smith and Senter (1967). Labels without an end count as one sentence each.
    """
    parts = [part for text in texts for part in SENTENCE.split(text) if WORD.search(part)]
    words = [word for part in parts for word in WORD.findall(part)]
    if not words:
        return Reading(length=0, sentences=0, minutes=0, grade=None)
    characters = sum(len(re.sub(r"\W", "", word)) for word in words)
    grade = 4.71 * characters / len(words) + 0.5 * len(words) / len(parts) - 21.43
    return Reading(
        length=len(words),
        sentences=len(parts),
        minutes=_minutes(len(words), WORDS_A_MINUTE),
        grade=grade,
    )


def measure_chinese(texts: Iterable[str]) -> Reading:
    """Measure Chinese texts, by characters; figures and Latin words count one each."""
    parts = [part for text in texts for part in SENTENCE.split(text) if part.strip()]
    length = sum(len(CHINESE.findall(part)) + len(WORD.findall(part)) for part in parts)
    return Reading(
        length=length,
        sentences=len(parts),
        minutes=_minutes(length, CHARACTERS_A_MINUTE),
        grade=None,
    )


def _minutes(length: int, a_minute: int) -> int:
    return -(-length // a_minute)
