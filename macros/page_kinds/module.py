"""The page of one module: a part of the method."""

from macros.exporters.worksheets import WORKSHEETS, file_name, filled_in, to_markdown
from macros.linked_data import learning_resource
from macros.page_kind import Context, Page, PageKind, Place, Records
from macros.plain_text import plain
from macros.playbook import Playbook
from macros.tool_tables import tables_of
from macros.values import Data
from macros.views import Book


def records(playbook: Playbook) -> Records:
    """Return every module with its file."""
    return [(name, module.file) for name, module in playbook.modules.items()]


def context(book: Book, page: Page) -> Context:
    """Return a module and its place in the method."""
    record = book.modules[page.id]
    area = _area(book, page)
    filled = filled_in(record["template"])
    return {
        "module": record,
        "linked": learning_resource(book, record),
        "area": area,
        "position": area["modules"].index(page.id) + 1,
        "after": book.after(page.id),
        "tables": tables_of(book, record),
        "worksheet": to_markdown(record["template"]),
        "worksheet_files": _files(book, record["template"]),
        "filled": filled,
        "filled_files": _files(book, filled),
        "course_files": [
            {"address": name, "title": f"{plain(title)} ({extension.upper()})"}
            for sheet, title in (
                (record["template"], record["template"]["title"]),
                (filled, f"{record['template']['title']} · {filled['title']}"),
            )
            for extension, name in _files(book, sheet).items()
        ],
    }


def _files(book: Book, template: Data) -> dict[str, str]:
    first = book.playbook.languages[0]
    return {
        extension: file_name(template, extension, book.language, first) for extension in WORKSHEETS
    }


def place(book: Book, page: Page) -> Place:
    """Return a line under the area that lists the module."""
    door, area = book.words["doors"]["read"]["title"], _area(book, page)["title"]
    return Place(under=(door, area), title=book.modules[page.id]["title"])


def _area(book: Book, page: Page) -> Data:
    return book.areas[book.playbook.modules[page.id].area]


KIND = PageKind(
    name="module",
    order=40,
    records=records,
    link="m",
    address="m/{id}.md",
    template="module",
    context=context,
    place=place,
    embeds=True,
    search="module",
)
