"""Reading a calculator's input: what is taken, what is refused, in which order and words."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

import pytest

from assessments import EngineError, Problem, read_json, score
from assessments.calculators.input_definitions import InputDefinitions
from assessments.calculators.input_reader import Rules, read_inputs
from assessments.calculators.inputs import Input
from assessments.calculators.values import UNREAD, Values
from tests.definitions import definition

NUMBER = {"id": "amount", "type": "number", "required": True, "minimum": 0, "maximum": 10}
WHOLE = {"id": "years", "type": "integer", "required": True, "minimum": 1, "maximum": 30}
OPTIONS = [{"id": "a"}, {"id": "b"}]


def inputs_of(records: Sequence[dict], wrong_type: str) -> Sequence[Input]:
    reader = InputDefinitions(wrong_type)
    read = reader.inputs({"inputs": list(records)}, "inputs")
    assert reader.problems == []
    return read


def read(*records: dict, given: object) -> Values:
    return read_inputs(inputs_of(records, "E_TYPE"), given)


def refused(
    *records: dict, given: object, errors: object = None, **rules: object
) -> list[tuple[str, str, str]]:
    """Return code, path and message of every problem."""
    wrong_type = str(rules.get("wrong_type", "E_TYPE"))
    with pytest.raises(EngineError) as raised:
        read_inputs(inputs_of(records, wrong_type), given, Rules(**rules))
    error = EngineError(raised.value.problems, errors)
    said = error.as_data()["error"]["problems"]
    assert all(problem["hint"] for problem in said)
    assert all(problem["message"] for problem in error.as_data("zh")["error"]["problems"])
    return [(problem["code"], problem["path"], problem["message"]) for problem in said]


@pytest.mark.parametrize(
    "given", [2.5, Decimal("2.5"), Decimal("2.50"), Fraction(5, 2), Decimal("25E-1")]
)
def test_a_number_is_read_exactly(given: object) -> None:
    assert read(NUMBER, given={"amount": given}) == {"amount": Fraction(5, 2)}


def test_a_decimal_never_passes_through_a_binary_fraction() -> None:
    given = read_json('{"amount": 0.1}')
    assert read(NUMBER, given=given) == {"amount": Fraction(1, 10)}


@pytest.mark.parametrize(
    ("given", "shown"),
    [(True, "true"), ("5", "“5”"), ([5], "[…]"), ({}, "{}"), ("", "“”"), ("na", "“na”")],
)
def test_what_is_no_number_is_not_made_one(given: object, shown: str) -> None:
    message = f"amount must be a number, not {shown}."
    assert refused(NUMBER, given={"amount": given}) == [("E_TYPE", "amount", message)]


@pytest.mark.parametrize("written", ["NaN", "Infinity", "-Infinity"])
def test_what_is_not_finite_is_no_number(written: str) -> None:
    given = read_json(f'{{"amount": {written}}}')
    message = f"amount must be a number, not {written.replace('-', '−')}."
    assert refused(NUMBER, given=given) == [("E_TYPE", "amount", message)]


@pytest.mark.parametrize(
    "written",
    [
        "1e400",
        "1" + "0" * 400,
        "1" + "0" * 5000,
        "1e-400",
        "1e999999999",
        "-1e400",
        "0." + "1" * 50,
    ],
)
def test_a_number_beyond_all_use_is_out_of_range(written: str) -> None:
    given = read_json(f'{{"amount": {written}}}')
    assert [each[:2] for each in refused(NUMBER, given=given)] == [("E_RANGE", "amount")]


@pytest.mark.parametrize("given", [float("nan"), float("inf"), 10**400, Decimal("1E-999999999")])
def test_extreme_numbers_of_python_are_refused_as_well(given: object) -> None:
    assert refused(NUMBER, given={"amount": given})[0][0] in ("E_TYPE", "E_RANGE")


@pytest.mark.parametrize(
    ("limits", "given", "rule"),
    [
        ({"minimum": 1}, 0, "at least 1"),
        ({"maximum": 1}, 2, "at most 1"),
        ({"above": 0}, 0, "more than 0"),
        ({"below": 1}, 1, "less than 1"),
        ({"minimum": 0, "maximum": 1}, -1, "from 0 to 1"),
        ({"above": 0, "maximum": 1}, 2, "more than 0 and at most 1"),
    ],
)
def test_a_number_out_of_range_hears_the_range(limits: dict, given: int, rule: str) -> None:
    spec = {"id": "amount", "type": "number", **limits}
    message = f"amount must be {rule}, not {str(given).replace('-', '−')}."
    assert refused(spec, given={"amount": given}) == [("E_RANGE", "amount", message)]


@pytest.mark.parametrize("given", [Decimal("2.0"), Decimal("2.5"), 2.0])
def test_a_whole_number_is_written_without_a_point(given: object) -> None:
    message = f"years must be a whole number, not {given}."
    assert refused(WHOLE, given={"years": given}) == [("E_INTEGER", "years", message)]


@pytest.mark.parametrize("given", [True, "2", None])
def test_a_whole_number_is_not_made_of_something_else(given: object) -> None:
    code = "E_MISSING" if given is None else "E_TYPE"
    assert refused(WHOLE, given={"years": given})[0][0] == code


@pytest.mark.parametrize(
    ("given", "code"), [("", "E_EMPTY"), (" ", "E_EMPTY"), (5, "E_TYPE"), ("x" * 201, "E_RANGE")]
)
def test_a_required_text_holds_something(given: object, code: str) -> None:
    spec = {"id": "name", "type": "text", "required": True}
    assert refused(spec, given={"name": given})[0][0] == code


def test_half_a_character_is_no_text() -> None:
    spec = {"id": "name", "type": "text"}
    assert refused(spec, given={"name": "\ud800"})[0][0] == "E_TYPE"


def test_a_choice_is_one_of_its_options_in_the_same_letters() -> None:
    spec = {"id": "mode", "type": "choice", "options": OPTIONS}
    assert read(spec, given={"mode": "b"}) == {"mode": "b"}
    assert refused(spec, given={"mode": "B"}) == [
        ("E_ENUM", "mode", "mode must be one of a, b, not “B”.")
    ]


@pytest.mark.parametrize("given", [0, 1, "true"])
def test_a_yes_or_no_is_true_or_false(given: object) -> None:
    spec = {"id": "backup", "type": "boolean"}
    assert refused(spec, given={"backup": given})[0][:2] == ("E_TYPE", "backup")


@pytest.mark.parametrize(
    "given",
    ["2025-02-29", "2025-13-01", "0000-01-01", "25-01-01", "2025-W01-1", "20250101", "04/03/2025",
     "2025-01-01T00:00", "２０２５-01-01", "", 20250101, True],
)  # fmt: skip
def test_an_impossible_date_is_refused(given: object) -> None:
    spec = {"id": "start", "type": "date"}
    assert refused(spec, given={"start": given})[0][:2] == ("E_DATE", "start")


def test_null_is_the_same_as_left_out() -> None:
    spec = {"id": "weight", "type": "number", "default": Decimal("1.5")}
    assert read(spec, given={"weight": None}) == read(spec, given={}) == {"weight": Fraction(3, 2)}
    assert read({"id": "cost", "type": "number"}, given={}) == {"cost": None}


def test_an_answer_may_be_not_applicable_where_that_is_allowed() -> None:
    spec = {"id": "s", "type": "list", "item": {"type": "integer", "accepts_na": True}}
    assert read(spec, given={"s": [1, "na"]}) == {"s": (1, "na")}
    assert refused(spec, given={"s": ["NA"]})[0][:2] == ("E_TYPE", "s[0]")


def test_an_entry_of_a_list_may_not_be_null() -> None:
    spec = {"id": "s", "type": "list", "item": {"type": "integer"}}
    assert refused(spec, given={"s": [None]})[0][:2] == ("E_TYPE", "s[0]")


def test_a_list_has_the_length_that_the_definition_asks_for() -> None:
    spec = {"id": "s", "type": "list", "length": [2, 2], "item": {"type": "integer"}}
    assert refused(spec, given={"s": []}) == [("E_EMPTY", "s", "s is empty.")]
    message = "s must be a list of 2 entries, not […]."
    assert refused(spec, given={"s": [1]}) == [("E_SHAPE", "s", message)]


def test_a_list_without_a_length_still_ends_somewhere() -> None:
    spec = {"id": "s", "type": "list", "item": {"type": "integer"}}
    message = "s must be a list of 0 to 20000 entries, not […]."
    assert refused(spec, given={"s": [1] * 20_001}) == [("E_SHAPE", "s", message)]


def test_rows_may_be_lists_in_the_order_of_their_fields() -> None:
    fields = [{"id": "from", "type": "text"}, {"id": "strength", "type": "number"}]
    spec = {"id": "edges", "type": "rows", "rows_as": "lists", "fields": fields}
    assert read(spec, given={"edges": [["a", 1]]}) == {"edges": ({"from": "a", "strength": 1},)}
    problems = refused(spec, given={"edges": [["a"], {"from": "a"}, ["a", "x"]]})
    assert [each[:2] for each in problems] == [
        ("E_SHAPE", "edges[0]"),
        ("E_SHAPE", "edges[1]"),
        ("E_TYPE", "edges[2].strength"),
    ]


def test_a_map_names_its_values() -> None:
    spec = {"id": "prices", "type": "map", "item": {"type": "number", "above": 0}}
    assert read(spec, given={"prices": {"R": 2}}) == {"prices": {"R": 2}}
    problems = refused(spec, given={"prices": {"": 1, "R": 0}})
    assert [each[:2] for each in problems] == [("E_SHAPE", "prices[0]"), ("E_RANGE", "prices.R")]


def test_a_map_with_options_knows_its_names() -> None:
    spec = {"id": "fields", "type": "map", "options": OPTIONS, "item": {"type": "text"}}
    assert refused(spec, given={"fields": {"c": "x"}}) == [
        ("E_ENUM", "fields.c", "fields.c must be one of a, b, not “c”.")
    ]


@pytest.mark.parametrize("given", [None, [], "x", 3, True])
def test_an_input_is_an_object(given: object) -> None:
    assert refused(NUMBER, given=given)[0][:2] == ("E_SHAPE", "")


def test_unknown_names_come_first_and_hear_the_known_ones() -> None:
    problems = refused(NUMBER, given={"amout": 1})
    assert [each[:2] for each in problems] == [("E_SHAPE", "amout"), ("E_MISSING", "amount")]
    assert problems[0][2] == "amout is not an input of this tool."


def test_problems_stand_in_the_order_of_the_definition() -> None:
    fields = [NUMBER, {"id": "name", "type": "text", "required": True}]
    rows = {"id": "rows", "type": "rows", "fields": fields}
    given = {"years": 0, "rows": [{"amount": 1, "name": ""}, {"amount": "x", "name": "n"}, 4]}
    assert [each[:2] for each in refused(rows, WHOLE, given=given)] == [
        ("E_TYPE", "rows[2]"),
        ("E_TYPE", "rows[1].amount"),
        ("E_EMPTY", "rows[0].name"),
        ("E_RANGE", "years"),
    ]


def test_an_input_may_have_codes_of_its_own() -> None:
    spec = {**NUMBER, "errors": {"range": "E_RATIO", "type": "E_ID", "missing": "E_EMPTY"}}
    words = {"message": {"en": "no", "zh": "否"}, "hint": {"en": "mend", "zh": "改"}}
    errors = {"E_RATIO": words, "E_ID": words}
    for given, code in (({"amount": 11}, "E_RATIO"), ({"amount": "x"}, "E_ID"), ({}, "E_EMPTY")):
        assert refused(NUMBER | spec, given=given, errors=errors)[0][0] == code


def test_a_tool_may_call_every_wrong_kind_a_wrong_number() -> None:
    spec = {"id": "rows", "type": "rows", "fields": [NUMBER]}
    assert refused(spec, given={"rows": 5}, wrong_type="E_NUMBER") == [
        ("E_NUMBER", "rows", "rows must be a list, not 5.")
    ]
    assert refused(spec, given={"rows": [{"amount": "x"}]}, wrong_type="E_NUMBER") == [
        ("E_NUMBER", "rows[0].amount", "rows[0].amount must be a number, not “x”.")
    ]


def test_a_check_sees_what_was_read_and_where_something_was_not() -> None:
    seen = []

    def check(value, before):
        seen.append((value, dict(before)))
        yield Problem("E_EMPTY", "[0]")

    specs = (NUMBER, {"id": "s", "type": "list", "item": {"type": "integer"}})
    problems = refused(*specs, given={"amount": 1, "s": [1]}, checks={"s": check})
    assert seen == [((1,), {"amount": 1})]
    assert problems[0][:2] == ("E_EMPTY", "s[0]")
    problems = refused(*specs, given={"amount": "x", "s": ["x"]}, checks={"s": check})
    assert seen[1] == ((UNREAD,), {"amount": UNREAD})
    assert [path for _, path, *_ in problems] == ["amount", "s[0]", "s[0]"]
    refused(*specs, given={"amount": 1, "s": "x"}, checks={"s": check})
    assert len(seen) == 2


def test_an_input_that_an_earlier_choice_does_not_ask_for_is_not_read() -> None:
    mode = {"id": "mode", "type": "choice", "options": OPTIONS}
    spec = {**NUMBER, "when": {"mode": "a"}}
    assert read(mode, spec, given={"mode": "b", "amount": "x"}) == {"mode": "b", "amount": None}
    assert refused(mode, spec, given={"mode": "a"})[0][:2] == ("E_MISSING", "amount")


ALL_PROBLEMS = {
    "resource-allocation": (
        {"preset": "focus", "accounts": [{"id": "a", "class": "S"}, {"id": "a", "class": "D"}]},
        ["E_MISSING total", "E_CLASS accounts[1].class", "E_DUP_ID accounts[1].id"],
    ),
    "decision-chain-map": (
        {"people": [5, {"id": "a", "roles": ["EB"], "influence": 9, "owner": ""}],
         "edges": [["a", "z", 0.5], ["a", 1, 2]]},
        ["E_NUMBER people[0]", "E_RANGE people[1].influence", "E_NUMBER edges[1].to",
         "E_RANGE edges[1].strength", "E_EDGE edges[0]"],
    ),
    "contact-coverage-cadence": (
        {"start": "2025-03-10", "end": "2025-03-03", "persons": ["a", 1], "contacts": [
            {"date": "2025-03-03", "person": "b", "contact": "x", "quality": 4}]},
        ["E_DATE_ORDER end", "E_NUMBER persons[1]", "E_RANGE contacts[0].quality",
         "E_PERSON contacts[0].person"],
    ),
    "competitor-value": (
        {"price": 0, "rival_prices": {"R": 1}, "attributes": [
            {"name": "a", "weight": 60, "us": 11, "rivals": {}},
            {"name": "a", "weight": 60, "us": 5, "rivals": {"R": 5}}]},
        ["E_RANGE attributes[0].us", "E_DUP_ID attributes[1].name", "E_WEIGHT_SUM attributes",
         "E_TOO_FEW_ATTRIBUTES attributes", "E_RANGE price",
         "E_MISSING attributes[0].rivals.R"],
    ),
    "relationship-outcomes": (
        {"strategic_revenue": 2, "total_revenue": 1, "renewed": 1.5, "due": 1, "incidents": "x"},
        ["E_INTEGER renewed", "E_TYPE incidents", "E_PART_GT_WHOLE strategic_revenue"],
    ),
    "opportunity-conversion": (
        {"stages": [{"name": "a", "count": 1}, {"name": "b", "count": 2}, {"count": "3"}]},
        ["E_MISSING stages[2].name", "E_NUMBER stages[2].count",
         "E_STAGE_INCREASE stages[1].count", "E_MISSING target_orders"],
    ),
}  # fmt: skip
"""Tool -> an input, and everything that is wrong with it, in its order."""


@pytest.mark.parametrize("tool", ALL_PROBLEMS)
def test_rules_over_several_values_are_told_beside_those_of_single_ones(tool: str) -> None:
    given, wanted = ALL_PROBLEMS[tool]
    with pytest.raises(EngineError) as raised:
        score(definition(tool), given)
    assert [f"{each.code} {each.path}" for each in raised.value.problems] == wanted
