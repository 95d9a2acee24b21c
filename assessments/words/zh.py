"""The sentences of the engine in Chinese; words/en.py holds the same keys."""

from collections.abc import Mapping

from assessments.words.zh_errors import ERRORS

SENTENCES: Mapping[str, str] = {
    **ERRORS,
}
