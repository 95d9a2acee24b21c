"""One event of a calendar."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """Its times are those of the place where people meet, so they carry no zone."""

    id: str
    """The same in every file, so that a calendar moves what it has."""
    start: datetime | date
    """A day where it has no time."""
    minutes: int = 0
    title: str
    text: str
    address: str
    """Empty where it is about no page."""
