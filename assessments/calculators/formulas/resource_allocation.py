"""Split a resource over a portfolio: base service first, the rest by class and weight.

The formula stands in allocation.py; here its input is read and its result explained.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from assessments.border.problems import Problem
from assessments.border.quoting import quote
from assessments.border.step import Step
from assessments.calculators.allocation import (
    Account,
    Split,
    divisor_of,
    largest_remainder,
    part_of,
    shares_of,
    weights_of,
)
from assessments.calculators.duplicates import duplicates
from assessments.calculators.inputs import ACROSS, IGNORED
from assessments.calculators.outcome import Outcome
from assessments.calculators.parameters import fraction, parameter, parameter_map
from assessments.calculators.values import Value, Values, items, number, rows, table, text
from assessments.numbers.exact import plain
from assessments.numbers.rounding import round_half_up
from assessments.words import Choice, Phrase

SCHEMES: Mapping[str, tuple[str, ...]] = {
    "sabc": ("S", "A", "B", "C"),
    "tiers": ("strategic", "key", "ordinary"),
}
"""Scheme -> its classes, highest first."""

SHOWN_ACCOUNTS = 100
"""Accounts that working and picture spell out."""


def class_names(scheme: str) -> tuple[object, ...]:
    """Return the classes of a scheme as a sentence names them: letters, or tiers in words."""
    if scheme == "tiers":
        return tuple(Choice(each, Phrase(f"tier.{each}")) for each in SCHEMES[scheme])
    return SCHEMES[scheme]


def check_ratio(value: Value, _before: Values) -> Iterator[Problem]:
    """A ratio of nothing but zeros splits nothing."""
    if isinstance(value, tuple) and not any(value):
        yield Problem("E_RATIO", "", {"found": "0:0:0:0"})


def check_class(value: Value, before: Values) -> Iterator[Problem]:
    """A class belongs to the scheme; a letter in the tiers scheme could mean either of two."""
    scheme = before.get("scheme")
    if not isinstance(scheme, str) or value in SCHEMES[scheme]:
        return
    code = "E_CLASS_LETTER" if value in SCHEMES["sabc"] else "E_CLASS"
    yield Problem(code, "", {"found": quote(value), "options": class_names(scheme)})


def check_accounts(value: Value, _before: Values) -> Iterator[Problem]:
    """Each account stands once."""
    return duplicates(table(value), "", "id")


def check_across(_value: Value, values: Values) -> Iterator[Problem]:
    """One ratio is chosen; base service is within the total, and whole where units are."""
    if values["preset"] is None and values["ratio"] is None:
        yield Problem("E_MISSING", "preset")
    if values["preset"] is not None and values["ratio"] is not None:
        yield Problem("E_RATIO", "ratio", {"found": Phrase("found.two_ratios")})
    minimums = [row["minimum"] for row in rows(values, "accounts")]
    amounts = [minimum for minimum in minimums if isinstance(minimum, Fraction)]
    for position, minimum in enumerate(minimums if values["rounding"] == "integer" else ()):
        if isinstance(minimum, Fraction) and minimum.denominator > 1:
            path = f"accounts[{position}].minimum"
            yield Problem("E_INTEGER", path, {"found": plain(minimum)})
    total, base = values["total"], sum(amounts, Fraction(0))
    if isinstance(total, Fraction) and base > total:
        found = {"base": plain(base), "total": plain(total)}
        yield Problem("E_MIN_EXCEEDS_TOTAL", "accounts", found)


CHECKS = {
    "ratio": check_ratio,
    "accounts[].class": check_class,
    "accounts": check_accounts,
    ACROSS: check_across,
}


def calculate(values: Values, definition: Mapping[str, object]) -> Outcome:
    """Return what each class and account gets."""
    split = _split(values, definition)
    shares = shares_of(split)
    if split.whole:
        shares = largest_remainder(shares)
    totals = [
        account.minimum + share for account, share in zip(split.accounts, shares, strict=True)
    ]
    outputs = _outputs(split, shares, totals)
    warnings = tuple(_warnings(split))
    return Outcome(
        outputs={**outputs, "warnings": list(warnings)},
        flags=warnings,
        notes=(
            *_cautions(split, totals, outputs, parameter(definition, "concentration")),
            *_ignored(values),
        ),
        working=tuple(_working(split, shares)),
        picture=_picture(split, totals),
    )


def _base(values: Values) -> Fraction:
    return sum((number(row, "minimum") for row in rows(values, "accounts")), Fraction(0))


def _split(values: Values, definition: Mapping[str, object]) -> Split:
    scheme = text(values, "scheme")
    given: Iterable[object] = items(values, "ratio")
    if values["preset"] is not None:
        preset = parameter_map(definition, "presets")[text(values, "preset")]
        given = preset if isinstance(preset, list | tuple) else ()
    parts = [fraction(part) for part in given]
    if scheme == "tiers":
        parts = [parts[0], parts[1], parts[2] + parts[3]]
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


def _outputs(
    split: Split, shares: Sequence[Fraction], totals: Sequence[Fraction]
) -> dict[str, object]:
    by_class = dict.fromkeys(split.ratios, Fraction(0))
    for account, share in zip(split.accounts, shares, strict=True):
        by_class[account.group] += share
    return {
        "base_service": _amount(split, split.base),
        "discretionary_pool": _amount(split, split.pool),
        "by_class": {group: _amount(split, amount) for group, amount in by_class.items()},
        "by_account": {
            account.id: _amount(split, amount)
            for account, amount in zip(split.accounts, totals, strict=True)
        },
        "reserve": _amount(split, split.total - sum(totals, Fraction(0))),
        "top_class_share": round_half_up(100 * next(iter(by_class.values())) / split.total),
    }


def _amount(split: Split, value: Fraction) -> Decimal:
    """Return an amount to two decimals; to none where whole units are given out."""
    return round_half_up(value, 0 if split.whole and value.denominator == 1 else 2)


def _warnings(split: Split) -> Iterator[str]:
    active = {split.ratios[account.group] > 0 for account in split.accounts}
    if True not in active:
        yield "W_NO_ACTIVE_CLASS"
    if False in active:
        yield "W_ZERO_CLASS_HAS_ACCOUNTS"


def _cautions(
    split: Split, totals: Sequence[Fraction], outputs: Mapping[str, object], limit: Fraction
) -> Iterator[Step]:
    yield from _inversion(split, totals)
    shown = sum((Fraction(round_half_up(amount, 2)) for amount in totals), Fraction(0))
    difference = split.total - shown - fraction(outputs["reserve"])
    if difference:
        yield Step(code="ROUNDING", values={"difference": plain(difference, 2)})
    if fraction(outputs["top_class_share"]) > limit:
        top = {"group": next(iter(split.ratios)), "percent": outputs["top_class_share"]}
        yield Step(code="CONCENTRATION", values={**top, "limit": plain(limit)})


def _ignored(values: Values) -> Iterator[Step]:
    """Name the columns of a CSV text that were not read."""
    names = values.get("accounts" + IGNORED)
    if isinstance(names, tuple) and names:
        yield Step(code="COLUMNS_IGNORED", values={"names": [str(name) for name in names]})


def _inversion(split: Split, totals: Sequence[Fraction]) -> Iterator[Step]:
    """Name one account that gets more than an account of a higher class."""
    amounts = list(zip(totals, (account.id for account in split.accounts), strict=True))
    least: tuple[Fraction, str] | None = None
    for group in split.ratios:
        members = [
            amount
            for amount, account in zip(amounts, split.accounts, strict=True)
            if account.group == group
        ]
        most = max(members, default=None)
        if least and most and most[0] > least[0]:
            lower = {"lower": most[1], "lower_amount": plain(most[0], 2), "group": group}
            higher = {"higher": least[1], "higher_amount": plain(least[0], 2)}
            yield Step(code="INVERSION", values={**lower, **higher})
            return
        least = min([*members, *([least] if least else [])], default=None)


def _working(split: Split, shares: Sequence[Fraction]) -> Iterator[Step]:
    amounts = {"total": split.total, "base": split.base, "pool": split.pool}
    yield Step(code="pool", values={name: plain(value, 2) for name, value in amounts.items()})
    if divisor_of(split):
        if not split.per_account:
            yield from _class_steps(split)
        yield from _account_steps(split, shares)
        if len(shares) > SHOWN_ACCOUNTS:
            yield Step(code="more", values={"count": len(shares) - SHOWN_ACCOUNTS})
    shared = sum(shares, Fraction(0))
    rest = {"pool": split.pool, "shared": shared, "reserve": split.pool - shared}
    yield Step(code="reserve", values={name: plain(value, 2) for name, value in rest.items()})


def _class_steps(split: Split) -> Iterator[Step]:
    divisor = divisor_of(split)
    weights = weights_of(split)
    for group, ratio in split.ratios.items():
        if ratio > 0 and (weights[group] > 0 or split.hold):
            yield Step(
                code="class" if weights[group] > 0 else "class_held",
                values={
                    "group": group,
                    "pool": plain(split.pool, 2),
                    "ratio": plain(ratio),
                    "divisor": plain(divisor),
                    "amount": plain(split.pool * ratio / divisor, 2),
                },
            )


def _account_steps(split: Split, shares: Sequence[Fraction]) -> Iterator[Step]:
    divisor = divisor_of(split)
    weights = weights_of(split)
    for account, share in list(zip(split.accounts, shares, strict=True))[:SHOWN_ACCOUNTS]:
        names = {"account": account.id, "minimum": plain(account.minimum, 2)}
        ratio = split.ratios[account.group]
        if ratio == 0:
            yield Step(code="account_zero", values={**names, "group": account.group})
            continue
        amount, part, whole = split.pool, part_of(split, account), divisor
        if not split.per_account:
            amount, part, whole = amount * ratio / divisor, account.weight, weights[account.group]
        factors = {"amount": plain(amount, 2), "part": plain(part), "whole": plain(whole)}
        results = {"share": plain(share, 2), "result": plain(account.minimum + share, 2)}
        exact = {"exact": plain(amount * part / whole, 2)} if split.whole else {}
        code = "account_whole" if split.whole else "account"
        yield Step(code=code, values={**names, **factors, **results, **exact})


def _picture(split: Split, totals: Sequence[Fraction]) -> dict[str, object]:
    bars = [
        {"id": account.id, "group": account.group, "value": _amount(split, amount)}
        for account, amount in zip(split.accounts, totals, strict=True)
    ]
    return {"bars": bars[:SHOWN_ACCOUNTS], "own_names": True}
