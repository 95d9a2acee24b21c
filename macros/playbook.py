"""The method in memory: what playbook_data says, read, checked and joined.

Records stay plain: a module's data is the mapping of its YAML file, with text in every language as
{"en": …, "zh": …}. All of it has been checked, so whoever reads it need not ask again.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from macros.languages import Language
from macros.problems import Path
from macros.source.file import YamlFile
from macros.values import Data


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """One part of the method: one file, one page in each language."""

    id: str
    area: str
    """The id of the area that lists it."""
    data: Data
    """The record of its file: data["parts"][0]["title"]["zh"]."""
    source: YamlFile

    @property
    def file(self) -> str:
        """Return the file, from the project's folder: playbook_data/modules/deepen/x.yml."""
        return self.source.file

    def line_of(self, path: Path) -> int:
        """Return the line of a value: line_of(("parts", 0, "title"))."""
        return self.source.place(path).line


@dataclass(frozen=True, slots=True, kw_only=True)
class Playbook:
    """The whole method. Every mapping is in the order in which readers meet it."""

    settings: Data
    """The record of playbook.yml: title, version, roles, site_url, company and the rest."""
    languages: tuple[str, ...]
    """Their codes, the first language first."""
    language_records: Mapping[str, Language]
    areas: tuple[Data, ...]
    """id, title, purpose, modules (ids in order)."""
    modules: Mapping[str, Module]
    tools: Mapping[str, Data]
    """Tool id -> its compiled definition: the record of its file, nothing added."""
    tool_files: Mapping[str, YamlFile]
    """Tool id -> the file it was read from."""
    courses: Mapping[str, Data]
    terms: Mapping[str, Data]
    sources: Mapping[str, Data]
    elements: Mapping[str, Data]
    company: Data
    """The company of the examples: people, accounts with figures, timeline."""
    changes: tuple[Data, ...]
    """What changed for readers and courses, the latest first."""
    interface: Data
    """The site's own words: nested keys that end in {"en": …, "zh": …}."""
    search: Data
    """What search passes over, and groups of words that it takes for each other."""
    portfolio: Data = field(default_factory=dict)
    """Headers of lists of accounts, and values that are cut into answers; empty where there are
    none."""

    views: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)
    """Language -> what records became in it: every book of the playbook looks at a record once."""
    made: dict[str, dict[str, Any]] = field(default_factory=dict, repr=False, compare=False)
    """Language -> what was made of the whole and is asked for again, by what names it."""

    @property
    def works_offline(self) -> bool:
        """Return whether browsers may keep the site, so that it works without a network."""
        return bool(self.settings.get("offline", True))
