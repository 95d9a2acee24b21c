"""The page of one calculator: its inputs, its formula and examples."""

from macros import numbers
from macros.input_rules import input_rules
from macros.page_kind import Context, Page, PageKind
from macros.tool_page import ADDRESS, LINK, place_among, received, records_of, tool_context
from macros.views import Book


def context(book: Book, page: Page) -> Context:
    """Return a calculator with the warnings it can give."""
    shared = tool_context(book, page, ("formula", "outputs", "bands", "examples", "sources"))
    tool = shared["tool"]
    return {
        **shared,
        "question_count": 0,
        **input_rules(tool),
        **_received(book, page.id),
        "number_marks": numbers.form_marks(book.spoken, book.others),
        "cautions": [*tool.get("flags", {}).values(), *tool.get("notes", {}).values()],
    }


def _received(book: Book, tool: str) -> Context:
    """Return what the page offers to take from other tools, and what its script has to know."""
    entries = received(book, tool)
    told = ("id", "every_subject", "asks", "sources")
    return {
        "received": entries,
        "offers": [{key: entry[key] for key in told if key in entry} for entry in entries],
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
    embeds=True,
    search="calculator",
)
