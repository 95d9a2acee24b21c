"""Whether each person meets enough customer contacts each week, well enough, and widely enough.

cadence    = mean over a person's weeks of min(1, contacts / threshold) * 100
compliance = weeks with contacts >= threshold / weeks * 100
quality    = contacts of quality 2 or 3 / contacts * 100
coverage   = different contacts of the roster met / roster * 100
index      = 40% mean cadence + 30% quality + 30% coverage, without the parts that are missing
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction

from assessments.border.problems import EngineError, Problem
from assessments.border.quoting import quote
from assessments.border.step import Step
from assessments.calculators.definition import CalculatorDefinition
from assessments.calculators.formula import Formula, Outcome
from assessments.calculators.formula_parts.contact_record import (
    MONDAY,
    Cadence,
    ContactRecord,
    days_to_monday,
    read_cadences,
    read_record,
    whole_weeks,
)
from assessments.calculators.needs import (
    COUNTED_FROM_ONE,
    DATE,
    NUMBER,
    POSITIVE,
    TEXT,
    WHOLE,
    list_of,
    map_of,
    rows_of,
)
from assessments.calculators.values import (
    Value,
    Values,
    day,
    table,
    texts,
    whole,
)
from assessments.numbers.exact import plain
from assessments.numbers.rounding import round_half_up
from assessments.words import Phrase

LONGEST_PERIOD = 530
"""Weeks: a little more than ten years."""

EFFECTIVE = 2
"""The lowest quality that counts as an effective contact."""


def check_period(value: Value, before: Values) -> Iterator[Problem]:
    """The period runs forward, and holds a whole week but not too many."""
    start = before["start"]
    if not isinstance(value, date) or not isinstance(start, date):
        return
    found = {"found": value.isoformat(), "start": start.isoformat()}
    weeks = whole_weeks(start, value)
    if value < start:
        yield Problem("E_DATE_ORDER", "", found)
    elif weeks < 1:
        yield Problem("E_NO_FULL_WEEK", "", found)
    elif weeks > LONGEST_PERIOD:
        latest = start + timedelta(days=7 * LONGEST_PERIOD)
        rule = Phrase("rule.at_most", {"high": latest.isoformat()})
        yield Problem("E_RANGE", "", {**found, "rule": rule})


def check_persons(value: Value, _before: Values) -> Iterator[Problem]:
    """Each person stands once."""
    seen: set[str] = set()
    for position, name in enumerate(value if isinstance(value, tuple) else ()):
        if isinstance(name, str) and name.strip() in seen:
            yield Problem("E_PERSON", f"[{position}]", {"found": quote(name)})
        seen.add(str(name).strip())


def check_contacts(value: Value, before: Values) -> Iterator[Problem]:
    """A contact is made by one of the persons."""
    known = frozenset(texts(before, "persons"))
    for position, row in enumerate(table(value)):
        person = row["person"]
        if known and isinstance(person, str) and person.strip() not in known:
            yield Problem("E_PERSON", f"[{position}].person", {"found": quote(person)})


def check_leave(value: Value, before: Values) -> Iterator[Problem]:
    """Leave is taken by one of the persons, in weeks named by their Monday."""
    known = frozenset(texts(before, "persons"))
    for person, mondays in value.items() if isinstance(value, Mapping) else ():
        if known and person.strip() not in known:
            yield Problem("E_PERSON", f".{person}", {"found": quote(person)})
        for position, monday in enumerate(mondays if isinstance(mondays, tuple) else ()):
            if isinstance(monday, date) and monday.weekday() != MONDAY:
                path = f".{person}[{position}]"
                yield Problem("E_DATE", path, {"found": quote(monday.isoformat())})


def calculate(values: Values, definition: CalculatorDefinition) -> Outcome:
    """Return cadence, quality and coverage, and the index over them."""
    start = day(values, "start")
    first = start + timedelta(days=days_to_monday(start))
    weeks = whole_weeks(start, day(values, "end"))
    record = read_record(values, first, weeks)
    cadences = read_cadences(values, record, first)
    if not any(each.weekly for each in cadences):
        raise EngineError([Problem("E_NO_ELIGIBLE_PERSON", "persons")])
    parts = _parts(values, record, cadences)
    index = round_half_up(_index(parts, definition))
    return Outcome(
        outputs={
            "index": index,
            "band": definition.band_at(index),
            "mean_cadence": _percent(parts["cadence"]),
            "quality_share": _percent(parts["quality"]),
            "coverage": _percent(parts["coverage"]),
            "per_person": _per_person(cadences),
            "weeks": weeks,
            "ignored": record.ignored,
            "duplicates": record.duplicates,
        },
        notes=tuple(_notes(values, record, cadences, definition)),
        working=tuple(_working(values, record, cadences, parts, definition)),
        picture={
            "bars": [{"id": each.person, "value": _percent(each.share)} for each in cadences],
            "maximum": 100,
            "own_names": True,
        },
    )


def _per_person(cadences: Sequence[Cadence]) -> Mapping[str, object]:
    return {
        each.person: {
            "weekly": list(each.weekly),
            "cadence": _percent(each.share),
            "compliance": _percent(each.compliance),
        }
        for each in cadences
    }


def _parts(
    values: Values, record: ContactRecord, cadences: Sequence[Cadence]
) -> Mapping[str, Fraction | None]:
    shares = [share for each in cadences if (share := each.share) is not None]
    effective = sum(each.quality >= EFFECTIVE for each in record.contacts)
    roster = set(texts(values, "roster"))
    met = roster & {each.contact for each in record.contacts}
    return {
        "cadence": sum(shares, Fraction(0)) / len(shares),
        "quality": Fraction(effective, len(record.contacts)) if record.contacts else None,
        "coverage": Fraction(len(met), len(roster)) if roster else None,
    }


def _index(parts: Mapping[str, Fraction | None], definition: CalculatorDefinition) -> Fraction:
    known = {name: share for name, share in parts.items() if share is not None}
    weights = {name: definition.number(f"{name}_weight") for name in known}
    summed = sum((weights[name] * share for name, share in known.items()), Fraction(0))
    return 100 * summed / sum(weights.values(), Fraction(0))


def _percent(share: Fraction | None) -> object:
    return None if share is None else round_half_up(100 * share)


def _notes(
    values: Values,
    record: ContactRecord,
    cadences: Sequence[Cadence],
    definition: CalculatorDefinition,
) -> Iterator[str | Step]:
    least = definition.number("talk_weeks")
    low = [
        each.person
        for each in cadences
        if each.compliance is not None
        and len(each.weekly) >= least
        and 100 * each.compliance < definition.number("talk_below")
    ]
    if low:
        yield Step(code="TALK", values={"names": low})
    if record.ignored:
        yield "IGNORED"
    if record.duplicates:
        yield "DUPLICATES"
    if not texts(values, "roster"):
        yield "NO_ROSTER"
    if not record.contacts:
        yield "NO_CONTACTS"


def _working(
    values: Values,
    record: ContactRecord,
    cadences: Sequence[Cadence],
    parts: Mapping[str, Fraction | None],
    definition: CalculatorDefinition,
) -> Iterator[Step]:
    counted = {"weeks": record.weeks, "contacts": len(record.contacts)}
    yield Step(code="period", values={**counted, "threshold": whole(values, "threshold")})
    for each in cadences:
        if each.share is None or each.compliance is None:
            yield Step(code="away", values={"person": each.person})
            continue
        shares = {"cadence": _percent(each.share), "compliance": _percent(each.compliance)}
        weekly = {"person": each.person, "weekly": list(each.weekly)}
        yield Step(code="person", values={**weekly, **shares})
    for name, share in parts.items():
        if share is not None:
            weight = plain(definition.number(f"{name}_weight"))
            yield Step(code=name, values={"share": _percent(share), "weight": weight})
    yield Step(code="index", values={"index": round_half_up(_index(parts, definition))})


FORMULA = Formula(
    name="contact-coverage-cadence",
    calculate=calculate,
    inputs={
        "start": DATE,
        "end": DATE,
        "persons": list_of(TEXT, least=1),
        "contacts": rows_of({"date": DATE, "person": TEXT, "contact": TEXT, "quality": WHOLE}),
        "roster": list_of(TEXT),
        "leave": map_of(list_of(DATE)),
        "threshold": COUNTED_FROM_ONE,
    },
    parameters={
        "cadence_weight": POSITIVE,
        "quality_weight": NUMBER,
        "coverage_weight": NUMBER,
        "talk_weeks": NUMBER,
        "talk_below": NUMBER,
    },
    outputs={
        "index": "number",
        "band": "choice",
        "mean_cadence": "number",
        "quality_share": "number",
        "coverage": "number",
        "per_person": ("key", "weekly", "cadence", "compliance"),
        "weeks": "number",
        "ignored": "number",
        "duplicates": "number",
    },
    notes={"TALK": "names", "IGNORED": "", "DUPLICATES": "", "NO_ROSTER": "", "NO_CONTACTS": ""},
    working={
        "period": "weeks contacts threshold",
        "away": "person",
        "person": "person weekly cadence compliance",
        "cadence": "share weight",
        "quality": "share weight",
        "coverage": "share weight",
        "index": "index",
    },
    errors={
        "E_DATE_ORDER": "found start",
        "E_NO_FULL_WEEK": "found start",
        "E_NO_ELIGIBLE_PERSON": "",
        "E_PERSON": "found",
    },
    checks={
        "end": check_period,
        "persons": check_persons,
        "contacts": check_contacts,
        "leave": check_leave,
    },
    by_limits=True,
    picture="bars",
)
