"""The page of one area of the method: its modules, and the tools that belong to them."""

from macros.page_kind import SETTINGS, Context, Page, PageKind, Place, Records
from macros.playbook import Playbook
from macros.views import Book


def records(playbook: Playbook) -> Records:
    """Return the areas in the order of the work, their base last."""
    base, *way = (area["id"] for area in playbook.areas)
    return [(name, SETTINGS) for name in (*way, base)]


def context(book: Book, page: Page) -> Context:
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


def place(book: Book, page: Page) -> Place:
    """Return a heading below the door to reading; this is its page."""
    return Place(under=(book.words["doors"]["read"]["title"], book.areas[page.id]["title"]))


KIND = PageKind(
    name="area",
    order=30,
    records=records,
    link="area",
    address="method/{id}/index.md",
    template="area",
    context=context,
    place=place,
    search="area",
)
