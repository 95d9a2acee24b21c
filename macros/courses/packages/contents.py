"""What a package holds, whatever its format: a title and pages of the site in order."""

from dataclasses import dataclass

LINKS = {"module": "m", "assessment": "a", "calculator": "a", "course": "c"}
"""Kind of a page -> the word before the colon of a link to it."""
TOOLS = ("assessment", "calculator")
FRAME = "embed/"
"""Below a page stands the same one for frames."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One page."""

    id: str
    kind: str
    """module, assessment, calculator or course."""
    title: str
    address: str
    """Absolute."""
    purpose: str = ""
    minutes: int = 0

    @property
    def link(self) -> str:
        """Return what names the page in links: m:trust-stages. A tool may have a module's id."""
        return f"{LINKS[self.kind]}:{self.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Pages that stand together under one title."""

    title: str
    entries: tuple[Entry, ...]
    id: str = ""
    """Of a session of a course or a day of a plan; empty where there is one section."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What goes into one package."""

    id: str
    kind: str
    """Of its one page; course, area, playbook or plan where it holds several."""
    title: str
    language: str
    sections: tuple[Section, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Return every page once, in the order of first use."""
        return tuple(dict.fromkeys(entry for each in self.sections for entry in each.entries))

    @property
    def link(self) -> str:
        """Return what names it: m:trust-stages, c:one-day, area:deepen, playbook:trust-playbook."""
        return f"{LINKS.get(self.kind, self.kind)}:{self.id}"
