"""The engine's own words, in each language under the same keys."""

from assessments.words.saying import (
    LANGUAGES,
    Choice,
    Phrase,
    fill,
    gaps,
    has_words,
    say,
    words_of,
)

__all__ = ["LANGUAGES", "Choice", "Phrase", "fill", "gaps", "has_words", "say", "words_of"]
