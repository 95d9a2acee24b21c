"""The engine's own words, in each language under the same keys."""

from assessments.words.language import Language
from assessments.words.numbers import grouped, marked
from assessments.words.saying import (
    FIRST_LANGUAGE,
    Amount,
    Choice,
    Phrase,
    Quoted,
    fill,
    has_words,
    joined,
    quoted,
    say,
    spoken,
    words_of,
)
from assessments.words.tables import LANGUAGES

__all__ = [
    "FIRST_LANGUAGE",
    "LANGUAGES",
    "Amount",
    "Choice",
    "Language",
    "Phrase",
    "Quoted",
    "fill",
    "grouped",
    "has_words",
    "joined",
    "marked",
    "quoted",
    "say",
    "spoken",
    "words_of",
]
