"""How Chinese names are typed while no input method is on: initials (jcl) and whole (juecelian)."""

from collections.abc import Iterator
from functools import lru_cache

from pypinyin import lazy_pinyin

from macros.exporters.search_words import RUN, is_han


@lru_cache(maxsize=65536)
def spellings(text: str) -> tuple[str, ...]:
    """Return the initials and the whole spelling of each Chinese phrase of a text."""
    return tuple(_spellings(text))


def _spellings(text: str) -> Iterator[str]:
    for run in RUN.findall(text):
        if is_han(run) and len(run) > 1:
            syllables = lazy_pinyin(run, errors="ignore")
            yield "".join(syllable[0] for syllable in syllables)
            yield "".join(syllables)
