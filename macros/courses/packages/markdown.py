"""Markdown: an agenda by the clock or a list of pages, for systems that take text only."""

import re
from collections.abc import Iterator

from macros.courses.agenda import Day, Line
from macros.courses.packages.contents import Section
from macros.courses.packages.parts import ANYTHING, PageFormat, Parts
from macros.courses.spoken import Spoken, clock


def markdown(parts: Parts) -> bytes:
    """Return the agenda of a course or plan; of anything else a line for each page."""
    days = tuple(parts.days())
    lines = [f"# {escaped(parts.contents.title)}", ""]
    if parts.about:
        lines += [escaped(parts.about), ""]
    if days:
        start = parts.start
        begin = start.hour * 60 + start.minute if start else None
        for day in days:
            lines += _day(day, parts.spoken, begin, alone=len(days) == 1)
    else:
        for section in parts.contents.sections:
            lines += _pages(section, parts.spoken)
    return ("\n".join(lines).rstrip("\n") + "\n").encode()


def _pages(section: Section, spoken: Spoken) -> Iterator[str]:
    """Yield a line for each page, with its kind and its time, and one with what it is for."""
    if section.id:
        yield from ("", f"## {escaped(section.title)}", "")
    for entry in section.entries:
        about = f"{spoken.kind(entry.kind)} · {spoken.duration(entry.minutes)}"
        yield f"- [{escaped(entry.title)}]({entry.address}) · {about}"
        yield f"  {escaped(entry.purpose)}"


def _day(day: Day, spoken: Spoken, begin: int | None, *, alone: bool) -> Iterator[str]:
    """Yield the sessions of a day; one day alone has no heading."""
    if not alone:
        number = spoken.say("course.day", number=day.number)
        yield from (f"## {escaped(number)} · {spoken.duration(day.minutes)}", "")
    for session in day.sessions:
        if session.title:
            yield from (f"##{'' if alone else '#'} {escaped(session.title)}", "")
        for line in session.lines:
            yield from _line(line, spoken, begin)
        yield ""


def _line(line: Line, spoken: Spoken, begin: int | None) -> Iterator[str]:
    """Yield when something is done, what it is, how long it takes, and what is done."""
    over = clock(line.start + line.minutes, begin)
    what = [f"{clock(line.start, begin)}–{over}", spoken.kind(line.kind)]
    if line.address:
        what.append(f"[{escaped(line.title)}]({line.address})")
    elif line.title:
        what.append(escaped(line.title))
    what.append(spoken.duration(line.minutes))
    yield f"- {' · '.join(what)}"
    if line.text and line.kind != "break":
        yield f"  {escaped(line.text)}"


def escaped(text: str) -> str:
    """Return a text in which nothing means anything."""
    return re.sub(r"[\\`*_\[\]<>#|~&]", lambda found: f"\\{found[0]}", " ".join(text.split()))


FORMAT = PageFormat(
    name="markdown", ending="md", media="text/markdown", kinds=ANYTHING, make=markdown
)
