"""The JSON Schema of modules.json, which stands beside it."""

from collections.abc import Mapping, Sequence
from typing import Any

from macros.exporters.catalogue import FORM

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
ADDRESS = "Relative to the address of this file."


def catalogue_schema(languages: Sequence[str]) -> Schema:
    """Return what modules.json holds in each of these languages."""
    lists = {
        "modules": _entry(languages, "m", {**MODULE, **_outcomes(languages)}),
        "tools": _entry(languages, "a", TOOL),
        "courses": _entry(languages, "c", {**COURSE, **_outcomes(languages)}),
    }
    top = {
        "$schema": TEXT,
        "form": {"const": FORM, "description": "The version of this form."},
        "id": TEXT,
        "version": TEXT,
        "languages": {"const": list(languages)},
        **{name: {"type": "array", "items": entry} for name, entry in lists.items()},
    }
    title = "Every module, tool and course of the playbook"
    return {"$schema": DIALECT, "title": title, **_record(top)}


def _record(keys: Mapping[str, Schema]) -> Schema:
    return {
        "type": "object",
        "properties": dict(keys),
        "required": list(keys),
        "additionalProperties": False,
    }


def _in_each(languages: Sequence[str], shape: Schema) -> Schema:
    return _record(dict.fromkeys(languages, shape))


def _outcomes(languages: Sequence[str]) -> Mapping[str, Schema]:
    return {"outcomes": {"type": "array", "items": _in_each(languages, TEXT)}}


def _entry(languages: Sequence[str], word: str, own: Mapping[str, Schema]) -> Schema:
    addresses = {"type": "string", "format": "uri-reference", "description": ADDRESS}
    return _record(
        {
            "id": _link(word),
            "version": TEXT,
            "content": {**TEXT, "description": "Differs when anything on the page does."},
            "titles": _in_each(languages, TEXT),
            "descriptions": _in_each(languages, TEXT),
            "urls": _in_each(languages, addresses),
            "embeds": _in_each(languages, addresses),
            "licence": {**TEXT, "description": "As SPDX names it."},
            "aliases": _links(word, "Ids of pages that this one took the place of."),
            "downloads": {"type": "array", "items": DOWNLOAD},
            **own,
        }
    )


def _link(word: str) -> Schema:
    return {"type": "string", "pattern": f"^{word}:[a-z0-9-]+$"}


def _links(word: str, description: str) -> Schema:
    return {"type": "array", "items": _link(word), "description": description}


TEXT: Schema = {"type": "string", "minLength": 1}
COUNT: Schema = {"type": "integer", "minimum": 1}
DAY: Schema = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
DOWNLOAD = _record(
    {
        "url": {"type": "string", "format": "uri-reference", "description": ADDRESS},
        "language": TEXT,
        "type": TEXT,
        "bytes": COUNT,
        "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
    }
)
LEVEL: Schema = {"enum": ["foundation", "practitioner", "advanced"]}
MODULE: Mapping[str, Schema] = {
    "modified": {**DAY, "description": "The day of the last review."},
    "minutes": _record({"reading": COUNT, "session": COUNT}),
    "level": LEVEL,
    "prerequisites": _links("m", "Modules to read before."),
    "tools": _links("a", "Tools that belong to it."),
}
TOOL: Mapping[str, Schema] = {
    "kind": {"enum": ["assessment", "calculator"]},
    "minutes": _record({"doing": COUNT}),
    "module": _link("m"),
}
COURSE: Mapping[str, Schema] = {
    "modified": {**DAY, "description": "The day of the last review."},
    "minutes": _record({"work": COUNT, "breaks": {"type": "integer", "minimum": 0}}),
    "group": _record({"from": COUNT, "to": COUNT}),
    "level": LEVEL,
    "prerequisites": _links("m", "Modules to read before."),
    "uses": _links("[am]", "Modules and tools in the order of its agenda."),
}
