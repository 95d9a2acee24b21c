"""The page of the sources: what each is, where it is used, where they contradict each other."""

from collections.abc import Mapping, Sequence

from macros.page_kind import Context, Page, PageKind, Place, single, under_reference
from macros.values import Data
from macros.views import Book


def context(book: Book, _page: Page) -> Context:
    """Return where each source is used, and every contradiction with the choice made."""
    choices = [
        {"module": record, **choice}
        for record in book.modules.values()
        for choice in record.get("choices", ())
    ]
    return {"used": _used(book), "choices": sorted(choices, key=lambda choice: choice["id"])}


def _used(book: Book) -> Mapping[str, Sequence[Data]]:
    used: dict[str, list[Data]] = {name: [] for name in book.sources}
    for record in book.modules.values():
        cited = {citation.split()[0] for part in record["parts"] for citation in part["sources"]}
        for name in cited & used.keys():
            used[name].append(record)
    return used


def place(book: Book, _page: Page) -> Place:
    """Return a line of the reference."""
    return under_reference(book, book.words["sources"]["title"])


KIND = PageKind(
    name="sources",
    order=100,
    records=single("sources", "playbook_data/sources.yml"),
    address="sources.md",
    holds={"source": "source.{id}"},
    template="sources",
    context=context,
    place=place,
)
