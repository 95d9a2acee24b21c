"""Calendar files of the page and of the command: read by a reader nobody here wrote, told alike."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any

import pytest
from icalendar import Calendar, Event
from icalendar.error import BrokenCalendarProperty, InvalidCalendar

from macros.courses.packages.identifiers import PackageError
from macros.exporters.packages.contents import named
from macros.exporters.packages.format import Order
from macros.exporters.packages.table import FORMATS
from macros.views import Book
from tests.answer_files import Reader
from tests.schemas import ROOT
from tests.site_playbook import real_playbook

pytestmark = pytest.mark.slow

SITE = "https://playbook.example.org/"
# Where people meet: without a zone.
START = datetime(2027, 1, 11, 9)
WRITTEN = datetime(2026, 12, 1, 8, 30, tzinfo=UTC)
LATER = WRITTEN + timedelta(hours=2)
PLAN = {"first": "2027-01-11", "begin": 540, "rhythm": "planned", "now": "2026-12-01T08:30:00.000Z"}
OF_FILE = {"VERSION", "PRODID", "CALSCALE", "METHOD"}
OF_EVENT = {
    *("UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "SUMMARY", "DESCRIPTION", "URL", "TRANSP"),
    "DTSTART",
}
MINUTES = (334 * 24 + 8) * 60 + 30
"""From the first of January 2026 to the moment in which both files are made."""


@cache
def book() -> Book:
    return Book(real_playbook(), "zh")


def exported(name: str, start: datetime = START, written: datetime = WRITTEN) -> bytes:
    """Return the calendar that the command makes."""
    [contents] = named(book(), SITE, name)
    order = Order(
        contents=contents, book=book(), root=ROOT, address=SITE, start=start, written=written
    )
    return FORMATS["ics"].make(order)


@pytest.fixture(scope="module")
def page() -> Iterator[Callable[..., str]]:
    """Makes the calendar that the page of a small course makes."""
    reader = Reader("appointments.mjs")
    yield lambda **plan: str(reader.ask({**PLAN, **plan})["file"])
    reader.close()


def read(content: str | bytes) -> Calendar:
    """Return the one calendar in a file, in which the reader has nothing to correct."""
    calendar = Calendar.from_ical(content)
    assert [each.errors for each in calendar.walk() if each.errors] == []
    assert all(each.end > each.start for each in calendar.events)
    return calendar


def said(events: Sequence[Event], name: str) -> list[Any]:
    return [event[name] for event in events]


def test_both_say_the_same_properties_of_a_file_and_of_an_event(page: Callable[..., str]) -> None:
    for calendar in (read(page()), read(exported("c:two-days"))):
        assert set(calendar) == OF_FILE
        for event in calendar.events:
            is_day = not isinstance(event.start, datetime)
            assert set(event) == OF_EVENT | ({"DTEND"} if is_day else {"DURATION"})
            assert event["TRANSP"] == ("TRANSPARENT" if is_day else "OPAQUE")
            [alarm] = event.walk("VALARM")
            assert set(alarm) == {"ACTION", "DESCRIPTION", "TRIGGER"}
            early = timedelta(hours=9) if is_day else -timedelta(minutes=15)
            assert early == alarm.TRIGGER


def test_both_count_changes_alike(page: Callable[..., str]) -> None:
    for calendar in (read(page()), read(exported("c:two-days")), read(exported("m:trust-stages"))):
        assert all(each == MINUTES for each in said(calendar.events, "SEQUENCE"))
        assert {event.DTSTAMP for event in calendar.events} == {WRITTEN}
        assert {event.LAST_MODIFIED for event in calendar.events} == {WRITTEN}


def test_a_file_made_later_moves_what_the_earlier_one_made(page: Callable[..., str]) -> None:
    moved = START + timedelta(days=7)
    pairs = (
        (page(), page(first="2027-01-18", now="2026-12-01T10:30:00.000Z")),
        (exported("c:two-days"), exported("c:two-days", moved, LATER)),
        (exported("area:deepen"), exported("area:deepen", moved, LATER)),
    )
    for first, second in pairs:
        before, after = read(first).events, read(second).events
        assert said(before, "UID") == said(after, "UID")
        assert len({*said(before, "UID")}) == len(before) > 2
        for old, new in zip(before, after, strict=True):
            assert new["SEQUENCE"] - old["SEQUENCE"] == 120
            assert new.start - old.start == timedelta(days=7)


def test_the_command_gives_a_course_the_names_that_its_page_gives() -> None:
    course = book().courses["two-days"]
    events = read(exported("c:two-days")).events
    assert said(events, "UID") == [
        *(f"two-days.session.{each['id']}@trust-playbook" for each in course["sessions"]),
        *(f"two-days.step.{each['id']}@trust-playbook" for each in course["follow_up"]["steps"]),
    ]
    assert said(read(exported("m:trust-stages")).events, "UID") == ["m.trust-stages@trust-playbook"]


def test_the_days_to_remember_count_from_the_last_day() -> None:
    events = read(exported("c:two-days")).events
    days = [event.start for event in events if not isinstance(event.start, datetime)]
    # The course ends on the 12th; the steps come 7, 14, 30 and 60 days later.
    assert days == [date(2027, 1, 19), date(2027, 1, 26), date(2027, 2, 11), date(2027, 3, 13)]
    assert events[-1]["SUMMARY"] == "两日课：从选客户到体系长存：课后60天"


def test_texts_come_back_as_they_were() -> None:
    [event] = read(exported("m:trust-stages")).events
    module = book().modules["trust-stages"]
    assert event["SUMMARY"] == module["title"]
    assert event["DESCRIPTION"] == f"{module['purpose']}\n{SITE}zh/m/trust-stages/"
    assert event["URL"] == f"{SITE}zh/m/trust-stages/"


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (b"DTSTART:20270111T090000", b"DTSTART:2027-01-11 09:00"),
        (b"SEQUENCE:", b"SEQUENCE:about "),
        (b"DTSTAMP:2026", b"DTSTAMP:"),
        (b"TRIGGER:-PT15M", b"TRIGGER:15 minutes"),
        (b"\r\nSUMMARY", b"\r\nsomething else\r\nSUMMARY"),
        (b"DURATION:PT", b"DTEND:20270111T230000\r\nDURATION:PT"),
        (b"END:VEVENT\r\n", b""),
    ],
)
def test_the_reader_finds_what_is_wrong(right: bytes, wrong: bytes) -> None:
    content = exported("m:trust-stages")
    assert right in content
    with pytest.raises((AssertionError, ValueError, BrokenCalendarProperty, InvalidCalendar)):
        read(content.replace(right, wrong, 1))


def test_a_calendar_is_not_made_without_the_moment() -> None:
    [contents] = named(book(), SITE, "m:trust-stages")
    order = Order(contents=contents, book=book(), root=ROOT, address=SITE, start=START)
    with pytest.raises(PackageError, match="the moment in which it is made"):
        FORMATS["ics"].make(order)
