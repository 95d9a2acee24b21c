"""Rules about the company of the examples: its dates exist, and its story runs forward."""

from collections.abc import Iterator
from datetime import date

from macros.files import Files, Rule
from macros.problems import Problem

MONTH = len("2026-11")
"""How much of a date a month is."""


def events_have_a_day(files: Files) -> Iterator[Problem]:
    """The day of an event is a day of the calendar."""
    for company in files.of("company"):
        for path, day in company.each("timeline", "*", "date"):
            try:
                date.fromisoformat(day if len(day) > MONTH else f"{day}-01")
            except ValueError:
                message = f"The calendar has no day {day}."
                yield company.source.problem(path, message, "Write a day that exists.")


def events_stand_in_order(files: Files) -> Iterator[Problem]:
    """No event stands before one that came earlier; a month says nothing about its days."""
    for company in files.of("company"):
        latest = ""
        for path, day in company.each("timeline", "*", "date"):
            known = min(len(day), len(latest))
            if day[:known] < latest[:known]:
                message = f"The event of {day} stands after one of {latest}."
                hint = "Put the events in the order in which they happened."
                yield company.source.problem(path, message, hint)
            elif day[:known] > latest[:known] or len(day) > len(latest):
                latest = day


COMPANY_RULES: tuple[Rule, ...] = (events_have_a_day, events_stand_in_order)
