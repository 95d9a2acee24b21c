"""The plan of a trainer as something to be exported: the same as on the page of the composer."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from macros.browser import read_launcher
from macros.courses.plans.faults import Fault
from macros.courses.plans.look import faults_of
from macros.courses.plans.plan import Plan
from macros.courses.plans.reading import read_plan
from macros.courses.plans.shelf import Shelf, read_shelf
from macros.courses.plans.taken import parts_of
from macros.courses.spoken import filled
from macros.exporters.packages.format import Order
from macros.exporters.shelf import shelf_text
from macros.playbook import Playbook
from macros.views import Book


def plan_order(
    playbook: Playbook, text: str, root: Path, address: str, language: str = ""
) -> tuple[Order, Sequence[str]]:
    """Return what the file of a plan asks for, and what is wrong in it; or raise PlanError.

    *language*, where one is named, stands in place of that of the plan.
    """
    plan, damaged = read_plan(text)
    shelf = read_shelf(shelf_text(playbook, read_launcher(root)))
    plan = replace(plan, language=shelf.language(language or plan.language))
    book = Book(playbook, plan.language)
    faults = [*damaged, *faults_of(plan, shelf, plan.language)]
    parts = parts_of(plan, shelf, address, book.tools)
    order = Order(
        contents=parts.contents,
        book=book,
        root=root,
        address=address,
        start=parts.start,
        planned=parts,
    )
    return order, tuple(_told(faults, _lines_of(plan, damaged), book, shelf))


def _told(faults: Sequence[Fault], lines: Sequence[int], book: Book, shelf: Shelf) -> Iterator[str]:
    """Yield each fault as the page of the composer says it, and the line, which the page shows."""
    words = book.words["composing"]
    for fault in faults:
        link = str(fault.values.get("link", ""))
        values = {"title": shelf.title(link, book.language), **fault.values}
        said = filled(words[f"fault_{fault.code}"], values)
        if fault.at is not None:
            said = filled(words["fault_line"], {"place": lines[fault.at], "fault": said})
        yield said


def _lines_of(plan: Plan, damaged: Sequence[Fault]) -> Sequence[int]:
    """Return for each item the number of its line in the file, where others were left out."""
    out = {fault.values["place"] for fault in damaged if fault.code == "item"}
    written = range(1, len(plan.items) + len(out) + 1)
    return [number for number in written if number not in out]
