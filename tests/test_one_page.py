"""The answer in one sentence, and one page for whoever decides, of every tool in both languages."""

from typing import Any

import pytest

from assessments import EXPORTS, document, score
from assessments.documents.about_result import AboutResult, AgreedAction
from assessments.documents.one_page import one_page
from assessments.questionnaires.group import aggregate
from assessments.questionnaires.targets import with_targets
from assessments.scoring import change
from tests.answering import assessments, given, questionnaire
from tests.definitions import calculators, definition
from tests.example_inputs import examples

LANGUAGES = ("en", "zh")
MOST_LINES = 45
"""Lines of Markdown, blank ones left out, that fit on a sheet of A4."""
HEALTH = "relationship-health"


@pytest.mark.parametrize(
    ("tool", "given_input", "english", "chinese"),
    [
        # (4 * 66.7) / 4: every answer is 2 of 3.
        (
            HEALTH,
            given(HEALTH, "2222 2222 2222 2222"),
            "Yunhe: 66.7 of 100 — Sound",
            "Yunhe：66.7分（满分100），良好",
        ),
        (
            "trust-stage-diagnostic",
            given("trust-stage-diagnostic", "33333 22222 00000"),
            "Yunhe: 2 of 3 stages passed — Stage 2: community of interests",
            "Yunhe：2个阶段已通过（共3个），阶段2：利益共同体",
        ),
        # 400 less the base service of 60.
        (
            "resource-allocation",
            examples("resource-allocation")[0],
            "Yunhe – Left to split after base service: 340 of 400 person-days",
            "Yunhe · 扣除基础服务后的可支配资源：340/400人天",
        ),
    ],
)
def test_the_answer_is_one_sentence(
    tool: str, given_input: Any, english: str, chinese: str
) -> None:
    report = score(definition(tool), given_input)
    for language, sentence in zip(LANGUAGES, (english, chinese), strict=True):
        (summary, *_) = document(definition(tool), report, language, "June", "Yunhe")
        assert (summary["headline"], summary["label"]) == (sentence, "June")


def test_a_result_that_is_none_has_no_sentence() -> None:
    report = score(definition(HEALTH), {"answers": {}})
    (summary, following, *_) = document(definition(HEALTH), report, "en", "", "Yunhe")
    assert "headline" not in summary
    assert following["kind"] != "points"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tool", [*assessments(), *calculators()])
def test_a_number_stands_in_full_view_once(tool: str, language: str) -> None:
    for report in reports(tool, language):
        told = document(definition(tool), report, language)
        named = (told[0].get("name"), told[0].get("score"))
        for block in told:
            if block["kind"] == "table" and not block.get("folded"):
                assert named not in [(row[0], row[1]) for row in block["rows"]]
        words = [
            row["text"] for block in told if block["kind"] == "points" for row in block["rows"]
        ]
        for block in told[2:]:
            items = [each["text"] for each in block.get("items", []) if isinstance(each, dict)]
            assert not set(words) & {block.get("text"), *items}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tool", [*assessments(), *calculators()])
def test_a_page_fits_on_a_sheet(tool: str, language: str) -> None:
    actions = tuple(AgreedAction(text=f"Action {number}") for number in range(9))
    for report in reports(tool, language):
        about = AboutResult(subject="Yunhe", label="June", actions=actions)
        text = EXPORTS["one_page"].write(definition(tool), report, language, about)
        assert len([line for line in text.splitlines() if line]) <= MOST_LINES
        blocks = one_page(definition(tool), report, language, about)
        assert all(block.get("rows") != [] for block in blocks)
        assert {len(row) for row in blocks[-1]["rows"]} == {4}


def test_a_page_says_what_was_agreed_and_what_changed() -> None:
    then, now = given(HEALTH, "1111 1111 1111 1111"), given(HEALTH, "2222 2222 2222 2222")
    about = AboutResult(
        subject="Yunhe",
        actions=(AgreedAction(text="Visit", owner="Lin", due="2026-05-03", state="done"),),
        since=change(definition(HEALTH), {"then": then, "now": now}),
        since_label="1 March 2026",
    )
    report = score(definition(HEALTH), now)
    text = EXPORTS["one_page"].write(definition(HEALTH), report, "en", about)
    # 100 / 3 and 200 / 3, each rounded to a tenth.
    assert "Since 1 March 2026: +33.4 (then 33.3)." in text
    assert "| Visit | Lin | 2026-05-03 | done |" in text
    same = AboutResult(
        since=change(definition(HEALTH), {"then": now, "now": now}), since_label="1 March 2026"
    )
    text = EXPORTS["one_page"].write(definition(HEALTH), report, "en", same)
    assert "Since 1 March 2026: no change." in text


def test_a_step_that_is_agreed_on_stands_once() -> None:
    report = score(definition(HEALTH), given(HEALTH, "2222 1111 2222 2222"))
    before = EXPORTS["one_page"].write(definition(HEALTH), report, "en", AboutResult())
    step = "Make good one broken promise, and write down the next three with dates."
    assert f"| {step} |  |  |" in before
    actions = (AgreedAction(text=step, owner="Lin", due="2026-07-01"),)
    after = EXPORTS["one_page"].write(
        definition(HEALTH), report, "en", AboutResult(actions=actions)
    )
    assert after.count(step) == 1
    assert f"| {step} | Lin | 2026-07-01 | open |" in after
    # No other step is left, so there is no table without a row.
    assert "Next steps" not in after


def test_a_page_shows_the_targets_where_there_are_any() -> None:
    report = score(definition(HEALTH), given(HEALTH, "2222 1111 2222 2222"))
    assert "Target" not in EXPORTS["one_page"].write(
        definition(HEALTH), report, "en", AboutResult()
    )
    aimed = with_targets(report, {"trust": 75})
    page = EXPORTS["one_page"].write(definition(HEALTH), aimed, "en", AboutResult())
    assert "| Dimension | Score | Target |" in page
    assert "| Trust and recognition | 33.3 | 75.0 |" in page


def test_a_page_of_many_people_is_the_beginning_of_their_report() -> None:
    people = [given(HEALTH, f"{level}222 2222 2222 2222") for level in (0, 2, 3)]
    report = aggregate(definition(HEALTH), people)
    kinds = [each["kind"] for each in one_page(definition(HEALTH), report, "en", AboutResult())]
    assert kinds[0] == "summary"
    assert kinds[-1] == "table"
    assert set(kinds) <= {"summary", "notice", "table"}


def reports(tool: str, language: str) -> list[Any]:
    """Return the reports of a calculator's examples, or of the same answer everywhere."""
    if tool in calculators():
        return [score(definition(tool), each) for each in examples(tool, language)]
    questions = questionnaire(tool).questions
    return [
        score(definition(tool), {"answers": dict.fromkeys(questions, each)}) for each in (0, 1, 3)
    ]
