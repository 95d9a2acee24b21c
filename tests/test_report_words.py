"""What a report tells its reader, beyond the numbers: in the right words and no more than helps."""

from typing import Any

import pytest

from assessments import document, score
from assessments.questionnaires.models import MODELS
from tests.answering import assessments, given, questionnaire
from tests.definitions import definition


def blocks(tool: str, answers: str, *flags: str, language: str = "en") -> list[dict[str, Any]]:
    report = score(questionnaire(tool), given(tool, answers, *flags))
    return document(definition(tool), report, language)


def after(heading: str, told: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the blocks between a heading and the next one."""
    start = told.index({"kind": "heading", "text": heading}) + 1
    ends = [place for place, block in enumerate(told) if block["kind"] == "heading"]
    end = min((place for place in ends if place >= start), default=len(told))
    return told[start:end]


def points(told: list[dict[str, Any]]) -> dict[str, str]:
    """Return what stands right after the answer, by its name."""
    found = next((block["rows"] for block in told if block["kind"] == "points"), [])
    return {row["name"]: row["text"] for row in found}


def headings(told: list[dict[str, Any]]) -> list[str]:
    return [block["text"] for block in told if block["kind"] == "heading"]


def table(caption: str, told: list[dict[str, Any]]) -> dict[str, Any]:
    return next(block for block in told if block.get("caption") == caption and "columns" in block)


@pytest.mark.parametrize(
    ("language", "unit", "progress"),
    [
        ("en", "of 3 stages passed", "Progress to the next stage: 77.8%."),
        ("zh", "个阶段已通过（共3个）", "到下一阶段的进度：77.8%。"),
    ],
)
def test_a_stage_is_told_with_the_way_to_the_next(language: str, unit: str, progress: str) -> None:
    summary = blocks("trust-stage-diagnostic", "33332 22111 11000", language=language)[0]
    assert (summary["score"], summary["unit"]) == ("1", unit)
    assert summary["text"].endswith(progress)


def test_the_last_stage_has_no_next_one() -> None:
    summary = blocks("trust-stage-diagnostic", "33333 33333 33333")[0]
    assert "rogress" not in summary["text"]


def test_where_all_dimensions_are_alike_none_holds_the_result_back() -> None:
    assert points(blocks("relationship-health", "2222 2222 2222 2222")).keys() == {"Next step:"}
    worse = points(blocks("relationship-health", "2222 1222 2222 2222"))
    assert worse.keys() == {"What holds it back:", "Next step:"}


def test_a_block_sells_nothing() -> None:
    told = blocks("customer-value-tiering", "1111 1111 1111", "credit_block")
    assert told[0]["text"] == (
        "Settle the block first, with those who set it; until then, offer nothing new."
    )
    assert points(told) == {
        "What holds it back:": (
            "A block is set, so the account is served as “Ordinary” whatever its scores."
        ),
        "Next step:": (
            "No answer changes the result while the block or knock-out stands: settle that first."
        ),
    }
    assert not {"Further actions", "Actions", "How firm is the result?"} & set(headings(told))


def test_the_answers_that_are_too_many_to_read_are_folded_and_none_is_left_out() -> None:
    told = after(
        "The smallest step to a better result",
        blocks("customer-centric-culture", "000 000 000 00 00 00 00"),
    )
    said, answers, rest = told
    count = len(rest["items"])
    assert count > 0
    assert (rest["kind"], rest["title"]) == ("details", f"The other {count} answers")
    assert all(" From 0 “" in item for item in rest["items"])
    assert len(answers["items"]) == 5
    assert said["text"].startswith(
        "Improve each of these answers by one level, and the result becomes"
    )
    assert said["text"].endswith("; fewer are not enough.")


def test_one_answer_is_said_of_one() -> None:
    told = after(
        "The smallest step to a better result",
        blocks("trust-stage-diagnostic", "33332 22211 11000"),
    )
    assert told[0]["text"].startswith("Improve this answer by one level, and the result")
    assert len(told[1]["items"]) == 1


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ("2222 1111 1111", "What would have to be true for 47.9 (Key): 1 answer one level higher."),
        ("3000 0000 0000", "levels more in all on these questions."),
    ],
)
def test_facts_about_a_customer_are_not_improved(answers: str, sentence: str) -> None:
    told = after("The smallest step to a better result", blocks("customer-value-tiering", answers))
    assert told[0]["text"].startswith("What would have to be true for")
    assert told[0]["text"].endswith(sentence)


def test_limits_say_whether_one_is_enough() -> None:
    needed = [
        row[-1]
        for tool, answers in {
            "customer-value-tiering": "2222 2222 2222",
            "fortune-telling-selection": "222 222 22222 2222 222",
        }.items()
        for row in table("Distance to each limit", blocks(tool, answers))["rows"]
    ]
    assert needed == [
        "Strategic (both needed)",
        "Strategic (both needed)",
        "Key (either is enough)",
        "Key (either is enough)",
        "Star (both needed)",
        "Star (both needed)",
        "Cash cow (both needed)",
        "Cash cow (both needed)",
        "Watch (either is enough)",
        "Watch (either is enough)",
    ]


def test_the_last_stage_is_kept_by_the_action_of_the_last_stage() -> None:
    told = blocks("trust-stage-diagnostic", "22222 22222 22222")
    assert [row["module"] for row in told[1]["rows"]] == ["executive-interaction"]
    later = blocks("trust-stage-diagnostic", "22222 32222 33333")[1]["rows"]
    assert [row["module"] for row in later] == ["value-co-creation"]


@pytest.mark.parametrize("tool", assessments())
def test_a_perfect_result_is_told_to_do_nothing(tool: str) -> None:
    best = MODELS[questionnaire(tool).model].best
    answers = {"answers": dict.fromkeys(questionnaire(tool).questions, best)}
    report = score(definition(tool), answers)
    assert report.actions == ()
    for language, heading in {"en": "Further actions", "zh": "其他行动"}.items():
        assert heading not in headings(document(definition(tool), report, language))


@pytest.mark.parametrize("tool", assessments())
def test_the_best_result_is_good_and_the_worst_is_to_stop_at(tool: str) -> None:
    best = MODELS[questionnaire(tool).model].best
    tones = []
    for level in (best, 3 - best):
        answers = {"answers": dict.fromkeys(questionnaire(tool).questions, level)}
        tones.append(document(definition(tool), score(definition(tool), answers), "en")[0]["tone"])
    # A tier says how to serve an account, and none of them is bad.
    wanted = ["none", "none"] if tool == "customer-value-tiering" else ["good", "stop"]
    assert tones == wanted


def test_a_star_is_good_and_an_exit_is_to_stop_at() -> None:
    told = {
        answers: blocks("fortune-telling-selection", answers)[0]
        for answers in ("333 333 33333 3333 333", "000 000 00000 0000 000")
    }
    assert [(each["band"], each["tone"]) for each in told.values()] == [
        ("Star", "good"),
        ("Exit", "stop"),
    ]


def test_no_more_actions_are_told_than_are_done() -> None:
    # All seven dimensions are weak.
    told = blocks("one-five-one-readiness", "000 00 00 00 00 00 000")
    assert len(after("Further actions", told)[0]["items"]) == 2
    assert "Next step:" in points(told)


@pytest.mark.parametrize(
    ("language", "word", "warning"),
    [
        (
            "en",
            "hollow",
            (
                "Stage 3 then counts as well, because its own score already reaches the limit;"
                " check first that its answers rest on evidence."
            ),
        ),
        (
            "zh",
            "空心阶段",
            "届时第3阶段也一并计入，因为它自身的得分已过门槛；请先核实该阶段的答案是否有据可依。",
        ),
    ],
)
def test_a_hollow_stage_is_called_so_and_not_promised(
    language: str, word: str, warning: str
) -> None:
    told = blocks("trust-stage-diagnostic", "22222 12211 22222", language=language)
    assert any(word in block["text"] for block in told if block["kind"] == "notice")
    step = {"en": "The smallest step to a better result", "zh": "改善结果的最小一步"}[language]
    assert after(step, told)[0]["text"].endswith(warning)


def test_a_step_that_leaves_a_stage_hollow_says_nothing_of_it() -> None:
    told = blocks("trust-stage-diagnostic", "11111 11111 22222")
    assert "counts as well" not in after("The smallest step to a better result", told)[0]["text"]
