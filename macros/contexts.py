"""What the templates of single kinds of pages read, beside what every page reads."""

from collections.abc import Callable
from typing import Any

from assessments.border.fingerprint import fingerprint
from assessments.exports import EXPORTS
from assessments.questionnaires.models import MODELS
from macros import numbers
from macros.exporters.worksheets import WORKSHEETS, file_name, to_markdown
from macros.pages import Page
from macros.values import Data
from macros.views import Book

Context = dict[str, Any]


def module(book: Book, page: Page) -> Context:
    """Return a module and its place in the method."""
    record = book.modules[page.id]
    area = book.areas[book.playbook.modules[page.id].area]
    return {
        "module": record,
        "area": area,
        "position": area["modules"].index(page.id) + 1,
        "after": book.after(page.id),
        "worksheet": to_markdown(record["template"]),
        "worksheet_files": {
            extension: file_name(
                record["template"], extension, book.language, book.playbook.languages[0]
            )
            for extension in WORKSHEETS
        },
    }


def area(book: Book, page: Page) -> Context:
    """Return an area, its place on the way and the tools of its modules."""
    record = book.areas[page.id]
    names = [step["id"] for step in book.way]
    used = [tool for name in record["modules"] for tool in book.modules[name]["tools"]]
    return {
        "area": record,
        "number": names.index(page.id) + 1 if page.id in names else 0,
        "count": len(names),
        "area_tools": [book.tools[name] for name in dict.fromkeys(used)],
    }


def assessment(book: Book, page: Page) -> Context:
    """Return a questionnaire with its questions numbered through."""
    record = book.tools[page.id]
    questions = [each["id"] for part in record["dimensions"] for each in part["questions"]]
    sections = ["scoring", "bands", "by-hand", "sources"]
    return {
        **_tool(book, record, sections),
        "model": MODELS[record["model"]],
        "question_numbers": {name: index + 1 for index, name in enumerate(questions)},
        "question_count": len(questions),
    }


def calculator(book: Book, page: Page) -> Context:
    """Return a calculator with the warnings it can give."""
    record = book.tools[page.id]
    cautions = [*record.get("flags", {}).values(), *record.get("notes", {}).values()]
    return {
        **_tool(book, record, ["formula", "outputs", "bands", "examples", "sources"]),
        "question_count": 0,
        "cautions": cautions,
    }


def _tool(book: Book, record: Data, sections: list[str]) -> Context:
    titles = book.words["tool"]
    present = [name for name in sections if name != "bands" or record.get("bands")]
    return {
        "tool": record,
        "mark": fingerprint(book.playbook.tools[record["id"]]),
        "exports": [export for export in EXPORTS.values() if export.button],
        "band_ranges": numbers.band_ranges(record, book.words),
        "jumps": [
            {"id": f"{record['id']}.{name}", "title": titles[name.replace("-", "_")]}
            for name in present
        ],
    }


def home(book: Book, page: Page) -> Context:
    """Return the counts on the doors."""
    del page
    groups = book.site["tools"]
    return {
        "counts": {
            "modules": len(book.modules),
            "assessments": len(groups["assessments"]),
            "calculators": len(groups["calculators"]),
            "minutes": sum(each["facilitator"]["minutes"] for each in book.modules.values()),
        }
    }


def glossary(book: Book, page: Page) -> Context:
    """Return every term beside its name in the other languages, in the order of the alphabet."""
    del page
    records = book.playbook.terms
    others = [code for code in book.playbook.languages if code != book.language]
    entries = [
        {**term, "others": [(code, records[name]["term"][code]) for code in others]}
        for name, term in book.terms.items()
    ]
    return {"entries": sorted(entries, key=_alphabetical)}


def _alphabetical(term: Data) -> bytes:
    # GB 18030 keeps the common Chinese characters in the order of their pinyin.
    return str(term["term"]).casefold().encode("gb18030")


def sources(book: Book, page: Page) -> Context:
    """Return where each source is used, and every contradiction with the choice made."""
    del page
    used: dict[str, list[Data]] = {name: [] for name in book.sources}
    for record in book.modules.values():
        cited = {citation.split()[0] for part in record["parts"] for citation in part["sources"]}
        for name in cited & used.keys():
            used[name].append(record)
    choices = [
        {"module": record, **choice}
        for record in book.modules.values()
        for choice in record.get("choices", ())
    ]
    return {"used": used, "choices": sorted(choices, key=lambda choice: choice["id"])}


CONTEXTS: dict[str, Callable[[Book, Page], Context]] = {
    "area": area,
    "assessment": assessment,
    "calculator": calculator,
    "glossary": glossary,
    "home": home,
    "module": module,
    "sources": sources,
}
"""Template -> what it reads."""
