"""Other weights and limits than a questionnaire's own: a proposal, to be looked at and reviewed.

A setting is named as the definition names it: a dimension for its weight (current), a formula and
its part for a coefficient (prospect.industry), a result and a measure for a limit
(strategic.overall).
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from assessments.border.problems import EngineError, Problem
from assessments.border.quoting import quote
from assessments.border.record import Record, record, records
from assessments.numbers.exact import is_number

Settings = Mapping[str, object]


def settings_of(raw: Record) -> dict[str, object]:
    """Return every setting of a definition by its name."""
    return dict(_settings(raw))


def _settings(raw: Record) -> Iterator[tuple[str, object]]:
    for dimension in records(raw.get("dimensions")):
        if "weight" in dimension:
            yield str(dimension["id"]), dimension["weight"]
    for name, inner in record(raw.get("parameters")).items():
        for key, value in record(inner).items():
            if is_number(value):
                yield f"{name}.{key}", value


def proposed(raw: Record, changed: Settings) -> dict[str, object]:
    """Return a definition with other settings, or raise every problem of their names and values.

    Whether the whole still makes sense is what prove() tells.
    """
    known = settings_of(raw)
    problems = [
        Problem("E_SETTING", name, {"found": quote(name), "names": ", ".join(known)}, "name")
        for name in changed
        if name not in known
    ]
    problems += [
        Problem("E_SETTING", name, {"key": name, "found": quote(value)})
        for name, value in changed.items()
        if name in known and not _usable(value)
    ]
    if problems:
        raise EngineError(problems)
    parameters = {
        name: {key: changed.get(f"{name}.{key}", value) for key, value in record(inner).items()}
        if isinstance(inner, Mapping)
        else inner
        for name, inner in record(raw.get("parameters")).items()
    }
    dimensions = [
        {**each, "weight": changed[str(each["id"])]} if each["id"] in changed else each
        for each in records(raw.get("dimensions"))
    ]
    return {**raw, "dimensions": dimensions, "parameters": parameters}


def _usable(value: object) -> bool:
    return is_number(value) and isinstance(value, (int, Decimal)) and 0 <= value <= 1_000_000


def difference(raw: Record, changed: Settings) -> list[dict[str, object]]:
    """Return what a proposal changes: setting, old value, new value; nothing that stays."""
    known = settings_of(raw)
    return [
        {"setting": name, "from": known[name], "to": value}
        for name, value in changed.items()
        if name in known and known[name] != value
    ]
