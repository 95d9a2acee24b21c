"""Service told by severity and by customer: what rows of counts add up to, and what it hides."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from assessments.border.problems import Places, Problem
from assessments.border.quoting import quote
from assessments.border.step import Step
from assessments.calculators.needs import TEXT, WHOLE, choice, optional, rows_of
from assessments.calculators.steps import step
from assessments.calculators.values import Values, rows, text, whole
from assessments.numbers.exact import plain
from assessments.numbers.rounding import round_half_up

SEVERITIES = ("P1", "P2", "P3", "P4")

COMPLAINTS = ("complaints", "complaints_closed_on_time")
COUNTS = (
    "tickets", "responded_on_time", "closed", "overdue_open", "resolved_on_time", *COMPLAINTS
)  # fmt: skip
"""What a row counts, as the whole month does."""

PARTS = (
    ("responded_on_time", ("tickets",)),
    ("resolved_on_time", ("closed", "overdue_open")),
    ("complaints_closed_on_time", ("complaints",)),
)
"""A count, and those of which it is a part."""

FEW = "few"
"""Stands for a rate of so few cases that a single one would decide it."""

KINDS = ("severity", "customer")
GROUPS = optional(
    rows_of(
        {
            "severity": optional(choice(*SEVERITIES)),
            "customer": optional(TEXT),
            **dict.fromkeys(COUNTS, WHOLE),
        }
    )
)
OUTPUTS = {
    f"by_{kind}": ("key", *COUNTS, "due", "response_on_time", "resolution_rate") for kind in KINDS
}

Rate = Decimal | str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """All requests of one severity or of one customer."""

    name: str
    counts: Mapping[str, int]
    few: Fraction
    """Rates of fewer cases are not told."""

    @property
    def due(self) -> int:
        """Requests that should have been resolved."""
        return self.counts["closed"] + self.counts["overdue_open"]

    def rate(self, part: str, total: int) -> Rate:
        """Return part / total in per cent, FEW of few cases, None of none."""
        if not total:
            return None
        if total < self.few:
            return FEW
        return round_half_up(Fraction(100 * self.counts[part], total))

    def rates(self) -> dict[str, Rate]:
        """Return the two rates of the group."""
        return {
            "response_on_time": self.rate("responded_on_time", self.counts["tickets"]),
            "resolution_rate": self.rate("resolved_on_time", self.due),
        }

    def as_row(self, left_out: Collection[str]) -> dict[str, object]:
        """Return the group as the report gives it, without counts that no row of its kind has."""
        counts = {name: count for name, count in self.counts.items() if name not in left_out}
        return {"key": self.name, **counts, "due": self.due, **self.rates()}


def check_groups(values: Values) -> Iterator[Problem]:
    """Each row names a group of its own, and the rows stay within the whole month."""
    seen: set[tuple[str, str]] = set()
    for position, row in enumerate(rows(values, "groups")):
        place = f"groups[{position}]"
        named = (str(row["severity"] or ""), str(row["customer"] or "").strip())
        if not any(named):
            yield Problem("E_NO_GROUP", place)
        elif named in seen:
            name = quote(" ".join(each for each in named if each))
            yield Problem("E_DUP_ID", place, {"found": name})
        seen.add(named)
        for part, wholes in PARTS:
            counts = [count for name in wholes if isinstance(count := row[name], int)]
            found = row[part]
            if isinstance(found, int) and len(counts) == len(wholes) and found > sum(counts):
                whole_places = Places(tuple(f"{place}.{name}" for name in wholes))
                amounts = {"found": found, "limit": sum(counts), "whole": whole_places}
                yield Problem("E_PART_GT_WHOLE", f"{place}.{part}", amounts)
    for kind in KINDS:
        yield from _sums(values, kind)


def _sums(values: Values, kind: str) -> Iterator[Problem]:
    """Hold the rows that name a severity, or a customer, to the counts of the whole month."""
    named = [row for row in rows(values, "groups") if isinstance(row[kind], str) and row[kind]]
    for name in COUNTS:
        found = sum(count for row in named if isinstance(count := row[name], int))
        limit = values[name]
        if isinstance(limit, int) and found > limit:
            amounts = {"found": found, "limit": limit, "whole": Places((name,))}
            yield Problem("E_GROUPS_EXCEED", "groups", amounts)
            return


def groups_of(values: Values, few: Fraction) -> Mapping[str, Sequence[Group]]:
    """Return severity and customer -> their groups: severities from the top, customers as given."""
    found = {kind: _groups(values, kind, few) for kind in KINDS}
    found["severity"] = sorted(found["severity"], key=lambda group: group.name)
    return found


def _groups(values: Values, kind: str, few: Fraction) -> list[Group]:
    summed: dict[str, dict[str, int]] = {}
    for row in rows(values, "groups"):
        if name := text(row, kind):
            counts = summed.setdefault(name, dict.fromkeys(COUNTS, 0))
            for count in COUNTS:
                counts[count] += whole(row, count)
    return [Group(name=name, counts=counts, few=few) for name, counts in summed.items()]


def group_outputs(groups: Mapping[str, Sequence[Group]]) -> dict[str, object]:
    """Return a table for each kind of group that the rows name."""
    return {f"by_{kind}": _table(found) for kind, found in groups.items() if found}


def _table(groups: Sequence[Group]) -> list[dict[str, object]]:
    complaints = any(group.counts["complaints"] for group in groups)
    return [group.as_row(() if complaints else COMPLAINTS) for group in groups]


def group_notes(
    values: Values,
    groups: Mapping[str, Sequence[Group]],
    response: Decimal | None,
    target: Fraction,
) -> Iterator[Step]:
    """Say whom a good average hides, what was missed at the top, what is few, what is left out."""
    every = [group for found in groups.values() for group in found]
    low = [each.name for each in every if _is_below(each, target)]
    if low and response is not None and response >= target:
        yield Step(code="HIDDEN_BY_AVERAGE", values={"names": low, "target": plain(target)})
    for group in groups["severity"]:
        late = group.counts["tickets"] - group.counts["responded_on_time"]
        unsolved = group.due - group.counts["resolved_on_time"]
        if group.name == SEVERITIES[0] and (late or unsolved):
            yield Step(code="TOP_SEVERITY_MISSED", values={"late": late, "unsolved": unsolved})
    if few := [each.name for each in every if FEW in each.rates().values()]:
        limit = next(plain(each.few) for each in every)
        yield Step(code="FEW_IN_GROUP", values={"names": few, "limit": limit})
    tickets = whole(values, "tickets")
    for kind, found in groups.items():
        counted = sum(group.counts["tickets"] for group in found)
        if found and counted < tickets:
            code = f"{kind.upper()}_INCOMPLETE"
            yield Step(code=code, values={"counted": counted, "tickets": tickets})


def _is_below(group: Group, target: Fraction) -> bool:
    rate = group.rates()["response_on_time"]
    return isinstance(rate, Decimal) and rate < target


def group_steps(groups: Mapping[str, Sequence[Group]]) -> Iterator[Step]:
    """Reckon each rate of each group."""
    for group in (group for found in groups.values() for group in found):
        counts, rates = group.counts, group.rates()
        told = {"name": group.name, "part": counts["responded_on_time"], "whole": counts["tickets"]}
        if rates["response_on_time"] is not None:
            yield _step("group_response", told, rates["response_on_time"])
        told = {"name": group.name, "part": counts["resolved_on_time"], "whole": group.due}
        if rates["resolution_rate"] is not None:
            yield _step("group_resolution", told, rates["resolution_rate"])


def _step(code: str, told: Mapping[str, object], rate: Rate) -> Step:
    if rate == FEW:
        return Step(code=f"{code}_few", values=told)
    return step(
        code,
        {**told, "rate": rate},
        lambda shown: shown.part / shown.whole == shown.rate / 100,
    )


NOTES = {
    "HIDDEN_BY_AVERAGE": "names target",
    "TOP_SEVERITY_MISSED": "late unsolved",
    "FEW_IN_GROUP": "names limit",
    "SEVERITY_INCOMPLETE": "counted tickets",
    "CUSTOMER_INCOMPLETE": "counted tickets",
}
WORKING = {
    "group_response": "name part whole rate",
    "group_response_few": "name part whole",
    "group_resolution": "name part whole rate",
    "group_resolution_few": "name part whole",
}
ERRORS = {"E_NO_GROUP": "", "E_DUP_ID": "found", "E_GROUPS_EXCEED": "found limit whole"}
