"""What results of one tool give to the inputs of another, as the other tool declares it.

A definition says under `receives`, for each hand-over: `from` which tools, or "assessment" for all
of that kind; `each` row of an input of theirs, or each of their dimensions, or the result itself;
`into` which input, by which `key` its rows are known; `sets` other inputs to a value; and `takes`,
for each field of that input, one of

- a name: the value that the source has under it;
- {product: [name or number, ...]}: their product, rounded to cents;
- cases [{when: {name: [value, ...]}, is: value}, ...]: the first that fits.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from assessments.border.record import Record, record, records
from assessments.border.version import VERSION
from assessments.calculators.definition import CalculatorDefinition
from assessments.numbers.exact import exact, plain

CENTS = 2
"""Decimals of a product."""

Row = Mapping[str, object]
"""Field of the receiving input -> its value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One row, map entry, list entry or set of inputs that is handed over."""

    values: Row
    label: str = ""
    """What the source calls it, where it has no name here."""
    before: Row | None = None
    """What stands in its place now; None where nothing does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver:
    """What a tool would receive, and its input afterwards."""

    target: CalculatorDefinition
    source: Record
    """The definition of the tool whose results these are."""
    entry: Record
    """What the target declares."""
    given: tuple[Given, ...]
    left_out: int
    """Rows of the source that lack what is needed."""
    gives_way: int
    """Rows that stand in the input now, and all give way."""
    input: Mapping[str, object]
    """The input of the target as it was, with what is handed over."""

    def as_data(self) -> dict[str, object]:
        """Return the hand-over as JSON writes it."""
        return {
            "tool": self.target.id,
            "kind": "calculator",
            "definition": self.target.fingerprint,
            "engine": VERSION,
            "view": "handover",
            "status": "ok",
            "receives": self.entry.get("id"),
            "source": self.source.get("id"),
            "given": [dict(each.values) for each in self.given],
            "left_out": self.left_out,
            "gives_way": self.gives_way,
            "input": dict(self.input),
        }


def handed_over(
    target: CalculatorDefinition,
    source: Record,
    entry: Record,
    rows: Sequence[Row],
    into: Mapping[str, object],
) -> HandOver:
    """Return the hand-over of rows of the source into an input of the target."""
    takes = record(entry.get("takes"))
    taken = [(str(row.get("id", "")), taken_from(row, takes)) for row in rows]
    whole = [each for each in taken if all(value is not None for value in each[1].values())]
    name = str(entry.get("into", ""))
    kind = target.input(name).type if name else "inputs"
    given, after, gives_way = JOINING[kind](whole, into, entry)
    return HandOver(
        target=target,
        source=source,
        entry=entry,
        given=tuple(given),
        left_out=len(rows) - len(whole),
        gives_way=gives_way,
        input={**after, **record(entry.get("sets"))} if whole else dict(into),
    )


def taken_from(row: Row, takes: Record) -> Row:
    """Return what a row of the source gives to each field; None where it gives nothing."""
    return {name: value_of(rule, row) for name, rule in takes.items()}


def value_of(rule: object, row: Row) -> object:
    """Return the value that a rule takes from a row of the source; None where there is none."""
    if isinstance(rule, str):
        value = row.get(rule)
        return None if value == "" else value
    if isinstance(rule, Mapping):
        factors = rule.get("product")
        return product(factors if isinstance(factors, Sequence) else (), row)
    fitting = (case.get("is") for case in records(rule) if _fits(record(case.get("when")), row))
    return next(fitting, None)


def product(factors: Iterable[object], row: Row) -> object:
    """Return the product of numbers and of named values, rounded to cents."""
    total = Fraction(1)
    for factor in factors:
        value = exact(row.get(factor) if isinstance(factor, str) else factor)
        if value is None:
            return None
        total *= value
    return plain(total, CENTS)


def _fits(when: Record, row: Row) -> bool:
    return all(
        isinstance(values, (list, tuple)) and row.get(name) in values
        for name, values in when.items()
    )


Named = Sequence[tuple[str, Row]]
"""What is taken from each row of the source, with the name of that row."""
Joined = tuple[Iterable[Given], Mapping[str, object], int]
"""What is given, the input afterwards, and how many rows give way."""


def _rows(whole: Named, into: Mapping[str, object], entry: Record) -> Joined:
    """Add rows; one of the same name gets what is handed over, and keeps the rest."""
    name, key = str(entry["into"]), entry.get("key")
    present = [dict(each) for each in records(into.get(name))]
    if not isinstance(key, str):
        given = [Given(values=each, label=label) for label, each in whole]
        return given, {**into, name: [each for _, each in whole]}, len(present)
    places = {_name(each.get(key)): number for number, each in enumerate(present)}
    given = []
    for _, each in whole:
        place = places.get(_name(each[key]))
        given.append(Given(values=each, before=None if place is None else dict(present[place])))
        if place is None:
            places[_name(each[key])] = len(present)
            present.append(dict(each))
        else:
            present[place] |= {name: value for name, value in each.items() if name != key}
    return given, {**into, name: present}, 0


def _map(whole: Named, into: Mapping[str, object], entry: Record) -> Joined:
    """Add the sums of each key; a key that stands there gets the new sum."""
    name = str(entry["into"])
    sums: dict[str, Fraction] = {}
    for _, each in whole:
        key = _name(each.get("key"))
        sums[key] = sums.get(key, Fraction(0)) + (exact(each.get("value")) or 0)
    present = record(into.get(name))
    found: dict[str, object] = {key: plain(total, CENTS) for key, total in sums.items()}
    given = [
        Given(
            values={"key": key, "value": value},
            before={"value": present[key]} if key in present else None,
        )
        for key, value in found.items()
    ]
    return given, {**into, name: {**present, **found}}, 0


def _list(whole: Named, into: Mapping[str, object], entry: Record) -> Joined:
    """Add what is not in the list."""
    name = str(entry["into"])
    present = into.get(name)
    known = list(present) if isinstance(present, (list, tuple)) else []
    given = []
    for _, each in whole:
        is_known = each["value"] in known
        given.append(Given(values=each, before=each if is_known else None))
        if not is_known:
            known.append(each["value"])
    return given, {**into, name: known}, 0


def _inputs(whole: Named, into: Mapping[str, object], _entry: Record) -> Joined:
    """Set inputs of the tool."""
    after, given = dict(into), []
    for _, each in whole:
        stands = {name: into[name] for name in each if into.get(name) is not None}
        given.append(Given(values=each, before=stands or None))
        after |= each
    return given, after, 0


def _name(value: object) -> str:
    return str(value).strip()


JOINING = {"rows": _rows, "map": _map, "list": _list, "inputs": _inputs}
"""Kind of what is received -> how it joins what stands there."""
