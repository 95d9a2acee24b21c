"""A calendar file, RFC 5545: an event for each meeting.

Times are those of the place where people meet, so they carry no zone.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from macros.courses.packages.identifiers import PackageError
from macros.courses.packages.meeting import Meeting
from macros.courses.packages.parts import ANYTHING, PageFormat, Parts

WIDTH = 75
"""Bytes of a line before it is folded."""
FIRST = datetime(2026, 1, 1, tzinfo=UTC)
"""The beginning of what counts the changes of an event, in minutes: numbers there are small."""
EARLY = "-PT15M"
"""When a calendar reminds of a meeting."""
MORNING = "PT9H"
"""When it reminds of a day."""
LINE_END = "\\n"


def calendar(parts: Parts) -> bytes:
    """Return an event for each meeting."""
    if parts.start is None:
        raise PackageError("A calendar needs a beginning: --start 2027-01-11T09:00.")
    if parts.stamp is None:
        raise PackageError("A calendar needs the moment in which it is made.")
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Playbook//Export//EN"]
    lines += ["CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    for each in parts.meetings(parts.start):
        lines += _event(each, parts.stamp)
    return "".join(
        f"{line}\r\n" for each in (*lines, "END:VCALENDAR") for line in _folded(each)
    ).encode()


def _event(meeting: Meeting, written: datetime) -> list[str]:
    made = f"{written.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    has_time = isinstance(meeting.start, datetime)
    text = [escaped(part) for part in (meeting.text, meeting.address) if part]
    return [
        "BEGIN:VEVENT",
        f"UID:{escaped(meeting.id)}",
        f"DTSTAMP:{made}",
        f"LAST-MODIFIED:{made}",
        # It never falls, or a calendar would take the newer file for the older one.
        f"SEQUENCE:{max(0, (written - FIRST) // timedelta(minutes=1))}",
        *_when(meeting),
        f"SUMMARY:{escaped(meeting.title)}",
        *([f"DESCRIPTION:{LINE_END.join(text)}"] if text else []),
        *([f"URL:{meeting.address}"] if meeting.address else []),
        f"TRANSP:{'OPAQUE' if has_time else 'TRANSPARENT'}",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{escaped(meeting.title)}",
        f"TRIGGER:{EARLY if has_time else MORNING}",
        "END:VALARM",
        "END:VEVENT",
    ]


def _when(meeting: Meeting) -> list[str]:
    start = meeting.start
    if isinstance(start, datetime):
        return [f"DTSTART:{start:%Y%m%dT%H%M%S}", f"DURATION:PT{meeting.minutes}M"]
    # The end is the day after the last one.
    end = start + timedelta(days=1)
    return [f"DTSTART;VALUE=DATE:{start:%Y%m%d}", f"DTEND;VALUE=DATE:{end:%Y%m%d}"]


def escaped(text: str) -> str:
    """Return a text as the value of a line."""
    return re.sub(r"[\\;,]", lambda found: f"\\{found[0]}", text).replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """Yield a line in pieces of at most 75 bytes, each next one after a space; no letter is cut."""
    piece, room = "", WIDTH
    for letter in line:
        if len((piece + letter).encode()) > room:
            yield piece
            piece = " "
        piece += letter
    yield piece


FORMAT = PageFormat(name="ics", ending="ics", media="text/calendar", kinds=ANYTHING, make=calendar)
