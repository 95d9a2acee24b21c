"""What an export is: a report as one text, and how a file of it is called."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from assessments.border.report import Report
from assessments.documents.about_result import AboutResult


class Write(Protocol):
    """Writes a report in a format."""

    def __call__(
        self,
        definition: Mapping[str, object],
        report: Report,
        language: str,
        about: AboutResult | None = None,
        /,
    ) -> str:
        """Return the report as one text, with what a reader gave beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A format that a report can be written in."""

    name: str
    """As a request and the command line ask for it."""
    extension: str
    media_type: str
    write: Write
    suffix: str = ""
    """What the name of a file says of it, where another format has the same extension."""
    button: bool = True
    """Whether a page offers it: its words are download.<name> in interface.yml."""
