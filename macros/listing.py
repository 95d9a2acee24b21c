"""Add an id to a list of playbook.yml without touching anything else in the file."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from macros.problems import Path as Keys
from macros.yaml_source import read_yaml


def add_to_list(path: Path, where: Sequence[str], name: str) -> None:
    """Add a line to the list at a path of keys; a key below a list is the id of a record in it."""
    source = read_yaml(path.read_bytes(), path.name)
    keys, value = _find(source.value, where)
    place = source.place(keys)
    lines = list(source.lines)
    space = " " * (place.column - 1 + 2)
    if value:
        last = source.place((*keys, len(value) - 1))
        space = lines[last.line - 1][: last.column - 3]
        lines.insert(last.last_line, f"{space}- {name}")
    else:
        lines[place.line - 1] = lines[place.line - 1].split(":")[0] + ":"
        lines.insert(place.line, f"{space}- {name}")
    path.write_text("\n".join(lines), encoding="utf-8", newline="\n")


def _find(value: object, where: Sequence[str]) -> tuple[Keys, Sequence[object]]:
    keys: Keys = ()
    for step in where:
        if isinstance(value, Mapping):
            keys, value = (*keys, step), value[step]
        elif isinstance(value, Sequence):
            index = [item["id"] for item in value].index(step)
            keys, value = (*keys, index), value[index]
    if not isinstance(value, list):
        raise TypeError(f"{'.'.join(where)} is not a list")
    return keys, value
