"""Compare two versions of a definition: what changed, and what that does to old answers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assessments.border.fingerprint import SCORING_KEYS, WORDS_ONLY, fingerprint

SAME, TEXT, SCORING, STRUCTURAL = "same", "text", "scoring", "structural"

GRAVITY = (SAME, TEXT, SCORING, STRUCTURAL)
"""From no difference to the gravest."""

SHAPES = ("questions", "flags", "inputs", "options", "fields", "item")
"""Lists whose ids and types decide whether an old input fits."""
SHAPE_KEYS = ("id", "type", "required", "item")

Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One value of a definition."""

    path: str
    """dimensions[access].questions[access.1].text.en"""
    keys: Keys
    """The same without ids: dimensions, questions, text, en."""
    value: object


def compare(old: Mapping[str, object], new: Mapping[str, object]) -> dict[str, object]:
    """Return how far two definitions differ, and each value that was added, removed or changed.

    text: old answers give the same scores. scoring: they fit, but may score otherwise. structural:
    questions, flags or inputs differ, so that they may no longer fit.
    """
    gravest = _class_of(old, new)
    before = {leaf.path: leaf for leaf in _leaves("", (), old)}
    after = {leaf.path: leaf for leaf in _leaves("", (), new)}
    changes = []
    for path in dict.fromkeys([*before, *after]):
        leaves = before.get(path), after.get(path)
        if leaves[0] is None or leaves[1] is None or leaves[0].value != leaves[1].value:
            changes.append(_change(path, leaves[0], leaves[1], gravest))
    return {"class": gravest, "changes": changes}


def _class_of(old: Mapping[str, object], new: Mapping[str, object]) -> str:
    before, after = fingerprint(old), fingerprint(new)
    if before["structure"] != after["structure"]:
        return STRUCTURAL
    if before["scoring"] != after["scoring"]:
        return SCORING
    return SAME if before["hash"] == after["hash"] else TEXT


def _leaves(path: str, keys: Keys, value: object) -> Iterator[Leaf]:
    """Yield each value below one; records in a list go by their ids, so that moves are seen."""
    if isinstance(value, Mapping):
        for key, each in value.items():
            yield from _leaves(f"{path}.{key}" if path else str(key), (*keys, str(key)), each)
    elif isinstance(value, (list, tuple)):
        names = [_name(place, each) for place, each in enumerate(value)]
        yield Leaf(path=f"{path}[]", keys=(*keys, "order"), value=names)
        for name, each in zip(names, value, strict=True):
            yield from _leaves(f"{path}[{name}]", keys, each)
    else:
        yield Leaf(path=path, keys=keys, value=value)


def _name(place: int, each: object) -> str:
    return str(each.get("id", place)) if isinstance(each, Mapping) else str(place)


def _change(path: str, old: Leaf | None, new: Leaf | None, gravest: str) -> dict[str, object]:
    leaf = old or new
    kind = _gravity(leaf.keys if leaf else ())
    change: dict[str, object] = {
        "class": min(kind, gravest, key=GRAVITY.index),
        "path": path,
    }
    if old is not None:
        change["old"] = old.value
    if new is not None:
        change["new"] = new.value
    return change


def _gravity(keys: Keys) -> str:
    if not keys or (keys[0] not in SCORING_KEYS and keys[0] != "flags"):
        return TEXT
    if WORDS_ONLY.intersection(keys):
        return TEXT
    shape = len(keys) > 1 and keys[-2] in SHAPES and keys[-1] in SHAPE_KEYS
    return STRUCTURAL if shape or keys[0] == "flags" else SCORING
