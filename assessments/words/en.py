"""The sentences of the engine in English; words/zh.py holds the same keys."""

from collections.abc import Mapping

from assessments.words.en_errors import ERRORS

SENTENCES: Mapping[str, str] = {
    **ERRORS,
}
