"""The page of a module, a tool or a course that is no more: it stays, and names its successor."""

from macros.page_kind import SETTINGS, Context, Page, PageKind, Records
from macros.playbook import Playbook
from macros.retired import retired_pages, title_of
from macros.views import Book


def records(playbook: Playbook) -> Records:
    """Return the folder of each page, and the file that retires it."""
    return [(folder, SETTINGS) for folder, _ in retired_pages(playbook)]


def context(book: Book, page: Page) -> Context:
    """Return what was retired, and what the successor is called."""
    entry = dict(retired_pages(book.playbook))[page.id]
    return {"entry": entry, "successor": title_of(book, entry["successor"])}


KIND = PageKind(
    name="retired",
    order=150,
    records=records,
    address="{id}.md",
    template="retired",
    context=context,
    embeds=True,
    search="",
)
