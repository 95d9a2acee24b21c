"""How complete a strategy canvas is, and how well its parts hang together.

completeness = sum of group weight * group score, 0 to 100
overall      = 60 % completeness + 40 % traceability, 0 to 100
Below 50 of traceability or 40 of completeness the band is at most "draft".
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from assessments.border.problems import Problem
from assessments.border.step import Step
from assessments.calculators.canvas import EMPTY, Group, Links, read_field, read_links, share
from assessments.calculators.duplicates import duplicates
from assessments.calculators.inputs import ACROSS
from assessments.calculators.outcome import Outcome
from assessments.calculators.parameters import band_at, fraction, parameter, parameter_list
from assessments.calculators.values import Value, Values, mapping, rows
from assessments.numbers.exact import plain
from assessments.numbers.rounding import round_half_up

CAP = "draft"
"""The best band of a canvas with too few links or too many gaps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Canvas:
    """The canvas as a whole."""

    groups: Sequence[Group]
    links: Links
    completeness_weight: Fraction
    """In the overall, in percent."""

    @property
    def completeness(self) -> Fraction:
        """From 0 to 100."""
        weighted = (group.weight * group.score for group in self.groups)
        return sum(weighted, Fraction(0)) / 100

    @property
    def overall(self) -> Fraction:
        """From 0 to 100."""
        rest = 100 - self.completeness_weight
        weighted = self.completeness_weight * self.completeness + rest * self.links.traceability
        return weighted / 100


def check_names(_value: Value, values: Values) -> Iterator[Problem]:
    """Each goal and each task has a name of its own."""
    yield from duplicates(rows(values, "goals"), "goals", "id")
    yield from duplicates(rows(values, "tasks"), "tasks", "id")


CHECKS = {ACROSS: check_names}


def calculate(values: Values, definition: Mapping[str, object]) -> Outcome:
    """Return completeness, traceability, the overall and the loose ends."""
    canvas = Canvas(
        groups=tuple(_groups(values, definition)),
        links=read_links(values),
        completeness_weight=parameter(definition, "completeness_percent"),
    )
    overall = round_half_up(canvas.overall)
    band = band_at(definition, overall)
    flags = tuple(_caps(canvas, definition)) if band not in _up_to_cap(definition) else ()
    groups = {group.id: round_half_up(group.score) for group in canvas.groups}
    return Outcome(
        outputs={
            "groups": groups,
            "completeness": round_half_up(canvas.completeness),
            "traceability": round_half_up(canvas.links.traceability),
            "overall": overall,
            "band": CAP if flags else band,
            "orphans": [":".join(orphan) for orphan in canvas.links.orphans],
        },
        flags=flags,
        notes=tuple(_notes(canvas)),
        working=tuple(_working(canvas)),
        picture={
            "bars": [{"id": name, "value": score} for name, score in groups.items()],
            "maximum": 100,
        },
    )


def _groups(values: Values, definition: Mapping[str, object]) -> Iterator[Group]:
    given = mapping(values, "fields")
    full = parameter(definition, "full_text")
    for group in parameter_list(definition, "groups"):
        if not isinstance(group, Mapping):
            continue
        fields = {name: given.get(name) for name in group["fields"]}
        yield Group(
            id=group["id"],
            weight=fraction(group["weight"]),
            fields={
                name: read_field(record, full) if isinstance(record, Mapping) else EMPTY
                for name, record in fields.items()
            },
        )


def _up_to_cap(definition: Mapping[str, object]) -> Sequence[str]:
    bands = definition["bands"]
    names = [band["id"] for band in bands] if isinstance(bands, list | tuple) else []
    return names[: names.index(CAP) + 1]


def _caps(canvas: Canvas, definition: Mapping[str, object]) -> Iterator[Step]:
    traceability = round_half_up(canvas.links.traceability)
    completeness = round_half_up(canvas.completeness)
    overall = round_half_up(canvas.overall)
    if traceability < parameter(definition, "trace_minimum"):
        scores = {"overall": overall, "traceability": traceability}
        yield Step(code="CAPPED_TRACE", values=scores)
    if completeness < parameter(definition, "completeness_minimum"):
        scores = {"overall": overall, "completeness": completeness}
        yield Step(code="CAPPED_COMPLETENESS", values=scores)


def _notes(canvas: Canvas) -> Iterator[Step]:
    fields = [field for group in canvas.groups for field in group.fields.values()]
    doubled = sum(field.doubled for field in fields)
    if doubled:
        yield Step(code="LENGTH_COUNTS_DOUBLE", values={"count": doubled})


def _working(canvas: Canvas) -> Iterator[Step]:
    for group in canvas.groups:
        for name, field in group.fields.items():
            points = {"text": field.text, "evidence": field.evidence, "points": field.points}
            yield Step(code=name, values={**points, "owner_date": field.owner_date})
    groups = {group.id: plain(group.score, 1) for group in canvas.groups}
    completeness = plain(canvas.completeness, 1)
    yield Step(code="completeness", values={**groups, "completeness": completeness})
    yield from _link_steps(canvas.links)
    parts = {"completeness": completeness, "traceability": plain(canvas.links.traceability, 1)}
    yield Step(code="overall", values={**parts, "overall": plain(canvas.overall, 1)})


def _link_steps(links: Links) -> Iterator[Step]:
    parts = {
        "goals_linked": links.goals,
        "tasks_linked": links.tasks,
        "tasks_resourced": links.resources,
    }
    for code, pairs in parts.items():
        counts = {"linked": sum(linked for _, linked in pairs), "total": len(pairs)}
        yield Step(code=code, values={**counts, "share": plain(share(pairs), 1)})
    for kind, name in links.orphans:
        yield Step(code=f"orphan_{kind}", values={"id": name})
    shares = {
        "goals": plain(share(links.goals), 1),
        "tasks": plain(share(links.tasks), 1),
        "resources": plain(share(links.resources), 1),
    }
    traceability = plain(links.traceability, 1)
    yield Step(code="traceability", values={**shares, "traceability": traceability})
