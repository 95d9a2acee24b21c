"""The hand-written page about what the site stores and sends, with all that it stores here."""

from dataclasses import replace

from macros.page_kind import Context, Page, written
from macros.views import Book


def context(book: Book, _page: Page) -> Context:
    """Return how the page calls what the device keeps: of tools, modules and courses."""
    lists = {f"{name}.checklist": module["title"] for name, module in book.modules.items()}
    lists |= {
        f"{name}.{part}": course["title"]
        for name, course in book.courses.items()
        for part in ("course", "course-before", "course-preparation")
    }
    return {"titles": {name: tool["title"] for name, tool in book.tools.items()} | lists}


KIND = replace(
    written("privacy", order=120, word="privacy_page", foot="device-memory"), context=context
)
