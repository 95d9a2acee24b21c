"""Numbers of a column: which mark stands before the decimals, and when nobody can know."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.tables.numbers import COMMA, POINT, guessed_notation, read_number


@pytest.mark.parametrize(
    ("cells", "decimal"),
    [
        (["1.234,5", "7"], COMMA),
        (["1,234.5", "7"], POINT),
        (["1.234", "5,25"], COMMA),
        (["1.234", "5.25"], POINT),
        (["1,234,567"], POINT),
        (["1.234.567"], COMMA),
        (["0,123"], COMMA),
        (["0.123"], POINT),
        (["12", "", "n/a", "-"], POINT),
        (["1.234", "5"], None),
        (["1.5", "2,5"], None),
    ],
)
def test_a_column_tells_its_decimal_mark_or_is_asked_for_it(
    cells: list[str], decimal: str | None
) -> None:
    assert guessed_notation(cells).decimal == decimal


def test_the_cell_that_tells_is_shown() -> None:
    assert guessed_notation(["1.234", "5,25", "6,5"]).example == "5,25"
    assert guessed_notation(["12", "1.234"]).example == "1.234"
    both = guessed_notation(["1.5", "2,5"])
    assert (both.example, both.contradicted) == ("1.5", "2,5")


@pytest.mark.parametrize(
    ("cell", "decimal", "number"),
    [
        ("1.234", POINT, "1.234"),
        ("1.234", COMMA, "1234"),
        ("1,234.50", POINT, "1234.5"),
        ("¥1,200,000", POINT, "1200000"),
        ("120万", POINT, "1200000"),
        ("1.5亿", POINT, "150000000"),
        ("12.5%", POINT, "12.5"),
        ("12,5 %", COMMA, "12.5"),
        ("(1,234.5)", POINT, "-1234.5"),
        ("-3", POINT, "-3"),
        ("−3", POINT, "-3"),
        ("1 234,5", COMMA, "1234.5"),
        ("1'234.5", POINT, "1234.5"),
        ("１２．５", POINT, "12.5"),
        ("1e3", POINT, "1000"),
        (".5", POINT, "0.5"),
        ("2.5", None, "2.5"),
    ],
)
def test_numbers_are_read_as_people_write_them(cell: str, decimal: str | None, number: str) -> None:
    assert read_number(cell, decimal) == Decimal(number)


@pytest.mark.parametrize(
    ("cell", "decimal"),
    [
        ("1.234", None), ("1,23", POINT), ("1.23.4", POINT), ("12,34,567", POINT), ("", POINT),
        ("abc", POINT), ("1e308", POINT), ("1e999", POINT), ("9" * 40, POINT), ("--3", POINT),
        ("#N/A", POINT), ("2026-01-05", POINT), ("nan", POINT), ("inf", POINT), ("0,123", POINT),
    ],
)  # fmt: skip
def test_what_is_no_number_or_two_is_none(cell: str, decimal: str | None) -> None:
    assert read_number(cell, decimal) is None


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2), st.sampled_from([POINT, COMMA]))
def test_a_number_written_with_groups_is_read_back(number: Decimal, decimal: str) -> None:
    written = f"{number:,.2f}"
    if decimal == COMMA:
        written = written.translate({ord("."): ",", ord(","): "."})
    assert read_number(written, decimal) == number


@given(st.text(max_size=20))
def test_no_text_breaks_the_reader(cell: str) -> None:
    for decimal in (POINT, COMMA, None):
        found = read_number(cell, decimal)
        assert found is None or found.is_finite()
