"""What formats make their files of, taken from the playbook for one package."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from macros.browser import read_launcher
from macros.course_plan import days_of
from macros.courses.agenda import Day, Line, Session
from macros.courses.packages.meeting import Meeting
from macros.courses.packages.parts import GROUPS, Parts
from macros.courses.rules import BREAK
from macros.courses.spoken import Spoken
from macros.exporters.packages.contents import page_address
from macros.exporters.packages.format import Order
from macros.exporters.packages.questions import questions_in
from macros.exporters.spoken_words import spoken_of
from macros.plain_text import plain
from macros.values import Data

RHYTHM = timedelta(weeks=1)


def parts_of(order: Order) -> Parts:
    """Return all that a package is made of; what costs work only when a format asks for it."""
    if order.planned:
        return replace(order.planned, start=order.start, stamp=order.written)
    spoken = spoken_of(order.book)
    is_course = order.contents.kind == "course"
    return Parts(
        contents=order.contents,
        spoken=spoken,
        days=partial(_agenda, order) if is_course else tuple,
        meetings=partial(_course, order, spoken) if is_course else partial(_weekly, order),
        questions=partial(questions_in, order),
        launcher=read_launcher(order.root),
        start=order.start,
        stamp=order.written,
    )


def _weekly(order: Order, start: datetime) -> Iterator[Meeting]:
    """Yield a meeting for each page, weekly; that of a single page is the one of its panel."""
    contents = order.contents
    series = f"{contents.link}." if contents.kind in GROUPS else ""
    for number, entry in enumerate(contents.entries):
        yield Meeting(
            id=f"{series}{entry.link}@{order.book.site['id']}".replace(":", "."),
            start=start + number * RHYTHM,
            minutes=entry.minutes,
            title=entry.title,
            text=entry.purpose,
            address=entry.address,
        )


def _course(order: Order, spoken: Spoken, start: datetime) -> Iterator[Meeting]:
    """Yield the sessions of a course and the days that follow it, under the names of its page."""
    contents, course = order.contents, order.book.courses[order.contents.id]
    yield from _sessions(order, spoken, start)
    last = start.date() + timedelta(days=len(_agenda(order)) - 1)
    for step in course["follow_up"]["steps"]:
        yield Meeting(
            id=f"{course['id']}.step.{step['id']}@{order.book.site['id']}",
            start=last + timedelta(days=step["day"]),
            title=spoken.say("classroom.reminder", course=contents.title, number=step["day"]),
            text=plain(step["do"]),
            address=f"{contents.entries[0].address}#{contents.id}.agenda",
        )


def _sessions(order: Order, spoken: Spoken, start: datetime) -> Iterator[Meeting]:
    contents = order.contents
    for day in _agenda(order):
        begins = start + timedelta(days=day.number - 1)
        for session in day.sessions:
            yield Meeting(
                id=f"{contents.id}.session.{session.id}@{order.book.site['id']}",
                start=begins + timedelta(minutes=session.start),
                minutes=session.over - session.start,
                title=spoken.say("classroom.event", course=contents.title, session=session.title),
                text="\n".join(line.text for line in session.lines if line.kind != BREAK),
                address=f"{contents.entries[0].address}#{contents.id}.agenda",
            )


def _agenda(order: Order) -> Sequence[Day]:
    """Return a course as a clock sees it."""
    days = days_of(order.book, order.book.courses[order.contents.id])
    return tuple(
        Day(number=day["number"], sessions=tuple(_session(order, each) for each in day["sessions"]))
        for day in days
    )


def _session(order: Order, session: Data) -> Session:
    lines = tuple(_line(order, item) for item in session["items"])
    return Session(id=session["id"], title=session["title"], lines=lines)


def _line(order: Order, item: Data) -> Line:
    target = item["target"]
    return Line(
        id=item["id"],
        kind=item["kind"],
        start=item["start"],
        minutes=item["minutes"],
        title=target["title"] if target else "",
        address=page_address(order.book, item["uses"], order.address) if target else "",
        text=plain(item["do"]),
    )
