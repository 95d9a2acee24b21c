"""What agendas and packages say in one language, of the site's own words."""

from collections.abc import Mapping
from dataclasses import dataclass

from assessments.words.sentence import GAP


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """A language, and the words of the site that files in it need."""

    tag: str
    """Of pages: zh-Hans."""
    locale: str
    """Of packages: zh-CN."""
    direction: str
    words: Mapping[str, str]
    """Key of interface.yml -> text: units.minutes, course.day, lms.late, kinds.assessment."""

    def say(self, key: str, **values: object) -> str:
        """Return one of the words with its {gaps} filled."""
        return filled(self.words[key], values)

    def kind(self, name: str) -> str:
        """Return what a kind of page or of item is called."""
        return self.words[f"kind.{name}"]

    def duration(self, minutes: int) -> str:
        """Return how long something takes: 45 min, 6 h, 7 h 40 min."""
        units = ("minutes", "hours", "hours_and_minutes")
        return duration(minutes, {name: self.words[f"units.{name}"] for name in units})


def duration(minutes: int, units: Mapping[str, str]) -> str:
    """Return how long something takes, with the patterns of units of interface.yml."""
    hours, rest = divmod(minutes, 60)
    if hours and rest:
        return filled(units["hours_and_minutes"], {"hours": hours, "minutes": rest})
    return filled(units["hours" if hours else "minutes"], {"number": hours or rest})


def filled(pattern: str, values: Mapping[str, object]) -> str:
    """Return a sentence with its {gaps} filled by values."""
    return GAP.sub(lambda place: str(values[place[1]]), pattern)


def clock(minutes: int, begin: int | None) -> str:
    """Return a moment of a day: 09:30 by the clock; 0:30 from the start where nobody chose one."""
    if begin is None:
        return f"{minutes // 60}:{minutes % 60:02}"
    moment = (begin + minutes) % (24 * 60)
    return f"{moment // 60:02}:{moment % 60:02}"
