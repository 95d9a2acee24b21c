"""The home page: three doors, the map of the method, where to start."""

from macros.page_kind import Context, Page, PageKind, Place, single
from macros.views import Book


def context(book: Book, _page: Page) -> Context:
    """Return the counts on the doors, and the areas with the questions of their modules."""
    groups = book.site["tools"]
    return {
        "areas_in_order": [*book.way, book.base],
        "counts": {
            "modules": len(book.modules),
            "assessments": len(groups["assessments"]),
            "calculators": len(groups["calculators"]),
            "minutes": sum(each["facilitator"]["minutes"] for each in book.modules.values()),
        },
    }


def place(book: Book, _page: Page) -> Place:
    """Return the first line, with the name of the playbook."""
    return Place(title=book.site["title"])


KIND = PageKind(
    name="home",
    order=10,
    records=single("home"),
    address="index.md",
    template="home",
    context=context,
    place=place,
)
