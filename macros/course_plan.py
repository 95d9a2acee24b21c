"""The sessions of a course as a clock sees them: day by day, each item with what it uses."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from macros.courses.rules import BREAK
from macros.page_kind import Context, Page, Records
from macros.playbook import Playbook
from macros.values import Data
from macros.views import Book

CARDS = "cards"
PAPERS = ("guide", "sheet", "handout", "slides", CARDS)
"""What is made from a course to be printed or shown: links to them begin with these words."""


def course_records(playbook: Playbook) -> Records:
    """Return every course with its file."""
    return [(name, f"playbook_data/courses/{name}.yml") for name in playbook.courses]


def courses_with_cards(playbook: Playbook) -> Records:
    """Return the courses that use a module with cards."""
    for name, file in course_records(playbook):
        used = (playbook.modules[module] for module in modules_used(playbook.courses[name]))
        if any(CARDS in module.data["facilitator"] for module in used):
            yield name, file


def papers_of(playbook: Playbook, course: str) -> Sequence[str]:
    """Return the names of what a course prints and shows."""
    with_cards = {name for name, _ in courses_with_cards(playbook)}
    return [name for name in PAPERS if name != CARDS or course in with_cards]


def course_context(book: Book, page: Page) -> Context:
    """Return a course with its days and the modules that it uses."""
    course = book.courses[page.id]
    days = days_of(book, course)
    used = [book.modules[name] for name in modules_used(course)]
    return {
        "course": course,
        "days": days,
        "used": used,
        "decks": list(_decks(days, used)),
        "observed": list(_observed(book, course)),
        "alone": is_for_one(course),
        "papers": papers_of(book.playbook, page.id),
    }


def days_of(book: Book, course: Data) -> Sequence[Data]:
    """Return the days of a course: number, minutes, sessions with start, end and items."""
    days = groupby(course["sessions"], key=lambda session: session["day"])
    alone = is_for_one(course)
    return [_day(book, number, list(sessions), alone=alone) for number, sessions in days]


def is_for_one(course: Data) -> bool:
    """Tell whether one person takes a course, and is spoken to as one."""
    return bool(course["group"]["to"] == 1)


def _day(book: Book, number: int, sessions: Sequence[Data], *, alone: bool) -> Data:
    timed = list(_timed(book, sessions, alone=alone))
    return {"number": number, "minutes": timed[-1]["end"], "sessions": timed}


def _timed(book: Book, sessions: Sequence[Data], *, alone: bool) -> Iterator[Data]:
    now = 0
    for session in sessions:
        items, start, over = [], now, now
        for item in session["items"]:
            items.append(
                {
                    **item,
                    "start": now,
                    "alone": alone,
                    "target": target_of_item(book, item),
                    "decks": decks_of_item(book, item),
                }
            )
            now += int(item["minutes"])
            # The break at its end is no part of an appointment in a calendar.
            over = over if item["kind"] == BREAK else now
        yield {**session, "start": start, "over": over, "end": now, "items": items}


def target_of_item(book: Book, item: Data) -> Data | None:
    """Return the module or tool that an item uses; None where it uses none."""
    if "uses" not in item:
        return None
    word, _, rest = item["uses"].partition(":")
    name = rest.partition("#")[0]
    return book.modules[name] if word == "m" else book.tools[name]


def lines_to_observe(book: Book, item: Data) -> Sequence[str]:
    """Return what an observer of an item looks for; nothing where its course names no lines."""
    if "observe" not in item:
        return ()
    lines = _module_of_item(book, item)["facilitator"]["guide"]["observe"]
    return [lines[number - 1] for number in item["observe"]]


def decks_of_item(book: Book, item: Data) -> Sequence[Data]:
    """Return the decks that an item hands out, each with its module."""
    if CARDS not in item:
        return ()
    module = _module_of_item(book, item)
    decks = {deck["id"]: deck for deck in module["facilitator"][CARDS]}
    return [{"module": module, "deck": decks[name]} for name in item[CARDS]]


def _module_of_item(book: Book, item: Data) -> Data:
    target = target_of_item(book, item) or {}
    return target if "facilitator" in target else book.modules[target["module"]]


def _decks(days: Sequence[Data], used: Sequence[Data]) -> Iterator[Data]:
    """Yield every deck of the modules of a course once, those that it hands out first."""
    taken = set()
    for session in (session for day in days for session in day["sessions"]):
        for deck in (deck for item in session["items"] for deck in item["decks"]):
            if _name_of(deck) not in taken:
                taken.add(_name_of(deck))
                yield {**deck, "session": session["title"]}
    for module in used:
        for each in module["facilitator"].get(CARDS, ()):
            deck = {"module": module, "deck": each}
            if _name_of(deck) not in taken:
                yield {**deck, "session": ""}


def _name_of(deck: Data) -> tuple[str, str]:
    return deck["module"]["id"], deck["deck"]["id"]


def _observed(book: Book, course: Data) -> Iterator[Data]:
    """Yield the sessions in which somebody observes, each with its title and its lines."""
    for session in course["sessions"]:
        lines = [line for item in session["items"] for line in lines_to_observe(book, item)]
        if lines:
            yield {"title": session["title"], "lines": lines}


def modules_used(course: Data) -> Sequence[str]:
    """Return the ids of the modules of which a course uses anything, in the order of first use."""
    links = (item.get("uses", "") for session in course["sessions"] for item in session["items"])
    names = (link.partition(":")[2].partition("#")[0] for link in links if link.startswith("m:"))
    return tuple(dict.fromkeys(names))
