"""The page that lists every assessment and calculator."""

from macros.page_kind import Context, Page, PageKind, Place, single
from macros.views import Book


def context(book: Book, _page: Page) -> Context:
    """Return the tools by the question that they answer; by their kind where nobody grouped them."""
    listed = book.site["tools"]
    kinds = [
        {"id": kind, "title": book.words["tools"][kind], "tools": listed[kind]}
        for kind in ("assessments", "calculators")
    ]
    return {"groups": listed.get("questions") or kinds}


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
