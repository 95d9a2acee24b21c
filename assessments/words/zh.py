"""The sentences of the engine in Chinese; words/en.py holds the same keys."""

from collections.abc import Mapping

from assessments.words.zh_errors import ERRORS
from assessments.words.zh_pictures import PICTURES
from assessments.words.zh_report import REPORT
from assessments.words.zh_working import WORKING

SENTENCES: Mapping[str, str] = {
    **ERRORS,
    **PICTURES,
    **REPORT,
    **WORKING,
}
