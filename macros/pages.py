"""Which pages the site has, the same in every language, and how they are ordered to be found."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from macros.addresses import PAGES, target_of
from macros.playbook import Playbook
from macros.values import Data
from macros.views import Book

HAND_WRITTEN = ("about", "privacy", "provenance")
"""Pages that stand as Markdown in docs/<language>/."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page to make."""

    path: str
    """Its staged file, from the root of a language: m/trust-stages.md."""
    template: str
    """The file of macros/templates without .md.jinja; "written" for a hand-written page."""
    source: str
    """The file to edit, from the project's folder."""
    id: str = ""
    """Which record it shows, where it shows one."""


def list_pages(playbook: Playbook, language: str) -> tuple[Page, ...]:
    """Return every page; paths are the same in every language."""
    return (*_general_pages(language), *_area_pages(playbook), *_record_pages(playbook))


def _general_pages(language: str) -> Iterator[Page]:
    settings = "playbook_data/playbook.yml"
    sources = {"glossary": "playbook_data/glossary.yml", "sources": "playbook_data/sources.yml"}
    for name, path in PAGES.items():
        if name in HAND_WRITTEN:
            yield Page(path=path, template="written", source=f"docs/{language}/{path}", id=name)
        else:
            yield Page(path=path, template=name, source=sources.get(name, settings), id=name)


def _area_pages(playbook: Playbook) -> Iterator[Page]:
    for area in playbook.areas:
        path = target_of(f"area:{area['id']}").path
        yield Page(path=path, template="area", source="playbook_data/playbook.yml", id=area["id"])


def _record_pages(playbook: Playbook) -> Iterator[Page]:
    for name, module in playbook.modules.items():
        yield Page(path=target_of(f"m:{name}").path, template="module", source=module.file, id=name)
    for name, file in playbook.tool_files.items():
        kind = str(playbook.tools[name]["kind"])
        yield Page(path=target_of(f"a:{name}").path, template=kind, source=file.file, id=name)


# A list of {title: page or list}, as MkDocs reads it.
Navigation = list[dict[str, Any]]


def navigation(book: Book) -> Navigation:
    """Return the order in which a reader of one language finds the pages."""
    words = book.words
    areas = [_area(book, area["id"]) for area in (*book.way, book.base)]
    return [
        {book.site["title"]: PAGES["home"]},
        {words["doors"]["read"]["title"]: [PAGES["method"], *areas]},
        {words["doors"]["assess"]["title"]: [PAGES["tools"], *_tools(book)]},
        {words["doors"]["teach"]["title"]: PAGES["teach"]},
        {words["reference"]["title"]: _reference(words)},
    ]


def _area(book: Book, name: str) -> dict[str, Any]:
    area = book.areas[name]
    modules = [_titled(book.modules[each]["title"], f"m:{each}") for each in area["modules"]]
    return {area["title"]: [target_of(f"area:{name}").path, *modules]}


def _tools(book: Book) -> Navigation:
    groups = book.site["tools"]
    return [
        {book.words["tools"][group]: _tool_list(book, groups[group])}
        for group in ("assessments", "calculators")
        if groups[group]
    ]


def _tool_list(book: Book, names: Sequence[str]) -> Navigation:
    return [_titled(book.tools[name]["title"], f"a:{name}") for name in names]


def _reference(words: Data) -> Navigation:
    titles = {
        "glossary": words["glossary"]["title"],
        "sources": words["sources"]["title"],
        "provenance": words["footer"]["provenance"],
        "privacy": words["footer"]["privacy_page"],
        "about": words["footer"]["about"],
    }
    return [{title: PAGES[name]} for name, title in titles.items()]


def _titled(title: str, link: str) -> dict[str, Any]:
    return {title: target_of(link).path}
