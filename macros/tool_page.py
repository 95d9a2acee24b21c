"""What the pages of assessments and of calculators share."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from assessments.border.fingerprint import fingerprint
from assessments.exports import EXPORTS
from macros import numbers
from macros.exporters.answer_sheet import sheet_choices, sheet_file
from macros.linked_data import quiz
from macros.page_kind import Context, Page, Place, Records
from macros.playbook import Playbook
from macros.views import Book

ADDRESS, LINK = "a/{id}.md", "a"
LMS_LEVELS = ("finished", "overall", "dimensions")
"""What one may send to a learning system, the least first; a calculator has no score."""


def records_of(kind: str) -> Callable[[Playbook], Records]:
    """Return what finds the tools of one kind, with their files."""

    def records(playbook: Playbook) -> Records:
        return [
            (name, file.file)
            for name, file in playbook.tool_files.items()
            if playbook.tools[name]["kind"] == kind
        ]

    return records


def definition_file(tool: str, content: str) -> str:
    """Return the file of a tool's definition, named by its content: no page meets another's."""
    return f"a/{tool}/definition-{content}.json"


def tool_marks(book: Book, names: Iterable[str]) -> dict[str, dict[str, str]]:
    """Return what marks the definitions of tools, each with the file that holds it."""
    marks = {name: fingerprint(book.playbook.tools[name]) for name in names}
    return {
        name: {**mark, "definition": definition_file(name, mark["hash"])}
        for name, mark in marks.items()
    }


def tool_context(book: Book, page: Page, sections: Sequence[str]) -> Context:
    """Return a tool and where one can jump on its page."""
    record = book.tools[page.id]
    titles = book.words["tool"]
    present = [name for name in sections if name != "bands" or record.get("bands")]
    mark = fingerprint(book.playbook.tools[page.id])
    return {
        "tool": record,
        "linked": quiz(book, record),
        "mark": mark,
        "definition": definition_file(page.id, mark["hash"]),
        "answer_sheet": sheet_file(page.id, book.language, book.playbook.languages[0]),
        "sheet_choices": sheet_choices(book),
        "subject_kinds": {name: tool["subject"] for name, tool in book.playbook.tools.items()},
        "exports": [export for export in EXPORTS.values() if export.button],
        "band_ranges": numbers.band_ranges(record, book.spoken.numbers, book.words),
        "hands_on": hands_on(book, page.id),
        "lms_levels": LMS_LEVELS if record["kind"] == "assessment" else LMS_LEVELS[:1],
        "jumps": [
            {"id": f"{page.id}.{name}", "title": titles[name.replace("-", "_")]} for name in present
        ],
    }


def hands_on(book: Book, tool: str) -> list[dict[str, str]]:
    """Return the other tools that take results of a tool, in the order of the tools."""
    kind = book.tools[tool]["kind"]
    return [
        {"tool": name, "title": other["title"]}
        for name, other in book.tools.items()
        if name != tool
        and any({tool, kind} & {*entry["from"]} for entry in other.get("receives", ()))
    ]


def received(book: Book, tool: str) -> list[dict[str, Any]]:
    """Return what a tool takes from others, each with the tools that have it to give."""
    return [
        {
            **entry,
            "any_assessment": "assessment" in entry["from"],
            "sources": [
                source_of(book, name)
                for name, other in book.tools.items()
                if name != tool and {name, other["kind"]} & {*entry["from"]}
            ],
        }
        for entry in book.tools[tool].get("receives", ())
    ]


def source_of(book: Book, tool: str) -> dict[str, str]:
    """Return what a page has to know of a tool whose results it takes."""
    content = fingerprint(book.playbook.tools[tool])["hash"]
    return {
        "tool": tool,
        "title": book.tools[tool]["title"],
        "subject": book.tools[tool]["subject"],
        "definition": definition_file(tool, content),
    }


def place_among(group: str) -> Callable[[Book, Page], Place]:
    """Return what places a tool under the heading of its group."""

    def place(book: Book, page: Page) -> Place:
        words = book.words
        under = (words["doors"]["assess"]["title"], words["tools"][group])
        return Place(under=under, title=book.tools[page.id]["title"])

    return place
