"""Pictures in a document: what is drawn, the same as a table, and the same in words."""

from typing import Any

import pytest

from assessments import document, score
from tests.answering import given, questionnaire
from tests.definitions import calculators, definition
from tests.example_inputs import in_language

LANGUAGES = ("en", "zh")
DRAWN = sorted(tool for tool in calculators() if definition(tool).get("picture") != "bars")


def pictures(tool: str, value: object, language: str = "en") -> list[Any]:
    record: Any = definition(tool)
    report = score(record, in_language(value, language))
    return [each for each in document(record, report, language) if each["kind"] == "picture"]


def example(tool: str, number: int = 0, language: str = "en") -> Any:
    record: Any = definition(tool)
    [block] = pictures(tool, record["examples"][number]["input"], language)
    return block


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tool", DRAWN)
def test_a_picture_has_a_table_and_words(tool: str, language: str) -> None:
    for number in range(len(definition(tool)["examples"])):  # type: ignore[arg-type]
        block = example(tool, number, language)
        data = block["data"]
        assert (
            {len(row) for row in data["rows"]} == {len(data["columns"])} == {len(data["numeric"])}
        )
        assert block["alternative"].endswith("." if language == "en" else "。")
        assert all(cell for row in data["rows"] for cell in row)


def test_the_chain_says_who_influences_whom_and_who_of_ours_knows_them() -> None:
    block = example("decision-chain-map", 1)
    assert block["alternative"].endswith(
        "Influence: signalling expert on head of procurement (0.6)."
    )
    expert = block["data"]["people"][1]
    assert expert["said"] == ("signalling expert (TB, technical buyer): opposes us, access: met")
    assert expert["contact"] == "Our contact: Zhou"
    assert [each["value"] for each in block["data"]["attitudes"]] == [2, 1, 0, -1, -2]
    assert [each["label"] for each in block["data"]["access"]] == ["none", "met", "regular", "open"]


def test_a_chain_without_arrows_or_owners_says_nothing_of_them() -> None:
    person = {"id": "a", "roles": ["EB"], "influence": 1, "attitude": 0, "access": 0, "owner": ""}
    [block] = pictures("decision-chain-map", {"people": [person], "edges": []})
    assert block["alternative"] == (
        "1 person and 0 arrows of influence. "
        "a (EB, economic buyer): neutral or not known, access: none."
    )
    assert block["data"]["people"][0]["contact"] == ""


def test_a_crowd_is_named_in_the_table_alone() -> None:
    person = {"roles": ["UB"], "influence": 1, "attitude": 0, "access": 0, "owner": ""}
    people = [{"id": f"p{number}", **person} for number in range(21)]
    [block] = pictures("decision-chain-map", {"people": people, "edges": []}, "zh")
    assert block["alternative"].endswith("。其余见表格。")
    assert "p19（" in block["alternative"]
    assert "p20（" not in block["alternative"]
    assert len(block["data"]["rows"]) == 21


def test_the_matrix_counts_each_state_from_the_best_to_none() -> None:
    block = example("docking-matrix", 1)
    assert block["data"]["states"] == [
        {"state": "in_time", "label": "on time", "count": 1},
        {"state": "late", "label": "late", "count": 1},
        {"state": "one_side", "label": "one side only", "count": 1},
        {"state": "not_planned", "label": "not planned", "count": 3},
    ]
    words = "6 cells: on time: 1; late: 1; one side only: 1; not planned: 3."
    assert block["alternative"] == words


def test_a_cell_says_who_meets_whom_and_how_well() -> None:
    cells = example("docking-matrix", 2)["data"]["cells"]
    assert cells[0]["names"] == "VP Su – general manager"
    assert cells[0]["state_label"] == "on time, with back-up"
    assert cells[0]["text"] == "VP Su – general manager: on time, with back-up"
    empty = {"level": "l", "function": "f", "owner": "", "counterpart": "", "cadence_days": 30}
    [block] = pictures("docking-matrix", {"cells": [empty]}, "zh")
    assert (
        block["data"]["cells"][0] | {"names": "", "text": "双方无人"} == (block["data"]["cells"][0])
    )


def test_the_funnel_marks_its_weakest_step() -> None:
    stages = example("opportunity-conversion")["data"]["stages"]
    # 100/400, 40/100, 20/40, 8/20
    assert [each["step_text"] for each in stages] == [
        "",
        "25.0% go on: the weakest step",
        "40.0% go on",
        "50.0% go on",
        "40.0% go on",
    ]
    assert [each["weakest"] for each in stages] == [False, True, False, False, False]


def test_a_funnel_that_runs_dry_has_no_rate_after_that() -> None:
    stages = [{"name": name, "count": count} for name, count in (("a", 9), ("b", 0), ("c", 0))]
    given_stages = {"stages": stages, "target_orders": 1}
    [block] = pictures("opportunity-conversion", given_stages)
    assert [row[3] for row in block["data"]["rows"]] == ["–", "0.0%", "–"]
    # With one rate alone none is the weakest.
    assert block["alternative"] == "a: 9; b: 0; c: 0."


def test_a_stage_keeps_the_name_that_the_person_gave_it() -> None:
    stages = [{"name": "overall", "count": 2}, {"name": "orders", "count": 1}]
    [block] = pictures("opportunity-conversion", {"stages": stages, "target_orders": 1})
    assert [row[0] for row in block["data"]["rows"]] == ["overall", "orders"]


def test_the_cash_flow_says_when_the_cost_is_earned_back() -> None:
    earned, never = (example("customer-ltv", number)["data"] for number in (0, 1))
    assert (earned["even"], earned["even_text"]) == (1, "Earned back in year 1.")
    assert (never["even"], never["even_text"]) == (None, "")
    assert example("customer-ltv", 0, "zh")["alternative"].endswith("第1年收回获客成本。")
    assert earned["numeric"] == [False, True, True]


def test_a_customer_won_for_nothing_has_nothing_to_earn_back() -> None:
    record: Any = definition("customer-ltv")
    [block] = pictures("customer-ltv", record["examples"][0]["input"] | {"cac": 0})
    assert block["data"]["even_text"] == ""


def test_each_layer_is_called_strong_weak_or_in_between() -> None:
    block = example("three-layer-profile", 1)
    # strong from 60, weak under 40
    assert [each["state"] for each in block["data"]["layers"]] == ["strong", "weak", "middle"]
    assert block["alternative"] == (
        "Key relationships: 72.0 (strong); Organisational relationships: 31.0 (weak); "
        "Universal relationships: 48.0 (in between). The ecosystem ring is not open."
    )


def test_the_ring_of_a_strategic_account_with_a_dense_organisation_is_open() -> None:
    layers = {"key": 90, "organisational": 60, "tier": "strategic"}
    [block] = pictures("three-layer-profile", layers)
    assert block["data"]["ring"] == "The ecosystem ring is open."
    assert block["alternative"].endswith("(no score). The ecosystem ring is open.")


def test_a_layer_without_a_score_is_missing_and_not_weak() -> None:
    [block] = pictures("three-layer-profile", {"key": 50, "organisational": 50})
    assert block["data"]["layers"][2]["state"] == "missing"
    assert block["data"]["rows"][2][1:] == ["–", "no score"]


@pytest.mark.parametrize(
    ("answers", "states"),
    [
        ("33322 11110 32332", ["passed", "next", "later"]),
        ("00000 00000 00000", ["next", "later", "later"]),
        ("33333 33333 33333", ["passed", "passed", "passed"]),
    ],
)
def test_the_path_shows_which_stage_is_next(answers: str, states: list[str]) -> None:
    tool = "trust-stage-diagnostic"
    report = score(questionnaire(tool), given(tool, answers))
    blocks: list[Any] = document(definition(tool), report, "zh")
    [block] = [each for each in blocks if each["kind"] == "picture"]
    assert [each["state"] for each in block["data"]["stages"]] == states
    words = {"passed": "已通过", "next": "下一阶段", "later": "尚未到"}
    labels = [each["state_label"] for each in block["data"]["stages"]]
    assert labels == [words[state] for state in states]
