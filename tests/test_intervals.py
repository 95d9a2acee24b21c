"""The interval of a share and the roots it stands on: published values, and laws of any sample."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.numbers.exact import power, square_root
from assessments.numbers.interval import wilson
from assessments.numbers.rounding import round_half_up

HAIR = Fraction(1, 10**45)
"""More than numbers of 50 digits may differ by."""


@pytest.mark.parametrize(
    ("part", "whole", "ends"),
    [
        # Newcombe, Statistics in Medicine 17 (1998), table I, method 3
        (81, 263, ("0.2553", "0.3662")),
        (15, 148, ("0.0624", "0.1605")),
        (0, 20, ("0.0000", "0.1611")),
        (1, 29, ("0.0061", "0.1718")),
    ],
)
def test_the_interval_of_a_share_is_the_published_one(
    part: int, whole: int, ends: tuple[str, str]
) -> None:
    assert tuple(str(round_half_up(end, 4)) for end in wilson(part, whole)) == ends


@given(whole=st.integers(1, 10_000), data=st.data())
def test_the_interval_holds_the_share_and_that_of_the_rest_is_its_mirror(
    whole: int, data: st.DataObject
) -> None:
    part = data.draw(st.integers(0, whole))
    low, high = wilson(part, whole)
    # Both ends are 0 or 1 for a share of none or all, to the last digit that a root has.
    assert 0 <= low <= Fraction(part, whole) + HAIR
    assert Fraction(part, whole) - HAIR <= high <= 1
    rest_low, rest_high = wilson(whole - part, whole)
    assert abs(low + rest_high - 1) < HAIR
    assert abs(high + rest_low - 1) < HAIR


@pytest.mark.parametrize("value", [Fraction(2), Fraction(1, 3), Fraction(123_456_789, 1000)])
def test_a_root_is_right_to_its_last_digits(value: Fraction) -> None:
    root = square_root(value)
    assert abs(root * root - value) < value * HAIR
    assert abs(power(value, Fraction(1, 2)) - root) < root * HAIR
    third = power(value, Fraction(1, 3))
    assert abs(third**3 - value) < value * HAIR
