"""Divide a resource over accounts by class and weight: the formula, apart from its report.

base  = sum of minimums;  pool = total - base
class_total: class k gets pool * ratio_k / (sum of ratios), each account its weight's part of that
per_account: account i gets pool * ratio_class(i) * weight_i / sum(ratio * weight)
account = minimum + share; what is not divided is the reserve.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import floor


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One account of the portfolio."""

    id: str
    group: str
    """Its class."""
    weight: Fraction
    minimum: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """What is split, and by which rule."""

    total: Fraction
    base: Fraction
    """The sum of the accounts' minimums."""
    accounts: Sequence[Account]
    ratios: Mapping[str, Fraction]
    """Class -> its part of the ratio."""
    per_account: bool
    hold: bool
    """Whether the share of a class without accounts stays in reserve."""
    whole: bool

    @property
    def pool(self) -> Fraction:
        """What is left to split."""
        return self.total - self.base


def shares_of(split: Split) -> list[Fraction]:
    """Return what each account gets above its minimum."""
    divisor = divisor_of(split)
    if divisor == 0:
        return [Fraction(0) for _ in split.accounts]
    if split.per_account:
        return [split.pool * part_of(split, account) / divisor for account in split.accounts]
    weights = weights_of(split)
    rates = {
        group: split.pool * ratio / divisor / weights[group]
        for group, ratio in split.ratios.items()
        if weights[group] > 0
    }
    return [rates[account.group] * account.weight for account in split.accounts]


def part_of(split: Split, account: Account) -> Fraction:
    """Return an account's part of the ratio where the ratio divides accounts, not classes."""
    return split.ratios[account.group] * account.weight


def weights_of(split: Split) -> Mapping[str, Fraction]:
    """Return the sum of weights in each class."""
    weights = dict.fromkeys(split.ratios, Fraction(0))
    for account in split.accounts:
        weights[account.group] += account.weight
    return weights


def divisor_of(split: Split) -> Fraction:
    """Return what the ratio is divided by; 0 where no account may get a share."""
    if split.per_account:
        return sum((part_of(split, account) for account in split.accounts), Fraction(0))
    present = {account.group for account in split.accounts if split.ratios[account.group] > 0}
    counted = split.ratios if split.hold and present else present
    return sum((split.ratios[group] for group in counted), Fraction(0))


def largest_remainder(shares: Sequence[Fraction]) -> list[Fraction]:
    """Return whole shares that sum to the whole part of the given sum; ties go to the first."""
    amounts = [floor(share) for share in shares]
    left = floor(sum(shares, Fraction(0))) - sum(amounts)
    by_remainder = sorted(range(len(shares)), key=lambda place: amounts[place] - shares[place])
    for place in by_remainder[:left]:
        amounts[place] += 1
    return [Fraction(amount) for amount in amounts]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Given:
    """What an account gets; in order of amounts, then of ids."""

    amount: Fraction
    id: str
    account: Account = field(compare=False)


def inversion_of(split: Split, totals: Sequence[Fraction]) -> tuple[Given, Given] | None:
    """Return an account, and one of a higher class that gets less; None where there is none."""
    given = [
        Given(amount=total, id=account.id, account=account)
        for account, total in zip(split.accounts, totals, strict=True)
    ]
    least: Given | None = None
    for group in split.ratios:
        members = [each for each in given if each.account.group == group]
        most = max(members, default=None)
        if least and most and most.amount > least.amount:
            return most, least
        least = min([*members, *([least] if least else [])], default=None)
    return None
