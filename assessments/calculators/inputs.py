"""Read a calculator's input against the `inputs` of its definition: exact values, or every problem.

Nothing is converted or mended: a text is no number, 2.0 is no whole number, true is no 1. Problems
stand in the order of the definition's inputs, so that the first one names the error as a whole.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from assessments.border.problems import EngineError, Problem, Sentences
from assessments.border.quoting import quote, shortened
from assessments.calculators.findings import CODES, Findings, Place, Spec, UnreadError
from assessments.calculators.value_readers import (
    LONGEST_TEXT,
    bounds,
    choices,
    options,
    read_boolean,
    read_choice,
    read_date,
    read_integer,
    read_number,
    read_text,
)
from assessments.calculators.values import NOT_APPLICABLE, UNREAD, Value, Values
from assessments.words import Phrase

Check = Callable[[Value, Values], Iterable[Problem]]
"""(value, the inputs before it) -> what is wrong with it; paths start at the value.

A list or a table may hold UNREAD values: every problem of an input is told, not the first alone.
"""

ACROSS = ""
"""The check of the input as a whole, after all its values."""

FileReader = Callable[[str, Values], "Table"]
"""(text, the inputs before it) -> the rows of a table that is given as the text of a file."""

IGNORED = ".ignored"
"""After the name of a table in the values: the columns of its file that were not read."""

LONGEST_LIST = 20_000
"""Entries, where the definition gives no length."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """What the text of a file says."""

    rows: Sequence[Mapping[str, object]]
    """As an input would give them."""
    problems: Sequence[Problem]
    """Paths start at the table."""
    ignored: tuple[str, ...]
    """Names of columns that were not read."""


def read_inputs(
    definition: Mapping[str, object],
    given: object,
    checks: Mapping[str, Check] | None = None,
    files: Mapping[str, FileReader] | None = None,
) -> Values:
    """Return the values of an input, or raise all its problems."""
    wrong_type = str(definition.get("wrong_type", CODES["type"]))
    reader = Reader(wrong_type, checks or {}, files or {})
    values: Values = {}
    if isinstance(given, Mapping):
        values = reader.fields(definition["inputs"], given, Place())
        reader.check_across(values)
        values = {**values, **reader.beside}
    else:
        reader.findings.note({}, Place(), "key", "record", found=quote(given))
    if reader.findings.found:
        raise EngineError(reader.findings.problems(), sentences_of(definition))
    return values


def sentences_of(definition: Mapping[str, object]) -> Sentences:
    """Return the errors that a definition words itself."""
    errors = definition.get("errors")
    return errors if isinstance(errors, Mapping) else {}


class Reader:
    """Reads one input, value by value."""

    def __init__(
        self, wrong_type: str, checks: Mapping[str, Check], files: Mapping[str, FileReader]
    ) -> None:
        self.findings = Findings(wrong_type=wrong_type)
        self.checks = checks
        """Path without positions -> a rule of the calculator's own."""
        self.files = files
        """Path of a table -> how the text of a file is read that stands in its place."""
        self.before: dict[str, Value] = {}
        self.beside: dict[str, Value] = {}
        """What files say beside their rows."""

    def fields(self, specs: object, given: Mapping[object, object], place: Place) -> Values:
        """Return named values, after noting the names that the definition does not have."""
        known = {str(spec["id"]): spec for spec in _specs(specs)}
        for key in given:
            if key not in known:
                where = place.field(-1, shortened(str(key)))
                self.findings.note({}, where, "key", "field", names=", ".join(known))
        values: dict[str, Value] = {}
        for order, (name, spec) in enumerate(known.items()):
            values[name] = self.value(spec, given.get(name), place.field(order, name))
            if not place.path:
                self.before[name] = values[name]
        return values

    def value(self, spec: Spec, given: object, place: Place) -> Value:
        """Return one value, its default where none is given, None where none is needed."""
        if not self._applies(spec):
            return None
        given = spec.get("default") if given is None else given
        if given is not None:
            return self.entry(spec, given, place)
        if spec.get("required"):
            self.findings.note(spec, place, "missing")
            return UNREAD
        return None

    def _applies(self, spec: Spec) -> bool:
        """Return whether an input counts; one with `when` does so for certain earlier answers."""
        when = _spec(spec.get("when"))
        return all(self.before.get(name) == answer for name, answer in when.items())

    def check_across(self, values: Values) -> None:
        """Apply the rules that join several values; what they find stands last."""
        for problem in self.checks[ACROSS](values, values) if ACROSS in self.checks else ():
            self.findings.add(Place(order=(len(values),)), problem)

    def entry(self, spec: Spec, given: object, place: Place) -> Value:
        """Return one value that is given; UNREAD where it cannot be read."""
        if spec.get("accepts_na") and given == NOT_APPLICABLE:
            return NOT_APPLICABLE
        kind = str(spec["type"])
        try:
            if kind in CONTAINERS:
                value = CONTAINERS[kind](self, spec, given, place)
            else:
                value = SCALARS[kind](self.findings, spec, given, place)
        except UnreadError:
            return UNREAD
        if place.name in self.checks:
            where = place.after_parts() if kind in CONTAINERS else place
            for problem in self.checks[place.name](value, self.before):
                self.findings.add(where, problem)
        return value


SCALARS: Mapping[str, Callable[[Findings, Spec, object, Place], Value]] = {
    "number": read_number,
    "integer": read_integer,
    "text": read_text,
    "choice": read_choice,
    "boolean": read_boolean,
    "date": read_date,
}
"""Type in the definition -> how one value is read."""


def _read_list(reader: Reader, spec: Spec, given: object, place: Place) -> Value:
    item = {"required": True, **_spec(spec["item"])}
    return tuple(
        reader.entry(item, entry, place.item(position))
        for position, entry in enumerate(_entries(reader, spec, given, place))
    )


def _read_rows(reader: Reader, spec: Spec, given: object, place: Place) -> Value:
    if isinstance(given, str) and place.name in reader.files:
        given = _rows_of_file(reader, given, place)
    read = _read_row_of_list if spec.get("rows_as") == "lists" else _read_record
    rows: list[Value] = []
    for position, entry in enumerate(_entries(reader, spec, given, place)):
        try:
            rows.append(read(reader, spec, entry, place.item(position)))
        except UnreadError:
            rows.append({str(field["id"]): UNREAD for field in _specs(spec["fields"])})
    return tuple(rows)


def _rows_of_file(reader: Reader, text: str, place: Place) -> Sequence[object]:
    table = reader.files[place.name](text, reader.before)
    for problem in table.problems:
        reader.findings.add(place, problem)
    if table.problems:
        raise UnreadError
    reader.beside[place.name + IGNORED] = table.ignored
    return table.rows


def _read_record(reader: Reader, spec: Spec, given: object, place: Place) -> Value:
    if not isinstance(given, Mapping):
        raise reader.findings.refuse(spec, place, "type", given, Phrase("rule.object"))
    return reader.fields(spec["fields"], given, place)


def _read_row_of_list(reader: Reader, spec: Spec, given: object, place: Place) -> Value:
    names = [str(field["id"]) for field in _specs(spec["fields"])]
    if not isinstance(given, list | tuple) or len(given) != len(names):
        rule = Phrase("rule.exact_length", {"length": len(names)})
        raise reader.findings.refuse(spec, place, "row", given, rule)
    return reader.fields(spec["fields"], dict(zip(names, given, strict=True)), place)


def _read_map(reader: Reader, spec: Spec, given: object, place: Place) -> Value:
    if not isinstance(given, Mapping):
        raise reader.findings.refuse(spec, place, "type", given, Phrase("rule.object"))
    _check_length(reader, spec, given, place)
    item = {"required": True, **_spec(spec["item"])}
    values: dict[str, Value] = {}
    for position, (key, entry) in enumerate(given.items()):
        where = place.item(position, shortened(str(key)))
        if _is_name(reader, spec, key, where):
            values[key] = reader.entry(item, entry, where)
    return values


def _is_name(reader: Reader, spec: Spec, key: str, place: Place) -> bool:
    names = options(spec)
    if names and key not in names:
        reader.findings.note(spec, place, "choice", options=choices(spec), found=quote(key))
        return False
    if isinstance(key, str) and key.strip() and len(key) <= LONGEST_TEXT:
        return True
    reader.findings.refuse(spec, place, "key", key, Phrase("rule.name", {"high": LONGEST_TEXT}))
    return False


def _entries(reader: Reader, spec: Spec, given: object, place: Place) -> Sequence[object]:
    if not isinstance(given, list | tuple):
        raise reader.findings.refuse(spec, place, "type", given, Phrase("rule.list"))
    _check_length(reader, spec, given, place)
    return given


def _check_length(
    reader: Reader, spec: Spec, given: Sequence[object] | Mapping[str, object], place: Place
) -> None:
    low, high = bounds(spec, 0, LONGEST_LIST)
    if low and not given:
        raise reader.findings.refuse(spec, place, "empty", given)
    if not low <= len(given) <= high:
        key = "rule.exact_length" if low == high else "rule.length"
        rule = Phrase(key, {"low": low, "high": high, "length": high})
        raise reader.findings.refuse(spec, place, "length", given, rule)


CONTAINERS: Mapping[str, Callable[[Reader, Spec, object, Place], Value]] = {
    "list": _read_list,
    "rows": _read_rows,
    "record": _read_record,
    "map": _read_map,
}
"""Type in the definition -> how a value made of values is read."""


def _specs(specs: object) -> Sequence[Spec]:
    return [_spec(each) for each in specs] if isinstance(specs, list | tuple) else []


def _spec(spec: object) -> Spec:
    return spec if isinstance(spec, Mapping) else {}
