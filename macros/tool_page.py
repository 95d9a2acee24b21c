"""What the pages of assessments and of calculators share."""

from collections.abc import Callable, Sequence

from assessments.border.fingerprint import fingerprint
from assessments.exports import EXPORTS
from macros import numbers
from macros.page_kind import Context, Page, Place, Records
from macros.playbook import Playbook
from macros.views import Book

ADDRESS, LINK = "a/{id}.md", "a"


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


def tool_context(book: Book, page: Page, sections: Sequence[str]) -> Context:
    """Return a tool and where one can jump on its page."""
    record = book.tools[page.id]
    titles = book.words["tool"]
    present = [name for name in sections if name != "bands" or record.get("bands")]
    mark = fingerprint(book.playbook.tools[page.id])
    return {
        "tool": record,
        "mark": mark,
        "definition": definition_file(page.id, mark["hash"]),
        "subject_kinds": {name: tool["subject"] for name, tool in book.playbook.tools.items()},
        "exports": [export for export in EXPORTS.values() if export.button],
        "band_ranges": numbers.band_ranges(record, book.spoken.numbers, book.words),
        "jumps": [
            {"id": f"{page.id}.{name}", "title": titles[name.replace("-", "_")]} for name in present
        ],
    }


def place_among(group: str) -> Callable[[Book, Page], Place]:
    """Return what places a tool under the heading of its group."""

    def place(book: Book, page: Page) -> Place:
        words = book.words
        under = (words["doors"]["assess"]["title"], words["tools"][group])
        return Place(under=under, title=book.tools[page.id]["title"])

    return place
