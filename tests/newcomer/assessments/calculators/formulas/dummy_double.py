"""Twice a number, as dots.

double = 2 * number
"""

from assessments.border.step import Step
from assessments.calculators.definition import CalculatorDefinition
from assessments.calculators.formula import Formula, Outcome
from assessments.calculators.needs import NUMBER
from assessments.calculators.values import Values, number
from assessments.numbers.exact import plain
from assessments.numbers.rounding import round_half_up


def calculate(values: Values, _: CalculatorDefinition) -> Outcome:
    """Return twice the number."""
    double = round_half_up(2 * number(values, "number"))
    return Outcome(
        outputs={"double": double},
        working=(Step(code="double", values={"number": plain(number(values, "number"))}),),
        picture={"dots": double},
    )


FORMULA = Formula(
    name="dummy-double",
    calculate=calculate,
    inputs={"number": NUMBER},
    outputs={"double": "number"},
    working={"double": "number"},
    picture="dummy-dots",
)
