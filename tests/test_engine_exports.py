"""A report in words and files: golden texts of one small tool, and rules that hold for all."""

import csv
import json
import re
from copy import deepcopy
from io import StringIO
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from assessments import EXPORTS, aggregate, distribution, document, read_json, score
from assessments.documents.blocks import tone_of
from assessments.documents.texts import Texts
from assessments.exports.csv import COLUMNS
from assessments.questionnaires.group_report import DistributionReport
from assessments.questionnaires.models import MODELS
from assessments.words import LANGUAGES
from tests.answering import assessments, given, questionnaire
from tests.conftest import Golden
from tests.definitions import calculators, definition
from tests.example_inputs import in_language

PANTRY: Any = read_json((Path(__file__).parent / "cases" / "pantry.json").read_text("utf-8"))
ANSWERS: dict[str, dict[str, object]] = {
    # (60 * 83.3333 + 40 * 50) / 100 = 70, capped by the gate on water
    "capped": {"food.1": 3, "food.2": 2, "drink.1": 0, "drink.2": 3},
    "open": {"food.1": 1, "food.2": None, "drink.1": 1, "drink.2": "na"},
    "best": {"food.1": 3, "food.2": 3, "drink.1": 3, "drink.2": 3},
}
GROUP = [{"answers": ANSWERS["capped"]}, {"answers": ANSWERS["best"]}] * 2

VIEWS: list[Any] = [aggregate, distribution]

KINDS = {"summary", "points", "heading", "text", "notice", "bars", "table", "list", "details"}


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", sorted(ANSWERS))
def test_a_report_in_markdown(name: str, language: str, golden: Golden) -> None:
    report = score(PANTRY, {"answers": ANSWERS[name]})
    golden(f"engine/{name}.{language}.md", EXPORTS["markdown"].write(PANTRY, report, language))


@pytest.mark.parametrize("view", VIEWS)
def test_a_group_in_markdown(view: Any, golden: Golden) -> None:
    report = view(PANTRY, GROUP)
    golden(f"engine/{view.__name__}.en.md", EXPORTS["markdown"].write(PANTRY, report, "en"))


def test_a_report_in_csv(golden: Golden) -> None:
    report = score(PANTRY, {"answers": ANSWERS["capped"]})
    golden("engine/capped.zh.csv", EXPORTS["csv"].write(PANTRY, report, "zh"))


def test_a_report_in_json(golden: Golden) -> None:
    report = score(PANTRY, {"answers": ANSWERS["open"]})
    golden("engine/open.json", EXPORTS["json"].write(PANTRY, report, "en"))


def test_the_blocks_of_a_document(golden: Golden) -> None:
    blocks = document(PANTRY, score(PANTRY, {"answers": ANSWERS["capped"]}), "en")
    text = json.dumps(blocks, default=str, ensure_ascii=False, indent=1)
    golden("engine/document.en.json", text + "\n")


@pytest.mark.parametrize("tool", assessments())
def test_every_block_is_of_a_known_kind_and_every_table_is_square(tool: str) -> None:
    answers = {"answers": dict.fromkeys(questionnaire(tool).questions[::2], 2)}
    for report in (score(definition(tool), answers), full_group(tool)):
        for language in ("en", "zh"):
            for block in document(definition(tool), report, language):
                assert block["kind"] in {*KINDS, "picture"}
                if block["kind"] == "table":
                    widths = {len(row) for row in block["rows"]} | {len(block["numeric"])}
                    assert widths == {len(block["columns"])}


def full_group(tool: str) -> DistributionReport:
    """Return the distribution of three answer sets."""
    sets = [{"answers": dict.fromkeys(questionnaire(tool).questions, each)} for each in (0, 2, 3)]
    return distribution(definition(tool), sets)


@pytest.mark.parametrize("tool", assessments())
def test_a_csv_file_is_read_back_by_others(tool: str) -> None:
    report = score(definition(tool), given_all(tool, 2))
    text = EXPORTS["csv"].write(definition(tool), report, "zh")
    assert text.startswith("\ufeff")
    assert text.count("\r\n") == text.count("\n")
    rows = list(csv.reader(StringIO(text.removeprefix("\ufeff"), newline="")))
    assert rows[0] == list(COLUMNS)
    assert {len(row) for row in rows} == {len(COLUMNS)}


def given_all(tool: str, level: int) -> dict[str, object]:
    """Return the input with one answer everywhere."""
    return {"answers": dict.fromkeys(questionnaire(tool).questions, level)}


@pytest.mark.parametrize(
    "mark", ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\u200b=", " =", "\u2060@"]
)
def test_a_cell_that_begins_like_a_formula_is_made_harmless(mark: str) -> None:
    record = {**PANTRY, "title": {"en": f"{mark}1+1", "zh": "字"}}
    text = EXPORTS["csv"].write(record, score(record, {"answers": {}}), "en")
    assert f"tool,pantry,'{mark}1+1,1.2.0," in text


def test_an_answer_that_a_definition_has_no_sentence_for_is_told_by_its_number() -> None:
    record = deepcopy(PANTRY)
    record["dimensions"][0]["questions"][0]["anchors"].pop()
    answers = {"food.1": 2, "food.2": 0, "drink.1": 1, "drink.2": 2}
    text = EXPORTS["markdown"].write(record, score(record, {"answers": answers}), "en")
    assert "How much bread is there? From 2 “A loaf” to 3 “3”." in text


def test_words_of_a_definition_mean_nothing_in_markdown() -> None:
    record = {**PANTRY, "title": {"en": "<b>*a* | `b`</b>\n# c", "zh": "字"}}
    text = EXPORTS["markdown"].write(record, score(record, {"answers": {}}), "en")
    assert text.splitlines()[0] == r"# \<b\>\*a\* \| \`b\`\</b\> \# c"


def test_tones_reach_from_stop_to_good() -> None:
    assert [tone_of(rank, 3) for rank in range(4)] == ["stop", "weak", "fair", "good"]
    assert [tone_of(rank, 4) for rank in range(5)] == ["stop", "weak", "fair", "fair", "good"]
    assert tone_of(0, 0) == "none"


def test_a_tier_has_no_tone_because_none_is_bad() -> None:
    report = score(
        definition("customer-value-tiering"), given("customer-value-tiering", "0000 0000 0000")
    )
    assert document(definition("customer-value-tiering"), report, "en")[0]["tone"] == "none"


NOTICES = [
    ("one-five-one-readiness", "222 22 22 22 00 22 222", [], ["notice.programme", "notice.capped"]),
    ("trust-stage-diagnostic", "33322 11110 32332", [], ["notice.hollow"]),
    ("customer-value-tiering", "3333 3333 3333", ["credit_block"], ["notice.blocked"]),
    (
        "fortune-telling-selection",
        "333 333 33333 3333 333",
        ["thin", "knock_out"],
        ["notice.knock_out", "notice.thin"],
    ),
    (
        "relationship-health",
        "222- N222 2222 2222",
        [],
        ["notice.open", "notice.not_applicable"],
    ),
]


@pytest.mark.parametrize(("tool", "answers", "flags", "keys"), NOTICES)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_must_not_be_missed_is_a_notice(
    tool: str, answers: str, flags: list[str], keys: list[str], language: str
) -> None:
    report = score(definition(tool), given(tool, answers, *flags))
    blocks = document(definition(tool), report, language)
    notices = cautions(blocks)
    assert len(notices) == len(keys)
    for text, key in zip(notices, keys, strict=True):
        fixed = re.split(r"\{[^{}]*\}", LANGUAGES[language].sentences[key])
        assert all(part in text for part in fixed), (text, key)


def tones(tool: str, given_here: object) -> list[str]:
    """Return the tone of each notice, in order."""
    blocks: list[Any] = document(definition(tool), score(definition(tool), given_here), "en")
    return [block["tone"] for block in blocks if block["kind"] == "notice"]


def test_what_is_only_worth_knowing_has_a_quieter_tone_than_a_caution() -> None:
    stages = given("trust-stage-diagnostic", "11111 3333- 33333")
    # Two hollow stages, then the answer left open; a second flag, then a remark on the ratio.
    assert tones("trust-stage-diagnostic", stages) == ["caution", "caution", "info"]
    values = {"revenue": 100, "margin": 0.1, "years": 2, "retention": 0.8, "cac": 500}
    assert tones("customer-ltv", values) == ["caution", "info"]


def cautions(blocks: list[Any]) -> list[str]:
    """Return what must not be missed: the first as what holds the result back, then notices."""
    points = [row for block in blocks if block["kind"] == "points" for row in block["rows"]]
    notices = [block["text"] for block in blocks if block["kind"] == "notice"]
    return [row["text"] for row in points if "tone" in row] + notices


@pytest.mark.parametrize("tool", assessments())
def test_a_group_of_every_tool_has_words(tool: str) -> None:
    sets = [given_all(tool, 2), given_all(tool, 0), given_all(tool, 3)]
    views = [distribution] if not MODELS[questionnaire(tool).model].averages else VIEWS
    for view in views:
        report = view(definition(tool), sets)
        for language, export in product(("en", "zh"), EXPORTS.values()):
            assert export.write(definition(tool), report, language).endswith("\n")


def csv_rows(tool: str, report: Any, language: str, section: str) -> dict[str, str]:
    """Return the words of each row of a section, by its id."""
    text = EXPORTS["csv"].write(definition(tool), report, language)
    rows = csv.reader(StringIO(text.removeprefix("\ufeff"), newline=""))
    return {row[1]: row[4] for row in rows if row[0] == section}


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(("tool", "answers", "flags"), [each[:3] for each in NOTICES])
def test_a_csv_file_says_what_the_report_says(
    tool: str, answers: str, flags: list[str], language: str
) -> None:
    report = score(definition(tool), given(tool, answers, *flags))
    blocks = document(definition(tool), report, language)
    notices = cautions(blocks)
    rows = [csv_rows(tool, report, language, name) for name in ("gate", "flag", "note")]
    assert sorted(words for each in rows for words in each.values()) == sorted(notices)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("tool", calculators())
def test_a_csv_file_of_a_calculator_says_what_the_report_says(tool: str, language: str) -> None:
    for example in definition(tool)["examples"]:
        report = score(definition(tool), in_language(example["input"], language))
        blocks = document(definition(tool), report, language)
        notices = cautions(blocks)
        rows = [csv_rows(tool, report, language, name) for name in ("flag", "note")]
        assert sorted(words for each in rows for words in each.values()) == sorted(notices)


@pytest.mark.parametrize(
    ("tool", "answers", "english", "chinese"),
    [
        (
            "trust-stage-diagnostic",
            "33322 11110 32332",
            {"status": "complete", "band": "Stage 1: recognition"},
            {"status": "完整"},
        ),
        (
            "fortune-telling-selection",
            "222 222 22222 2222 222",
            {"class": "Cash cow", "default_tier": "key"},
            {"default_tier": "重点"},
        ),
    ],
)
def test_a_csv_file_tells_ids_in_words(
    tool: str, answers: str, english: dict[str, str], chinese: dict[str, str]
) -> None:
    report = score(definition(tool), given(tool, answers))
    for language, words in {"en": english, "zh": chinese}.items():
        rows = csv_rows(tool, report, language, "result")
        assert {key: rows[key] for key in words} == words


def test_a_csv_file_names_the_worst_dimension() -> None:
    report = score(definition("four-pain-points"), given("four-pain-points", "0011 1122 2211 1100"))
    worst = texts_of("four-pain-points").dimension(report.results["top_pain"])
    assert csv_rows("four-pain-points", report, "en", "result")["top_pain"] == worst


def texts_of(tool: str) -> Texts:
    return Texts(definition(tool), "en")


@pytest.mark.parametrize("view", VIEWS)
def test_the_flags_of_a_group_are_told_in_its_csv_file(view: Any) -> None:
    sets = [given_all("relationship-health", level) for level in (0, 3, 3)]
    report = view(definition("relationship-health"), sets)
    for language in ("en", "zh"):
        for section in ("gate", "flag"):
            assert all(csv_rows("relationship-health", report, language, section).values())


def test_a_yes_or_no_of_a_calculator_is_told_in_its_csv_file() -> None:
    layers = {"key": 90, "organisational": 60, "tier": "strategic"}
    report = score(definition("three-layer-profile"), layers)
    words = csv_rows("three-layer-profile", report, "zh", "result")["ecosystem_open"]
    assert words == "启用：可以规划与伙伴的共同工作"
