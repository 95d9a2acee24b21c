"""What the composer can put into a plan, as one file for both languages: modules, tools, words."""

import hashlib
from collections.abc import Iterator, Sequence
from itertools import groupby

from assessments.border.fingerprint import fingerprint
from assessments.border.reading import write_json
from macros.addresses import address_of, target_of
from macros.course_plan import days_of
from macros.courses.plans.plan import ACTIVITY, DAY, LONGEST_TEXT, OF_MODULES, TOOL, Item, Plan
from macros.courses.rules import BREAK
from macros.exporters.spoken_words import spoken_of
from macros.plain_text import opening, plain
from macros.playbook import Playbook
from macros.tool_page import definition_file
from macros.values import Data
from macros.views import Book

FOLDER = "teach"
BEGIN = 9 * 60
"""Minutes from midnight, when the plan of a course begins."""


def shelf_text(playbook: Playbook, launcher: bytes | None) -> str:
    """Return the file that macros/courses/plans/shelf.py reads. *launcher*: script of packages."""
    books = [Book(playbook, language) for language in playbook.languages]
    retired = {
        entry["id"]: entry["successor"]
        for entry in playbook.settings.get("retired", ())
        if entry["id"].startswith(("m:", "a:")) and "#" not in entry["id"]
    }
    return write_json(
        {
            "id": playbook.settings["id"],
            "order": list(playbook.languages),
            "languages": {book.language: _spoken(book) for book in books},
            "pages": dict(_pages(books)),
            "courses": {
                name: {book.language: plan_of_course(book, name).as_data() for book in books}
                for name in playbook.courses
            },
            "retired": retired,
            "launcher": launcher.decode() if launcher else None,
        }
    )


def shelf_file(text: str) -> str:
    """Return where the file stands on the site, named by its content."""
    return f"{FOLDER}/shelf-{hashlib.sha256(text.encode()).hexdigest()[:16]}.json"


def _spoken(book: Book) -> dict[str, object]:
    spoken = spoken_of(book)
    return {name: getattr(spoken, name) for name in ("tag", "locale", "direction", "words")}


def _pages(books: list[Book]) -> Iterator[tuple[str, dict[str, object]]]:
    first = books[0]
    for name, module in first.modules.items():
        plan = module["facilitator"]
        yield (
            f"m:{name}",
            {
                **_page(f"m:{name}", "module", [book.modules[name] for book in books], books),
                "minutes": plan["minutes"],
                "sittings": _sittings(plan["run"]),
                "before": module["before"],
                "level": module["level"],
            },
        )
    for name, tool in first.tools.items():
        definition = first.playbook.tools[name]
        yield (
            f"a:{name}",
            {
                **_page(f"a:{name}", tool["kind"], [book.tools[name] for book in books], books),
                "minutes": tool["minutes"],
                "before": [],
                "definition": definition_file(name, fingerprint(definition)["hash"]),
            },
        )


def _sittings(run: Sequence[Data]) -> list[int]:
    """Return minutes of work and of breaks in turn: 60, 5, 35."""
    parts = groupby(run, key=lambda slot: slot.get("kind") == BREAK)
    return [sum(slot["minutes"] for slot in slots) for _, slots in parts]


def _page(link: str, kind: str, records: list[Data], books: list[Book]) -> dict[str, object]:
    languages = [book.language for book in books]
    return {
        "id": link[2:],
        "kind": kind,
        "path": address_of(target_of(link).path),
        "titles": dict(zip(languages, (plain(each["title"]) for each in records), strict=True)),
        "purposes": dict(zip(languages, (plain(each["purpose"]) for each in records), strict=True)),
    }


def plan_of_course(book: Book, name: str) -> Plan:
    """Return a course of the playbook as a plan to begin from."""
    course = book.courses[name]
    days = days_of(book, course)
    items: list[Item] = []
    for day in days:
        if items:
            items.append(Item(kind=DAY))
        items += [_item(item) for session in day["sessions"] for item in session["items"]]
    return Plan(
        id=name,
        title=plain(course["title"]),
        language=book.language,
        level=course["level"],
        least=course["group"]["from"],
        most=course["group"]["to"],
        begin=BEGIN,
        end=BEGIN + max(day["minutes"] for day in days),
        known=tuple(course["prerequisites"]["modules"]),
        items=tuple(items),
    )


def _item(item: Data) -> Item:
    """Return an item of a course: what uses no module or tool is told by its first sentence."""
    kind, minutes = item["kind"], item["minutes"]
    if kind == BREAK:
        return Item(kind=BREAK, minutes=minutes)
    if kind in (*OF_MODULES, TOOL):
        return Item(kind=kind, id=item["target"]["id"], minutes=minutes)
    text = opening(plain(item["do"]))[0]
    return Item(kind=ACTIVITY, text=text[:LONGEST_TEXT], minutes=minutes)
