"""The sentences of the engine in English; words/zh.py holds the same keys."""

from collections.abc import Mapping

from assessments.words.en_errors import ERRORS
from assessments.words.en_pictures import PICTURES
from assessments.words.en_report import REPORT
from assessments.words.en_working import WORKING

SENTENCES: Mapping[str, str] = {
    **ERRORS,
    **PICTURES,
    **REPORT,
    **WORKING,
}
