"""What the templates of docs/overrides/ are told of a language, as plain data for any builder."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from macros.addresses import address_of
from macros.changes import FEED
from macros.exporters.oembed import FILE as OEMBED
from macros.languages import Language
from macros.pages import Navigation, navigation
from macros.staging import Staged
from macros.views import Book

TOLD = ("id", "name", "tag", "locale", "direction", "gap")
"""What templates ask of a language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stands around the pages of one language."""

    title: str
    """The name of the site."""
    order: Navigation
    """The pages in the order in which a reader finds them."""
    spoken: Language
    extra: Mapping[str, Any]
    """What stands under `config.extra`."""


def frames(staged: Staged, root: str) -> Mapping[str, Frame]:
    """Return what stands around the pages of every language, the first language first.

    *root* is the address of the first language's home page.
    """
    return {code: frame(staged, code, root) for code in staged.playbook.languages}


def frame(staged: Staged, language: str, root: str) -> Frame:
    """Return what stands around the pages of one language."""
    book = Book(staged.playbook, language)
    return Frame(
        title=str(book.site["title"]),
        order=navigation(book),
        spoken=book.spoken,
        extra=_extra(staged, book, root),
    )


def folder_of(staged: Staged, language: str) -> str:
    """Return the folder in which the pages of a language stand: empty for the first."""
    return "" if language == staged.playbook.languages[0] else f"{language}/"


def shared(staged: Staged, language: str) -> str:
    """Return the way from the pages of a language to what every language shares."""
    return "../" if folder_of(staged, language) else ""


def _extra(staged: Staged, book: Book, root: str) -> dict[str, Any]:
    language = book.language
    up = shared(staged, language)
    own = root + folder_of(staged, language)
    return {
        "language": _spoken(book.spoken),
        "languages": [_switched(staged, each) for each in _records(staged).values()],
        "up": up,
        "root": root,
        "words": book.words,
        "feed": f"changes/{FEED}",
        "oembed": OEMBED,
        "previews": {
            own + address_of(path): file for path, file in staged.previews[language].items()
        },
        "missing": _missing(staged, language),
        "touch_icon": staged.touch_icon and up + staged.touch_icon,
        "tagline": book.site["tagline"],
        "search": staged.search.get(language),
        "styles": {name: up + file for name, file in staged.styles.items()},
        "scripts": {part: up + file for part, file in staged.scripts.items()},
    }


def _records(staged: Staged) -> Mapping[str, Language]:
    return staged.playbook.language_records


def _spoken(language: Language) -> dict[str, str]:
    return {name: getattr(language, name) for name in TOLD}


def _switched(staged: Staged, language: Language) -> dict[str, Any]:
    """Return a language and the folder in which its pages stand."""
    return {"spoken": _spoken(language), "folder": folder_of(staged, language.id)}


def _missing(staged: Staged, language: str) -> list[dict[str, Any]]:
    """Return what a page that does not exist says in every language, the page's own first.

    Many hosts have one such page for all addresses.
    """
    records = _records(staged)
    ordered = [records[language], *(each for each in records.values() if each.id != language)]
    return [
        _switched(staged, each) | {"words": Book(staged.playbook, each.id).words}
        for each in ordered
    ]
