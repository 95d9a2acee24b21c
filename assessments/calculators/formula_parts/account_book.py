"""The book behind the depth of a relationship: who is meant, and what happened on which day."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from assessments.border.problems import Places, Problem
from assessments.border.step import Step
from assessments.calculators.inputs import Input
from assessments.calculators.needs import DATE, NUMBER, POSITIVE, TEXT, WHOLE, optional, rows_of
from assessments.calculators.needs import choice as one_of
from assessments.calculators.values import Values, day, number, rows, text, whole
from assessments.numbers.exact import plain, power
from assessments.numbers.rounding import round_half_up

HIGHEST = 3
"""Of the levels of a person."""

MONTHS = 12
"""Of a year."""

PEOPLE = rows_of({"name": optional(TEXT), "influence": POSITIVE, "level": WHOLE}, least=1)
EVENTS = rows_of(
    {
        "kind": one_of("deposit", "withdrawal"),
        "points": NUMBER,
        "months_ago": optional(NUMBER),
        "date": optional(DATE),
        "what": optional(TEXT),
    }
)
AGE = ("events[].months_ago", "events[].date")
"""What each event has one of."""

OUTPUTS = {
    "people_now": ("name", "influence", "level", "one_more"),
    "events_now": ("what", "kind", "date", "months", "points", "counts"),
}
NOTES = {"AGES_STAND_STILL": "count day"}
WORKING = {"months_begun": "day"}
ERRORS = {"E_TWO_AGES": "", "E_NO_DAY": "", "E_LATER": "found limit", "E_TOO_OLD": "found limit"}


def check_ages(values: Values, oldest: Fraction | None) -> Iterator[Problem]:
    """Each event says how long ago it was, once; a date needs the day to count to."""
    until = values["reference_day"]
    for position, event in enumerate(rows(values, "events")):
        place = f"events[{position}]"
        months, happened = event["months_ago"], event["date"]
        if months is None and happened is None:
            other = Places((f"{place}.date",))
            yield Problem("E_MISSING", f"{place}.months_ago", {"whole": other}, "either")
        elif months is not None and happened is not None:
            yield Problem("E_TWO_AGES", f"{place}.date")
        elif isinstance(happened, date) and isinstance(until, date):
            yield from _date(f"{place}.date", happened, until, oldest)
    if until is None and any(isinstance(each["date"], date) for each in rows(values, "events")):
        yield Problem("E_NO_DAY", "reference_day")


def _date(place: str, happened: date, until: date, oldest: Fraction | None) -> Iterator[Problem]:
    if happened > until:
        days = {"found": happened.isoformat(), "limit": until.isoformat()}
        yield Problem("E_LATER", place, days)
    elif oldest is not None and (months := months_between(happened, until)) > oldest:
        yield Problem("E_TOO_OLD", place, {"found": months, "limit": plain(oldest)})


def oldest_age(events: Input) -> Fraction | None:
    """Return the most months ago that a definition allows."""
    [months] = [each for each in events.fields if each.id == "months_ago"]
    return next((limit.value for limit in months.limits if limit.name == "maximum"), None)


def months_between(happened: date, until: date) -> int:
    """Return the months begun since a day: 0 on it, 1 up to the same day of the next month."""
    whole_months = MONTHS * (until.year - happened.year) + until.month - happened.month
    return whole_months + (until.day > happened.day)


def months_of(event: Values, values: Values) -> Fraction:
    """Return how many months ago an event was."""
    if event["date"] is None:
        return number(event, "months_ago")
    return Fraction(months_between(day(event, "date"), day(values, "reference_day")))


def counts(event: Values, values: Values) -> Fraction:
    """Return the points of an event after decay."""
    decay = power(Fraction(1, 2), months_of(event, values) / number(values, "half_life"))
    return number(event, "points") * decay


def book_outputs(values: Values) -> dict[str, object]:
    """Return the people where any is named, and the events where any has a date or words."""
    people, events = rows(values, "people"), rows(values, "events")
    reachable = HIGHEST * sum((number(each, "influence") for each in people), Fraction(0))
    outputs: dict[str, object] = {}
    if any(text(each, "name") for each in people):
        outputs["people_now"] = [_person(each, reachable) for each in people]
    if any(each["date"] is not None or text(each, "what") for each in events):
        outputs["events_now"] = [_event(each, values) for each in events]
    return outputs


def _person(person: Values, reachable: Fraction) -> dict[str, object]:
    influence, level = number(person, "influence"), whole(person, "level")
    return {
        "name": text(person, "name") or None,
        "influence": plain(influence),
        "level": level,
        "one_more": round_half_up(influence / reachable, 3) if level < HIGHEST else None,
    }


def _event(event: Values, values: Values) -> dict[str, object]:
    happened = event["date"]
    return {
        "what": text(event, "what") or None,
        "kind": event["kind"],
        "date": happened.isoformat() if isinstance(happened, date) else None,
        "months": plain(months_of(event, values)),
        "points": plain(number(event, "points")),
        "counts": round_half_up(counts(event, values), 2),
    }


def book_notes(values: Values) -> Iterator[Step]:
    """Name how many events do not grow older when a later day is set."""
    without = [each for each in rows(values, "events") if each["date"] is None]
    if without and values["reference_day"] is not None:
        until = day(values, "reference_day").isoformat()
        yield Step(code="AGES_STAND_STILL", values={"count": len(without), "day": until})


def book_steps(values: Values) -> Iterator[Step]:
    """Say to which day months are counted."""
    if any(each["date"] is not None for each in rows(values, "events")):
        yield Step(code="months_begun", values={"day": day(values, "reference_day").isoformat()})
