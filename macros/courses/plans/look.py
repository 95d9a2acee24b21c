"""Look at a plan: what is wrong with it, and what happens when."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches

from macros.courses import rules
from macros.courses.agenda import Day, Line, Session, starts
from macros.courses.plans.faults import Fault
from macros.courses.plans.plan import DAY, Item, Plan
from macros.courses.plans.shelf import Shelf
from macros.courses.rules import MODULE, Step

Placed = tuple[int, Item]
"""An item, and its place in the plan."""


def days_of(plan: Plan) -> tuple[tuple[Placed, ...], ...]:
    """Return the items of each day; a day without any stands as an empty one."""
    days: list[list[Placed]] = [[]]
    for place, item in enumerate(plan.items):
        if item.kind == DAY:
            days.append([])
        else:
            days[-1].append((place, item))
    return tuple(tuple(day) for day in days)


def faults_of(plan: Plan, shelf: Shelf, language: str) -> Iterator[Fault]:
    """Yield what breaks a rule; titles are those of *language*."""
    yield from _strangers(plan, shelf)
    placed = [(place, item, day) for day, items in _numbered(plan) for place, item in items]
    steps = [
        Step(kind=item.kind, minutes=item.minutes, day=day, name=item.id) for _, item, day in placed
    ]
    most = rules.LONGEST_STRETCH
    for at, minutes in rules.long_stretches(steps):
        yield Fault(code="stretch", at=placed[at][0], values={"minutes": minutes, "most": most})
    before = {page.id: page.before for page in shelf.pages.values() if page.kind == MODULE}
    for at, first in rules.taught_too_early(steps, before, plan.known):
        titles = {
            "title": shelf.title(f"m:{steps[at].name}", language),
            "first": shelf.title(f"m:{first}", language),
            "known": first,
        }
        yield Fault(code="early", at=placed[at][0], values=titles)
    yield from _times(plan)
    if not rules.is_a_size(plan.least, plan.most):
        yield Fault(code="group", values={"least": plan.least, "most": plan.most})


def _numbered(plan: Plan) -> Iterator[tuple[int, tuple[Placed, ...]]]:
    yield from enumerate(days_of(plan), 1)


def _strangers(plan: Plan, shelf: Shelf) -> Iterator[Fault]:
    """Yield what names a page that is not there, or not there any more."""
    for place, item in enumerate(plan.items):
        if not item.link or item.link in shelf.pages:
            continue
        if item.link in shelf.retired:
            successor = shelf.retired[item.link]
            values = {"name": item.id, "link": successor}
            yield Fault(code="retired", at=place, values=values)
            continue
        word = item.link[:2]
        known = [link[2:] for link in shelf.pages if link.startswith(word)]
        near = get_close_matches(item.id, known, n=1, cutoff=0.6)
        values = {"name": item.id, **({"link": word + near[0]} if near else {})}
        yield Fault(code="near" if near else "unknown", at=place, values=values)


def _times(plan: Plan) -> Iterator[Fault]:
    """Yield the days whose items take longer, or less, than there is from begin to end."""
    there_is = plan.end - plan.begin
    if there_is <= 0:
        yield Fault(code="hours")
        return
    for number, items in _numbered(plan):
        minutes = sum(item.minutes for _, item in items)
        values = {"day": number, "minutes": minutes, "planned": there_is}
        if not items:
            yield Fault(code="empty", values=values)
        elif minutes != there_is:
            code = "over" if minutes > there_is else "under"
            yield Fault(code=code, values=values | {"number": abs(minutes - there_is)})


def agenda_of(plan: Plan, shelf: Shelf, root: str) -> tuple[Day, ...]:
    """Return a plan as a clock sees it, in its own language; *root*: the address of the site."""
    names = _names(plan.items)
    return tuple(
        Day(number=number, sessions=(Session(id=f"day-{number}", title="", lines=lines),))
        for number, items in _numbered(plan)
        if (lines := tuple(_lines(plan, items, names, shelf, root)))
    )


def _lines(
    plan: Plan, items: Sequence[Placed], names: Sequence[str], shelf: Shelf, root: str
) -> Iterator[Line]:
    begins = starts(item.minutes for _, item in items)
    for (place, item), start in zip(items, begins, strict=True):
        page = shelf.entry(item.link, plan.language, root) if item.link in shelf.pages else None
        yield Line(
            id=names[place],
            kind=item.kind,
            start=start,
            minutes=item.minutes,
            title=page.title if page else item.text or item.id,
            address=page.address if page else "",
            text=page.purpose if page else "",
        )


def _names(items: Sequence[Item]) -> tuple[str, ...]:
    """Return a name for each item: what it is, and which of its like; it keeps it when moved."""
    seen: dict[str, int] = {}
    names = []
    for item in items:
        name = f"{item.kind}.{item.id}" if item.id else item.kind
        seen[name] = seen.get(name, 0) + 1
        names.append(f"{name}.{seen[name]}")
    return tuple(names)


def totals_of(plan: Plan) -> Mapping[str, int]:
    """Return the minutes of work and of breaks."""
    steps = [Step(kind=item.kind, minutes=item.minutes) for item in plan.items]
    work, rest = rules.totals(steps)
    return {"work": work, "breaks": rest}
