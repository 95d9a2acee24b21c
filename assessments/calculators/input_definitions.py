"""Read what a definition says of its inputs: each with its type, limits, options and parts."""

from collections.abc import Mapping
from decimal import Decimal
from typing import TypeGuard

from assessments.border.problems import Problem
from assessments.border.record import Record
from assessments.border.records import NOTHING, Records
from assessments.calculators.input_problems import CODES
from assessments.calculators.input_reader import default_problems
from assessments.calculators.inputs import LIMITS, TYPES, Input, Limit, Option, Words
from assessments.calculators.value_readers import limits_have_words
from assessments.numbers.exact import Number, exact, is_number

OF_A_TYPE = (*LIMITS, "options", "item", "length", "fields")
"""Keys that only some types have."""

LENGTH_ENDS = 2


def is_whole(value: object) -> TypeGuard[int]:
    """Return whether a value is a whole number that counts something."""
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


class InputDefinitions(Records):
    """Reads inputs; after the last of them, `problems` holds what was wrong."""

    def __init__(self, wrong_type: str) -> None:
        super().__init__()
        self.wrong_type = wrong_type
        """The tool's code for a value of the wrong type."""

    def inputs(self, parent: Record, key: str, path: str = "") -> tuple[Input, ...]:
        """Return the inputs, or the fields of one, that a record lists."""
        read = [
            (place, self.input(record, place, name=self.text(record, "id", place)))
            for place, record in self.records(parent, key, path)
        ]
        self.check_unique([(place, each.id) for place, each in read])
        return tuple(each for _, each in read)

    def check_unique(self, found: list[tuple[str, str]]) -> None:
        """Note each id that stands a second time."""
        seen: set[str] = set()
        for path, name in found:
            if name in seen:
                self.refuse(f"{path}.id", "unique_id", name)
            seen.add(name)

    def input(self, record: Record, path: str, name: str = "", *, entry: bool = False) -> Input:
        """Return one input; entry: of a list or of a map, where a value stands always."""
        kind = self.type_of(record, path)
        item = record.get("item")
        about = Input(
            id=name,
            type=kind,
            label=self.words(record, "label", path),
            required=entry or record.get("required") is True,
            default=record.get("default"),
            when=self.record(record.get("when", NOTHING), f"{path}.when"),
            limits=self.limits(record, path),
            length=self.length(record, path),
            options=self.options(record, path),
            fields=self.inputs(record, "fields", path),
            item=None
            if item is None
            else self.input(self.record(item, f"{path}.item"), f"{path}.item", entry=True),
            rows_as_lists=record.get("rows_as") == "lists",
            accepts_na=record.get("accepts_na") is True,
            errors=self.codes(record, path),
        )
        if self.has_its_keys(record, kind, path) and about.default is not None:
            self.check_default(about, path)
        return about

    def type_of(self, record: Record, path: str) -> str:
        """Return the type of an input."""
        kind = record.get("type")
        if isinstance(kind, str) and kind in TYPES:
            return kind
        self.refuse(f"{path}.type", "known_id", kind, options=", ".join(TYPES))
        return "text"

    def has_its_keys(self, record: Record, kind: str, path: str) -> bool:
        """Note the keys that an input lacks, or cannot have; return whether all is well."""
        before = len(self.problems)
        for key in TYPES[kind].needed:
            if record.get(key) is None:
                self.note(path, "needs_key", type=kind, key=key)
        for key in OF_A_TYPE:
            if key in record and key not in TYPES[kind].keys:
                self.note(f"{path}.{key}", "has_no_key", type=kind, key=key)
        return len(self.problems) == before

    def check_default(self, about: Input, path: str) -> None:
        """Hold a default to the rules of its own input."""
        if about.required:
            self.note(f"{path}.default", "default_of_required")
        else:
            self.problems += default_problems(about, f"{path}.default", self.wrong_type)

    def limits(self, record: Record, path: str) -> tuple[Limit, ...]:
        """Return the limits of a number, in the order in which sentences name them."""
        limits = [
            Limit.of(name, given)
            for name in LIMITS
            if name in record and (given := self.any_number(record, name, path)) is not None
        ]
        ends = [limit for limit in limits if limit.name in ("minimum", "above")]
        tops = [limit for limit in limits if limit.name in ("maximum", "below")]
        if ends and tops and ends[0].value > tops[0].value:
            self.note(path, "no_number_left", low=ends[0].given, high=tops[0].given)
        elif not limits_have_words(limits):
            self.note(path, "limits_together", names=", ".join(limit.name for limit in limits))
            return ()
        return tuple(limits)

    def length(self, record: Record, path: str) -> tuple[int, int] | None:
        """Return the least and the greatest length; None where none is given."""
        given = record.get("length")
        if given is None:
            return None
        ends = given if isinstance(given, list | tuple) else ()
        whole = [end for end in ends if is_whole(end)]
        if len(whole) != LENGTH_ENDS or len(ends) != LENGTH_ENDS:
            self.refuse(f"{path}.length", "exact_length", given, length=LENGTH_ENDS)
            return None
        if whole[0] > whole[1]:
            self.note(f"{path}.length", "no_length_left", low=whole[0], high=whole[1])
        return whole[0], whole[1]

    def options(self, record: Record, path: str) -> tuple[Option, ...]:
        """Return what may be chosen."""
        read = [
            (place, Option(id=self.text(each, "id", place), label=self.words(each, "label", place)))
            for place, each in self.records(record, "options", path)
        ]
        self.check_unique([(place, option.id) for place, option in read])
        return tuple(option for _, option in read)

    def codes(self, record: Record, path: str) -> Mapping[str, str]:
        """Return the codes that an input gives to faults."""
        given = self.record(record.get("errors", NOTHING), f"{path}.errors")
        for fault in given:
            if fault not in CODES:
                self.refuse(f"{path}.errors", "known_id", fault, options=", ".join(CODES))
        return {fault: self.text(given, fault, f"{path}.errors") for fault in given}

    def any_number(self, record: Record, key: str, path: str) -> Number | None:
        """Return a number of any sign; None after noting that it is none."""
        given = record.get(key)
        value = Decimal(repr(given)) if isinstance(given, float) else given
        if isinstance(value, int | Decimal) and is_number(value) and exact(value) is not None:
            return value
        self.refuse(f"{path}.{key}", "number", given)
        return None

    def words(self, record: Record, key: str, path: str) -> Words:
        """Return a text in every language; empty where there is none."""
        return self.record(record.get(key, NOTHING), f"{path}.{key}")

    def note(self, path: str, case: str, **values: object) -> None:
        """Note a problem that has a sentence of its own."""
        self.problems.append(Problem("E_DEFINITION", path, values, case))
