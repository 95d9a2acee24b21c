"""Which column of a list is what: read from a map that a person made or confirmed.

A map is {"account": header, "answers": {question: header, or {"column": header, "value": id,
"limits": three numbers, "minus": number, "decimal": "." or ","}}, "facts": {flag: header},
"present": header}. Only account must be there. Headers are taken as they stand in the file; a
header that stands twice is called "Revenue (2)" the second time.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from assessments.border.problems import EngineError, Problem
from assessments.border.quoting import quote
from assessments.border.record import Record, record
from assessments.portfolio.cuts import Cut, read_cut
from assessments.portfolio.guessing import cuts_of, normal
from assessments.questionnaires.definition import Definition

KEYS = ("account", "answers", "facts", "present")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where the answer to a question comes from."""

    column: int
    cut: Cut | None = None
    """How a raw value becomes the answer; None where the column holds answers."""
    decimal: str | None = None
    """The decimal mark, where the map says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The columns of a list, by their places."""

    header: tuple[str, ...]
    """Told apart."""
    account: int
    answers: Mapping[str, Source] = field(default_factory=dict)
    facts: Mapping[str, int] = field(default_factory=dict)
    present: int | None = None


def told_apart(header: Sequence[str]) -> tuple[str, ...]:
    """Return headers of which no two are alike: a second one is numbered, an empty one placed."""
    seen: dict[str, int] = {}
    names: list[str] = []
    for place, name in enumerate(header):
        named = shown = name or f"({place + 1})"
        # A number that a header of the file has already is passed over.
        while (key := normal(shown)) in seen:
            seen[normal(named)] += 1
            shown = f"{named} ({seen[normal(named)]})"
        seen[key] = 1
        names.append(shown)
    return tuple(names)


def read_layout(
    definition: Definition, guide: Record, header: Sequence[str], given: object
) -> Layout:
    """Return the layout that a map gives a file, or raise every problem of the map."""
    reader = _Reader(definition, guide, told_apart(header))
    layout = reader.read(given)
    if reader.problems or layout is None:
        raise EngineError(reader.problems, definition=definition.raw)
    return layout


class _Reader:
    """Reads a map and gathers its problems."""

    def __init__(self, definition: Definition, guide: Record, names: tuple[str, ...]) -> None:
        self.definition = definition
        self.names = names
        self.places = {normal(name): place for place, name in reversed(list(enumerate(names)))}
        self.cuts = {
            (str(cut.get("question")), str(value.get("id"))): (cut, value)
            for cut, value in cuts_of(definition, guide)
        }
        self.problems: list[Problem] = []

    def read(self, given: object) -> Layout | None:
        """Return the layout; None where it has no column of accounts."""
        if not isinstance(given, Mapping):
            self.note("E_MAP", "", "object", found=quote(given))
            return None
        for key in given:
            if key not in KEYS:
                self.note("E_MAP", str(key), "key", found=quote(key), names=", ".join(KEYS))
        if given.get("account") is None:
            self.note("E_MAP", "account", "account", names=_listed(self.names))
        account = self.column("account", given.get("account"))
        facts, answers = record(given.get("facts")), record(given.get("answers"))
        self.unknown("facts", facts, self.definition.flags)
        self.unknown("answers", answers, self.definition.questions)
        present = given.get("present")
        return Layout(
            header=self.names,
            account=account,
            answers={
                name: source
                for name in self.definition.questions
                if name in answers and (source := self.source(name, answers[name]))
            },
            facts={
                name: self.column(f"facts.{name}", facts[name])
                for name in self.definition.flags
                if name in facts
            },
            present=None if present is None else self.column("present", present),
        )

    def unknown(self, key: str, given: Record, known: Iterable[str]) -> None:
        """Note each question or fact that the tool does not have."""
        names = list(known)
        for name in given:
            if name not in names:
                self.note("E_MAP", f"{key}.{name}", key, found=quote(name), names=_listed(names))

    def column(self, path: str, name: object) -> int:
        """Return the place of a column; the first one after noting that there is none."""
        place = self.places.get(normal(name)) if isinstance(name, str) else None
        if place is None and name is not None:
            self.note("E_MAP", path, "column", found=quote(name), names=_listed(self.names))
        return place or 0

    def source(self, question: str, given: object) -> Source | None:
        """Return where a question's answer comes from; None for a map that says nothing of it."""
        if given is None:
            return None
        path = f"answers.{question}"
        if isinstance(given, str):
            return Source(column=self.column(path, given))
        own = record(given)
        column = self.column(path, own.get("column", ""))
        value, decimal = own.get("value"), own.get("decimal")
        if decimal not in (None, ".", ","):
            self.note("E_MAP", f"{path}.decimal", "decimal", found=quote(decimal))
            decimal = None
        if value is None:
            return Source(column=column)
        if (question, str(value)) not in self.cuts:
            names = [name for asked, name in self.cuts if asked == question]
            self.note("E_MAP", f"{path}.value", "value", found=quote(value), names=_listed(names))
            return None
        try:
            cut = read_cut(*self.cuts[question, str(value)], own)
        except EngineError as refused:
            self.problems.extend(refused.problems)
            return None
        return Source(column=column, cut=cut, decimal=None if decimal is None else str(decimal))

    def note(self, code: str, path: str, case: str, **values: object) -> None:
        """Note a problem of one place of the map."""
        self.problems.append(Problem(code, path, {"key": path, **values}, case))


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:30]) + (" …" if len(names) > 30 else "") or "-"
