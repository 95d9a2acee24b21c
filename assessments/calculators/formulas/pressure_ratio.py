"""How strongly we concentrate on a chosen target beside the main rival.

ratio of a line = own / rival
pressure ratio  = weighted geometric mean of the ratios with rival > 0; 0 where own is 0 there
A line with own = rival = 0 has no ratio; with rival = 0 alone it is uncontested. Both stay out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from assessments.border.problems import Problem
from assessments.border.step import Step
from assessments.calculators.checks import duplicates
from assessments.calculators.definition import CalculatorDefinition
from assessments.calculators.formula import Formula, Outcome
from assessments.calculators.needs import CURRENCY, NUMBER, TEXT, optional, rows_of
from assessments.calculators.steps import agree, step
from assessments.calculators.values import Value, Values, number, optional_number, rows, table, text
from assessments.numbers.exact import DIGITS, decimal, plain
from assessments.numbers.rounding import round_half_up

UNCONTESTED = "uncontested"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One kind of resource on the target."""

    name: str
    own: Fraction
    rival: Fraction
    weight: Fraction

    @property
    def ratio(self) -> Fraction | None:
        """Ours to theirs; None where the rival has nothing."""
        return self.own / self.rival if self.rival else None

    @property
    def shown(self) -> Decimal | str | None:
        """The ratio as the report gives it."""
        if self.ratio is not None:
            return round_half_up(self.ratio, 2)
        return UNCONTESTED if self.own else None


def check_lines(value: Value, _before: Values) -> Iterator[Problem]:
    """Each line stands once, and some line with a rival counts."""
    lines = table(value)
    yield from duplicates(lines, "", "name")
    contested = [row for row in lines if row["rival"]]
    if contested and not any(row["weight"] for row in contested):
        yield Problem("E_WEIGHT")


def calculate(values: Values, definition: CalculatorDefinition) -> Outcome:
    """Return the pressure ratio and whether it is worth its cost."""
    lines = [
        Line(
            name=text(row, "name"),
            own=number(row, "own"),
            rival=number(row, "rival"),
            weight=number(row, "weight"),
        )
        for row in rows(values, "lines")
    ]
    pressure = _pressure(lines)
    return Outcome(
        outputs={
            "pressure_ratio": pressure,
            "band": _band(pressure, definition),
            "ratios": {line.name: line.shown for line in lines},
        },
        flags=tuple(_flags(values, pressure)),
        notes=tuple(_notes(values, lines)),
        working=tuple(_working(lines, pressure, values)),
        picture={
            "bars": [
                {"id": line.name, "value": line.shown} for line in lines if line.ratio is not None
            ],
            "target": 1,
            "own_names": True,
        },
    )


Weighted = Sequence[tuple[Fraction, Fraction]]
"""Weight and ratio of each line that counts."""


def _counted(lines: Sequence[Line]) -> Weighted:
    return [(line.weight, line.ratio) for line in lines if line.ratio is not None and line.weight]


def _pressure(lines: Sequence[Line]) -> Decimal | None:
    counted = _counted(lines)
    return round_half_up(_mean(counted), 2) if counted else None


def _mean(counted: Weighted) -> Fraction:
    """exp(sum(weight * ln(ratio)) / sum(weight)), to 50 digits; 0 where a ratio is 0."""
    if any(ratio == 0 for _, ratio in counted):
        return Fraction(0)
    logarithms = (weight * Fraction(DIGITS.ln(decimal(ratio))) for weight, ratio in counted)
    mean = sum(logarithms, Fraction(0)) / sum((weight for weight, _ in counted), Fraction(0))
    return Fraction(DIGITS.exp(decimal(mean)))


def _band(pressure: Decimal | None, definition: CalculatorDefinition) -> str:
    if pressure is None:
        return UNCONTESTED
    if pressure >= definition.number("strong_from"):
        return "strong"
    if pressure == 1:
        return "equal"
    return "above" if pressure > 1 else "below"


def _flags(values: Values, pressure: Decimal | None) -> Iterator[str]:
    cost, cap = optional_number(values, "cost"), optional_number(values, "cap")
    if cost is not None and cap is not None and cost > cap:
        yield "OVER_CAP"
    overall = optional_number(values, "overall_ratio")
    if pressure is not None and pressure > 1 and overall is not None and overall < 1:
        yield "LOCAL_SUPERIORITY"


def _notes(values: Values, lines: Sequence[Line]) -> Iterator[str | Step]:
    missing = [name for name in ("cost", "cap") if values[name] is None]
    if missing:
        yield "NO_CAP"
    for code, names in (
        ("UNCONTESTED_LINES", [line.name for line in lines if line.shown == UNCONTESTED]),
        ("EMPTY_LINES", [line.name for line in lines if line.shown is None]),
    ):
        if names:
            yield Step(code=code, values={"names": names})
    if any(line.ratio == 0 and line.weight for line in lines):
        yield "ZERO_LINE"


def _working(lines: Sequence[Line], pressure: Decimal | None, values: Values) -> Iterator[Step]:
    for line in lines:
        yield _line_step(line)
    if pressure is not None:
        yield _mean_step(_counted(lines), pressure)
    cost, cap = optional_number(values, "cost"), optional_number(values, "cap")
    if cost is not None and cap is not None:
        yield Step(code="cap", values={"cost": plain(cost), "cap": plain(cap)})


def _mean_step(counted: Weighted, pressure: Decimal) -> Step:
    terms = " × ".join(f"{plain(ratio)}^{plain(weight)}" for weight, ratio in counted)
    weight = plain(sum((weight for weight, _ in counted), Fraction(0)))
    as_shown = [(Fraction(plain(weight)), Fraction(plain(ratio))) for weight, ratio in counted]
    return step(
        "mean",
        {"terms": terms, "weight": weight, "pressure_ratio": pressure},
        lambda shown: agree(_mean(as_shown), shown.pressure_ratio),
    )


def _line_step(line: Line) -> Step:
    own = {"line": line.name, "own": plain(line.own)}
    if line.ratio is not None:
        rest = {"rival": plain(line.rival), "weight": plain(line.weight)}
        return step(
            "line",
            {**own, **rest, "ratio": plain(line.ratio, 2)},
            lambda shown: shown.own / shown.rival == shown.ratio,
        )
    if line.own:
        return Step(code="uncontested", values=own)
    return Step(code="empty", values={"line": line.name})


FORMULA = Formula(
    name="pressure-ratio",
    calculate=calculate,
    inputs={
        "lines": rows_of({"name": TEXT, "own": NUMBER, "rival": NUMBER, "weight": NUMBER}),
        "overall_ratio": optional(NUMBER),
        "cost": optional(NUMBER),
        "cap": optional(NUMBER),
        "currency": CURRENCY,
    },
    parameters={"strong_from": NUMBER},
    outputs={"pressure_ratio": "number", "band": "choice", "ratios": ("key", "value")},
    bands=("below", "equal", UNCONTESTED, "above", "strong"),
    flags={"OVER_CAP": "", "LOCAL_SUPERIORITY": ""},
    notes={"NO_CAP": "", "UNCONTESTED_LINES": "names", "EMPTY_LINES": "names", "ZERO_LINE": ""},
    working={
        "line": "line own rival weight ratio",
        "uncontested": "line own",
        "empty": "line",
        "mean": "terms weight pressure_ratio",
        "cap": "cost cap",
    },
    errors={"E_DUP_ID": "found", "E_WEIGHT": ""},
    checks={"lines": check_lines},
    picture="bars",
)
