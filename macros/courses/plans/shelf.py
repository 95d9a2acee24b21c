"""What a plan can be made of: modules, tools and words of a playbook, as the build wrote them.

The build writes it as JSON for the page; the command reads the same text, so both see the same.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from assessments.border.reading import read_json
from macros.courses.packages.contents import Entry
from macros.courses.spoken import Spoken


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelved:
    """A module or a tool that can stand in a plan."""

    id: str
    kind: str
    """module, assessment or calculator."""
    minutes: int
    """Of its session plan, or to answer it."""
    before: Sequence[str]
    """Modules that it builds on."""
    path: str
    """Of its page, from the root of a language."""
    titles: Mapping[str, str]
    purposes: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Everything that a plan is looked at with."""

    id: str
    """Of the playbook."""
    spoken: Mapping[str, Spoken]
    """Language -> its words; the first language stands first."""
    pages: Mapping[str, Shelved]
    """Link of a page -> the page: m:trust-stages."""
    retired: Mapping[str, str]
    """Link of a page that was given up -> that of its successor."""
    launcher: bytes | None
    """The script of packages that speak with a learning system; None while it is not built."""

    @property
    def first(self) -> str:
        """Return the language that is not in a folder of its own."""
        return next(iter(self.spoken))

    def language(self, wanted: str) -> str:
        """Return a language if the playbook has it, else the first."""
        return wanted if wanted in self.spoken else self.first

    def title(self, link: str, language: str) -> str:
        """Return what a page is called; its link where there is no such page."""
        page = self.pages.get(link)
        return page.titles[self.language(language)] if page else link

    def entry(self, link: str, language: str, root: str) -> Entry:
        """Return a page as packages have it; *root*: the address of the site."""
        page, language = self.pages[link], self.language(language)
        folder = "" if language == self.first else f"{language}/"
        return Entry(
            id=page.id,
            kind=page.kind,
            title=page.titles[language],
            address=f"{root.rstrip('/')}/{folder}{page.path}",
            purpose=page.purposes[language],
            minutes=page.minutes,
        )


@lru_cache(maxsize=2)
def read_shelf(text: str) -> Shelf:
    """Read what the build wrote; a page asks for the same one again and again."""
    data: Any = read_json(text)
    script = data["launcher"]
    return Shelf(
        id=data["id"],
        spoken={name: Spoken(**data["languages"][name]) for name in data["order"]},
        pages={link: Shelved(**_page(record)) for link, record in data["pages"].items()},
        retired=data["retired"],
        launcher=None if script is None else script.encode(),
    )


def _page(record: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what a plan is looked at with; the page shows more of it."""
    return {name: record[name] for name in Shelved.__dataclass_fields__}
