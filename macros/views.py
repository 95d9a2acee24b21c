"""The playbook in one language: the same records with one text in place of two."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from macros.languages import Language
from macros.plain_text import plain
from macros.playbook import Playbook
from macros.values import Data, in_language

Seen = dict[int, tuple[Data, Data]]
"""Identity of a record -> the record, and the same in one language."""

MANY = 100
"""Of more modules, no page shows all."""
OF_MANY = 8
"""So many of each area are shown then."""


@dataclass(frozen=True)
class Book:
    """What templates read: every record of the playbook in one language."""

    playbook: Playbook
    language: str
    seen: Seen = field(default_factory=dict, repr=False, compare=False)
    """What the records of an earlier edition became: most stay as they are when one is saved."""

    def __post_init__(self) -> None:
        if not self.seen:
            shared = self.playbook.views.setdefault(self.language, self.seen)
            object.__setattr__(self, "seen", shared)

    @property
    def spoken(self) -> Language:
        """Return how the language of this book is written."""
        return self.playbook.language_records[self.language]

    @property
    def others(self) -> Sequence[Language]:
        """Return the other languages of the playbook."""
        return [
            each for code, each in self.playbook.language_records.items() if code != self.language
        ]

    @cached_property
    def site(self) -> Data:
        """Return the settings: title, roles, company."""
        return self._record(self.playbook.settings)

    @cached_property
    def words(self) -> Data:
        """Return the site's own words."""
        return self._record(self.playbook.interface)

    @cached_property
    def modules(self) -> Mapping[str, Data]:
        """Return every module by its id."""
        return {name: self._record(each.data) for name, each in self.playbook.modules.items()}

    @cached_property
    def tools(self) -> Mapping[str, Data]:
        """Return every assessment and calculator by its id."""
        return {name: self._record(tool) for name, tool in self.playbook.tools.items()}

    @cached_property
    def courses(self) -> Mapping[str, Data]:
        """Return every course by its id."""
        return {name: self._record(course) for name, course in self.playbook.courses.items()}

    @cached_property
    def terms(self) -> Mapping[str, Data]:
        """Return the glossary by id."""
        return {name: self._record(term) for name, term in self.playbook.terms.items()}

    @cached_property
    def sources(self) -> Mapping[str, Data]:
        """Return the sources by id."""
        return {name: self._record(source) for name, source in self.playbook.sources.items()}

    @cached_property
    def company(self) -> Data:
        """Return the company of the examples: people, accounts with figures, timeline."""
        return self._record(self.playbook.company)

    @cached_property
    def changes(self) -> Sequence[Data]:
        """Return the entries of changes.yml, the latest first."""
        return [self._record(each) for each in self.playbook.changes]

    @cached_property
    def areas(self) -> Mapping[str, Data]:
        """Return the areas by id, in the order of the playbook."""
        return {area["id"]: self._record(area) for area in self.playbook.areas}

    @cached_property
    def roles(self) -> Mapping[str, Data]:
        """Return the roles by id."""
        return {role["id"]: role for role in self.site["roles"]}

    @cached_property
    def definitions(self) -> Mapping[str, str]:
        """Return the definition of every term as plain text."""
        return {name: plain(term["definition"]) for name, term in self.terms.items()}

    @property
    def made(self) -> dict[str, Any]:
        """Return what was made in this language and is asked for again, by what names it."""
        return self.playbook.made.setdefault(self.language, {})

    @cached_property
    def way(self) -> Sequence[Data]:
        """Return the areas in the order of the work, without their base."""
        return [area for area in self.areas.values() if area is not self.base]

    @property
    def base(self) -> Data:
        """Return the area that the others stand on: the first one of the playbook."""
        return next(iter(self.areas.values()))

    def shown(self, area: Data) -> Sequence[str]:
        """Return the modules of an area that pages of all areas show; that of the area shows all.

        They are all of them, unless there are so many that nobody could read such a page.
        """
        every: Sequence[str] = area["modules"]
        return every if len(self.modules) <= MANY else every[:OF_MANY]

    @property
    def shown_modules(self) -> Sequence[Data]:
        """Return the modules that pages of all areas show, area after area."""
        return [self.modules[name] for area in self.areas.values() for name in self.shown(area)]

    def after(self, module: str) -> Sequence[Data]:
        """Return the modules that build on one."""
        return [other for other in self.modules.values() if module in other["before"]]

    def tools_of(self, module: str) -> Sequence[str]:
        """Return the ids of the tools that belong to a module."""
        return [name for name, tool in self.tools.items() if tool["module"] == module]

    def _record(self, record: Data) -> Data:
        known = self.seen.get(id(record))
        if known is None:
            # The record is held with its view, so that no other one can ever have its id.
            known = self.seen[id(record)] = (record, self._view(record))
        return known[1]

    def _view(self, record: Data) -> Data:
        view = in_language(record, self.language, self.playbook.languages)
        if not isinstance(view, Mapping):
            raise TypeError("a record became a text")
        return view
