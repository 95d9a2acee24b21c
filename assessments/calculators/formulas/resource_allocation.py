"""Split a resource over a portfolio: base service first, the rest by class and weight.

The formula stands in formula_parts/allocation.py; here its input is read and its result explained.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from assessments.border.problems import Places, Problem
from assessments.border.quoting import quote
from assessments.border.records import unfit
from assessments.border.step import Step
from assessments.calculators.checks import duplicates
from assessments.calculators.definition import CalculatorDefinition
from assessments.calculators.formula import Formula, Outcome
from assessments.calculators.formula_parts.account_classes import (
    ACCOUNTS,
    LETTERS,
    SCHEMES,
    TIERS,
    class_names,
)
from assessments.calculators.formula_parts.allocation import (
    Account,
    Split,
    inversion_of,
    largest_remainder,
    shares_of,
)
from assessments.calculators.formula_parts.allocation_working import (
    AMOUNTS,
    SHOWN_ACCOUNTS,
    allocation_steps,
)
from assessments.calculators.formula_parts.portfolio_file import FILE_ERRORS, read_accounts
from assessments.calculators.input_reader import IGNORED
from assessments.calculators.needs import (
    CURRENCY,
    NUMBER,
    POSITIVE,
    choice,
    list_of,
    map_of,
    optional,
)
from assessments.calculators.values import (
    Value,
    Values,
    mapping,
    number,
    numbers,
    rows,
    table,
    text,
)
from assessments.numbers.exact import plain
from assessments.numbers.rounding import round_half_up
from assessments.words import Phrase


def check_ratio(value: Value, _before: Values) -> Iterator[Problem]:
    """A ratio of nothing but zeros splits nothing."""
    if isinstance(value, tuple) and not any(value):
        yield Problem("E_RATIO", "", {"found": "0:0:0:0"})


def check_class(value: Value, before: Values) -> Iterator[Problem]:
    """A class belongs to the scheme; a letter in the tiers scheme could mean either of two."""
    scheme = before.get("scheme")
    if not isinstance(scheme, str) or value in SCHEMES[scheme]:
        return
    code = "E_CLASS_LETTER" if value in SCHEMES[LETTERS] else "E_CLASS"
    yield Problem(code, "", {"found": quote(value), "options": class_names(scheme)})


def check_accounts(value: Value, _before: Values) -> Iterator[Problem]:
    """Each account stands once."""
    return duplicates(table(value), "", "id")


def check_across(values: Values, _definition: CalculatorDefinition) -> Iterator[Problem]:
    """There are no two ratios or units; base service is within the total, and whole if asked."""
    if values["preset"] is not None and values["ratio"] is not None:
        yield Problem("E_RATIO", "ratio", {"found": Phrase("found.two_ratios")})
    if values["currency"] is not None and values["unit"] is not None:
        yield Problem("E_UNIT", "unit", {})
    minimums = [row["minimum"] for row in rows(values, "accounts")]
    amounts = [minimum for minimum in minimums if isinstance(minimum, Fraction)]
    for position, minimum in enumerate(minimums if values["rounding"] == "integer" else ()):
        if isinstance(minimum, Fraction) and minimum.denominator > 1:
            path = f"accounts[{position}].minimum"
            yield Problem("E_INTEGER", path, {"found": plain(minimum)})
    total, base = values["total"], sum(amounts, Fraction(0))
    if isinstance(total, Fraction) and base > total:
        found = {"base": plain(base), "total": plain(total), "whole": Places(("total",))}
        yield Problem("E_MIN_EXCEEDS_TOTAL", "accounts", found)


def calculate(values: Values, definition: CalculatorDefinition) -> Outcome:
    """Return what each class and account gets."""
    split = _split(values, definition)
    shares = shares_of(split)
    if split.whole:
        shares = largest_remainder(shares)
    totals = [
        account.minimum + share for account, share in zip(split.accounts, shares, strict=True)
    ]
    by_class = _by_class(split, shares)
    reserve = _amount(split, split.total - sum(totals, Fraction(0)))
    top_share = round_half_up(100 * next(iter(by_class.values())) / split.total)
    warnings = tuple(_warnings(split))
    return Outcome(
        outputs={
            "base_service": _amount(split, split.base),
            "discretionary_pool": _amount(split, split.pool),
            "by_class": {group: _amount(split, amount) for group, amount in by_class.items()},
            "by_account": {
                account.id: _amount(split, amount)
                for account, amount in zip(split.accounts, totals, strict=True)
            },
            "reserve": reserve,
            "top_class_share": top_share,
            "warnings": list(warnings),
        },
        flags=warnings,
        notes=(
            *_inversion(split, totals),
            *_rounding(split, totals, reserve),
            *_concentration(split, top_share, definition.number("concentration")),
            *_ignored(values),
        ),
        working=tuple(allocation_steps(split, shares)),
        picture=_picture(split, totals),
        whole=_amount(split, split.total),
    )


def _base(values: Values) -> Fraction:
    return sum((number(row, "minimum") for row in rows(values, "accounts")), Fraction(0))


def _split(values: Values, definition: CalculatorDefinition) -> Split:
    scheme = text(values, "scheme")
    parts = numbers(values, "ratio")
    if values["preset"] is not None:
        parts = numbers(mapping(definition.parameters, "presets"), text(values, "preset"))
    if scheme == TIERS:
        parts = (parts[0], parts[1], parts[2] + parts[3])
    return Split(
        total=number(values, "total"),
        base=_base(values),
        accounts=tuple(
            Account(
                id=text(row, "id"),
                group=text(row, "class"),
                weight=number(row, "weight"),
                minimum=number(row, "minimum"),
            )
            for row in rows(values, "accounts")
        ),
        ratios=dict(zip(SCHEMES[scheme], parts, strict=True)),
        per_account=values["basis"] == "per_account",
        hold=values["empty_class"] == "hold",
        whole=values["rounding"] == "integer",
    )


def _by_class(split: Split, shares: Sequence[Fraction]) -> Mapping[str, Fraction]:
    by_class = dict.fromkeys(split.ratios, Fraction(0))
    for account, share in zip(split.accounts, shares, strict=True):
        by_class[account.group] += share
    return by_class


def _amount(split: Split, value: Fraction) -> Decimal:
    """Return an amount to two decimals; to none where whole units are given out."""
    return round_half_up(value, 0 if split.whole and value.denominator == 1 else 2)


def _warnings(split: Split) -> Iterator[str]:
    active = {split.ratios[account.group] > 0 for account in split.accounts}
    if True not in active:
        yield "W_NO_ACTIVE_CLASS"
    if False in active:
        yield "W_ZERO_CLASS_HAS_ACCOUNTS"


def _rounding(split: Split, totals: Sequence[Fraction], reserve: Decimal) -> Iterator[Step]:
    shown = sum((Fraction(round_half_up(amount, 2)) for amount in totals), Fraction(0))
    difference = split.total - shown - Fraction(reserve)
    if difference:
        yield Step(code="ROUNDING", values={"difference": plain(difference, 2)})


def _concentration(split: Split, top_share: Decimal, limit: Fraction) -> Iterator[Step]:
    if top_share > limit:
        top = {"group": next(iter(split.ratios)), "percent": top_share}
        yield Step(code="CONCENTRATION", values={**top, "limit": plain(limit)})


def _ignored(values: Values) -> Iterator[Step]:
    """Name the columns of a CSV text that were not read."""
    names = values.get("accounts" + IGNORED)
    if isinstance(names, tuple) and names:
        yield Step(code="COLUMNS_IGNORED", values={"names": [str(name) for name in names]})


def _inversion(split: Split, totals: Sequence[Fraction]) -> Iterator[Step]:
    """Name one account that gets more than an account of a higher class."""
    found = inversion_of(split, totals)
    if found is not None:
        lower, higher = found
        names = {"lower": lower.account.id, "higher": higher.account.id}
        amounts = {"lower_amount": plain(lower.amount, 2), "higher_amount": plain(higher.amount, 2)}
        values = {**names, **amounts, "group": lower.account.group}
        yield Step(code="INVERSION", values=values)


def _picture(split: Split, totals: Sequence[Fraction]) -> dict[str, object]:
    bars = [
        {"id": account.id, "group": account.group, "value": _amount(split, amount)}
        for account, amount in zip(split.accounts, totals, strict=True)
    ]
    return {"bars": bars[:SHOWN_ACCOUNTS], "own_names": True}


def prove_presets(definition: CalculatorDefinition) -> Iterator[Problem]:
    """Each preset that can be chosen is a ratio of one number for each class."""
    presets, classes = mapping(definition.parameters, "presets"), len(SCHEMES[LETTERS])
    for name in definition.input("preset").option_ids():
        if name not in presets:
            yield unfit("parameters.presets", "holds", list(presets), id=name)
        elif len(numbers(presets, name)) != classes:
            path = f"parameters.presets.{name}"
            yield unfit(path, "exact_length", presets[name], length=classes)


FORMULA = Formula(
    name="resource-allocation",
    calculate=calculate,
    inputs={
        "total": POSITIVE,
        "preset": optional(choice()),
        "ratio": optional(list_of(NUMBER, least=4)),
        "scheme": choice(*SCHEMES),
        "accounts": ACCOUNTS,
        "basis": choice("class_total", "per_account"),
        "empty_class": choice("redistribute", "hold"),
        "rounding": choice("none", "integer"),
        "currency": CURRENCY,
        "unit": optional(choice()),
    },
    parameters={"presets": map_of(list_of(NUMBER)), "concentration": NUMBER},
    outputs={
        "discretionary_pool": "number",
        "base_service": "number",
        "by_account": ("key", "value"),
        "by_class": ("key", "value"),
        "reserve": "number",
        "top_class_share": "number",
        "warnings": "list",
    },
    money=AMOUNTS,
    flags={"W_NO_ACTIVE_CLASS": "", "W_ZERO_CLASS_HAS_ACCOUNTS": ""},
    notes={
        "INVERSION": "lower lower_amount group higher higher_amount",
        "ROUNDING": "difference",
        "CONCENTRATION": "group percent limit",
        "COLUMNS_IGNORED": "names",
    },
    working={
        "pool": "total base pool",
        "class": "group pool ratio divisor amount",
        "class_held": "group pool ratio divisor amount",
        "account": "account amount part whole share minimum result",
        "account_whole": "account amount part whole exact share minimum result",
        "account_zero": "account group minimum",
        "more": "count",
        "reserve": "pool shared reserve",
    },
    errors={
        "E_CLASS": "found options",
        "E_CLASS_LETTER": "found options",
        "E_DUP_ID": "found",
        "E_ID": "",
        "E_MIN_EXCEEDS_TOTAL": "base total whole",
        "E_RATIO": "found",
        "E_UNIT": "",
        **FILE_ERRORS,
    },
    checks={"ratio": check_ratio, "accounts[].class": check_class, "accounts": check_accounts},
    across=check_across,
    one_of=("preset", "ratio"),
    choices_by={"accounts[].class": ("scheme", SCHEMES)},
    files={"accounts": read_accounts},
    picture="bars",
    proofs=prove_presets,
)
