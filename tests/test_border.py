"""The border of the engine: how numbers are written, places named, shapes told apart."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from assessments import EngineError, read_json, write_json
from assessments.border.fingerprint import structure
from assessments.border.naming import named_place
from assessments.border.quoting import Unreadable, quote
from assessments.border.tool_kind import kind_of
from assessments.numbers.exact import exact, plain, too_large
from assessments.numbers.rounding import from_tenths, least_numerator, scaled, tenths


def words(text: str) -> dict[str, str]:
    return {"en": text, "zh": f"{text}们"}


def field(name: str, kind: str, **more: object) -> dict[str, object]:
    return {"id": name, "type": kind, "label": words(name.capitalize()), **more}


OPTIONS = [{"id": "a", "label": words("Alpha")}, {"id": "b", "label": words("Beta")}]
INPUTS = [
    field("total", "number", required=True, minimum=0),
    field("choice", "choice", options=OPTIONS),
    field("plain", "list", item={"type": "number"}),
    field("people", "rows", fields=[field("age", "integer"), field("home", "record", fields=[
        field("street", "text")])]),
    field("shares", "map", options=OPTIONS, item={"type": "number"}),
    field("days", "map", item={"type": "list", "item": {"type": "date"}}),
    field("pairs", "list", item={"type": "record", "fields": [field("left", "number")]}),
    field("posts", "map", item={"type": "record", "fields": [field("pay", "number")]}),
]  # fmt: skip
TOOL: dict[str, Any] = {"kind": "calculator", "inputs": INPUTS}


@pytest.mark.parametrize(
    ("path", "english"),
    [
        ("", ""),
        ("total", "“Total”"),
        ("nothing", "“nothing”"),
        ("totals", "“totals”"),
        ("totalX", "“totalX”"),
        ("total.x", "“Total”"),
        ("pairs[0].left", "“Left” in entry 1 of “Pairs”"),
        ("plain[0]", "entry 1 of “Plain”"),
        ("plain[9]", "entry 10 of “Plain”"),
        ("people", "“People”"),
        ("people[1]", "row 2 of “People”"),
        ("people[1].age", "“Age” in row 2 of “People”"),
        ("people[0].home.street", "“Street” in “Home” in row 1 of “People”"),
        ("people[0].shoe", "“shoe” in row 1 of “People”"),
        ("shares.a", "“Alpha” in “Shares”"),
        ("shares.z", "“z” in “Shares”"),
        ("days.anna", "“anna” in “Days”"),
        ("days.anna[2]", "entry 3 of “anna” in “Days”"),
        ("days.a.b[0]", "entry 1 of “a.b” in “Days”"),
        ("posts.north.pay", "“Pay” in “north” in “Posts”"),
        ("posts.north", "“north” in “Posts”"),
    ],
)
def test_a_place_is_named_by_its_labels(path: str, english: str) -> None:
    assert named_place(TOOL, path, "en") == english


@pytest.mark.parametrize(
    ("path", "chinese"),
    [
        ("people[1].age", "“People们”第2行中的“Age们”"),
        ("people[0].shoe", "“People们”第1行中的“shoe”"),
        ("shares.a", "“Shares们”中的“Alpha们”"),
        ("nothing", "“nothing”"),
    ],
)
def test_a_place_is_named_in_the_other_language_too(path: str, chinese: str) -> None:
    assert named_place(TOOL, path, "zh") == chinese


@pytest.mark.parametrize(
    "inside", ['["\\ud800"]', '[["\\ud800"]]', '{"a": "\\ud800"}', '{"\\ud800": 1}']
)
def test_half_a_character_is_refused_wherever_it_stands(inside: str) -> None:
    with pytest.raises(EngineError) as raised:
        read_json(inside)
    assert [problem.code for problem in raised.value.problems] == ["E_TEXT"]


def test_the_structure_of_an_input_is_its_ids_types_and_options_and_no_word() -> None:
    assert structure({"kind": "calculator", "inputs": INPUTS[:4]}) == {
        "kind": "calculator",
        "questions": [],
        "flags": [],
        "inputs": [
            shape("total", "number", required=True),
            shape("choice", "choice", options=["a", "b"]),
            shape("plain", "list", item={"type": "number"}),
            shape(
                "people",
                "rows",
                fields=[
                    shape("age", "integer"),
                    shape("home", "record", fields=[shape("street", "text")]),
                ],
            ),
        ],
    }


def shape(name: str, kind: str, **more: object) -> dict[str, object]:
    bare = {"required": None, "options": [], "item": None, "fields": []}
    return {"id": name, "type": kind, **bare, **more}


def test_the_structure_of_answers_is_the_ids_of_questions_and_flags() -> None:
    record = {
        "kind": "assessment",
        "flags": [{"id": "late"}, {"id": "early"}],
        "dimensions": [
            {"id": "b", "questions": [{"id": "b.1"}, {"id": "b.2"}]},
            {"id": "a", "questions": [{"id": "a.1"}]},
        ],
    }
    assert structure(record) == {
        "kind": "assessment",
        "questions": ["a.1", "b.1", "b.2"],
        "flags": ["early", "late"],
        "inputs": [],
    }


@pytest.mark.parametrize("definition", [None, [], {}, {"kind": "quiz"}, {"kind": None}])
def test_what_is_no_kind_of_tool_is_told_so(definition: object) -> None:
    found = definition.get("kind") if isinstance(definition, dict) else definition
    with pytest.raises(EngineError) as raised:
        kind_of(definition)
    told = raised.value.as_data()["error"]
    assert (told["code"], told["path"]) == ("E_DEFINITION", "kind")
    assert told["message"] == (
        "The definition cannot be used: kind must be one of assessment, calculator,"
        f" not {quote(found)}."
    )


@pytest.mark.parametrize("kind", ["assessment", "calculator"])
def test_a_kind_of_tool_is_known(kind: str) -> None:
    assert kind_of({"kind": kind}) == kind


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, "null"),
        (True, "true"),
        (False, "false"),
        (-3, "−3"),
        (Decimal("-0.50"), "−0.50"),
        (2**128 - 1, str(2**128 - 1)),
        (2**128, "10^38"),
        (2**129, "10^39"),
        (-(2**129), "−10^39"),
        (Unreadable("-1e999"), "−1e999"),
        (Fraction(1, 2), "Fraction"),
        ({}, "{}"),
        ({"a": 1}, "{…}"),
        ([], "[]"),
        ((1,), "[…]"),
        ("x" * 40, f"“{'x' * 40}”"),
        ("x" * 41, f"“{'x' * 39}…”"),
        ("a\nb", "“a\N{REPLACEMENT CHARACTER}b”"),
    ],
)
def test_a_wrong_value_is_quoted_as_people_write_it(value: object, written: str) -> None:
    assert quote(value) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Decimal("0.1"), "0.1"),
        (Decimal("1.50"), "1.5"),
        (Decimal(100), "100.0"),
        (Decimal("0.12345678901234567"), "0.12345678901234567"),
        (Decimal("123456789012345678.5"), "123456789012345678.5"),
        (Decimal("1E-7"), "0.0000001"),
        ([Decimal("1E-7"), "ä", None], '[0.0000001, "ä", null]'),
        ({"b": Decimal("1E-7"), "a": (1, True)}, '{"a": [1, true], "b": 0.0000001}'),
    ],
)
def test_numbers_are_written_with_their_own_digits(value: object, written: str) -> None:
    assert write_json(value) == f"{written}\n"


def test_what_no_report_holds_is_not_written() -> None:
    with pytest.raises(TypeError, match=r"^a report holds no set$"):
        write_json({1})


@pytest.mark.parametrize(
    ("numerator", "denominator", "decimals", "whole"),
    [
        # half away from zero, on both sides
        (1, 20, 1, 1),
        (-1, 20, 1, -1),
        (1, -20, 1, -1),
        (-1, -20, 1, 1),
        (5, 1000, 2, 1),
        (4, 1000, 2, 0),
        (7, 2, 0, 4),
        (0, 7, 3, 0),
        # a billionth below the half still counts as the half, and two do not
        (499_999_999, 10_000_000_000, 1, 1),
        (499_999_998, 10_000_000_000, 1, 0),
    ],
)
def test_a_half_is_rounded_away_from_zero(
    numerator: int, denominator: int, decimals: int, whole: int
) -> None:
    assert scaled(numerator, denominator, decimals) == whole


def test_tenths_are_written_with_one_decimal() -> None:
    assert [str(from_tenths(each)) for each in (0, 5, 833, 1000, 1001, -5)] == [
        "0.0", "0.5", "83.3", "100.0", "100.1", "-0.5",
    ]  # fmt: skip


@pytest.mark.parametrize("denominator", [1, 7, 36])
@pytest.mark.parametrize("limit", [0, 1, 400, 1000])
def test_the_least_numerator_reaches_its_limit_and_the_one_below_does_not(
    limit: int, denominator: int
) -> None:
    least = least_numerator(limit, denominator)
    assert tenths(least, denominator) >= limit
    assert tenths(least - 1, denominator) < limit


@pytest.mark.parametrize(
    ("given", "value"),
    [
        (0.1, Fraction(1, 10)),
        (Decimal("1E-40"), Fraction(1, 10**40)),
        (Decimal("1E-41"), None),
        (10**15 - 1, Fraction(10**15 - 1)),
        (10**15, None),
        (-(10**15), None),
        (Decimal("999999999999999.5"), Fraction(1999999999999999, 2)),
        (Decimal("1E+15"), None),
        (Fraction(1, 10**40), Fraction(1, 10**40)),
        (Fraction(1, 10**40 + 1), None),
        ("1", None),
        (None, None),
    ],
)
def test_a_number_is_exact_or_beyond_reckoning(given: object, value: Fraction | None) -> None:
    assert exact(given) == value


@pytest.mark.parametrize(
    ("given", "large"),
    [
        (10**15 - 1, False),
        (10**15, True),
        (-(10**15), True),
        (Decimal("1E+15"), True),
        (Decimal("999999999999999.9"), False),
        (1e15, True),
        (Decimal("1E-999"), False),
        ("1" * 99, False),
    ],
)
def test_a_number_with_too_many_digits_is_too_large(given: object, large: bool) -> None:
    assert too_large(given) is large


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Fraction(1, 3), "0.3333"),
        (Fraction(2, 3), "0.6667"),
        (Fraction(5, 2), "2.5"),
        (Fraction(10), "10"),
        (Fraction(100_000), "100000"),
        (Fraction(1, 100_000), "0"),
        (Fraction(-1, 20_000), "-0.0001"),
    ],
)
def test_the_working_shows_a_number_without_zeros_at_its_end(value: Fraction, shown: str) -> None:
    assert str(plain(value)) == shown
