"""Who decides at the customer, who influences whom, and where we stand with each of them.

effective_i = influence_i + sum over arrows i -> j of strength * influence_j      (one step)
support     = sum(effective * attitude) / (2 * sum(effective)), from -1 to 1
support index = 50 * (1 + support);  penetration = 100 * sum(effective * access) / (3 * sum)
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from assessments.border.problems import Problem
from assessments.border.quoting import quote
from assessments.border.step import Step
from assessments.calculators.checks import duplicates
from assessments.calculators.definition import CalculatorDefinition
from assessments.calculators.formula import Formula, Outcome
from assessments.calculators.needs import NUMBER, POSITIVE, TEXT, WHOLE, choice, list_of, rows_of
from assessments.calculators.steps import Equation, Shown, step
from assessments.calculators.values import (
    UNREAD,
    Value,
    Values,
    items,
    number,
    rows,
    table,
    text,
    whole,
)
from assessments.numbers.exact import plain
from assessments.numbers.rounding import round_half_up

ROLES = ("EB", "TB", "UB", "COACH")
"""Economic, technical and user buyer, and the coach who helps us."""

HIGHEST_ATTITUDE = 2
HIGHEST_ACCESS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person of the customer, under an alias."""

    id: str
    roles: frozenset[str]
    influence: Fraction
    effective: Fraction
    """Influence with that of the people whom this person influences."""
    attitude: int
    access: int
    owner: str
    """Our contact; empty where there is none."""

    def covers(self, role: str) -> bool:
        """Return whether we reach the role through this person."""
        if role not in self.roles:
            return False
        return self.attitude >= 1 and self.access >= 2 if role == "COACH" else self.access >= 1


People = Sequence[Person]


def check_people(value: Value, _before: Values) -> Iterator[Problem]:
    """Each person stands once."""
    return duplicates(table(value), "", "id")


def check_edges(value: Value, before: Values) -> Iterator[Problem]:
    """An arrow leads from one known person to another."""
    known = {str(row["id"]).strip() for row in rows(before, "people")}
    for position, edge in enumerate(table(value)):
        if UNREAD in (edge["from"], edge["to"], before["people"]):
            continue
        ends = text(edge, "from"), text(edge, "to")
        if not known.issuperset(ends) or ends[0] == ends[1]:
            found = f"{quote(ends[0])} → {quote(ends[1])}"
            yield Problem("E_EDGE", f"[{position}]", {"found": found})


def calculate(values: Values, definition: CalculatorDefinition) -> Outcome:
    """Return the map's numbers, its gaps and the posture."""
    people = _people(values)
    influence = _total(people)
    support = sum((each.effective * each.attitude for each in people), Fraction(0))
    reached = sum((each.effective * each.access for each in people), Fraction(0))
    index = round_half_up(50 * (1 + support / (HIGHEST_ATTITUDE * influence)))
    penetration = round_half_up(100 * reached / (HIGHEST_ACCESS * influence))
    covered = {role: any(each.covers(role) for each in people) for role in ROLES}
    flags = tuple(_flags(people, covered, definition.number("single_owner_percent")))
    posture = _posture(index, flags, definition)
    return Outcome(
        outputs={
            "posture": posture,
            "band": posture,
            "support_index": index,
            "penetration": penetration,
            "roles_covered": sum(covered.values()),
            "role_coverage": covered,
            "effective_influence": {each.id: round_half_up(each.effective, 2) for each in people},
        },
        flags=flags,
        notes=tuple(_notes(people, covered)),
        working=(
            *_effective_steps(people, values),
            _sum_step("support", support, influence, _support_index, support_index=index),
            _sum_step("penetration", reached, influence, _penetration, penetration=penetration),
            Step(code=posture, values={"support_index": index}),
        ),
        picture=_picture(people, values),
    )


def _sum_step(
    code: str, part: Fraction, total: Fraction, equation: Equation, **result: Decimal
) -> Step:
    return step(code, {"sum": plain(part), "total": plain(total), **result}, equation)


def _support_index(shown: Shown) -> bool:
    return 50 * (1 + shown.sum / (HIGHEST_ATTITUDE * shown.total)) == shown.support_index


def _penetration(shown: Shown) -> bool:
    return shown.sum / (HIGHEST_ACCESS * shown.total) * 100 == shown.penetration


def _people(values: Values) -> People:
    people = rows(values, "people")
    influence = {text(row, "id"): number(row, "influence") for row in people}
    added = dict.fromkeys(influence, Fraction(0))
    for edge in rows(values, "edges"):
        added[text(edge, "from")] += number(edge, "strength") * influence[text(edge, "to")]
    return [
        Person(
            id=text(row, "id"),
            roles=frozenset(str(role) for role in items(row, "roles")),
            influence=number(row, "influence"),
            effective=number(row, "influence") + added[text(row, "id")],
            attitude=whole(row, "attitude"),
            access=whole(row, "access"),
            owner=text(row, "owner"),
        )
        for row in people
    ]


def _total(people: People) -> Fraction:
    return sum((each.effective for each in people), Fraction(0))


def _flags(people: People, covered: Mapping[str, bool], limit: Fraction) -> Iterator[str | Step]:
    if not covered["EB"]:
        yield "EB_UNCOVERED"
    if not covered["COACH"]:
        yield "NO_COACH"
    if not covered["UB"]:
        yield "UB_BLIND"
    if any("TB" in each.roles and each.attitude == -HIGHEST_ATTITUDE for each in people):
        yield "TB_VETO"
    if any("EB" in each.roles and each.attitude <= -1 for each in people):
        yield "EB_OPPOSED"
    yield from _single_owner(people, limit)


def _single_owner(people: People, limit: Fraction) -> Iterator[Step]:
    """Flag one of ours who holds more than the limit of what we reach, among three or more."""
    reached = [each for each in people if each.access >= 1]
    held: dict[str, Fraction] = {}
    for each in reached:
        held[each.owner] = held.get(each.owner, Fraction(0)) + each.effective
    held.pop("", None)
    if len(people) < 3 or not held:
        return
    owner = max(held, key=lambda name: held[name])
    percent = round_half_up(100 * held[owner] / _total(reached))
    if percent > limit:
        yield Step(code="SINGLE_OWNER", values={"owner": owner, "percent": percent})


def _posture(index: Decimal, flags: Sequence[str | Step], definition: CalculatorDefinition) -> str:
    stopped = "TB_VETO" in flags or "EB_OPPOSED" in flags
    if stopped or index < definition.number("red_below"):
        return "red"
    green = index >= definition.number("green_from") and not flags
    return "green" if green else "amber"


def _notes(people: People, covered: Mapping[str, bool]) -> Iterator[str]:
    if not any("TB" in each.roles for each in people):
        yield "TB_MISSING"
    elif not covered["TB"]:
        yield "TB_UNREACHED"
    if any(not each.owner and each.access >= 1 for each in people):
        yield "NO_OWNER"


def _effective_steps(people: People, values: Values) -> Iterator[Step]:
    arrows = {text(edge, "from") for edge in rows(values, "edges")}
    for each in people:
        if each.id in arrows:
            added = each.effective - each.influence
            amounts = {"influence": plain(each.influence), "added": plain(added)}
            told = {"person": each.id, **amounts, "effective": plain(each.effective)}
            yield step(
                "effective", told, lambda shown: shown.influence + shown.added == shown.effective
            )


def _picture(people: People, values: Values) -> Mapping[str, object]:
    return {
        "people": [
            {
                "id": each.id,
                "roles": [role for role in ROLES if role in each.roles],
                "influence": plain(each.influence),
                "effective": round_half_up(each.effective, 2),
                "attitude": each.attitude,
                "access": each.access,
                "owner": each.owner,
            }
            for each in people
        ],
        "edges": [
            {"from": text(e, "from"), "to": text(e, "to"), "strength": plain(number(e, "strength"))}
            for e in rows(values, "edges")
        ],
    }


FORMULA = Formula(
    name="decision-chain-map",
    calculate=calculate,
    inputs={
        "people": rows_of(
            {
                "id": TEXT,
                "roles": list_of(choice(*ROLES), least=1),
                "influence": POSITIVE,
                "attitude": WHOLE,
                "access": WHOLE,
                "owner": TEXT,
            },
            least=1,
        ),
        "edges": rows_of({"from": TEXT, "to": TEXT, "strength": NUMBER}),
    },
    parameters={"red_below": NUMBER, "green_from": NUMBER, "single_owner_percent": NUMBER},
    outputs={
        "support_index": "number",
        "posture": "choice",
        "band": "choice",
        "penetration": "number",
        "roles_covered": "number",
        "role_coverage": ("key", "value"),
        "effective_influence": ("key", "value"),
    },
    bands=("red", "amber", "green"),
    flags={
        "EB_UNCOVERED": "",
        "NO_COACH": "",
        "UB_BLIND": "",
        "TB_VETO": "",
        "EB_OPPOSED": "",
        "SINGLE_OWNER": "owner percent",
    },
    notes={"TB_MISSING": "", "TB_UNREACHED": "", "NO_OWNER": ""},
    working={
        "effective": "person influence added effective",
        "support": "sum total support_index",
        "penetration": "sum total penetration",
        "red": "support_index",
        "amber": "support_index",
        "green": "support_index",
    },
    errors={"E_DUP_ID": "found", "E_EDGE": "found"},
    checks={"people": check_people, "edges": check_edges},
    picture="decision-chain",
)
