"""Parts of a request that a page sends beside a definition and an input, read one by one."""

import re
from collections.abc import Mapping

from assessments.border.problems import EngineError, Problem
from assessments.border.quoting import quote
from assessments.words import Phrase

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def refused(key: str, rule: str, found: object, **values: object) -> EngineError:
    """Return the error of one part of a request."""
    shown = {"key": key, "rule": Phrase(f"rule.{rule}", values), "found": quote(found)}
    return EngineError([Problem("E_REQUEST", key, shown)])


def text_of(record: Mapping[str, object], name: str, path: str = "") -> str:
    """Return a text, empty where there is none."""
    found = record.get(name, "")
    if not isinstance(found, str):
        raise refused(path or name, "text", found)
    return found


def object_of(record: Mapping[str, object], name: str, path: str = "") -> Mapping[str, object]:
    """Return an object, empty where there is none."""
    found = record.get(name, {})
    if not isinstance(found, Mapping):
        raise refused(path or name, "object", found)
    return found


def list_of(record: Mapping[str, object], name: str) -> list[object]:
    """Return a list, empty where there is none."""
    found = record.get(name, [])
    if not isinstance(found, list):
        raise refused(name, "list", found)
    return found


def day_of(record: Mapping[str, object], name: str, path: str) -> str:
    """Return a day such as 2026-01-31, empty where there is none."""
    found = text_of(record, name, path)
    if found and not DAY.fullmatch(found):
        raise refused(path, "day", found)
    return found


def one_of(
    record: Mapping[str, object], name: str, options: tuple[str, ...], path: str = ""
) -> str:
    """Return one of several words; the first where there is none."""
    found = record.get(name, options[0])
    if found not in options or not isinstance(found, str):
        raise refused(path or name, "known_id", found, options=", ".join(options))
    return found
