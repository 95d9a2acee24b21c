"""Places on a page that stands, but they do not: each becomes a line that names its successor."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from macros.addresses import target_of
from macros.retired import retired_pages, title_of
from macros.values import Data
from macros.views import Book


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """One place that links still name."""

    anchor: str
    entry: Data
    """id, date and successor."""
    successor: str
    """The title of what took its place."""


def moved_places(book: Book, path: str) -> Sequence[Moved]:
    """Return the places that a page has lost, in the order of playbook.yml."""
    gone = {f"{folder}.md" for folder, _ in retired_pages(book.playbook)}
    return [
        Moved(anchor=anchor, entry=entry, successor=title_of(book, entry["successor"]))
        for entry in book.playbook.settings.get("retired", ())
        for target, anchor in [_place(entry)]
        if anchor and target == path and path not in gone
    ]


def _place(entry: Mapping[str, str]) -> tuple[str, str]:
    """Return the staged file of a place, and its anchor there: a question's, an input's."""
    page, _, place = entry["id"].partition("#")
    if place.startswith(("template.", "checklist.")):
        return "", ""  # A name under which answers are kept, which no link leads to.
    if page.startswith("a:") and "." in place:
        start, _, rest = place.partition(".")
        place = f"i.{rest}" if start == "input" else f"q.{place}"
    target = target_of(f"{page}#{place}" if place else page)
    return target.path, target.anchor
