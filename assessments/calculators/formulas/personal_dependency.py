"""How far a relationship rests in one colleague's hands.

share = points / sum of points
index = 100 * (0.5 * top share + 0.3 * (1 - back-up share) + 0.2 * (1 - record share)), 0 to 100
HHI   = sum of squared shares, 0 to 1
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from assessments.border.step import Step
from assessments.calculators.definition import CalculatorDefinition
from assessments.calculators.formula import Formula, Outcome
from assessments.calculators.needs import NUMBER, map_of, optional
from assessments.calculators.steps import Shown, step
from assessments.calculators.values import Values, mapping, number, optional_number
from assessments.numbers.exact import plain
from assessments.numbers.rounding import round_half_up

Parts = tuple[Fraction, Fraction, Fraction]
"""What the top share, missing back-ups and missing records add to the index."""


def calculate(values: Values, definition: CalculatorDefinition) -> Outcome:
    """Return the dependency index, its parts and whether a rotation is due."""
    owners = mapping(values, "owner_points")
    points = {name: number(owners, name) for name in owners}
    total = sum(points.values(), Fraction(0))
    shares = {name: held / total for name, held in points.items()} if total else {}
    parts = _parts(max(shares.values()), values, definition) if shares else None
    return Outcome(
        outputs=_outputs(shares, parts, definition),
        flags=(*_rotation(values), *_single_owner(points)),
        notes=tuple(_notes(shares, values)),
        working=tuple(_working(points, shares, parts, values, definition)),
        picture={
            "bars": [{"id": name, "value": round_half_up(100 * s)} for name, s in shares.items()],
            "maximum": 100,
            "own_names": True,
        },
    )


def _parts(top: Fraction, values: Values, definition: CalculatorDefinition) -> Parts:
    return (
        definition.number("top_share_percent") * top,
        definition.number("backup_percent") * (1 - number(values, "backup_share")),
        definition.number("record_percent") * (1 - number(values, "record_share")),
    )


def _outputs(
    shares: Mapping[str, Fraction], parts: Parts | None, definition: CalculatorDefinition
) -> dict[str, object]:
    if parts is None:
        return {"top_owner_share": None, "hhi": None, "index": None, "band": None}
    index = round_half_up(sum(parts, Fraction(0)))
    return {
        "top_owner_share": round_half_up(100 * max(shares.values())),
        "hhi": round_half_up(_concentration(shares), 3),
        "index": index,
        "band": definition.band_at(index),
    }


def _concentration(shares: Mapping[str, Fraction]) -> Fraction:
    return sum((share * share for share in shares.values()), Fraction(0))


def _rotation(values: Values) -> Iterator[Step]:
    tenure, limit = optional_number(values, "tenure_years"), number(values, "max_tenure")
    if tenure is not None and tenure > limit:
        years = {"tenure_years": plain(tenure), "max_tenure": plain(limit)}
        yield Step(code="ROTATE", values=years)


def _single_owner(points: Mapping[str, Fraction]) -> Iterator[Step]:
    # A colleague listed with 0 points holds nothing, so the other one is alone.
    holders = [owner for owner, held in points.items() if held > 0] or list(points)
    if len(holders) == 1:
        yield Step(code="SINGLE_OWNER", values={"owner": holders[0]})


def _notes(shares: Mapping[str, Fraction], values: Values) -> Iterator[str]:
    if not shares:
        yield "NO_POINTS"
    if values["tenure_years"] is None:
        yield "NO_TENURE"


def _working(
    points: Mapping[str, Fraction],
    shares: Mapping[str, Fraction],
    parts: Parts | None,
    values: Values,
    definition: CalculatorDefinition,
) -> Iterator[Step]:
    total = plain(sum(points.values(), Fraction(0)))
    yield Step(code="total", values={"total": total, "people": len(points)})
    for owner, share in shares.items():
        held = {"owner": owner, "points": plain(points[owner]), "total": total}
        yield step(
            "share",
            {**held, "share": plain(100 * share, 1)},
            lambda shown: shown.points / shown.total == shown.share / 100,
        )
    if parts is not None:
        yield _index_step(max(shares.values()), parts, values, definition)
        yield Step(code="hhi", values={"hhi": plain(_concentration(shares), 3)})
    tenure = optional_number(values, "tenure_years")
    if tenure is not None:
        limit = plain(number(values, "max_tenure"))
        yield Step(code="tenure", values={"tenure_years": plain(tenure), "max_tenure": limit})


def _index_step(
    top: Fraction, parts: Parts, values: Values, definition: CalculatorDefinition
) -> Step:
    return step(
        "index",
        {
            "top_weight": plain(definition.number("top_share_percent") / 100),
            "top_share": plain(100 * top, 2),
            "backup_weight": plain(definition.number("backup_percent") / 100),
            "backup": plain(100 * number(values, "backup_share"), 2),
            "record_weight": plain(definition.number("record_percent") / 100),
            "record": plain(100 * number(values, "record_share"), 2),
            "top_part": plain(parts[0], 2),
            "backup_part": plain(parts[1], 2),
            "record_part": plain(parts[2], 2),
            "index": plain(sum(parts, Fraction(0)), 1),
        },
        lambda shown: 100 * _weighed(shown) == _summed(shown),
        lambda shown: _summed(shown) == shown.index,
    )


def _weighed(shown: Shown) -> Fraction:
    return (
        shown.top_weight * shown.top_share / 100
        + shown.backup_weight * (1 - shown.backup / 100)
        + shown.record_weight * (1 - shown.record / 100)
    )


def _summed(shown: Shown) -> Fraction:
    return shown.top_part + shown.backup_part + shown.record_part


FORMULA = Formula(
    name="personal-dependency",
    calculate=calculate,
    inputs={
        "owner_points": map_of(NUMBER, least=1),
        "backup_share": NUMBER,
        "record_share": NUMBER,
        "tenure_years": optional(NUMBER),
        "max_tenure": NUMBER,
    },
    parameters={"top_share_percent": NUMBER, "backup_percent": NUMBER, "record_percent": NUMBER},
    outputs={"index": "number", "band": "choice", "top_owner_share": "number", "hhi": "number"},
    flags={"ROTATE": "tenure_years max_tenure", "SINGLE_OWNER": "owner"},
    notes={"NO_POINTS": "", "NO_TENURE": ""},
    working={
        "total": "total people",
        "share": "owner points total share",
        "index": "top_weight top_share backup_weight backup record_weight record top_part "
        "backup_part record_part index",
        "hhi": "hhi",
        "tenure": "tenure_years max_tenure",
    },
    by_limits=True,
    picture="bars",
    high_is_good=False,
)
