"""How deep the relationship with one account is: penetration × emotional account × synergy.

P = max(0, sum(influence * level) / (3 * sum(influence)))                       0 to 1
v = points * 0.5^(months_ago / half_life);  Dep, Wd = sums of v over deposits, withdrawals
months_ago of an event with a date: the months begun from it to the reference day
E = Dep / (Dep + factor * Wd) * min(1, Dep / target), 0 without events          0 to 1
S = sum(synergy) / (3 * number answered)                                        0 to 1
D = 100 * P * E * S;  G = 100 * (P * E * S)^(1/3)                               0 to 100
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from assessments.border.problems import Problem
from assessments.border.step import Step
from assessments.calculators.definition import CalculatorDefinition
from assessments.calculators.formula import Formula, Outcome
from assessments.calculators.formula_parts import account_book
from assessments.calculators.needs import DATE, NUMBER, POSITIVE, Need, list_of, optional
from assessments.calculators.steps import step
from assessments.calculators.values import NOT_APPLICABLE, Value, Values, items, number, rows, whole
from assessments.numbers.exact import plain, power
from assessments.numbers.rounding import round_half_up

LEAST_ANSWERS = 3
"""Synergy answers without which there is no synergy."""

HIGHEST = account_book.HIGHEST
"""Of the levels of a person, and of a synergy answer."""

TIE = 12
"""Decimals to which factors are compared: decay is known to 50 digits, not exactly."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Factors:
    """The three factors, each from 0 to 1."""

    penetration: Fraction
    emotional_account: Fraction
    synergy: Fraction

    def named(self) -> Mapping[str, Fraction]:
        """Return them in the order in which ties are decided."""
        return {
            "penetration": self.penetration,
            "emotional_account": self.emotional_account,
            "synergy": self.synergy,
        }

    @property
    def product(self) -> Fraction:
        """Their product, from 0 to 1."""
        return self.penetration * self.emotional_account * self.synergy


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """The emotional account after decay, in points."""

    deposits: Fraction
    withdrawals: Fraction


def check_synergy(value: Value, _before: Values) -> Iterator[Problem]:
    """Too many answers that do not apply leave nothing to judge by."""
    answers = value if isinstance(value, tuple) else ()
    answered = len(answers) - answers.count(NOT_APPLICABLE)
    if answered < LEAST_ANSWERS:
        yield Problem("E_TOO_MANY_NA", "", {"answered": answered, "least": LEAST_ANSWERS})


def check_events(values: Values, definition: CalculatorDefinition) -> Iterator[Problem]:
    """Each event is as old as it says, or as its date says."""
    yield from account_book.check_ages(values, account_book.oldest_age(definition.input("events")))


def calculate(values: Values, definition: CalculatorDefinition) -> Outcome:
    """Return the depth index, the equivalent level and the factor that holds it back."""
    account = _account(values)
    factors = Factors(
        penetration=max(Fraction(0), _supported(values) / _reachable(values)),
        emotional_account=_emotional_account(values, account),
        synergy=_synergy(values),
    )
    product = factors.product
    equivalent = round_half_up(100 * power(product, Fraction(1, 3)) if product else 0)
    depth = round_half_up(100 * product)
    named = factors.named()
    return Outcome(
        outputs={
            "P": round_half_up(factors.penetration, 3),
            "E": round_half_up(factors.emotional_account, 3),
            "S": round_half_up(factors.synergy, 3),
            "depth_index": depth,
            "equivalent": equivalent,
            "band": definition.band_at(equivalent),
            "weakest": min(named, key=lambda name: round_half_up(named[name], TIE)),
            **account_book.book_outputs(values),
        },
        flags=tuple(_flags(values)),
        notes=(*_notes(values, account), *account_book.book_notes(values)),
        working=(*_working(values, account, factors), _result(factors, depth, equivalent)),
        picture={
            "bars": [{"id": n, "value": round_half_up(100 * v)} for n, v in named.items()],
            "maximum": 100,
        },
    )


def _supported(values: Values) -> Fraction:
    people = rows(values, "people")
    return sum((number(each, "influence") * whole(each, "level") for each in people), Fraction(0))


def _reachable(values: Values) -> Fraction:
    influence = (number(each, "influence") for each in rows(values, "people"))
    return HIGHEST * sum(influence, Fraction(0))


def _account(values: Values) -> Account:
    sums = {"deposit": Fraction(0), "withdrawal": Fraction(0)}
    for event in rows(values, "events"):
        sums[str(event["kind"])] += account_book.counts(event, values)
    return Account(deposits=sums["deposit"], withdrawals=sums["withdrawal"])


def _emotional_account(values: Values, account: Account) -> Fraction:
    if account.deposits == 0:
        return Fraction(0)
    drawn = number(values, "withdrawal_factor") * account.withdrawals
    balance = account.deposits / (account.deposits + drawn)
    return balance * min(Fraction(1), account.deposits / number(values, "target"))


def _synergy(values: Values) -> Fraction:
    answers = _answers(values["synergy"])
    return Fraction(sum(answers), HIGHEST * len(answers))


def _answers(value: Value) -> list[int]:
    entries = value if isinstance(value, tuple) else ()
    return [entry for entry in entries if isinstance(entry, int)]


def _flags(values: Values) -> Iterator[str]:
    if _supported(values) < 0:
        yield "CHAIN_OPPOSED"
    if not rows(values, "events"):
        yield "NO_ACCOUNT_EVENTS"


def _notes(values: Values, account: Account) -> Iterator[str]:
    if NOT_APPLICABLE in items(values, "synergy"):
        yield "SYNERGY_NA"
    if len(rows(values, "people")) == 1:
        yield "ONE_PERSON"
    if 0 < account.deposits < number(values, "target") / 2:
        yield "LITTLE_DEPOSITED"


def _working(values: Values, account: Account, factors: Factors) -> Iterator[Step]:
    supported, reachable = _supported(values), _reachable(values)
    sums = {"supported": plain(supported), "reachable": plain(reachable)}
    if supported < 0:
        yield Step(code="opposed", values={**sums, "P": plain(factors.penetration, 3)})
    else:
        yield step(
            "penetration",
            {**sums, "P": plain(factors.penetration, 3)},
            lambda shown: shown.supported / shown.reachable == shown.P,
        )
    deposits = {"deposits": plain(account.deposits), "withdrawals": plain(account.withdrawals)}
    if rows(values, "events"):
        yield from account_book.book_steps(values)
        yield Step(
            code="decay", values={"half_life": plain(number(values, "half_life")), **deposits}
        )
        yield _account_step(values, deposits, factors.emotional_account)
    else:
        yield Step(code="no_events")
    answers = _answers(values["synergy"])
    points = {"points": sum(answers), "possible": HIGHEST * len(answers)}
    yield step(
        "synergy",
        {**points, "S": plain(factors.synergy, 3)},
        lambda shown: shown.points / shown.possible == shown.S,
    )


def _account_step(values: Values, deposits: Mapping[str, object], result: Fraction) -> Step:
    if not deposits["deposits"]:
        return Step(code="account_empty")
    constants = {
        "factor": plain(number(values, "withdrawal_factor")),
        "target": plain(number(values, "target")),
    }
    return step(
        "account",
        {**deposits, **constants, "E": plain(result, 3)},
        lambda shown: (
            shown.deposits
            / (shown.deposits + shown.factor * shown.withdrawals)
            * min(Fraction(1), shown.deposits / shown.target)
            == shown.E
        ),
    )


def _result(factors: Factors, depth: object, equivalent: object) -> Step:
    parts = {
        name: plain(value, 3) for name, value in zip("PES", factors.named().values(), strict=True)
    }
    return step(
        "depth",
        {**parts, "depth_index": depth, "equivalent": equivalent},
        lambda shown: shown.depth_index == 100 * shown.P * shown.E * shown.S,
    )


FORMULA = Formula(
    name="relationship-depth",
    calculate=calculate,
    inputs={
        "people": account_book.PEOPLE,
        "events": account_book.EVENTS,
        "reference_day": optional(DATE),
        "synergy": list_of(Need(type="integer", accepts_na=True)),
        "half_life": POSITIVE,
        "withdrawal_factor": NUMBER,
        "target": POSITIVE,
    },
    outputs={
        "equivalent": "number",
        "band": "choice",
        "depth_index": "number",
        "weakest": "choice",
        "P": "number",
        "E": "number",
        "S": "number",
        **account_book.OUTPUTS,
    },
    asked_for=tuple(account_book.OUTPUTS),
    flags={"CHAIN_OPPOSED": "", "NO_ACCOUNT_EVENTS": ""},
    notes={"SYNERGY_NA": "", "ONE_PERSON": "", "LITTLE_DEPOSITED": "", **account_book.NOTES},
    working={
        "penetration": "supported reachable P",
        "opposed": "supported reachable P",
        **account_book.WORKING,
        "decay": "half_life deposits withdrawals",
        "account": "deposits withdrawals factor target E",
        "account_empty": "",
        "no_events": "",
        "synergy": "points possible S",
        "depth": "P E S depth_index equivalent",
    },
    errors={"E_TOO_MANY_NA": "answered least", **account_book.ERRORS},
    checks={"synergy": check_synergy},
    across=check_events,
    one_in_each=account_book.AGE,
    needed_with={"reference_day": "events[].date"},
    by_limits=True,
    picture="bars",
)
