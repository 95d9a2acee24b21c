"""The page of the sources: what each is, where it is used, where they contradict each other."""

from collections.abc import Mapping, Sequence

from macros.page_kind import Context, Page, PageKind, Place, single, under_reference
from macros.plain_text import LINK
from macros.values import Data, texts_in
from macros.views import Book

SOURCE = "source:"
"""How the target of a link to a source begins."""


def context(book: Book, _page: Page) -> Context:
    """Return where each source is used, and each contradiction with the choice made.

    A page that shows only some modules tells the contradictions of these, and names the others.
    """
    shown = book.shown_modules
    names = frozenset(record["id"] for record in shown)
    choices = [
        {"module": record, **choice} for record in shown for choice in record.get("choices", ())
    ]
    return {
        "used": _used(book),
        "shown": names,
        "choices": sorted(choices, key=lambda choice: choice["id"]),
        "others": [
            record
            for name, record in book.modules.items()
            if name not in names and record.get("choices")
        ],
    }


def _used(book: Book) -> Mapping[str, Sequence[Data]]:
    """Return the modules that cite each source, above a part or by a link in a text."""
    used: dict[str, list[Data]] = {name: [] for name in book.sources}
    for record in book.modules.values():
        for name in (_cited_above(record) | _linked(record)) & used.keys():
            used[name].append(record)
    return used


def _cited_above(record: Data) -> set[str]:
    return {citation.split()[0] for part in record["parts"] for citation in part["sources"]}


def _linked(record: Data) -> set[str]:
    targets = (target for _, text in texts_in(record) for _, target in LINK.findall(text))
    return {target.removeprefix(SOURCE) for target in targets if target.startswith(SOURCE)}


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
