"""The page that lists every assessment and calculator."""

from macros.page_kind import Context, Page, PageKind, Place, single
from macros.views import Book


def context(book: Book, _page: Page) -> Context:
    """Return the tools by the question that each helps with; the others by their kind."""
    listed = book.site["tools"]
    tools = [*listed["assessments"], *listed["calculators"]]
    groups = [
        {**each, "tools": [name for name in tools if book.tools[name].get("concern") == each["id"]]}
        for each in book.site.get("concerns", ())
    ]
    placed = {name for group in groups for name in group["tools"]}
    others = [
        {
            "id": kind,
            "title": book.words["tools"][kind],
            "tools": [name for name in listed[kind] if name not in placed],
        }
        for kind in ("assessments", "calculators")
    ]
    return {"groups": [group for group in (*groups, *others) if group["tools"]]}


def place(book: Book, _page: Page) -> Place:
    """Return the door to the tools; this is its page."""
    return Place(under=(book.words["doors"]["assess"]["title"],))


KIND = PageKind(
    name="tools",
    order=50,
    records=single("tools"),
    address="a/index.md",
    template="tools",
    context=context,
    place=place,
)
