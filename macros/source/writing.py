"""Write plain values as YAML in the house style: short records in braces, long ones on lines."""

import json
import re
from collections.abc import Mapping
from decimal import Decimal

from macros.source.plain_scalars import plain_value

SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._ -]*[A-Za-z0-9]|[A-Za-z]")
"""Text that needs no quotes, unless it means something else without them."""


def to_yaml(value: object) -> str:
    """Return the text of a YAML file that holds a value."""
    return "\n".join(_lines(value, 0)) + "\n"


def _lines(value: object, depth: int) -> list[str]:
    if isinstance(value, Mapping):
        return _record_lines(value, depth)
    lines = []
    for item in value if isinstance(value, list) else ():
        space = "  " * depth
        inner = [f"{space}  {_short(item)}"] if _is_short(item) else _lines(item, depth + 1)
        lines += [f"{space}- {inner[0].lstrip()}", *inner[1:]]
    return lines


def _record_lines(record: Mapping[str, object], depth: int) -> list[str]:
    lines = []
    for key, inner in record.items():
        if _is_short(inner):
            lines.append(f"{'  ' * depth}{_key(key)}: {_short(inner)}")
        else:
            lines += [f"{'  ' * depth}{_key(key)}:", *_lines(inner, depth + 1)]
    return lines


def _key(key: str) -> str:
    """Return a key, in quotes where it would mean something else without them: yes, 1."""
    return key if plain_value(key) == key else json.dumps(key, ensure_ascii=False)


def _is_short(value: object) -> bool:
    """Whether a value stands on the line of its key: no list or record within another."""
    inner = list(value.values()) if isinstance(value, Mapping) else value
    if not isinstance(inner, list):
        return True
    return not any(isinstance(each, Mapping | list) for each in inner)


def _short(value: object) -> str:
    if isinstance(value, Mapping):
        return (
            "{" + ", ".join(f"{_key(key)}: {_short(inner)}" for key, inner in value.items()) + "}"
        )
    if isinstance(value, list):
        return "[" + ", ".join(_short(item) for item in value) + "]"
    if isinstance(value, str) and SAFE.fullmatch(value) and plain_value(value) == value:
        return value
    return (
        format(value, "f") if isinstance(value, Decimal) else json.dumps(value, ensure_ascii=False)
    )
