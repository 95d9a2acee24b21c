"""The hand-written page about what the site stores and sends, with all that it stores here."""

from collections.abc import Iterator
from dataclasses import replace

from macros.offline.parts import DOWNLOADS, SHARED
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
    return {
        "titles": {name: tool["title"] for name, tool in book.tools.items()} | lists,
        "works_offline": book.playbook.works_offline,
        "offline_parts": dict(_offline_parts(book)),
    }


def _offline_parts(book: Book) -> Iterator[tuple[str, str]]:
    """Yield what a browser can keep for times without a network, and what it is called."""
    words = book.words["offline"]
    spoken = book.playbook.language_records.values()
    yield SHARED, words["part_shared"]
    for name, word in (("{}", "part_language"), (f"{{}}-{DOWNLOADS}", "part_downloads")):
        for each in spoken:
            yield name.format(each.id), words[word].replace("{language}", each.name)


KIND = replace(
    written("privacy", order=120, word="privacy_page", foot="device-memory"), context=context
)
