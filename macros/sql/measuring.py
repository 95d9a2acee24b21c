"""From the cells of a table to the scores of dimensions: the first steps of every statement."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import lcm

from assessments.questionnaires.definition import LEVELS, Definition
from assessments.questionnaires.measuring import INSUFFICIENT, NA, OK
from macros.sql.expressions import case, column, either, quoted, switch, tenths, total
from macros.sql.step import Step

NOT_APPLICABLE, OPEN, MALFORMED = "-1", "-2", "-3"
"""Stand among the levels, as in the engine; the last for a cell that is no answer."""

ANSWERS = {
    "''": OPEN,
    **{quoted(str(level)): str(level) for level in range(LEVELS)},
    quoted("na"): NOT_APPLICABLE,
}
FLAGS = {"''": "0", "'0'": "0", "'false'": "0", "'1'": "1", "'true'": "1"}
"""What cells may hold, as text: numbers are never cast, because '2.6' would become 3 somewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A dimension, and the columns that hold what its answers add up to."""

    id: str
    weight: int
    questions: tuple[str, ...]
    """Columns of its questions."""

    @property
    def name(self) -> str:
        """What the names of its columns begin with."""
        return column(self.id)

    @property
    def ok(self) -> str:
        """The condition that it has a score."""
        return f"{self.name}_state = {quoted(OK)}"

    @property
    def insufficient(self) -> str:
        """The condition that too few of its questions are answered."""
        return f"{self.name}_state = {quoted(INSUFFICIENT)}"

    @property
    def parts(self) -> str:
        """The unrounded score times `unit`, NULL without a score."""
        return f"{self.name}_parts"

    @property
    def tenths(self) -> str:
        """The rounded score in tenths of a point, NULL without a score."""
        return f"{self.name}_tenths"


def dimensions_of(definition: Definition) -> tuple[Measured, ...]:
    """Return the dimensions of a definition."""
    return tuple(
        Measured(
            id=each.id,
            weight=each.weight,
            questions=tuple(map(column, definition.questions[each.start : each.stop])),
        )
        for each in definition.dimensions
    )


def unit(definition: Definition) -> int:
    """Return in how many parts a point is counted: 3 * the common multiple of possible counts."""
    most = max(each.stop - each.start for each in definition.dimensions)
    return 3 * lcm(*range(1, most + 1))


def measuring_steps(definition: Definition) -> list[Step]:
    """Return levels, counts, states and scores."""
    return [_levels(definition), _counts(definition), _states(definition), _scores(definition)]


def _levels(definition: Definition) -> Step:
    def read(name: str, known: dict[str, str]) -> str:
        return switch(f"COALESCE(CAST({name} AS TEXT), '')", known, MALFORMED)

    answers = {name: read(name, ANSWERS) for name in map(column, definition.questions)}
    flags = {name: read(name, FLAGS) for name in map(column, definition.flags)}
    return Step(name="levels", adds=answers | flags)


def _counts(definition: Definition) -> Step:
    adds: dict[str, str] = {}
    for each in dimensions_of(definition):
        given = [case([(f"{name} >= 0", name)], "0") for name in each.questions]
        # As long numbers: PostgreSQL and Spark refuse products that leave 32 bits.
        adds[f"{each.name}_points"] = f"CAST({total(given)} AS BIGINT)"
        adds[f"{each.name}_answered"] = _count(each.questions, ">= 0")
        adds[f"{each.name}_na"] = _count(each.questions, f"= {NOT_APPLICABLE}")
    cells = map(column, (*definition.questions, *definition.flags))
    adds["malformed_cells"] = _count(cells, f"= {MALFORMED}")
    return Step(name="counts", adds=adds)


def _count(names: Iterable[str], condition: str) -> str:
    return total(case([(f"{name} {condition}", "1")], "0") for name in names)


def _states(definition: Definition) -> Step:
    adds: dict[str, str] = {}
    for each in dimensions_of(definition):
        items, na, answered = len(each.questions), f"{each.name}_na", f"{each.name}_answered"
        few = either([f"2 * {na} > {items}", f"4 * {answered} < 3 * ({items} - {na})"])
        states = [(f"{na} = {items}", quoted(NA)), (few, quoted(INSUFFICIENT))]
        adds[f"{each.name}_state"] = case(states, quoted(OK))
    return Step(name="states", adds=adds)


def _scores(definition: Definition) -> Step:
    common = unit(definition) // 3
    adds: dict[str, str] = {}
    for each in dimensions_of(definition):
        points, answered = f"{each.name}_points", f"{each.name}_answered"
        shares = {
            str(count): f"{100 * common // count} * {points}"
            for count in range(1, len(each.questions) + 1)
        }
        adds[each.parts] = case([(each.ok, switch(answered, shares))])
    return Step(name="scores", adds=adds)


def rounded(definition: Definition) -> dict[str, str]:
    """Return the rounded scores of the dimensions, in tenths."""
    whole = unit(definition)
    return {
        each.tenths: tenths(each.parts, str(whole), whole) for each in dimensions_of(definition)
    }
