"""Contacts of people with customers: counted once each, in the whole weeks of a period."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from assessments.calculators.values import Value, Values, day, mapping, rows, text, texts, whole

MONDAY = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One contact, counted once."""

    week: int
    """From 0, the first whole week of the period."""
    person: str
    contact: str
    quality: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactRecord:
    """What the whole weeks of a period hold."""

    weeks: int
    contacts: Sequence[Contact]
    ignored: int
    duplicates: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Cadence:
    """How often one person met customers."""

    person: str
    weekly: tuple[int, ...]
    """Contacts in each week that counts."""
    threshold: int

    @property
    def share(self) -> Fraction | None:
        """Mean of the weeks' shares of the threshold, up to 1 each; None without weeks."""
        reached = sum(min(count, self.threshold) for count in self.weekly)
        return Fraction(reached, self.threshold * len(self.weekly)) if self.weekly else None

    @property
    def compliance(self) -> Fraction | None:
        """Share of the weeks that reach the threshold; None without weeks."""
        full = sum(count >= self.threshold for count in self.weekly)
        return Fraction(full, len(self.weekly)) if self.weekly else None


def days_to_monday(start: date) -> int:
    """Return the days from a date to the next Monday, 0 to 6."""
    return -start.weekday() % 7


def whole_weeks(start: date, end: date) -> int:
    """Return how many weeks from Monday to Sunday lie between two dates, both included."""
    return ((end - start).days + 1 - days_to_monday(start)) // 7


def read_record(values: Values, first: date, weeks: int) -> ContactRecord:
    """Return the contacts in the weeks from a first Monday on; of equal ones the best counts."""
    best: dict[tuple[date, str, str], int] = {}
    inside = 0
    contacts = rows(values, "contacts")
    for row in contacts:
        when = day(row, "date")
        if 0 <= (when - first).days < 7 * weeks:
            inside += 1
            key = (when, text(row, "person"), text(row, "contact"))
            best[key] = max(best.get(key, 0), whole(row, "quality"))
    return ContactRecord(
        weeks=weeks,
        contacts=[
            Contact(week=(when - first).days // 7, person=person, contact=contact, quality=quality)
            for (when, person, contact), quality in best.items()
        ],
        ignored=len(contacts) - inside,
        duplicates=inside - len(best),
    )


def read_cadences(values: Values, record: ContactRecord, first: date) -> list[Cadence]:
    """Return how often each person met customers, without the weeks of leave."""
    counts = Counter((each.person, each.week) for each in record.contacts)
    mondays = [first + timedelta(days=7 * week) for week in range(record.weeks)]
    away = {name.strip(): set(_dates(dates)) for name, dates in mapping(values, "leave").items()}
    return [
        Cadence(
            person=person,
            weekly=tuple(
                counts[person, week]
                for week, monday in enumerate(mondays)
                if monday not in away.get(person, ())
            ),
            threshold=whole(values, "threshold"),
        )
        for person in texts(values, "persons")
    ]


def _dates(value: Value) -> Iterator[date]:
    for entry in value if isinstance(value, tuple) else ():
        if isinstance(entry, date):
            yield entry
