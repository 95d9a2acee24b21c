"""The working of an allocation: the pool, each class, each account, and the reserve."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from assessments.border.step import Step
from assessments.calculators.formula_parts.allocation import Split, divisor_of, part_of, weights_of
from assessments.calculators.steps import Shown, step
from assessments.numbers.exact import plain

SHOWN_ACCOUNTS = 100
"""Accounts that working and picture spell out."""

AMOUNTS = (
    "discretionary_pool", "base_service", "by_account", "by_class", "value", "reserve",
    "lower_amount", "higher_amount", "difference",
)  # fmt: skip
"""What is told in the unit of the resource: a currency, or the unit that was chosen."""


def allocation_steps(split: Split, shares: Sequence[Fraction]) -> Iterator[Step]:
    """Yield the pool, what each class and account gets of it, and what is left."""
    amounts = {"total": split.total, "base": split.base, "pool": split.pool}
    yield step(
        "pool",
        {name: plain(value, 2) for name, value in amounts.items()},
        lambda shown: shown.total - shown.base == shown.pool,
    )
    if divisor_of(split):
        if not split.per_account:
            yield from _class_steps(split)
        yield from _account_steps(split, shares)
        if len(shares) > SHOWN_ACCOUNTS:
            yield Step(code="more", values={"count": len(shares) - SHOWN_ACCOUNTS})
    shared = sum(shares, Fraction(0))
    rest = {"pool": split.pool, "shared": shared, "reserve": split.pool - shared}
    yield step(
        "reserve",
        {name: plain(value, 2) for name, value in rest.items()},
        lambda shown: shown.pool - shown.shared == shown.reserve,
    )


def _class_steps(split: Split) -> Iterator[Step]:
    divisor = divisor_of(split)
    weights = weights_of(split)
    for group, ratio in split.ratios.items():
        if ratio > 0 and (weights[group] > 0 or split.hold):
            yield step(
                "class" if weights[group] > 0 else "class_held",
                {
                    "group": group,
                    "pool": plain(split.pool, 2),
                    "ratio": plain(ratio),
                    "divisor": plain(divisor),
                    "amount": plain(split.pool * ratio / divisor, 2),
                },
                lambda shown: shown.pool * shown.ratio / shown.divisor == shown.amount,
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
        if split.whole:
            unrounded = {"exact": plain(amount * part / whole, 2)}
            yield step("account_whole", {**names, **factors, **results, **unrounded}, _is_exact)
        else:
            yield step("account", {**names, **factors, **results}, _is_share)


def _is_share(shown: Shown) -> bool:
    return shown.amount * shown.part / shown.whole == shown.share


def _is_exact(shown: Shown) -> bool:
    return shown.amount * shown.part / shown.whole == shown.exact
