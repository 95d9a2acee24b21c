"""How long a module is in each language, and how hard to read."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from macros.languages import Language, ReadingMeasure
from macros.plain_text import plain
from macros.playbook import Module
from macros.values import texts_in

SENTENCE = re.compile(r"[.!?。！？；;؟؛।]+[”’\"')）]*\s*|\n+")
WORD = re.compile(r"[^\W_][\w’'%.,-]*")
LATIN_WORD = re.compile(r"[A-Za-z0-9][\w’'%.,-]*")
IDEOGRAPH = re.compile(r"[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a reader meets in one language of a module."""

    length: int
    """In the unit of the language: words, or characters."""
    sentences: int
    minutes: int
    grade: float | None
    """Automated Readability Index, in years of school; None where the language has no grade."""

    @property
    def sentence_length(self) -> float:
        """Return the mean length of a sentence, in words or in characters."""
        return self.length / self.sentences if self.sentences else 0.0


def read_module(module: Module, language: Language) -> Reading:
    """Measure every text of a module in one language."""
    own = (text for path, text in texts_in(module.data) if path and path[-1] == language.id)
    return measure([plain(text) for text in own], language.reading)


def measure(texts: Iterable[str], how: ReadingMeasure) -> Reading:
    """Measure texts by the measure of their language.

    Labels without an end count as one sentence each. Where characters are counted, figures and
    Latin words count one each.
    """
    parts = [part for text in texts for part in SENTENCE.split(text) if WORD.search(part)]
    if how.unit == "word":
        units = [word for part in parts for word in WORD.findall(part)]
    else:
        units = [each for part in parts for kind in UNITS for each in kind.findall(part)]
    return Reading(
        length=len(units),
        sentences=len(parts),
        minutes=-(-len(units) // how.a_minute),
        grade=GRADES[how.grade](units, len(parts)) if units else None,
    )


UNITS = (IDEOGRAPH, LATIN_WORD)
"""What counts one each in a language that is measured in characters."""


def automated_readability(words: Sequence[str], sentences: int) -> float:
    """Return the Automated Readability Index of Smith and Senter (1967), in years of school.

    grade = 4.71 * characters / words + 0.5 * words / sentences - 21.43
    """
    characters = sum(len(re.sub(r"\W", "", word)) for word in words)
    return 4.71 * characters / len(words) + 0.5 * len(words) / sentences - 21.43


GRADES: Mapping[str, Callable[[Sequence[str], int], float | None]] = {
    "automated-readability": automated_readability,
    "none": lambda _units, _sentences: None,
}
"""What the file of a language calls a grade -> how it is worked out."""
