"""Everything of which a format makes its file, and what a format is that the page can make too."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from macros.courses.agenda import Day
from macros.courses.packages.asked import Asked
from macros.courses.packages.contents import Contents
from macros.courses.packages.meeting import Meeting
from macros.courses.spoken import Spoken

PAGES = ("module", "assessment", "calculator")
GROUPS = ("course", "area", "playbook", "plan")
ANYTHING = (*PAGES, *GROUPS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Of one package. What costs work is asked for by the format that needs it."""

    contents: Contents
    spoken: Spoken
    about: str = ""
    """What a list or an agenda says below its title, in a line."""
    days: Callable[[], Iterable[Day]] = tuple
    """Of a course or plan: what happens when."""
    meetings: Callable[[datetime], Iterable[Meeting]] = lambda _start: ()
    questions: Callable[[], Iterable[Asked]] = tuple
    launcher: bytes | None = None
    """The script that speaks with a learning system; None while it is not built."""
    start: datetime | None = None
    """When the first page is worked on."""
    stamp: datetime | None = None
    """When the file is made, with its zone; of a calendar only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFormat:
    """One row of the table of formats that the page can make."""

    name: str
    ending: str
    """Of the file: what follows the id."""
    media: str
    kinds: tuple[str, ...]
    """Of contents that can be had in it."""
    make: Callable[[Parts], bytes]


def file_name(contents: Contents, language: str, ending: str) -> str:
    """Return the name of a file: what it holds, in which language."""
    return f"{contents.link.replace(':', '-')}.{language}.{ending}"
