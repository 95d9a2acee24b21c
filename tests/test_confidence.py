"""How sure answers are: told beside a result, exact, and never a part of it."""

import csv
import json
from collections.abc import Iterator, Mapping
from fractions import Fraction
from io import StringIO
from itertools import product
from typing import Any

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from assessments import EXPORTS, document, score, write_json
from assessments.numbers.rounding import from_tenths, tenths
from assessments.questionnaires.answers import read_answers
from assessments.questionnaires.completions import with_levels
from assessments.questionnaires.confidence.resting import shares_of
from assessments.questionnaires.definition_reader import read_questionnaire
from assessments.questionnaires.evaluation import Evaluation, measured
from assessments.questionnaires.models import MODELS
from assessments.questionnaires.teams.team import team
from tests.answering import assessments, evaluate, given, questionnaire
from tests.definitions import definition
from tests.effort import tries
from tests.strategies import SMALL, doubted
from tests.test_engine_browser import ask

HEALTH = "relationship-health"
STAGES = "trust-stage-diagnostic"
WORDS = {"s": "sure", "f": "fairly_sure", "g": "guess"}
each_assessment = pytest.mark.parametrize("tool", assessments())
each_language = pytest.mark.parametrize("language", ["en", "zh"])


def sure(tool: str, answers: str, said: str, *flags: str) -> dict[str, Any]:
    """Return an input that says how sure each answer is: s, f or g, and - for nothing."""
    made = given(tool, answers, *flags)
    names = list(questionnaire(tool).questions)
    signs = zip(names, said.replace(" ", ""), strict=True)
    return {**made, "confidence": {name: WORDS[sign] for name, sign in signs if sign != "-"}}


def told(tool: str, made: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the report says of how sure the answers are."""
    found: dict[str, Any] = score(definition(tool), made).as_data()["confidence"]
    return json.loads(write_json(found))


@each_assessment
@tries(20)
@drawn(data=st.data())
def test_how_sure_somebody_is_changes_nothing_but_what_is_said_of_it(
    tool: str, data: st.DataObject
) -> None:
    made = data.draw(doubted(definition(tool)))
    without = score(definition(tool), {**made, "confidence": {}}).as_data()
    with_it = score(definition(tool), made).as_data()
    said = {name: word for name, word in made["confidence"].items() if word}
    assert (with_it.pop("confidence", None) is not None) == bool(said)
    assert write_json(with_it) == write_json(without)
    plain = {key: made[key] for key in made if key != "confidence"}
    assert write_json(score(definition(tool), plain).as_data()) == write_json(without)


def within_a_level(made: Mapping[str, Any], record: Any) -> Iterator[Evaluation]:
    """Yield the result of every way in which each guess is one level off at most."""
    tool = read_questionnaire(record)
    case = measured(tool, read_answers(tool, made))
    guessed = [
        place
        for place, name in enumerate(tool.questions)
        if made["confidence"].get(name) == "guess"
    ]
    near = [range(max(0, case.levels[p] - 1), min(3, case.levels[p] + 1) + 1) for p in guessed]
    for levels in product(*near):
        full = list(case.levels)
        for place, level in zip(guessed, levels, strict=True):
            full[place] = level
        yield evaluate(with_levels(case, tuple(full)))


@tries(100)
@drawn(record=SMALL, data=st.data())
def test_what_guesses_can_do_is_reached_and_never_passed(record: dict, data: st.DataObject) -> None:
    made = data.draw(doubted(record))
    tool = read_questionnaire(record)
    found = score(tool, made).as_data().get("confidence")
    if found is None or found["reach"] is None:
        assert "guess" not in made["confidence"].values()
        return
    reach, results = found["reach"], list(within_a_level(made, record))
    own = evaluate(measured(tool, read_answers(tool, made)))
    assert reach["moves"] == any(each.rank != own.rank for each in results)
    bands = [band.id for band in tool.bands]
    for name, choose in (("lowest", min), ("highest", max)):
        end = reach[name]
        if end.get("overall") is not None:
            assert 10 * end["overall"] == choose(e.numbers["overall"] for e in results)
        if "stage" in end:
            assert end["stage"] == choose(e.rank for e in results)
        if end["band"] is not None:
            ranks = choose if MODELS[tool.model].best else {min: max, max: min}[choose]
            assert end["band"] == bands[ranks(results, key=lambda e: e.rank).band]


@tries(100)
@drawn(record=SMALL, data=st.data())
def test_a_guess_moves_the_result_exactly_where_the_other_answer_does(
    record: dict, data: st.DataObject
) -> None:
    made = data.draw(doubted(record))
    before = score(record, made).as_data()
    found = before.get("confidence", {"guesses": []})
    for guess in found["guesses"]:
        for answer in {guess["answer"] - 1, guess["answer"] + 1} & {0, 1, 2, 3}:
            changed = {**made["answers"], guess["question"]: answer}
            after = score(record, {**made, "answers": changed}).as_data()
            moved = next((m for m in guess["moves"] if m["answer"] == answer), None)
            keys = ("band", "stage") if "stage" in after else ("band",)
            assert (moved is not None) == any(after[key] != before[key] for key in keys)
            if moved:
                assert all(moved[key] == after[key] for key in (*keys, "status"))


@each_assessment
@tries(10)
@drawn(data=st.data())
def test_the_shares_add_up_to_the_whole(tool: str, data: st.DataObject) -> None:
    made = data.draw(doubted(definition(tool)))
    ready = questionnaire(tool)
    case, model = measured(ready, read_answers(ready, made)), MODELS[ready.model]
    shares = shares_of(model, case)
    assert sum(shares.values()) in (0, 1)
    report = score(ready, made).as_data()
    if "confidence" not in report or report["band"] is None:
        return
    for word, share in report["confidence"]["shares"].items():
        places = [
            place
            for place in shares
            if (made["confidence"].get(ready.questions[place]) or "unsaid") == word
        ]
        whole = 100 * sum((shares[place] for place in places), Fraction(0))
        assert share == from_tenths(tenths(whole.numerator, whole.denominator))
    assert sum(report["confidence"]["counts"].values()) == sum(each >= 0 for each in case.levels)


def test_what_to_check_first_moves_the_result_then_holds_a_gate_then_weighs_most() -> None:
    # 20 * 100 + 30 * 66.7 + 20 * 50 + 30 * 50 = 65: of 60 the fourth dimension is 2.5 away a level.
    found = told(HEALTH, sure(HEALTH, "3333 2222 2211 1122", "ssss gfgg ---- ggg-"))
    order = ("support.1", "trust.1", "trust.3", "trust.4", "support.2", "support.3")
    assert tuple(each["question"] for each in found["guesses"]) == order
    first = found["guesses"][0]
    assert first == {
        "question": "support.1",
        "dimension": "support",
        "answer": 1,
        "share": 7.5,
        "gates": ["G2"],
        "moves": [{"answer": 0, "status": "ok", "overall": 62.5, "band": "weak"}],
    }
    assert found["counts"] == {"sure": 4, "fairly_sure": 1, "guess": 6, "unsaid": 5}
    # 20; 7.5; 3 * 7.5 + 3 * 7.5; 4 * 5 + 7.5 of a hundred.
    assert found["shares"] == {"sure": 20.0, "fairly_sure": 7.5, "guess": 45.0, "unsaid": 27.5}
    assert found["measure"] == "weight"


def test_without_weights_each_answer_counts_alike() -> None:
    found = told(STAGES, sure(STAGES, "33322 11110 32332", "sssss fffff ggggg"))
    assert found["measure"] == "answers"
    assert found["shares"] == {"sure": 33.3, "fairly_sure": 33.3, "guess": 33.3, "unsaid": 0.0}
    # The stage that holds the count comes first, whatever its place.
    found = told(STAGES, sure(STAGES, "33322 11110 32332", "ggggg ggggg -----"))
    assert {each["dimension"] for each in found["guesses"][:5]} == {"benefit"}


def test_without_a_result_only_the_answers_are_counted() -> None:
    made = sure(HEALTH, "3--- ---- ---- ----", "g--- ---- ---- ----")
    found = told(HEALTH, made)
    assert (found["shares"], found["guesses"][0]["share"]) == (None, None)
    assert found["reach"]["moves"] is False
    texts = [each.get("text") for each in document(definition(HEALTH), score_of(made), "en")]
    said = (
        "Answers so far: sure: 0, fairly sure: 0, guessed: 1, not marked: 0. 1 answer is a guess."
    )
    assert said in texts


def score_of(made: object) -> Any:
    return score(definition(HEALTH), made)


MOVES = ("3333 2222 2211 1122", "ssss sfgg ---- gg--")
STAYS = ("3333 3333 3333 3333", "gsss ssss ssss ssss")
NONE = ("3333 3333 3333 3333", "ssss ssss ssss ssss")


@each_language
def test_the_words_say_whether_guesses_could_move_the_result(language: str) -> None:
    for (answers, said), (place, words) in {
        MOVES: (
            "notice",
            {
                "en": "The result depends on 4 guesses: if each is one level off at most,"
                " it lies between 55.0 (Weak) and 75.0 (Sound).",
                "zh": "结果取决于4题猜测：若各题至多差一级，结果在55.0（偏弱）与75.0（良好）之间。",
            },
        ),
        STAYS: (
            "text",
            {
                "en": "95.0% of the weight rests on sure answers, 0.0% on fairly sure ones and"
                " 5.0% on guesses. 1 answer is a guess; even one level off, it leaves the result"
                " at “Strong”.",
                "zh": "权重的95.0%来自有把握的答案，0.0%来自较有把握的答案，5.0%来自猜测。"
                "其中1题为猜测；即使各差一级，结果仍为“稳固”。",
            },
        ),
        NONE: (
            "text",
            {
                "en": "100.0% of the weight rests on sure answers, 0.0% on fairly sure ones and"
                " 0.0% on guesses. No answer is marked as a guess.",
                "zh": "权重的100.0%来自有把握的答案，0.0%来自较有把握的答案，0.0%来自猜测。"
                "没有标为猜测的答案。",
            },
        ),
    }.items():
        blocks = document(definition(HEALTH), score_of(sure(HEALTH, answers, said)), language)
        texts = [each["text"] for each in blocks if each["kind"] == place]
        assert words[language] in texts, texts


def test_each_guess_names_the_evidence_and_leads_to_its_question() -> None:
    blocks = document(definition(HEALTH), score_of(sure(HEALTH, *MOVES)), "en")
    first = next(each for each in blocks if each["kind"] == "list")["items"][0]
    assert first["question"] == "support.1"
    assert first["text"] == "Which side did they take when a decision about us was last made?"
    assert first["more"] == (
        " Guessed: 1 “They remained neutral”. If it is 0, the result is 62.5 (Weak)."
        " A gate depends on it."
        " Evidence: Date and decision, as reported by someone who was present."
    )
    assert first["action"].startswith("Check with evidence (Date and decision")


def test_no_more_guesses_are_named_than_are_read() -> None:
    made = sure(HEALTH, "2222 2222 2222 2222", "gggg gggg gggg gggg")
    blocks = document(definition(HEALTH), score_of(made), "en")
    listed = next(each for each in blocks if each["kind"] == "list")
    assert len(listed["items"]) == 5
    assert "And 11 more." in [each.get("text") for each in blocks]


@each_language
def test_every_export_carries_it(language: str) -> None:
    made = sure(HEALTH, *MOVES)
    answer = ask(input=made, language=language, formats=list(EXPORTS))
    files, words = answer["files"], {"en": "guessed", "zh": "猜测"}[language]
    assert json.loads(files["json"])["confidence"] == told(HEALTH, made)
    rows = list(csv.reader(StringIO(files["csv"].removeprefix("\ufeff"), newline="")))
    said = {row[1]: (row[3], row[4]) for row in rows if row[0] == "how_sure"}
    assert said["trust.3"] == ("guess", words)
    assert len(said) == len(made["confidence"])
    assert ["confidence", "guess.share"] in [row[:2] for row in rows]
    bands = {"en": ("55.0 (Weak)", "75.0 (Sound)"), "zh": ("55.0（偏弱）", "75.0（良好）")}
    assert tuple(row[4] for row in rows if row[0] == "guesses") == bands[language]
    assert [row[1] for row in rows if row[0] == "guess"] == [
        each["question"] for each in told(HEALTH, made)["guesses"]
    ]
    sentence = {"en": "The result depends on 4 guesses", "zh": "结果取决于4题猜测"}[language]
    assert sentence in files["markdown"]
    assert sentence in files["one_page"]
    # Beside each answer, where the answers stand.
    assert f"| {words} |" in files["markdown"].rpartition("\n## ")[2]


def test_files_without_it_are_what_they_were() -> None:
    made = given(HEALTH, MOVES[0])
    plain = ask(input=made, formats=list(EXPORTS))
    empty = ask(input={**made, "confidence": {}}, formats=list(EXPORTS))
    nothing = ask(input={**made, "confidence": {"trust.1": None}}, formats=list(EXPORTS))
    assert plain == empty == nothing
    assert "confidence" not in json.dumps(plain["report"])


def test_a_comparison_takes_answers_of_either_kind() -> None:
    then, now = given(HEALTH, MOVES[0]), sure(HEALTH, *MOVES)
    answer = ask(input={"then": then, "now": now}, group="change")
    assert answer["report"]["answers"] == []
    # To another version, what is said of a question that is gone does not stand in the way.
    asked = next(iter(now["answers"]))
    other = {"answers": {"gone.1": 1, asked: 1}, "confidence": {"gone.1": "guess"}}
    common = ask(input={"then": other, "now": now, "common": True}, group="change")
    assert common["report"]["compared"] == 1


@each_language
def test_a_team_sees_how_sure_three_people_or_more_are(language: str) -> None:
    people = [sure(HEALTH, "2222 2222 2222 2222", said) for said in THREE]
    report = team(questionnaire(HEALTH), people)
    questions = {each["id"]: each for each in report.as_data()["questions"]}
    assert questions["access.1"]["confidence"] == {"sure": 2, "fairly_sure": 0, "guess": 1}
    # Two people said it of the second, nobody of the third.
    assert "confidence" not in questions["access.2"]
    assert "confidence" not in questions["access.3"]
    blocks = {each.get("id"): each for each in document(definition(HEALTH), report, language)}
    words = {"en": "How sure: 2 sure, 1 guessed", "zh": "把握程度：有把握2人、猜测1人"}
    assert blocks["access.1"]["sure"] == words[language]
    assert "sure" not in blocks["access.2"]
    text = EXPORTS["csv"].write(definition(HEALTH), report, language)
    assert "question,access.1.guess," in text
    assert "access.2.guess" not in text
    assert words[language] in EXPORTS["markdown"].write(definition(HEALTH), report, language)


THREE = (
    "sg-- ---- ---- ----",
    "sf-- ---- ---- ----",
    "g--- ---- ---- ----",
)
