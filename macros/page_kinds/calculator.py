"""The page of one calculator: its inputs, its formula and examples."""

from macros import numbers
from macros.page_kind import Context, Page, PageKind
from macros.tool_page import ADDRESS, LINK, place_among, records_of, tool_context
from macros.views import Book


def context(book: Book, page: Page) -> Context:
    """Return a calculator with the warnings it can give."""
    shared = tool_context(book, page, ("formula", "outputs", "bands", "examples", "sources"))
    tool = shared["tool"]
    return {
        **shared,
        "question_count": 0,
        "number_marks": numbers.form_marks(book.spoken, book.others),
        "cautions": [*tool.get("flags", {}).values(), *tool.get("notes", {}).values()],
    }


KIND = PageKind(
    name="calculator",
    order=70,
    records=records_of("calculator"),
    link=LINK,
    address=ADDRESS,
    template="calculator",
    context=context,
    place=place_among("calculators"),
    search="calculator",
)
