"""What is no more and what took its place, as `retired` of playbook.yml says."""

from collections.abc import Iterator

from macros.playbook import Playbook
from macros.values import Data
from macros.views import Book

WITH_PAGE = ("m", "a", "c")
"""The word before the colon of a link -> the folder of its page, which is the same word."""


def retired_pages(playbook: Playbook) -> Iterator[tuple[str, Data]]:
    """Yield the folder and the entry of each page that is no more: m/old."""
    for entry in playbook.settings.get("retired", ()):
        word, _, name = entry["id"].partition(":")
        if word in WITH_PAGE and "#" not in name:
            yield f"{word}/{name}", entry


def retired_addresses(playbook: Playbook) -> frozenset[str]:
    """Return the addresses of the pages that only name a successor."""
    return frozenset(f"{folder}/" for folder, _ in retired_pages(playbook))


def title_of(book: Book, link: str) -> str:
    """Return what a link leads to, as its page calls it."""
    word, _, rest = link.partition(":")
    name = rest.partition("#")[0]
    shelves = {"m": book.modules, "a": book.tools, "c": book.courses, "source": book.sources}
    if word == "term":
        return str(book.terms[name]["term"])
    if word == "company":
        return next(str(each["name"]) for each in book.company["accounts"] if each["id"] == name)
    return str(shelves[word][name]["title"])
