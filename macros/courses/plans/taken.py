"""What formats make their files of, taken from a plan."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from functools import partial

from macros.courses.agenda import Day
from macros.courses.packages.asked import Asked, questions_of
from macros.courses.packages.contents import Contents, Section
from macros.courses.packages.meeting import Meeting
from macros.courses.packages.parts import Parts
from macros.courses.plans.look import agenda_of, days_of
from macros.courses.plans.plan import RHYTHMS, Plan
from macros.courses.plans.shelf import Shelf
from macros.courses.rules import BREAK
from macros.courses.spoken import Spoken
from macros.values import Data

KIND = "plan"


def parts_of(
    plan: Plan,
    shelf: Shelf,
    root: str,
    tools: Mapping[str, Data],
    stamp: datetime | None = None,
) -> Parts:
    """Return all that a package of a plan is made of; pages that are not there are left out.

    *root*: the address of the site. *tools*: definitions, in the language of the plan, of the
    assessments whose questions are wanted.
    """
    language = shelf.language(plan.language)
    spoken = shelf.spoken[language]
    days = agenda_of(plan, shelf, root)
    return Parts(
        contents=_contents(plan, shelf, spoken, root),
        spoken=spoken,
        about=_about(plan, spoken),
        days=lambda: days,
        meetings=partial(_meetings, plan, shelf, days),
        questions=partial(_questions, plan, tools),
        launcher=shelf.launcher,
        start=_start(plan),
        stamp=stamp,
    )


def title_of(plan: Plan, shelf: Shelf) -> str:
    """Return the title of a plan; the word for one where a trainer gave it none."""
    return plan.title or shelf.spoken[shelf.language(plan.language)].say("compose.untitled")


def _about(plan: Plan, spoken: Spoken) -> str:
    """Return for whom a plan is, and on which day it begins."""
    people = spoken.say("course.people", least=plan.least, most=plan.most)
    group = spoken.say("course.alone") if plan.most == 1 else people
    return " · ".join(filter(None, (spoken.say(f"level.{plan.level}"), group, plan.date)))


def _start(plan: Plan) -> datetime | None:
    if not plan.date:
        return None
    return datetime.fromisoformat(plan.date) + timedelta(minutes=plan.begin)


def _contents(plan: Plan, shelf: Shelf, spoken: Spoken, root: str) -> Contents:
    """Return the pages of each day, each once, in order."""
    days = days_of(plan)
    sections = []
    for number, items in enumerate(days, 1):
        links = dict.fromkeys(item.link for _, item in items if item.link in shelf.pages)
        entries = tuple(shelf.entry(link, plan.language, root) for link in links)
        is_one = len(days) == 1
        title = title_of(plan, shelf) if is_one else spoken.say("course.day", number=number)
        if entries:
            sections.append(
                Section(title=title, entries=entries, id="" if is_one else f"day-{number}")
            )
    return Contents(
        id=plan.id,
        kind=KIND,
        title=title_of(plan, shelf),
        language=spoken.locale,
        sections=tuple(sections),
    )


def _meetings(plan: Plan, shelf: Shelf, days: Iterable[Day], start: datetime) -> Iterator[Meeting]:
    """Yield each item but breaks, under a name that it keeps when its time changes."""
    title = title_of(plan, shelf)
    spoken = shelf.spoken[shelf.language(plan.language)]
    for day in days:
        begins = start + timedelta(days=(day.number - 1) * RHYTHMS[plan.rhythm])
        for line in day.lines:
            if line.kind == BREAK:
                continue
            said = line.title or spoken.kind(line.kind)
            yield Meeting(
                id=f"plan.{plan.id}.{line.id}@{shelf.id}",
                start=begins + timedelta(minutes=line.start),
                minutes=line.minutes,
                title=spoken.say("classroom.event", course=title, session=said),
                text=f"{spoken.kind(line.kind)} · {spoken.duration(line.minutes)}",
                address=line.address,
            )


def _questions(plan: Plan, tools: Mapping[str, Data]) -> Iterator[Asked]:
    """Yield the questions of the assessments of a plan, each assessment once."""
    names = dict.fromkeys(item.id for item in plan.items if item.link.startswith("a:"))
    for name in names:
        if name in tools:
            yield from questions_of(tools[name])
