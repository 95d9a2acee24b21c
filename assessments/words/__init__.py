"""The engine's own words, in each language under the same keys."""

from assessments.words.saying import LANGUAGES, Phrase, fill, say, words_of

__all__ = ["LANGUAGES", "Phrase", "fill", "say", "words_of"]
