"""The page that stands where there is no network and a page is not kept."""

from macros.page_kind import SETTINGS, Context, Page, PageKind, Records
from macros.playbook import Playbook
from macros.views import Book


def records(playbook: Playbook) -> Records:
    """Return one page, where browsers may keep the site at all."""
    return [("offline", SETTINGS)] if playbook.works_offline else []


def context(book: Book, _page: Page) -> Context:
    """Return the languages and the folders in which their pages stand."""
    first = book.playbook.languages[0]
    return {
        "homes": [
            (spoken, "" if spoken.id == first else f"{spoken.id}/")
            for spoken in book.playbook.language_records.values()
        ]
    }


KIND = PageKind(
    name="offline",
    order=145,
    records=records,
    address="offline.md",
    template="offline",
    context=context,
    search="",
)
