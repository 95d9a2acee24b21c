"""Gather what is wrong with an input, each with its place, in the order of the definition."""

from dataclasses import dataclass, field, replace

from assessments.border.problems import Problem
from assessments.border.quoting import quote
from assessments.calculators.inputs import Input
from assessments.words import Phrase

CODES = {
    "type": "E_TYPE",
    "integer": "E_INTEGER",
    "range": "E_RANGE",
    "choice": "E_ENUM",
    "date": "E_DATE",
    "currency": "E_CURRENCY",
    "missing": "E_MISSING",
    "empty": "E_EMPTY",
    "length": "E_SHAPE",
    "row": "E_SHAPE",
    "key": "E_SHAPE",
}
"""Fault of a value -> its code, unless the input's `errors` names another."""

NUMBER = Phrase("rule.number")

WRONG_TYPES = ("E_TYPE", "E_NUMBER")
"""Codes of a value of the wrong type: a missing list too, in tools that have only E_NUMBER."""

CASES = {"rule.number": "number", "rule.integer": "integer"}
"""Rule that a value breaks -> the case whose hint says how to write such a value."""

AFTER_ALL = 1_000_000
"""Comes after the position of any field."""

WHOLE_INPUT = Input(type="record")
"""What a problem of the input as a whole is about."""


class UnreadError(Exception):
    """One value has no reading; what is wrong with it is noted already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a value stands: in the input, and in the definition's inputs."""

    path: str = ""
    name: str = ""
    """accounts[].class: the path without positions."""
    order: tuple[int, ...] = ()
    """Positions in the definition, outermost first."""
    positions: tuple[int, ...] = ()
    """Positions in the input, outermost first."""

    def field(self, order: int, name: str) -> "Place":
        """Return the place of a named field."""
        dot = "." if self.path else ""
        return replace(
            self,
            path=f"{self.path}{dot}{name}",
            name=f"{self.name}{dot}{name}",
            order=(*self.order, order),
        )

    def item(self, position: int, step: str = "") -> "Place":
        """Return the place of an item of a list, or of a value of a map."""
        return replace(
            self,
            path=f"{self.path}.{step}" if step else f"{self.path}[{position}]",
            name=f"{self.name}[]",
            positions=(*self.positions, position),
        )

    def after_parts(self) -> "Place":
        """Return the place of what the parts of a value are together."""
        return replace(self, order=(*self.order, AFTER_ALL))


@dataclass(slots=True, kw_only=True)
class InputProblems:
    """The problems of one input."""

    wrong_type: str = CODES["type"]
    """The tool's code for a value of the wrong type."""
    noted: list[tuple[Place, Problem]] = field(default_factory=list)

    def note(
        self, about: Input, place: Place, fault: str, case: str = "", **values: object
    ) -> None:
        """Note a fault, under the code that the input gives to it."""
        problem = Problem(self.code(about, fault), place.path, values, case)
        self.noted.append((place, problem))

    def refuse(
        self, about: Input, place: Place, fault: str, given: object, rule: Phrase = NUMBER
    ) -> UnreadError:
        """Note that a value breaks the rule of its place, and return what to raise."""
        wrong_type = self.code(about, fault) in WRONG_TYPES
        case = CASES.get(rule.key, "kind") if wrong_type else ""
        self.note(about, place, fault, case, rule=rule, found=quote(given))
        return UnreadError()

    def code(self, about: Input, fault: str) -> str:
        """Return the code of a fault."""
        default = self.wrong_type if fault == "type" else CODES[fault]
        return about.errors.get(fault, default)

    def add(self, place: Place, problem: Problem) -> None:
        """Note a problem whose path starts at a place."""
        self.noted.append((place, replace(problem, path=place.path + problem.path)))

    def in_order(self) -> tuple[Problem, ...]:
        """Return what was noted, in the order of the definition, then of the input."""
        ordered = sorted(self.noted, key=lambda each: (each[0].order, each[0].positions))
        return tuple(problem for _, problem in ordered)
