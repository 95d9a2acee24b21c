"""A calculator's report in words: complete, in one language, and the picture told as a table."""

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import Any

import pytest

from assessments import EXPORTS, EngineError, document, score
from assessments.scoring import change
from tests.calculator_results import reports
from tests.definitions import calculators, definition
from tests.effort import read_in
from tests.example_inputs import in_language
from tests.reckoning import difference, equations

pytestmark = pytest.mark.slow

LANGUAGES = ("en", "zh")
each_calculator = pytest.mark.parametrize("tool", calculators())
each_language = pytest.mark.parametrize("language", LANGUAGES)


def documents(tool: str, language: str) -> Iterator[list[dict[str, Any]]]:
    """Yield the documents of a tool's examples."""
    for example in definition(tool)["examples"]:
        report = score(definition(tool), in_language(example["input"], language))
        yield document(definition(tool), report, language)


def blocks(tool: str, language: str, kind: str) -> list[dict[str, Any]]:
    return [block for each in documents(tool, language) for block in each if block["kind"] == kind]


def texts(value: object) -> Iterator[str]:
    """Yield every text that a reader meets."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, part in value.items():
            if key not in ("kind", "id", "picture", "data", "tone", "module"):
                yield from texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts(part)


@each_calculator
@each_language
def test_no_place_is_left_unfilled(tool: str, language: str) -> None:
    said = [text for each in documents(tool, language) for text in texts(each)]
    assert said
    assert [text for text in said if re.search(r"[{}]|Decimal\(|Fraction\(|\bNone$", text)] == []


@each_calculator
def test_a_chinese_report_has_no_english_sentence(tool: str) -> None:
    said = [text for each in documents(tool, "zh") for text in texts(each)]
    assert [text for text in said if re.search(r"[a-z]+ [a-z]+ [a-z]+", text)] == []


@each_calculator
@each_language
def test_the_report_opens_with_the_result_and_shows_its_working(tool: str, language: str) -> None:
    for each in documents(tool, language):
        assert each[0]["kind"] == "summary"
        assert each[0]["title"] == definition(tool)["title"][language]
        working = next(block for block in each if block["kind"] == "details")
        assert all(working["items"])


@each_calculator
@each_language
def test_every_picture_is_told_as_a_table_and_in_words(tool: str, language: str) -> None:
    drawn = blocks(tool, language, "picture") + blocks(tool, language, "bars")
    assert len(drawn) == len(definition(tool)["examples"])
    for block in drawn:
        assert block["caption"] == definition(tool)["picture_title"][language]
        if block["kind"] == "bars":
            assert all(row["label"] and row["shown"] for row in block["rows"])
            assert all((row["value"] or 0) <= block["maximum"] for row in block["rows"])
        else:
            columns = block["data"]["columns"]
            assert block["alternative"]
            assert len(block["data"]["numeric"]) == len(columns)
            assert {len(row) for row in block["data"]["rows"]} == {len(columns)}


def test_a_name_that_looks_like_a_word_of_the_tool_stays_a_name() -> None:
    lines = [{"name": "cost", "own": 2, "rival": 1}, {"name": "band", "own": 1, "rival": 1}]
    report = score(definition("pressure-ratio"), {"lines": lines})
    bars = [b for b in document(definition("pressure-ratio"), report, "zh") if b["kind"] == "bars"]
    assert [row["label"] for row in bars[0]["rows"]] == ["cost", "band"]


def test_numbers_are_written_for_people() -> None:
    values = {"revenue": 200000, "margin": -0.1, "years": 1, "retention": 1, "discount": 0}
    report = score(definition("customer-ltv"), values)
    summary = document(definition("customer-ltv"), report, "en")[0]
    assert (summary["score"], summary["band"], summary["tone"]) == (
        "−20,000.00",
        "Negative value",
        "stop",
    )


def test_the_decision_chain_is_told_person_by_person() -> None:
    values = {
        "people": [
            {"id": "director", "roles": ["EB"], "influence": 5, "attitude": -1, "owner": ""},
            {"id": "engineer", "roles": ["TB", "COACH"], "influence": 2, "access": 2, "owner": "Z"},
        ],
        "edges": [["engineer", "director", 0.5]],
    }
    report = score(definition("decision-chain-map"), values)
    told = document(definition("decision-chain-map"), report, "en")
    picture = next(block for block in told if block["kind"] == "picture")
    assert picture["alternative"] == (
        "2 people and 1 arrow of influence. director (EB, economic buyer): cool, access: none;"
        " engineer (TB, technical buyer, coach): neutral or not known, access: regular."
        " Influence: engineer on director (0.5)."
    )
    assert picture["data"]["rows"] == [
        ["director", "EB, economic buyer", "5", "5.00", "cool", "none", "–", "–"],
        ["engineer", "TB, technical buyer, coach", "2", "4.50", "neutral or not known", "regular",
         "Z", "director (0.5)"],
    ]  # fmt: skip


def test_the_docking_matrix_is_told_as_a_grid() -> None:
    cells = [
        {"level": "top", "function": "money", "owner": "A", "counterpart": "B", "cadence_days": 9},
        {"level": "base", "function": "work", "owner": "C", "cadence_days": 9, "backup": True},
    ]
    report = score(definition("docking-matrix"), {"cells": cells})
    told = document(definition("docking-matrix"), report, "en")
    picture = next(block for block in told if block["kind"] == "picture")
    assert picture["data"]["columns"] == ["Level", "money", "work"]
    assert picture["data"]["rows"] == [
        ["top", "A – B: last contact unknown", "–"],
        ["base", "–", "C – nobody: one side only, with back-up"],
    ]


@cache
def workings(tool: str, language: str) -> list[str]:
    """Return every sentence of the working, for examples, rare and random inputs."""
    return [
        sentence
        for report in read_in(language, reports(tool))
        for block in document(definition(tool), report, language)
        if block["kind"] == "details"
        for sentence in block["items"]
    ]


@each_calculator
@each_language
def test_every_equation_of_the_working_is_true(tool: str, language: str) -> None:
    """A formula says which of its equations are exact; a reckoning of the sentences agrees."""
    wrong = [
        sentence
        for sentence in workings(tool, language)
        for sign, left, right in equations(sentence)
        if (difference(left, right) == 0) != (sign == "=")
    ]
    assert wrong == []


@each_calculator
@each_language
def test_sides_of_an_equation_differ_by_no_more_than_rounding(tool: str, language: str) -> None:
    for sentence in (item for b in blocks(tool, language, "details") for item in b["items"]):
        for _, left, right in equations(sentence):
            assert difference(left, right) <= max(abs(right) / 100, Fraction(6, 100)), sentence


def test_nearly_every_tool_shows_an_equation() -> None:
    """The reckoning finds what it looks for, and most tools round somewhere."""
    signs = {
        tool: {sign for each in workings(tool, "en") for sign, _, _ in equations(each)}
        for tool in calculators()
    }
    assert [tool for tool in signs if not signs[tool]] == ["contact-coverage-cadence"]
    assert sum(found == {"=", "≈"} for found in signs.values()) > 12


@pytest.mark.parametrize(
    "sentence",
    [
        "Rate: 2 ÷ 3 ≈ 66.7%.",
        "比率：（2 + 1）÷ 8 ≈ 0.4。",
        "1 ÷ 3 ≈ 33.3333, rounded 33.3",
        "(2^2)^(1 ÷ 4) ≈ 1.41",
        "min(1, 1 ÷ 3) × −2 ≈ −0.67",
        "7 ÷ 8 = 0.875; 1,000 × 1.005 = 1005; (2^2 × 2)^(1 ÷ 3) = 2",
        "min(1, 6 ÷ 4) × −2 = −2; 0.5 × 40% + 0.1 × (100% − 70%) = 20 + 3 = 23",
    ],
)
def test_the_reckoning_knows_what_is_equal(sentence: str) -> None:
    found = list(equations(sentence))
    assert len(found) == len(re.findall("[=≈]", sentence))
    assert all((difference(left, right) == 0) == (sign == "=") for sign, left, right in found)


def test_the_reckoning_leaves_what_is_no_equation() -> None:
    sentence = "what the others share (3) = 4; 1 ÷ 0 = 5; 2 of 3 = 1; 50 × (1 + support) = 3"
    assert list(equations(sentence)) == []


def test_the_unrounded_overall_stands_before_the_rounded() -> None:
    # 40 * 72 + 35 * 31 + 25 * 48 = 2880 + 1085 + 1200 = 5165
    told = blocks("three-layer-profile", "en", "details")
    assert "Overall: 5,165 ÷ 100 = 51.65, rounded 51.7." in [
        item for each in told for item in each["items"]
    ]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "en",
            (
                "goal without an opportunity “Service contracts”,"
                " task without a resource “Price model”"
            ),
        ),
        ("zh", "没有机会点的目标“服务合同”、没有资源的任务“定价模型”"),
    ],
)
def test_loose_ends_are_named_and_not_coded(language: str, words: str) -> None:
    tables = blocks("strategy-canvas", language, "table")
    assert words in [cell for row in tables[0]["rows"] for cell in row]
    said = [text for each in documents("strategy-canvas", language) for text in texts(each)]
    assert not [text for text in said if re.search(r"(goal|task|resource):\\S", text)]


QUIET = {
    **dict.fromkeys(
        ("tickets", "responded_on_time", "closed", "overdue_open", "resolved_on_time",
         "complaints", "complaints_closed_on_time"), 0),
    "ratings": [0] * 5,
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Nothing was counted, so there is nothing to rate."),
        ("zh", "没有可计的数据，因此没有可评的结果。"),
    ],
)
def test_a_month_without_figures_is_not_rated(language: str, text: str) -> None:
    report = score(definition("service-sla"), QUIET)
    told = document(definition("service-sla"), report, language)
    assert (told[0].get("score"), told[0]["text"]) == (None, text)
    assert report.actions == ()
    assert not {"list", "bars"} & {block["kind"] for block in told}


@each_language
def test_a_percentage_is_written_the_same_everywhere(language: str) -> None:
    # late 2 * 0.5 + on time 1 + one side 0.25 + on time 1 = 3.25; 3.25 / 7 = 46.42…%
    said = "46.4%"
    told = next(documents("docking-matrix", language))
    assert (told[0]["score"], told[0]["unit"]) == (said, "")
    assert said in told[0]["headline"]
    # The owner of two of four links of equal weight.
    values = next(block for block in told if block["kind"] == "table")
    assert "50.0%" in [cell for row in values["rows"] for cell in row]
    assert "50.0%" in told[1]["rows"][0]["text"]
    example = definition("docking-matrix")["examples"][0]["input"]
    report = score(definition("docking-matrix"), in_language(example, language))
    written = EXPORTS["markdown"].write(definition("docking-matrix"), report, language)
    assert f"**{told[0]['headline']}**" in written.splitlines()


@pytest.mark.parametrize(
    ("language", "heading", "row"),
    [
        ("en", "Items with a gap", ["Information", "none", "–"]),
        ("zh", "有差距的事项", ["信息", "无", "–"]),
    ],
)
def test_an_item_without_a_gap_is_no_priority(language: str, heading: str, row: list[str]) -> None:
    told = next(documents("improvement-plan", language))
    assert (told[0]["score"], told[0]["unit"], told[0]["name"]) == ("3", "", heading)
    assert [block["rows"][-1] for block in told if block["kind"] == "table"][-1] == row
    bars = next(block for block in told if block["kind"] == "bars")
    assert row[0] not in [each["label"] for each in bars["rows"]]


@pytest.mark.parametrize(
    ("language", "headline", "first"),
    [
        ("en", "340 of 400 person-days", "224 person-days"),
        ("zh", "340/400人天", "224人天"),
    ],
)
def test_a_resource_is_told_in_its_unit(language: str, headline: str, first: str) -> None:
    tool = definition("resource-allocation")
    given = in_language(tool["examples"][0]["input"], language)
    told = document(tool, score(tool, given), language)
    assert str(told[0]["headline"]).endswith(headline)
    [bars] = [block for block in told if block["kind"] == "bars"]
    assert bars["rows"][0]["shown"] == first
    assert [first] == [
        row[1] for block in told if block["kind"] == "table" for row in block["rows"][:1]
        if row[0] == bars["rows"][0]["label"]
    ]  # fmt: skip
    bare = document(tool, score(tool, {**given, "unit": None}), language)
    assert "person-days" not in str(bare)
    assert "人天" not in str(bare)


def test_amounts_in_two_units_are_not_compared() -> None:
    tool = definition("resource-allocation")
    given = in_language(tool["examples"][0]["input"], "en")
    changed = change(tool, {"then": given, "now": {**given, "unit": "hours"}})
    told = document(tool, changed, "en")
    assert "in person-days, now they are in hours" in str(told)


def test_a_resource_has_no_two_units() -> None:
    tool = definition("resource-allocation")
    given = {**in_language(tool["examples"][0]["input"], "en"), "currency": "CNY"}
    with pytest.raises(EngineError) as caught:
        score(tool, given)
    [problem] = caught.value.problems
    assert (problem.code, problem.path) == ("E_UNIT", "unit")
