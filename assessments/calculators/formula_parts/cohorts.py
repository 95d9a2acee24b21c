"""A funnel beside the reader's own usual rates: given ones, or those of earlier cohorts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from assessments.border.problems import Places, Problem
from assessments.border.step import Step
from assessments.calculators.checks import duplicates
from assessments.calculators.needs import NUMBER, TEXT, WHOLE, list_of, optional, rows_of
from assessments.calculators.steps import step
from assessments.calculators.values import Values, items, optional_number, rows, text
from assessments.numbers.exact import plain
from assessments.numbers.rounding import round_half_up

FEW = "few"
"""Stands for a difference of so few cases that a single one would decide it."""

INPUTS = {
    "stages": rows_of({"name": TEXT, "count": WHOLE, "usual": optional(NUMBER)}, least=2),
    "cohort": optional(TEXT),
    "followed": optional(WHOLE),
    "cohorts": optional(
        rows_of({"name": TEXT, "followed": optional(WHOLE), "counts": list_of(WHOLE)})
    ),
}
OUTPUTS: dict[str, str | tuple[str, ...]] = {
    "furthest_below": "text",
    "against_usual": ("step", "rate", "usual", "difference"),
    "by_cohort": ("name", "first", "last", "overall"),
}
NOTES = {
    "FEW_CASES": "names limit",
    "NOT_EQUALLY_OLD": "names",
    "NONE_BELOW": "",
    "BELOW_USUAL": "step",
}
WORKING = {"usual": "from to before after usual", "against": "from to rate usual difference"}
ERRORS = {"E_FIRST_USUAL": "", "E_COHORT_LENGTH": "found stages", "E_DUP_ID": "found"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One step of the funnel beside its usual rate."""

    before: str
    after: str
    cases: int
    """In the stage before."""
    rate: Fraction | None
    usual: Fraction | None
    """In per cent; None where nobody says it."""
    few: Fraction

    @property
    def name(self) -> str:
        """The step as the report names it."""
        return f"{self.before}→{self.after}"

    @property
    def difference(self) -> Decimal | str | None:
        """Points above the usual rate; FEW of few cases, None where one of the two is missing."""
        if self.rate is None or self.usual is None:
            return None
        return FEW if self.cases < self.few else round_half_up(self.rate - self.usual)

    def as_row(self) -> dict[str, object]:
        """Return the step as the report gives it."""
        rate, usual = (
            None if each is None else round_half_up(each) for each in (self.rate, self.usual)
        )
        return {"step": self.name, "rate": rate, "usual": usual, "difference": self.difference}


def check_cohorts(values: Values) -> Iterator[Problem]:
    """Only steps have a usual rate, and an earlier cohort went through the same stages."""
    stages = rows(values, "stages")
    if stages and stages[0]["usual"] is not None:
        yield Problem("E_FIRST_USUAL", "stages[0].usual")
    yield from duplicates(rows(values, "cohorts"), "cohorts", "name")
    for position, cohort in enumerate(rows(values, "cohorts")):
        place, counts = f"cohorts[{position}].counts", items(cohort, "counts")
        if len(counts) != len(stages):
            yield Problem("E_COHORT_LENGTH", place, {"found": len(counts), "stages": len(stages)})
        for number, (limit, found) in enumerate(pairwise(counts), 1):
            if isinstance(limit, int) and isinstance(found, int) and found > limit:
                before = Places((f"{place}[{number - 1}]",))
                amounts = {"found": found, "limit": limit, "whole": before}
                yield Problem("E_STAGE_INCREASE", f"{place}[{number}]", amounts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What the optional inputs ask for; nothing where none of them is given."""

    steps: Sequence[Compared]
    earlier: Sequence[Values]
    """Cohorts that were followed as long as this one."""
    pooled: Sequence[tuple[int, int] | None]
    """Cases before and after each step in these, where the usual rate comes from them."""
    left_out: Sequence[str]


def comparison(values: Values, few: Fraction) -> Comparison:
    """Return each step beside its usual rate."""
    stages = rows(values, "stages")
    followed = values["followed"]
    cohorts = rows(values, "cohorts")
    unlike = [
        each for each in cohorts if None not in (followed, each["followed"])
        and each["followed"] != followed
    ]  # fmt: skip
    earlier = [each for each in cohorts if each not in unlike]
    pooled: list[tuple[int, int] | None] = []
    steps = []
    for number, (before, after) in enumerate(pairwise(stages)):
        cases, left = _count(before), _count(after)
        sums = None if after["usual"] is not None else _pooled(earlier, number)
        pooled.append(sums)
        steps.append(
            Compared(
                before=text(before, "name"),
                after=text(after, "name"),
                cases=cases,
                rate=Fraction(100 * left, cases) if cases else None,
                usual=optional_number(after, "usual")
                if sums is None
                else Fraction(100 * sums[1], sums[0]),
                few=few,
            )
        )
    names = [text(each, "name") for each in unlike]
    return Comparison(steps=steps, earlier=earlier, pooled=pooled, left_out=names)


def _count(stage: Values) -> int:
    count = stage["count"]
    return count if isinstance(count, int) else 0


def _pooled(cohorts: Sequence[Values], number: int) -> tuple[int, int] | None:
    """Return the cases before and after a step of all cohorts; None where there are none before."""
    counts = [[each for each in items(row, "counts") if isinstance(each, int)] for row in cohorts]
    before, after = (sum(each[place] for each in counts) for place in (number, number + 1))
    return (before, after) if before else None


def cohort_outputs(values: Values, found: Comparison) -> dict[str, object]:
    """Return the steps beside their usual rates, and the cohorts, where any are given."""
    outputs: dict[str, object] = {}
    if any(each.usual is not None for each in found.steps):
        lowest = _furthest_below(found.steps)
        outputs["furthest_below"] = lowest.name if lowest else None
        outputs["against_usual"] = [each.as_row() for each in found.steps]
    if cohorts := rows(values, "cohorts"):
        own = {"name": text(values, "cohort") or None, "counts": _counts(values)}
        outputs["by_cohort"] = [_cohort(each) for each in (*cohorts, own)]
    return outputs


def _counts(values: Values) -> tuple[int, ...]:
    return tuple(_count(each) for each in rows(values, "stages"))


def _cohort(cohort: Values) -> dict[str, object]:
    counts = [each for each in items(cohort, "counts") if isinstance(each, int)]
    first, last = counts[0], counts[-1]
    overall = round_half_up(Fraction(100 * last, first)) if first else None
    return {"name": cohort["name"], "first": first, "last": last, "overall": overall}


def _furthest_below(steps: Sequence[Compared]) -> Compared | None:
    """Return the step that lies furthest below its usual rate, the first of equal ones."""
    below = [each for each in steps if _points(each) < 0]
    return min(below, key=_points, default=None)


def _points(compared: Compared) -> Decimal:
    return compared.difference if isinstance(compared.difference, Decimal) else Decimal(0)


def cohort_notes(found: Comparison) -> Iterator[Step | str]:
    """Name the step to look at, or say that there is none, and what cannot be compared."""
    if found.left_out:
        yield Step(code="NOT_EQUALLY_OLD", values={"names": list(found.left_out)})
    compared = [each for each in found.steps if each.difference is not None]
    few = [each.name for each in compared if each.difference == FEW]
    if few:
        yield Step(code="FEW_CASES", values={"names": few, "limit": plain(found.steps[0].few)})
    lowest = _furthest_below(compared)
    if lowest is not None:
        yield Step(code="BELOW_USUAL", values={"step": lowest.name})
    elif len(compared) > len(few):
        yield "NONE_BELOW"


def cohort_steps(found: Comparison) -> Iterator[Step]:
    """Reckon the usual rates, and how far each step lies from its own."""
    for compared, sums in zip(found.steps, found.pooled, strict=True):
        names = {"from": compared.before, "to": compared.after}
        if sums is not None and compared.usual is not None:
            counts = {"before": sums[0], "after": sums[1], "usual": round_half_up(compared.usual)}
            yield step(
                "usual",
                {**names, **counts},
                lambda shown: shown.after / shown.before == shown.usual / 100,
            )
        if isinstance(compared.difference, Decimal):
            row: Mapping[str, object] = compared.as_row()
            told = {name: row[name] for name in ("rate", "usual", "difference")}
            yield step(
                "against",
                {**names, **told},
                lambda shown: shown.rate - shown.usual == shown.difference,
            )
