"""Every id of a playbook: what it names, and which places of a page a link can lead to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from macros.files import TOOL_KINDS, Files, stem
from macros.problems import Path
from macros.schema.fitted import Fitted

LINK_KINDS = {
    "m": "module",
    "a": "tool",
    "c": "course",
    "term": "term",
    "source": "source",
    "company": "account",
}
"""The word before the colon of a link -> the kind of thing it leads to."""

# The headings that every page of a kind has; the templates write them.
MODULE_SECTIONS = (
    "brief", "outcomes", "questions", "idea", "parts", "steps", "example", "template", "blank",
    "filled", "measures", "mistakes", "checklist", "practice", "facilitator", "neighbours",
    "provenance",
)  # fmt: skip
OPTIONAL_SECTIONS = {
    "choices": "choices",
    "tools": "assess",
    "messages": "messages",
    "law": "law",
    "judgement": "judgement",
}
"""Key of a module -> the heading that a page has only where the key holds something."""
COURSE_SECTIONS = (
    "brief", "prepare", "agenda", "check", "follow-up", "variants", "origin",
)  # fmt: skip
TOOL_SECTIONS = {
    "assessment": ("scoring", "by-hand", "bands", "sources"),
    "calculator": ("inputs", "formula", "outputs", "examples", "sources"),
}

# Kind of thing -> the file and the list that hold it.
LISTS = {
    "role": ("playbook", "roles"),
    "area": ("playbook", "areas"),
    "concern": ("playbook", "concerns"),
    "term": ("glossary", "terms"),
    "source": ("sources", "sources"),
    "element": ("elements", "elements"),
    "account": ("company", "accounts"),
    "person": ("company", "people"),
}


@dataclass(frozen=True, slots=True)
class Known:
    """One thing that has an id."""

    file: Fitted
    path: Path
    anchors: tuple[str, ...] | None = ()
    """Where on its page a link can lead; None where its file is too broken to tell."""


@dataclass(frozen=True, slots=True)
class Ids:
    """Kind -> id -> what is known of it."""

    by_kind: Mapping[str, Mapping[str, Known]] = field(default_factory=dict)
    unreadable: frozenset[str] = frozenset()
    """Kinds whose file cannot be read, so that nobody can say whether an id exists."""

    def find(self, kind: str, name: str) -> Known | None:
        """Return what is known of an id, or None."""
        return self.by_kind.get(kind, {}).get(name)

    def names(self, *kinds: str) -> tuple[str, ...]:
        """Return every id of some kinds."""
        return tuple(name for kind in kinds for name in self.by_kind.get(kind, {}))


@lru_cache(maxsize=4)
def collect_ids(files: Files) -> Ids:
    """Return every id of the playbook."""
    found: dict[str, dict[str, Known]] = {kind: dict(_listed(files, kind)) for kind in LISTS}
    modules = files.of("module")
    found["module"] = {stem(file): Known(file, ("id",), _module_anchors(file)) for file in modules}
    found["tool"] = {
        stem(file): Known(file, ("id",), _tool_anchors(file, kind))
        for kind in TOOL_KINDS
        for file in files.of(kind)
    }
    courses = files.of("course")
    found["course"] = {stem(file): Known(file, ("id",), _course_anchors(file)) for file in courses}
    return Ids(found, frozenset(kind for kind in LISTS if not _readable(files, kind)))


def _readable(files: Files, kind: str) -> bool:
    name, key = LISTS[kind]
    return any(
        isinstance(file.source.value, dict) and isinstance(file.source.value.get(key), list)
        for file in files.of(name)
    )


def _listed(files: Files, kind: str) -> Iterator[tuple[str, Known]]:
    name, key = LISTS[kind]
    for file in files.of(name):
        for path, found in file.each(key, "*", "id"):
            yield found, Known(file, path)


def _module_anchors(file: Fitted) -> tuple[str, ...] | None:
    if not isinstance(file.source.value, dict):
        return None
    value = file.source.value
    return (
        *MODULE_SECTIONS,
        *(section for key, section in OPTIONAL_SECTIONS.items() if value.get(key)),
        *_texts(file, "parts", "*", "id"),
        *(f"step.{name}" for name in _texts(file, "steps", "*", "id")),
        *_texts(file, "choices", "*", "id"),
        *(f"message.{name}" for name in _texts(file, "messages", "*", "id")),
    )


def _course_anchors(file: Fitted) -> tuple[str, ...] | None:
    if not isinstance(file.source.value, dict):
        return None
    return (
        *COURSE_SECTIONS,
        *(f"session.{name}" for name in _texts(file, "sessions", "*", "id")),
        *(f"item.{name}" for name in _texts(file, "sessions", "*", "items", "*", "id")),
        *(f"question.{name}" for name in _texts(file, "check", "questions", "*", "id")),
    )


def _tool_anchors(file: Fitted, kind: str) -> tuple[str, ...] | None:
    if not isinstance(file.source.value, dict):
        return None
    gates = ("gates",) if file.source.value.get("gates") else ()
    return (*TOOL_SECTIONS[kind], *gates, *_texts(file, "dimensions", "*", "id"))


def _texts(file: Fitted, *pattern: str) -> tuple[str, ...]:
    return tuple(value for _, value in file.each(*pattern) if isinstance(value, str))
