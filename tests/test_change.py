"""Then and now: what became of a result, told by one definition."""

import json
from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal
from itertools import islice
from typing import Any

import pytest

from assessments import EXPORTS, EngineError, document
from assessments.border.record import record
from assessments.change import ChangeReport
from assessments.documents.about_result import AboutResult
from assessments.documents.told import told
from assessments.scoring import change, score
from tests.answering import assessments, given, questionnaire
from tests.definitions import calculators, definition
from tests.random_inputs import random_inputs

TOOL = "relationship-health"
THEN, NOW = "1111 2222 2222 2222", "2222 2222 2222 1222"


def changed(tool: str, then: str, now: str, **more: Any) -> ChangeReport:
    both = {"then": given(tool, then), "now": given(tool, now), **more}
    return change(questionnaire(tool), both)


def words(report: ChangeReport, language: str = "en") -> list[str]:
    blocks = document(definition(report.as_data()["tool"]), report, language)
    return [str(block["text"]) for block in blocks if "text" in block]


def told_after(report: ChangeReport, start: str) -> list[str]:
    """Return what follows these words, of each block that begins with them."""
    return [text.removeprefix(start) for text in words(report) if text.startswith(start)]


def test_each_figure_is_that_of_the_result_of_its_time() -> None:
    found = changed(TOOL, THEN, NOW)
    for figure, one, other in zip(
        found.figures,
        score(questionnaire(TOOL), given(TOOL, THEN)).dimensions,  # type: ignore[union-attr]
        score(questionnaire(TOOL), given(TOOL, NOW)).dimensions,  # type: ignore[union-attr]
        strict=True,
    ):
        assert (figure.id, figure.then, figure.now) == (one.id, one.score, other.score)
    # A dimension goes from 1 of 3 to 2 of 3: 33.3 to 66.7.
    assert found.figures[0].change == Decimal("33.4")
    assert found.headline is not None
    assert found.headline.change == found.headline.now - found.headline.then  # type: ignore[operator]


@pytest.mark.parametrize(
    ("tool", "then", "now", "english", "chinese"),
    [
        (TOOL, THEN, NOW, "Yunhe: 64.2 of 100 — Sound", "Yunhe：64.2分（满分100），良好"),
        (
            "trust-stage-diagnostic",
            "33333 11111 11111",
            "33333 33333 11111",
            "Yunhe: Stage 2: community of interests",
            "Yunhe：阶段2：利益共同体",
        ),
    ],
)
def test_the_answer_of_now_is_one_sentence(
    tool: str, then: str, now: str, english: str, chinese: str
) -> None:
    found = changed(tool, then, now)
    for language, sentence in (("en", english), ("zh", chinese)):
        (summary, *_) = document(definition(tool), found, language, "May → November", "Yunhe")
        assert (summary["headline"], summary["label"]) == (sentence, "May → November")


def test_answers_that_differ_come_in_the_order_of_the_questions() -> None:
    found = changed(TOOL, THEN, NOW)
    questions = questionnaire(TOOL).questions
    expected = [questions[place] for place in (0, 1, 2, 3, 12)]
    assert [each.id for each in found.answers] == expected
    assert (found.answers[0].then, found.answers[0].now) == (1, 2)
    assert found.compared == 16
    assert "5 of 16 differ." in words(found)


def test_the_same_answers_have_changed_nothing() -> None:
    found = changed(TOOL, THEN, THEN)
    assert found.answers == ()
    assert {figure.change for figure in found.figures} == {Decimal("0.0")}
    assert "No answer differs (16 compared)." in words(found)
    assert "没有不同的答案（比较了16项）。" in words(found, "zh")


def test_a_stage_is_told_as_one_and_a_gain_has_its_sign() -> None:
    found = changed("trust-stage-diagnostic", "33333 11111 11111", "33333 33333 11111")
    first = words(found)[0]
    assert first.startswith("Then stage 1, now stage 2: +1. From “")
    back = changed("trust-stage-diagnostic", "33333 33333 11111", "33333 11111 11111")
    assert words(back, "zh")[0].startswith("当时第2阶段，现在第1阶段：−1。")


def test_what_is_not_answered_once_has_no_difference() -> None:
    found = changed(TOOL, "---- 2222 2222 2222", NOW)
    assert (found.figures[0].then, found.figures[0].change) == (None, None)
    assert found.headline is not None
    assert found.headline.change is None
    assert words(found)[0].startswith("One of the two has no overall number")


@pytest.mark.parametrize("tool", assessments())
def test_where_one_of_the_two_has_no_result_there_is_no_difference(tool: str) -> None:
    sizes = [len(dimension["questions"]) for dimension in definition(tool)["dimensions"]]
    whole = " ".join("2" * size for size in sizes)
    begun = " ".join("2" + "-" * (size - 1) for size in sizes)
    for then, now in ((whole, begun), (begun, whole)):
        found = changed(tool, then, now)
        assert None in found.bands
        assert found.headline is not None
        assert found.headline.change is None
        assert words(found)[0] == "One of the two has no overall number, so there is no difference."
    assert told(definition(tool), score(questionnaire(tool), given(tool, begun)))["number"] is None


def test_a_gate_that_is_new_and_one_that_is_gone_are_told() -> None:
    capped, free = "3333 3333 3333 0333", "3333 3333 3333 3333"
    worse = told_after(changed(TOOL, free, capped), "New since then: ")
    better = told_after(changed(TOOL, capped, free), "No longer so: ")
    assert worse == better
    assert worse


def test_of_another_version_only_what_both_answered_is_compared() -> None:
    answers: dict[str, object] = {**record(given(TOOL, THEN)["answers"]), "gone.1": 1}
    del answers[questionnaire(TOOL).questions[0]]
    then = {"answers": answers, "flags": ["gone"]}
    both = {"then": then, "now": given(TOOL, NOW)}
    with pytest.raises(EngineError) as refused:
        change(questionnaire(TOOL), both)
    told = refused.value.as_data()["error"]
    assert told["message"] == "The earlier answers do not fit this version of the tool."  # type: ignore[index]
    found = change(questionnaire(TOOL), {**both, "common": True})
    assert (found.common, found.compared) == (True, 15)
    assert questionnaire(TOOL).questions[0] not in [each.id for each in found.answers]
    assert any("Only what was answered both times is compared: 15" in text for text in words(found))


@pytest.mark.parametrize(
    ("tool", "then", "now"),
    [
        (TOOL, {"answers": {"gone.1": 1}}, {"answers": {"trust.1": 1}}),
        (TOOL, {"answers": {}}, {"answers": {"trust.1": 1}}),
        ("resource-allocation", {"gone": 1}, {"resource": 100}),
    ],
)
def test_where_nothing_is_in_common_nothing_is_called_unchanged(
    tool: str, then: object, now: object
) -> None:
    with pytest.raises(EngineError) as refused:
        change(definition(tool), {"then": then, "now": now, "common": True})
    told = refused.value.as_data()["error"]
    assert told["message"] == (  # type: ignore[index]
        "The two have no answer in common, so there is nothing to compare."
    )


def test_two_blank_forms_are_not_unchanged() -> None:
    with pytest.raises(EngineError) as refused:
        change(definition(TOOL), {"then": {"answers": {}}, "now": {"answers": {}}})
    assert refused.value.problems[0].case == "change_nothing"


@pytest.mark.parametrize("given_", [None, [], {}, {"then": {}}, {"then": {}, "now": 3}])
def test_what_are_not_two_inputs_is_refused(given_: object) -> None:
    with pytest.raises(EngineError) as refused:
        change(questionnaire(TOOL), given_)
    assert refused.value.problems[0].case == "change"


def scored(tool: str) -> Iterator[object]:
    """Yield random inputs that have a result."""
    for given_ in random_inputs(definition(tool), 40):
        with suppress(EngineError):
            score(definition(tool), given_)
            yield given_


@pytest.mark.parametrize("tool", calculators())
def test_a_calculator_tells_each_number_then_and_now(tool: str) -> None:
    then, now = islice(scored(tool), 2)
    found = change(definition(tool), {"then": then, "now": now})
    reports = [score(definition(tool), each) for each in (then, now)]
    for figure in found.figures:
        values = [report.outputs[figure.id] for report in reports]  # type: ignore[union-attr]
        assert [figure.then, figure.now] == values
    for language in ("en", "zh"):
        blocks = document(definition(tool), found, language)
        assert blocks[0]["kind"] == "summary"
        assert blocks[0]["text"] or not found.figures


def test_data_hold_both_reports_whole() -> None:
    data = changed(TOOL, THEN, NOW).as_data()
    assert data["view"] == "change"
    assert data["then"] == score(questionnaire(TOOL), given(TOOL, THEN)).as_data()
    assert data["now"] == score(questionnaire(TOOL), given(TOOL, NOW)).as_data()


def test_a_comparison_can_be_taken_along() -> None:
    found = changed(TOOL, THEN, NOW)
    markdown = EXPORTS["markdown"].write(definition(TOOL), found, "en", AboutResult(label="Yunhe"))
    assert markdown.startswith("# ")
    assert "| Then | Now | Change |" in markdown.replace("---: ", "")
    lines = EXPORTS["csv"].write(definition(TOOL), found, "zh").splitlines()
    first = found.figures[0]
    assert f"figure,{first.id}.difference," in "\n".join(lines)
    assert sum(line.startswith("answer,") for line in lines) == 2 * len(found.answers)
    assert json.loads(EXPORTS["json"].write(definition(TOOL), found, "en"))["view"] == "change"


def test_how_sure_answers_are_is_told_where_it_differs() -> None:
    then, now = given(TOOL, THEN), given(TOOL, "2222 2222 222N 1222")
    first, second, *_, same, gone = questionnaire(TOOL).questions[:12]
    # The first is surer now, the second is marked for the first time, one is as sure as it was,
    # and the last does not apply any more, so that nobody can be sure of it.
    then["confidence"] = {first: "guess", same: "sure", gone: "guess"}
    now["confidence"] = {first: "sure", second: "fairly_sure", same: "sure"}
    report = change(questionnaire(TOOL), {"then": then, "now": now})
    found = [(each.id, each.then, each.now) for each in report.confidence]
    assert found == [(first, "guess", "sure"), (second, None, "fairly_sure")]
    assert "How sure the answers are differs for 2 questions." in words(report)
    assert "有2题的把握程度不同。" in words(report, "zh")
    blocks = list(document(definition(TOOL), report, "en"))
    (table,) = [block for block in blocks if str(block.get("caption")).startswith("How sure")]
    assert [row[1:] for row in table["rows"]] == [
        ["guessed", "sure"],
        ["not marked", "fairly sure"],
    ]
    lines = EXPORTS["csv"].write(definition(TOOL), report, "en").splitlines()
    assert sum(line.startswith("how_sure,") for line in lines) == 4
    assert report.as_data()["confidence"] == [each.as_data() for each in report.confidence]


def test_how_sure_answers_are_is_not_told_where_nothing_differs() -> None:
    then = {**given(TOOL, THEN), "confidence": {questionnaire(TOOL).questions[4]: "sure"}}
    report = change(questionnaire(TOOL), {"then": then, "now": then})
    assert report.confidence == ()
    assert not told_after(report, "How sure")
