"""A calculator's report in words: complete, in one language, and the picture told as a table."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from assessments import document, score
from tests.definitions import calculators, definition
from tests.test_calculator_texts import in_language

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
        "Negative",
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
