"""Read a calculator's input against the `inputs` of its definition: exact values, or every problem.

Nothing is converted or mended: a text is no number, 2.0 is no whole number, true is no 1. Problems
stand in the order of the definition's inputs, so that the first one names the error as a whole.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from assessments.border.problems import EngineError, Problem
from assessments.border.quoting import quote, shortened
from assessments.calculators.input_problems import (
    CODES,
    WHOLE_INPUT,
    InputProblems,
    Place,
    UnreadError,
)
from assessments.calculators.inputs import MOST_ENTRIES, Input
from assessments.calculators.value_readers import (
    LONGEST_TEXT,
    read_boolean,
    read_choice,
    read_currency,
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

FileReader = Callable[[str, Values], "Table"]
"""(text, the inputs before it) -> the rows of a table that is given as the text of a file."""

IGNORED = ".ignored"
"""After the name of a table in the values: the columns of its file that were not read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """What the text of a file says."""

    rows: Sequence[Mapping[str, object]]
    """As an input would give them."""
    problems: Sequence[Problem]
    """Paths start at the table."""
    ignored: tuple[str, ...]
    """Names of columns that were not read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What a tool and its formula ask of an input beside the types and limits of its values."""

    wrong_type: str = CODES["type"]
    """The tool's code for a value of the wrong type."""
    checks: Mapping[str, Check] = field(default_factory=dict)
    """Path without positions -> a rule of the formula: accounts[].class."""
    files: Mapping[str, FileReader] = field(default_factory=dict)
    """Path of a table -> how the text of a file is read that stands in its place."""
    across: Callable[[Values], Iterable[Problem]] = lambda _: ()
    """The rule that joins several values; what it finds stands last."""


PLAIN = Rules()


def read_inputs(inputs: Sequence[Input], given: object, rules: Rules = PLAIN) -> Values:
    """Return the values of an input, or raise all its problems."""
    reader = Reader(rules)
    values: Values = {}
    if isinstance(given, Mapping):
        values = reader.fields(inputs, given, Place())
        for problem in rules.across(values):
            reader.problems.add(Place(order=(len(values),)), problem)
        values = {**values, **reader.beside}
    else:
        reader.problems.note(WHOLE_INPUT, Place(), "key", "record", found=quote(given))
    if reader.problems.noted:
        raise EngineError(reader.problems.in_order())
    return values


def default_problems(about: Input, path: str, wrong_type: str) -> tuple[Problem, ...]:
    """Return what is wrong with the default of an input, by the input's own rules."""
    reader = Reader(Rules(wrong_type=wrong_type))
    reader.entry(about, about.default, Place(path=path))
    return reader.problems.in_order()


class Reader:
    """Reads one input, value by value."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self.problems = InputProblems(wrong_type=rules.wrong_type)
        self.before: dict[str, Value] = {}
        self.beside: dict[str, Value] = {}
        """What files say beside their rows."""

    def fields(
        self, inputs: Sequence[Input], given: Mapping[object, object], place: Place
    ) -> Values:
        """Return named values, after noting the names that the definition does not have."""
        known = {each.id: each for each in inputs}
        for key in given:
            if key not in known:
                where = place.field(-1, shortened(str(key)))
                self.problems.note(WHOLE_INPUT, where, "key", "field", names=", ".join(known))
        values: dict[str, Value] = {}
        for order, (name, about) in enumerate(known.items()):
            values[name] = self.value(about, given.get(name), place.field(order, name))
            if not place.path:
                self.before[name] = values[name]
        return values

    def value(self, about: Input, given: object, place: Place) -> Value:
        """Return one value, its default where none is given, None where none is needed."""
        if not self._counts(about):
            return None
        given = about.default if given is None else given
        if given is not None:
            return self.entry(about, given, place)
        if about.required:
            self.problems.note(about, place, "missing")
            return UNREAD
        return None

    def _counts(self, about: Input) -> bool:
        """Return whether an input counts; one with `when` does so for certain earlier answers."""
        return all(self.before.get(name) == answer for name, answer in about.when.items())

    def entry(self, about: Input, given: object, place: Place) -> Value:
        """Return one value that is given; UNREAD where it cannot be read."""
        if about.accepts_na and given == NOT_APPLICABLE:
            return NOT_APPLICABLE
        try:
            if about.type in CONTAINERS:
                value = CONTAINERS[about.type](self, about, given, place)
            else:
                value = SCALARS[about.type](self.problems, about, given, place)
        except UnreadError:
            return UNREAD
        if place.name in self.rules.checks:
            where = place.after_parts() if about.type in CONTAINERS else place
            for problem in self.rules.checks[place.name](value, self.before):
                self.problems.add(where, problem)
        return value


SCALARS: Mapping[str, Callable[[InputProblems, Input, object, Place], Value]] = {
    "number": read_number,
    "integer": read_integer,
    "text": read_text,
    "choice": read_choice,
    "boolean": read_boolean,
    "date": read_date,
    "currency": read_currency,
}
"""Type in the definition -> how one value is read."""


def _read_list(reader: Reader, about: Input, given: object, place: Place) -> Value:
    item = about.entry
    return tuple(
        reader.entry(item, entry, place.item(position))
        for position, entry in enumerate(_entries(reader, about, given, place))
    )


def _read_rows(reader: Reader, about: Input, given: object, place: Place) -> Value:
    if isinstance(given, str) and place.name in reader.rules.files:
        given = _rows_of_file(reader, given, place)
    read = _read_row_of_list if about.rows_as_lists else _read_record
    rows: list[Value] = []
    for position, entry in enumerate(_entries(reader, about, given, place)):
        try:
            rows.append(read(reader, about, entry, place.item(position)))
        except UnreadError:
            rows.append(dict.fromkeys((each.id for each in about.fields), UNREAD))
    return tuple(rows)


def _rows_of_file(reader: Reader, text: str, place: Place) -> Sequence[object]:
    table = reader.rules.files[place.name](text, reader.before)
    for problem in table.problems:
        reader.problems.add(place, problem)
    if table.problems:
        raise UnreadError
    reader.beside[place.name + IGNORED] = table.ignored
    return table.rows


def _read_record(reader: Reader, about: Input, given: object, place: Place) -> Value:
    if not isinstance(given, Mapping):
        raise reader.problems.refuse(about, place, "type", given, Phrase("rule.object"))
    return reader.fields(about.fields, given, place)


def _read_row_of_list(reader: Reader, about: Input, given: object, place: Place) -> Value:
    names = [each.id for each in about.fields]
    if not isinstance(given, list | tuple) or len(given) != len(names):
        rule = Phrase("rule.exact_length", {"length": len(names)})
        raise reader.problems.refuse(about, place, "row", given, rule)
    return reader.fields(about.fields, dict(zip(names, given, strict=True)), place)


def _read_map(reader: Reader, about: Input, given: object, place: Place) -> Value:
    if not isinstance(given, Mapping):
        raise reader.problems.refuse(about, place, "type", given, Phrase("rule.object"))
    _check_length(reader, about, given, place)
    item = about.entry
    values: dict[str, Value] = {}
    for position, (key, entry) in enumerate(given.items()):
        where = place.item(position, shortened(str(key)))
        if _is_name(reader, about, key, where):
            values[key] = reader.entry(item, entry, where)
    return values


def _is_name(reader: Reader, about: Input, key: str, place: Place) -> bool:
    if about.options and key not in about.option_ids():
        reader.problems.note(about, place, "choice", options=about.choices(), found=quote(key))
        return False
    if isinstance(key, str) and key.strip() and len(key) <= LONGEST_TEXT:
        return True
    reader.problems.refuse(about, place, "key", key, Phrase("rule.name", {"high": LONGEST_TEXT}))
    return False


def _entries(reader: Reader, about: Input, given: object, place: Place) -> Sequence[object]:
    if not isinstance(given, list | tuple):
        raise reader.problems.refuse(about, place, "type", given, Phrase("rule.list"))
    _check_length(reader, about, given, place)
    return given


def _check_length(
    reader: Reader, about: Input, given: Sequence[object] | Mapping[str, object], place: Place
) -> None:
    low, high = about.length or (0, MOST_ENTRIES)
    if low and not given:
        raise reader.problems.refuse(about, place, "empty", given)
    if not low <= len(given) <= high:
        key = "rule.exact_length" if low == high else "rule.length"
        rule = Phrase(key, {"low": low, "high": high, "length": high})
        raise reader.problems.refuse(about, place, "length", given, rule)


CONTAINERS: Mapping[str, Callable[[Reader, Input, object, Place], Value]] = {
    "list": _read_list,
    "rows": _read_rows,
    "record": _read_record,
    "map": _read_map,
}
"""Type in the definition -> how a value made of values is read."""
