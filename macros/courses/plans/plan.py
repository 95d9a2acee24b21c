"""A plan: what a trainer teaches in which order, for how long, to whom. Its file is its JSON.

{"format": "playbook-plan", "version": 1, "id": "k3f9", "title": "Two mornings", "language": "en",
 "level": "foundation", "group": {"from": 6, "to": 16}, "date": "2027-01-11", "begin": "09:00",
 "end": "12:30", "rhythm": "daily",
 "known": ["management-philosophy"],
 "items": [{"kind": "activity", "text": "Welcome", "minutes": 15}, {"kind": "break", "minutes": 10},
           {"kind": "module", "id": "decision-chain", "minutes": 45}, {"kind": "day"}, …]}
"""

from dataclasses import dataclass

from macros.courses.rules import BREAK, MODULE

FORMAT, VERSION = "playbook-plan", 1
DAY = "day"
ACTIVITY = "activity"
TOOL = "tool"
OF_MODULES = (MODULE, "exercise", "discussion")
KINDS = (*OF_MODULES, TOOL, ACTIVITY, BREAK, DAY)
LEVELS = ("foundation", "practitioner", "advanced")
RHYTHMS = {"daily": 1, "weekly": 7}
"""How the days of a plan follow each other -> days between them."""
MOST_MINUTES = 600
MOST_PEOPLE = 60
MOST_ITEMS = 200
LONGEST_TEXT = 200
"""Characters of a title or of a text that a trainer writes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One line of a plan."""

    kind: str
    """One of KINDS; day begins another day and has nothing else."""
    id: str = ""
    """Of the module or tool that it uses."""
    text: str = ""
    """What a trainer wrote; of a activity."""
    minutes: int = 0

    @property
    def link(self) -> str:
        """Return what names the page that it uses: m:decision-chain; empty where it uses none."""
        return f"{'a' if self.kind == TOOL else 'm'}:{self.id}" if self.id else ""

    def as_data(self) -> dict[str, object]:
        """Return the item as JSON has it."""
        parts = {"id": self.id, "text": self.text, "minutes": self.minutes}
        return {"kind": self.kind, **{name: part for name, part in parts.items() if part}}


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a trainer composed."""

    id: str = "plan"
    """Names it in packages and calendars, which know it again by that."""
    title: str = ""
    language: str = ""
    """Of what is made; empty: the first of the playbook."""
    level: str = LEVELS[0]
    least: int = 6
    """People of the smallest group."""
    most: int = 16
    """People of the largest group."""
    date: str = ""
    """Of the first day: 2027-01-11; empty where it is not known yet."""
    begin: int = 9 * 60
    """Minutes from midnight."""
    end: int = 16 * 60 + 30
    """The same, when each day is over."""
    rhythm: str = "daily"
    known: tuple[str, ...] = ()
    """Modules that participants know before."""
    items: tuple[Item, ...] = ()

    def as_data(self) -> dict[str, object]:
        """Return the plan as its file has it."""
        return {
            "format": FORMAT,
            "version": VERSION,
            "id": self.id,
            "title": self.title,
            "language": self.language,
            "level": self.level,
            "group": {"from": self.least, "to": self.most},
            "date": self.date,
            "begin": moment(self.begin),
            "end": moment(self.end),
            "rhythm": self.rhythm,
            "known": [*self.known],
            "items": [item.as_data() for item in self.items],
        }


def moment(minutes: int) -> str:
    """Return minutes from midnight as a clock shows them: 09:05."""
    return f"{minutes // 60:02}:{minutes % 60:02}"
