"""What results of one tool give to the inputs of another."""

import json
from decimal import Decimal
from typing import Any

import pytest

from assessments import EngineError, document
from assessments.border.record import records
from assessments.handover import HandOver
from assessments.receiving import receive
from assessments.scoring import score
from tests.answering import given
from tests.definitions import calculators, definition
from tests.engine_requests import handovers

HIGH = "333 232 33233 3332 232"
LOW = "000 000 00000 0000 000"
PEOPLE = [
    {"id": "chief", "roles": ["EB"], "influence": 5, "attitude": 1, "access": 2, "owner": "Lin"},
    {
        "id": "engineer",
        "roles": ["TB"],
        "influence": 3,
        "attitude": -1,
        "access": 3,
        "owner": "Lin",
    },
    {"id": "operator", "roles": ["UB"], "influence": 1, "access": 0, "owner": "Xu"},
    {"id": "buyer", "roles": ["TB"], "influence": 2, "attitude": 2, "access": 1},
]


def received(target: str, name: str, source: str, *inputs: object, **more: Any) -> HandOver:
    results = [{"subject": f"Account {n}", "input": each} for n, each in enumerate(inputs, 1)]
    request = {"receives": name, "source": definition(source), "results": results, **more}
    return receive(definition(target), request)


def words(report: HandOver, language: str = "en") -> list[str]:
    blocks = document(report.target.raw, report, language)
    cells = [cell for block in blocks for row in block.get("rows", ()) for cell in row]  # type: ignore[attr-defined]
    return [*(str(block["text"]) for block in blocks if "text" in block), *map(str, cells)]


def test_people_of_a_map_become_people_of_the_depth() -> None:
    found = received("relationship-depth", "people", "decision-chain-map", {"people": PEOPLE})
    expected = [
        {"influence": 5, "level": 2},
        {"influence": 3, "level": -1},
        {"influence": 1, "level": 0},
        {"influence": 2, "level": 3},
    ]
    assert found.input == {"people": expected}
    assert (found.left_out, found.gives_way) == (0, 0)


def test_rows_without_a_name_take_the_place_of_those_that_stand_there() -> None:
    into = {"people": [{"influence": 1, "level": 1}], "half_life": 12}
    found = received(
        "relationship-depth", "people", "decision-chain-map", {"people": PEOPLE[:1]}, into=into
    )
    assert found.input == {"people": [{"influence": 5, "level": 2}], "half_life": 12}
    assert "1 row that is here now will be replaced." in words(found)
    assert "此处现有的1行将被替换。" in words(found, "zh")


def test_points_are_summed_for_each_colleague_and_join_what_stands_there() -> None:
    into = {"owner_points": {"Lin": 4, "Zhou": 9}}
    found = received(
        "personal-dependency", "points", "decision-chain-map", {"people": PEOPLE}, into=into
    )
    # Lin: 5 x 2 + 3 x 3; Xu: 1 x 0; nobody looks after the buyer.
    assert found.input == {"owner_points": {"Lin": 19, "Zhou": 9, "Xu": 0}}
    assert found.left_out == 1
    assert {"instead of 4", "new"} <= set(words(found))
    assert "1 left out: they lack what is needed here." in words(found)


def test_aliases_join_a_list_once() -> None:
    into = {"roster": ["chief", "director"]}
    found = received(
        "contact-coverage-cadence",
        "roster",
        "decision-chain-map",
        {"people": PEOPLE[:2]},
        into=into,
    )
    assert found.input == {"roster": ["chief", "director", "engineer"]}
    assert {"the same already", "new"} <= set(words(found))


def test_scores_update_the_rows_of_their_name_and_keep_the_rest() -> None:
    answers = given("trust-stage-diagnostic", "33333 22222 00000")
    report = score(definition("trust-stage-diagnostic"), answers).as_data()
    titles = [each["title"] for each in records(definition("trust-stage-diagnostic")["dimensions"])]
    first = titles[0]["zh"]  # type: ignore[index]
    row = {"id": f" {first}", "current": 10, "target": 90, "importance": 5, "effort": 1}
    found = received(
        "improvement-plan", "scores", "trust-stage-diagnostic", answers,
        into={"items": [row]}, language="zh",
    )  # fmt: skip
    scores = list(report["dims"].values())
    assert found.input["items"][0] == {**row, "current": scores[0]}  # type: ignore[index]
    assert [each["current"] for each in found.input["items"]] == scores  # type: ignore[attr-defined]
    assert "替换10" in words(found, "zh")


def test_a_row_begins_with_the_name_by_which_it_is_known() -> None:
    answers = given("trust-stage-diagnostic", "33333 22222 00000")
    found = received("improvement-plan", "scores", "trust-stage-diagnostic", answers)
    (table,) = [each for each in document(found.target.raw, found, "en") if each["kind"] == "table"]
    assert table["columns"] == ["Name", "Score now", "Here now"]
    assert table["numeric"] == [False, True, False]


def test_accounts_come_with_their_class_and_say_which_classes_are_used() -> None:
    both = [given("fortune-telling-selection", each) for each in (HIGH, LOW)]
    found = received("resource-allocation", "classes", "fortune-telling-selection", *both)
    bands = [
        score(definition("fortune-telling-selection"), each).as_data()["band"] for each in both
    ]
    assert bands == ["star", "exit"]
    accounts = [{"id": "Account 1", "class": "S"}, {"id": "Account 2", "class": "C"}]
    assert found.input == {"accounts": accounts, "scheme": "sabc"}
    assert "Classes used becomes “S, A, B, C: where to invest”." in words(found)


def test_a_cap_is_half_of_the_present_value_times_the_chance() -> None:
    money = {"revenue": 1_000_000, "margin": Decimal("0.4"), "cac": 100_000}
    value = score(definition("customer-ltv"), money).as_data()["present_value"]
    found = received(
        "pressure-ratio", "cap", "customer-ltv", money, asked={"chance": Decimal("0.3")}
    )
    assert Decimal(str(found.input["cap"])) == round(value * Decimal("0.15"), 2)


def test_a_result_without_a_number_gives_nothing_and_says_so() -> None:
    found = received(
        "three-layer-profile",
        "key-score",
        "relationship-health",
        {"answers": {}},
        into={"universal": 50},
    )
    assert (found.input, found.given, found.left_out) == ({"universal": 50}, (), 1)
    assert "“Relationship health in four dimensions” has nothing to give yet" in words(found)[0]


@pytest.mark.parametrize(
    ("target", "name", "source"),
    [
        ("relationship-depth", "people", "customer-ltv"),
        ("relationship-depth", "nowhere", "decision-chain-map"),
        ("trust-stage-diagnostic", "people", "decision-chain-map"),
    ],
)
def test_what_is_not_declared_is_refused(target: str, name: str, source: str) -> None:
    with pytest.raises(EngineError) as refused:
        received(target, name, source, {})
    [problem] = refused.value.as_data()["error"]["problems"]  # type: ignore[index]
    assert (problem["code"], problem["path"]) == ("E_SHAPE", "receives")


def test_answers_that_do_not_fit_say_whose_they_are() -> None:
    with pytest.raises(EngineError) as refused:
        received("relationship-depth", "people", "decision-chain-map", {"people": []})
    message = refused.value.as_data()["error"]["message"]  # type: ignore[index]
    assert (
        message == "The answers about “Account 1” do not fit the present version of their own tool."
    )


def test_what_does_not_fit_is_named_in_the_words_of_the_tool_it_comes_from() -> None:
    with pytest.raises(EngineError) as refused:
        received("relationship-depth", "people", "decision-chain-map",
                 {"people": [{**PEOPLE[0], "influence": 9}]})  # fmt: skip
    *_, last = refused.value.as_data()["error"]["problems"]  # type: ignore[index]
    assert last["path"] == "people[0].influence"
    assert last["message"] == (
        "“Influence” in row 1 of “The customer’s people” must be from 1 to 5, not 9."
    )


def test_every_handover_that_is_declared_gives_something() -> None:
    asked = list(handovers())
    declared = {
        (tool, str(entry["id"]))
        for tool in calculators()
        for entry in records(definition(tool).get("receives"))
    }
    assert len(declared) == 11
    assert {(tool, request["receives"]) for tool, request in asked} == declared
    for tool, request in asked:
        found = receive(definition(tool), json.loads(json.dumps(request)))
        assert found.given, (tool, request["receives"])
