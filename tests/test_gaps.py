"""The site's own words on a page: every gap is filled, or the build stops."""

import pytest

from macros.languages import NumberMarks
from macros.numbers import filled, unfilled

MARKS = NumberMarks(decimal=".", group=",", grouped_from=10000)


def test_gaps_are_filled_with_numbers_as_one_prints_them() -> None:
    assert filled("{number} of {count}", MARKS, number=-3, count=12) == "−3 of 12"


@pytest.mark.parametrize(
    ("pattern", "gap"), [("{nope} minutes", "{nope}"), ("{number:minute|minutes}", None)]
)
def test_a_gap_that_nothing_fills_stops_the_build(pattern: str, gap: str | None) -> None:
    with pytest.raises(LookupError) as raised:
        filled(pattern, MARKS, number=3)
    said = f"nothing fills in {gap or pattern} of “{pattern}”; known: {{number}}"
    assert raised.value.args == (said,)


def test_a_sentence_without_its_values_shows_letters() -> None:
    assert unfilled("{owner} holds {count} {count:cell|cells} of {owner}") == "X holds Y cells of X"
    assert unfilled("{owner}：{count} 格") == "X：Y 格"
