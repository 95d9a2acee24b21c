"""How complete a strategy canvas is, and how well its parts hang together.

completeness = sum of group weight * group score, 0 to 100
overall      = 60% completeness + 40% traceability, 0 to 100
Below 50 of traceability or 40 of completeness the band is at most "draft".
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from assessments.border.problems import Problem
from assessments.border.records import unfit
from assessments.border.step import Step
from assessments.calculators.checks import duplicates
from assessments.calculators.definition import CalculatorDefinition
from assessments.calculators.formula import Formula, Outcome
from assessments.calculators.formula_parts.canvas import (
    EMPTY,
    Group,
    Links,
    read_field,
    read_links,
    share,
)
from assessments.calculators.needs import (
    NUMBER,
    TEXT,
    WHOLE,
    list_of,
    map_of,
    optional,
    record_of,
    rows_of,
)
from assessments.calculators.steps import Shown, step
from assessments.calculators.values import Values, mapping, number, rows, text, texts
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


def check_names(values: Values, _definition: CalculatorDefinition) -> Iterator[Problem]:
    """Each goal and each task has a name of its own."""
    yield from duplicates(rows(values, "goals"), "goals", "id")
    yield from duplicates(rows(values, "tasks"), "tasks", "id")


def calculate(values: Values, definition: CalculatorDefinition) -> Outcome:
    """Return completeness, traceability, the overall and the loose ends."""
    canvas = Canvas(
        groups=tuple(_groups(values, definition)),
        links=read_links(values),
        completeness_weight=definition.number("completeness_percent"),
    )
    overall = round_half_up(canvas.overall)
    band = definition.band_at(overall)
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


def _groups(values: Values, definition: CalculatorDefinition) -> Iterator[Group]:
    given = mapping(values, "fields")
    full = definition.number("full_text")
    for group in rows(definition.parameters, "groups"):
        fields = {name: given.get(name) for name in texts(group, "fields")}
        yield Group(
            id=text(group, "id"),
            weight=number(group, "weight"),
            fields={
                name: read_field(record, full) if isinstance(record, Mapping) else EMPTY
                for name, record in fields.items()
            },
        )


def _up_to_cap(definition: CalculatorDefinition) -> Sequence[str]:
    names = definition.band_ids
    return names[: names.index(CAP) + 1]


def _caps(canvas: Canvas, definition: CalculatorDefinition) -> Iterator[Step]:
    traceability = round_half_up(canvas.links.traceability)
    completeness = round_half_up(canvas.completeness)
    overall = round_half_up(canvas.overall)
    if traceability < definition.number("trace_minimum"):
        scores = {"overall": overall, "traceability": traceability}
        yield Step(code="CAPPED_TRACE", values=scores)
    if completeness < definition.number("completeness_minimum"):
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
    weighed = sum(
        (group.weight / 100 * Fraction(plain(group.score, 1)) for group in canvas.groups),
        Fraction(0),
    )
    yield step(
        "completeness",
        {**groups, "completeness": completeness},
        lambda shown: weighed == shown.completeness,
    )
    yield from _link_steps(canvas.links)
    parts = {"completeness": completeness, "traceability": plain(canvas.links.traceability, 1)}
    share = canvas.completeness_weight / 100
    yield step(
        "overall",
        {**parts, "overall": plain(canvas.overall, 1)},
        lambda shown: (
            share * shown.completeness + (1 - share) * shown.traceability == shown.overall
        ),
    )


def _link_steps(links: Links) -> Iterator[Step]:
    parts = {
        "goals_linked": links.goals,
        "tasks_linked": links.tasks,
        "tasks_resourced": links.resources,
    }
    for code, pairs in parts.items():
        counts = {"linked": sum(linked for _, linked in pairs), "total": len(pairs)}
        told = {**counts, "share": plain(share(pairs), 1)}
        # Where there is nothing to link, 0 ÷ 0 counts as 0.
        yield step(code, told, *([_is_share] if pairs else []))
    for kind, name in links.orphans:
        yield Step(code=f"orphan_{kind}", values={"id": name})
    shares = {
        "goals": plain(share(links.goals), 1),
        "tasks": plain(share(links.tasks), 1),
        "resources": plain(share(links.resources), 1),
    }
    traceability = plain(links.traceability, 1)
    yield step(
        "traceability",
        {**shares, "traceability": traceability},
        lambda shown: (shown.goals + shown.tasks + shown.resources) / 3 == shown.traceability,
    )


def _is_share(shown: Shown) -> bool:
    return shown.linked / shown.total == shown.share / 100


def sentences_of_fields(definition: CalculatorDefinition) -> Mapping[str, str]:
    """Return a sentence for each field, and the one that adds up the groups."""
    groups = rows(definition.parameters, "groups")
    fields = [name for group in groups for name in texts(group, "fields")]
    ids = [text(group, "id") for group in groups]
    return {
        **dict.fromkeys(fields, "text evidence owner_date points"),
        "completeness": " ".join((*ids, "completeness")),
    }


def prove_groups(definition: CalculatorDefinition) -> Iterator[Problem]:
    """Each field of a group is one that the input offers."""
    fields = definition.input("fields").option_ids()
    for position, group in enumerate(rows(definition.parameters, "groups")):
        for place, name in enumerate(texts(group, "fields")):
            if name not in fields:
                path = f"parameters.groups[{position}].fields[{place}]"
                yield unfit(path, "known_id", name, options=", ".join(fields))


FORMULA = Formula(
    name="strategy-canvas",
    calculate=calculate,
    inputs={
        "fields": map_of(
            record_of(
                {
                    "text": optional(TEXT),
                    "evidence": optional(WHOLE),
                    "owner": optional(TEXT),
                    "date": optional(TEXT),
                }
            )
        ),
        "opportunities": list_of(TEXT),
        "goals": rows_of({"id": TEXT, "opportunity": optional(TEXT)}),
        "tasks": rows_of({"id": TEXT, "goal": optional(TEXT), "resource": NUMBER}),
    },
    parameters={
        "full_text": NUMBER,
        "completeness_percent": NUMBER,
        "trace_minimum": NUMBER,
        "completeness_minimum": NUMBER,
        "groups": rows_of(
            {"id": TEXT, "weight": NUMBER, "fields": list_of(TEXT, least=1)}, least=1
        ),
    },
    outputs={
        "overall": "number",
        "band": "choice",
        "completeness": "number",
        "traceability": "number",
        "groups": ("key", "value"),
        "orphans": "list",
    },
    bands=(CAP,),
    flags={"CAPPED_TRACE": "overall traceability", "CAPPED_COMPLETENESS": "overall completeness"},
    notes={"LENGTH_COUNTS_DOUBLE": "count"},
    working={
        "goals_linked": "linked total share",
        "tasks_linked": "linked total share",
        "tasks_resourced": "linked total share",
        "orphan_goal": "id",
        "orphan_task": "id",
        "orphan_resource": "id",
        "traceability": "goals tasks resources traceability",
        "overall": "completeness traceability overall",
    },
    own_working=sentences_of_fields,
    errors={"E_DUP_ID": "found"},
    across=check_names,
    proofs=prove_groups,
    by_limits=True,
    picture="bars",
)
