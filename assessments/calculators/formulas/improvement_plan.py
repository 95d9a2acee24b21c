"""Turn gaps into a ranked list of actions.

gap = max(0, target - current);  priority = gap * importance / effort
Order: priority, then importance, both highest first, then name.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from assessments.border.problems import Problem
from assessments.border.step import Step
from assessments.calculators.checks import duplicates
from assessments.calculators.definition import CalculatorDefinition
from assessments.calculators.formula import Formula, Outcome
from assessments.calculators.needs import COUNTED_FROM_ONE, NUMBER, TEXT, WHOLE, rows_of
from assessments.calculators.steps import step
from assessments.calculators.values import Values, number, rows, text, whole
from assessments.numbers.exact import plain
from assessments.numbers.rounding import round_half_up


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing that could be better."""

    id: str
    current: Fraction
    target: Fraction
    importance: int
    effort: int

    @property
    def gap(self) -> Fraction:
        """Points from 0 to 100 that are missing."""
        return max(Fraction(0), self.target - self.current)

    @property
    def priority(self) -> Fraction:
        """From 0 to 500; compares items of one list only."""
        return self.gap * self.importance / self.effort


def check_names(values: Values, _definition: CalculatorDefinition) -> Iterator[Problem]:
    """Each item has a name of its own."""
    return duplicates(rows(values, "items"), "items", "id")


def calculate(values: Values, _definition: CalculatorDefinition) -> Outcome:
    """Return all items in order, and the first of them that have a gap."""
    ranked = sorted(_items(values), key=lambda each: (-each.priority, -each.importance, each.id))
    open_items = [item for item in ranked if item.gap > 0]
    plan = open_items[: whole(values, "top")]
    return Outcome(
        outputs={
            "open_items": len(open_items),
            "ranked": [
                {"id": each.id, "gap": round_half_up(each.gap), "priority": _rounded(each)}
                for each in ranked
            ],
            "plan": [item.id for item in plan],
        },
        flags=() if open_items else ("NO_GAP",),
        notes=tuple(_ties(open_items, len(plan))),
        working=tuple(_working(ranked, len(open_items), len(plan))),
        picture=_picture(open_items),
        whole=len(ranked),
    )


def _picture(open_items: Sequence[Item]) -> Mapping[str, object] | None:
    """Return a bar for each gap; without a gap there is nothing to draw."""
    bars = [{"id": each.id, "value": _rounded(each)} for each in open_items]
    return {"bars": bars, "own_names": True} if bars else None


def _items(values: Values) -> Iterator[Item]:
    for row in rows(values, "items"):
        yield Item(
            id=text(row, "id"),
            current=number(row, "current"),
            target=number(row, "target"),
            importance=whole(row, "importance"),
            effort=whole(row, "effort"),
        )


def _rounded(item: Item) -> object:
    return round_half_up(item.priority)


def _ties(open_items: Sequence[Item], taken: int) -> Iterator[Step]:
    if 0 < taken < len(open_items):
        last, following = open_items[taken - 1 : taken + 1]
        if last.priority == following.priority:
            yield Step(code="TIED", values={"first": last.id, "next": following.id})


def _working(ranked: Sequence[Item], open_items: int, taken: int) -> Iterator[Step]:
    for item in ranked:
        scores = {"id": item.id, "current": plain(item.current), "target": plain(item.target)}
        if item.gap == 0:
            yield Step(code="reached", values=scores)
            continue
        factors = {"gap": plain(item.gap), "importance": item.importance, "effort": item.effort}
        priority = plain(item.priority, 1)
        yield step(
            "item",
            {**scores, **factors, "priority": priority},
            lambda shown: shown.target - shown.current == shown.gap,
            lambda shown: shown.gap * shown.importance / shown.effort == shown.priority,
        )
    yield Step(code="plan", values={"open": open_items, "total": len(ranked), "taken": taken})


FORMULA = Formula(
    name="improvement-plan",
    calculate=calculate,
    inputs={
        "items": rows_of(
            {
                "id": TEXT,
                "current": NUMBER,
                "target": NUMBER,
                "importance": WHOLE,
                "effort": COUNTED_FROM_ONE,
            }
        ),
        "top": WHOLE,
    },
    outputs={"open_items": "number", "plan": "list", "ranked": ("id", "gap", "priority")},
    flags={"NO_GAP": ""},
    notes={"TIED": "first next"},
    working={
        "item": "id current target gap importance effort priority",
        "reached": "id current target",
        "plan": "open total taken",
    },
    errors={"E_DUP_ID": "found"},
    across=check_names,
    picture="bars",
)
