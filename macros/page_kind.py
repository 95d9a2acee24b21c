"""What one kind of page is: what it is made from, where it stands, how readers find it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from macros.playbook import Playbook
from macros.views import Book

SETTINGS = "playbook_data/playbook.yml"

Context = dict[str, Any]
"""What a template reads beside what every template reads."""

Records = Iterable[tuple[str, str]]
"""Id of each record that gets a page, and the file to edit, from the project's folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a page stands in the navigation."""

    under: tuple[str, ...] = ()
    """The headings above it, the outermost first."""
    title: str = ""
    """What its line says; empty where it is the page of the last heading itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page to make."""

    kind: "PageKind"
    path: str
    """Its staged file, from the root of a language: m/trust-stages.md."""
    source: str
    """The file to edit, from the project's folder."""
    id: str
    """Which record it shows; the name of its kind where there is one such page."""


def nothing(_book: Book, _page: Page) -> Context:
    """Return no context: the template reads only what every template reads."""
    return {}


def nowhere(_book: Book, _page: Page) -> Place | None:
    """Return no place: links lead to the page, the navigation does not."""
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageKind:
    """One row of the table of pages."""

    name: str
    order: int
    """Where its pages stand among all: kinds are shown from the lowest number to the highest."""
    records: Callable[[Playbook], Records]
    address: str
    """Its staged file, with {id} where there are several: m/{id}.md."""
    link: str = "page"
    """The word before the colon of a link to it: m, a, area; page where there is one."""
    holds: Mapping[str, str] = field(default_factory=dict)
    """The word of a link to a place on the page -> the anchor: term -> term.{id}."""
    template: str = ""
    """The file of macros/templates without .md.jinja; empty where people write the page."""
    foot: str = ""
    """The file of macros/templates/parts without .jinja that follows what people wrote."""
    context: Callable[[Book, Page], Context] = nothing
    place: Callable[[Book, Page], Place | None] = nowhere
    embeds: bool = False
    """Whether its content also stands at embed/ below it, for the frame of a course."""
    search: str = "page"
    """What search calls it: one of search.kinds of interface.yml; empty where it finds it not."""


def single(name: str, source: str = SETTINGS) -> Callable[[Playbook], Records]:
    """Return what makes one page under a name, from one file."""
    return lambda _playbook: [(name, source)]


def written(name: str, order: int, word: str, foot: str = "") -> PageKind:
    """Return the kind of a page that stands as Markdown in docs/<language>/.

    *word* is the key of the footer's words that names it. *foot* is what follows the text.
    """
    return PageKind(
        name=name,
        order=order,
        records=single(name, written_file(name)),
        address=f"{name}.md",
        foot=foot,
        place=lambda book, _page: under_reference(book, book.words["footer"][word]),
    )


def written_file(name: str) -> str:
    """Return the file of a page that people write, with {language} for the language."""
    return f"docs/{{language}}/{name}.md"


def under_reference(book: Book, title: str) -> Place:
    """Return a place among the pages that one looks things up in."""
    return Place(under=(book.words["reference"]["title"],), title=title)
