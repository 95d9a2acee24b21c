"""Tell definitions apart: a hash of the whole, of what reads answers, and of what scores them."""

from collections.abc import Mapping
from hashlib import sha256

from assessments.border.reading import write_json
from assessments.border.record import records

WORDS_ONLY = frozenset(
    (
        "title",
        "label",
        "help",
        "evidence",
        "text",
        "unit",
        "anchors",
        "action",
        "module",
        "meaning",
    )
)
"""Keys below which nothing changes a score."""

SCORING_KEYS = ("model", "parameters", "dimensions", "gates", "bands", "inputs")
"""Parts of a definition that hold what a score is made of."""


def fingerprint(definition: Mapping[str, object]) -> dict[str, str]:
    """Return id and version of a definition, and three hashes of it.

    structure changes when old answers may no longer fit; scoring when they may give another score.
    """
    return {
        "id": str(definition.get("id", "")),
        "version": str(definition.get("version", "")),
        "hash": _hash(definition),
        "structure": _hash(structure(definition)),
        "scoring": _hash(scoring_rules(definition)),
    }


def structure(definition: Mapping[str, object]) -> object:
    """Return what decides whether an input fits: ids of questions, flags and inputs."""
    questions = [
        question.get("id")
        for dimension in records(definition.get("dimensions"))
        for question in records(dimension.get("questions"))
    ]
    return {
        "kind": definition.get("kind"),
        "questions": sorted(str(question) for question in questions),
        "flags": sorted(str(flag.get("id")) for flag in records(_flags(definition))),
        "inputs": _input_shapes(definition.get("inputs")),
    }


def scoring_rules(definition: Mapping[str, object]) -> object:
    """Return what decides the score of an input: the definition without its words."""
    return {key: _without_words(definition[key]) for key in SCORING_KEYS if key in definition}


def _flags(definition: Mapping[str, object]) -> object:
    flags = definition.get("flags")
    return [] if isinstance(flags, Mapping) else flags


def _input_shapes(inputs: object) -> list[object]:
    return [
        {
            "id": each.get("id"),
            "type": each.get("type"),
            "required": each.get("required"),
            "options": [option.get("id") for option in records(each.get("options"))],
            "item": _without_words(each.get("item")),
            "fields": _input_shapes(each.get("fields")),
        }
        for each in records(inputs)
    ]


def _without_words(value: object) -> object:
    if isinstance(value, Mapping):
        return {k: _without_words(v) for k, v in value.items() if k not in WORDS_ONLY}
    if isinstance(value, (list, tuple)):
        return [_without_words(item) for item in value]
    return value


def _hash(value: object) -> str:
    return sha256(write_json(value).encode()).hexdigest()[:16]
