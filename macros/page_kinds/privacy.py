"""The hand-written page about what the site stores and sends, with all that it stores here."""

from dataclasses import replace

from macros.page_kind import Context, Page, written
from macros.views import Book


def context(book: Book, _page: Page) -> Context:
    """Return how the page calls what the device keeps: tools, and modules for their checklists."""
    lists = {f"{name}.checklist": module["title"] for name, module in book.modules.items()}
    return {"titles": {name: tool["title"] for name, tool in book.tools.items()} | lists}


KIND = replace(
    written("privacy", order=120, word="privacy_page", foot="device-memory"), context=context
)
