"""What changed for readers and courses, from all that tells of it: changes.yml, histories, retired.

Each thing stands once: what a version of a tool changed, in its file; what went away, in
playbook.yml; anything else, and the day on which a version came, in changes.yml.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from macros import numbers
from macros.retired import retired_pages, title_of
from macros.values import Data
from macros.views import Book

FEED = "feed.xml"
"""The file of the feed, beside the page of what changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that changed, in one language."""

    id: str
    """Never changes: feed readers and links hold it."""
    date: str
    kind: str
    """One of changes.kinds of interface.yml."""
    texts: tuple[str, ...]
    concerns: tuple[str, ...]
    """Links to the pages that it changed: m:trust-stages; of those that are there today."""

    @property
    def title(self) -> str:
        """Return what changed in one line."""
        return self.texts[0]


def changes_of(book: Book) -> Sequence[Change]:
    """Return every change, the latest first; those of one day in the order of changes.yml."""
    gone = {entry["id"] for _, entry in retired_pages(book.playbook)}
    found = [*(_authored(book, each, gone) for each in book.changes), *_retired(book)]
    return sorted(found, key=lambda change: change.date, reverse=True)


def last_changes(book: Book) -> Mapping[str, Change]:
    """Return the last change of each page that one concerns, by its link."""
    oldest_first = reversed(changes_of(book))
    return {link: change for change in oldest_first for link in change.concerns}


def _authored(book: Book, entry: Data, gone: set[str]) -> Change:
    versions = entry.get("versions", {})
    told = [_history(book, tool, version) for tool, version in versions.items()]
    named = [*entry.get("concerns", ()), *(f"a:{tool}" for tool in versions)]
    return Change(
        id=entry["id"],
        date=entry["date"],
        kind=entry["kind"],
        texts=tuple(dict.fromkeys([*([entry["text"]] if "text" in entry else []), *told])),
        concerns=tuple(link for link in dict.fromkeys(named) if link not in gone),
    )


def _history(book: Book, tool: str, version: str) -> str:
    history = book.tools[tool]["history"]
    return next(str(each["text"]) for each in history if each["version"] == version)


def _retired(book: Book) -> Iterator[Change]:
    for folder, entry in retired_pages(book.playbook):
        text = numbers.filled(
            book.words["changes"]["retired"],
            book.spoken.numbers,
            address=f"/{folder}/",
            successor=title_of(book, entry["successor"]),
        )
        page = entry["successor"].partition("#")[0]
        yield Change(
            id="retired." + folder.replace("/", "."),
            date=entry["date"],
            kind="retired",
            texts=(text,),
            concerns=(page,) if page.startswith(("m:", "a:", "c:")) else (),
        )
