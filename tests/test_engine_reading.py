"""Reading and writing JSON: exact, guarded, and the same bytes everywhere."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments import EngineError, read_json, write_json
from assessments.border.quoting import Unreadable, quote
from assessments.border.reading import DEEPEST, LONGEST_TEXT
from assessments.numbers.rounding import least_numerator, round_half_up, tenths
from tests.effort import tries


def problem(text: str) -> str:
    """Return the message of what is wrong with a text."""
    with pytest.raises(EngineError) as raised:
        read_json(text)
    error = raised.value.as_data("en")["error"]
    assert error["problems"][0]["code"] == error["code"]
    return f"{error['code']}: {error['message']} {error['hint']}"


def test_numbers_are_read_as_they_are_written() -> None:
    assert read_json("[2, 2.0, 0.1, 1e2, -0]") == [
        2,
        Decimal("2.0"),
        Decimal("0.1"),
        Decimal("1E+2"),
        0,
    ]
    assert isinstance(read_json("2.0"), Decimal)


def test_a_number_that_is_none_is_left_for_the_rule_of_its_place_to_refuse() -> None:
    texts = ["NaN", "-Infinity", "1e99999", "1e999999999999", "9" * 1001, "0." + "1" * 1001]
    assert [read_json(text) for text in texts] == [Unreadable(text) for text in texts]


def test_ten_to_the_four_hundredth_is_a_number() -> None:
    assert read_json("1" + "0" * 400) == 10**400
    assert read_json("1e400") == Decimal("1E+400")


def test_a_byte_order_mark_is_skipped() -> None:
    assert read_json("\ufeff[1]") == [1]


@pytest.mark.parametrize("text", ["", " \n", "\ufeff"])
def test_a_text_of_nothing_is_said_to_be_empty(text: str) -> None:
    assert problem(text) == (
        "E_JSON: There is nothing to read: the text is empty."
        " Give JSON: the answers to a tool, or its input."
    )


def test_what_is_no_json_is_refused_with_its_place() -> None:
    assert problem('{"answers":\n {"a" 1}}') == (
        "E_JSON: The text is not JSON: reading stopped at line 2, column 7."
        " Check that place for a missing comma, quote or bracket."
    )


def test_equal_keys_are_refused_and_each_is_named() -> None:
    with pytest.raises(EngineError) as raised:
        read_json('{"a": 1, "b": 1, "b": 2, "a": 3}')
    messages = [each["message"] for each in raised.value.as_data()["error"]["problems"]]
    assert messages == [
        "The key “b” appears twice in the same object.",
        "The key “a” appears twice in the same object.",
    ]


def test_many_keys_and_one_of_them_twice_take_no_time() -> None:
    keys = ",".join(f'"{number}":1' for number in range(200_000))
    assert problem(f'{{{keys},"0":1}}').startswith("E_DUPLICATE_KEY")


@pytest.mark.parametrize(
    "deep", ["[" * 100_000, "[" * 99 + "]" * 99, '{"a":' * 70 + "1" + "}" * 70]
)
def test_nesting_is_limited(deep: str) -> None:
    assert problem(deep) == (
        "E_DEPTH: Lists and objects are nested more than 60 levels deep."
        " No tool needs more than a few levels; check the file."
    )


def test_many_brackets_that_are_not_deep_are_read() -> None:
    text = '["[[[", ' + ", ".join(["[]"] * 500) + ', "\\"[[["]'
    assert len(read_json(text)) == 502
    assert read_json("[" * DEEPEST + "]" * DEEPEST)


def test_ten_megabytes_are_refused() -> None:
    assert problem("[" + "1," * LONGEST_TEXT) == (
        "E_SIZE: The text has 16000001 characters; at most 8000000 are read."
        " Split it into smaller files."
    )


@pytest.mark.parametrize("text", ['"\\ud800"', '{"\\udfff": 1}', '["\ud800"]'])
def test_half_a_character_is_refused(text: str) -> None:
    assert problem(text) == (
        "E_TEXT: A text holds half of a two-part character and cannot be written."
        " Write the file again as UTF-8."
    )


def test_a_whole_two_part_character_is_read() -> None:
    assert read_json('"\\ud83d\\ude00"') == "😀"


def test_numbers_are_written_exactly_whatever_their_size() -> None:
    value = {"b": Decimal("83.30"), "a": [Decimal(100), 7, None, True, "你"]}
    assert write_json(value) == '{"a": [100.0, 7, null, true, "你"], "b": 83.3}\n'
    large = {"b": Decimal("123456789012345678901234.50"), "a": [Decimal("0.1"), {"c": None}]}
    assert write_json(large) == '{"a": [0.1, {"c": null}], "b": 123456789012345678901234.5}\n'
    assert write_json(Decimal("1E+2")) == "100.0\n"


@tries(200)
@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20))
def test_what_is_written_is_read_back(number: Decimal) -> None:
    assert read_json(write_json([number])) == [number]


def test_half_is_rounded_away_from_zero() -> None:
    # round() would give 0.0, 0.2 and 2: to the even neighbour.
    assert [round_half_up(Decimal(each)) for each in ("0.05", "0.25", "-0.05", "-0.04")] == [
        Decimal("0.1"),
        Decimal("0.3"),
        Decimal("-0.1"),
        Decimal("0.0"),
    ]
    assert str(round_half_up(Decimal("-0.04"))) == "0.0"
    assert round_half_up(Fraction(5, 2), 0) == 3
    assert round_half_up(Fraction(1, 3), 3) == Decimal("0.333")


def test_a_billionth_below_a_half_counts_as_a_half() -> None:
    assert round_half_up(Decimal("0.0499999999")) == Decimal("0.1")
    assert round_half_up(Decimal("0.049999999")) == Decimal("0.0")


@tries(200)
@given(st.integers(0, 1100), st.integers(1, 10**6))
def test_the_least_numerator_is_the_first_that_reaches_a_limit(limit: int, below: int) -> None:
    least = least_numerator(limit, below)
    assert tenths(least, below) >= limit > tenths(least - 1, below) or limit == 0


def test_a_wrong_value_is_quoted_for_people_and_short() -> None:
    values = [None, True, 1.5, "2", "a\nb", "x" * 99, [], [1], {}, {"a": 1}, 10**400, -(2**99999)]
    assert [quote(value) for value in values] == [
        "null",
        "true",
        "1.5",
        "“2”",
        "“a\N{REPLACEMENT CHARACTER}b”",
        "“" + "x" * 39 + "…”",
        "[]",
        "[…]",
        "{}",
        "{…}",
        "10^400",
        "−10^30103",
    ]
    assert quote(Unreadable("NaN")) == "NaN"
    assert quote(b"x") == "bytes"
