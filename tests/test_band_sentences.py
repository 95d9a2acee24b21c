"""The sentence of a band is true for all answers that lead there: a golden file lays both together.

Whoever changes a sentence, a gate or a limit reads there between which scores each dimension may
lie, and asks whether the sentence holds at both ends.
"""

from collections.abc import Iterator
from functools import cache
from itertools import product

import pytest

from assessments import document, score
from assessments.questionnaires.measuring import OK
from tests.answering import assessments, given, questionnaire
from tests.conftest import Golden
from tests.definitions import definition

TRUST = "trust-stage-diagnostic"


@cache
def reached(tool: str) -> dict[str, list[set[float]]]:
    """Return band -> the scores of each dimension beside which it is said.

    Each dimension is tried with all its questions at 0, at 1, at 2 and at 3, and with the first
    alone at 0, where gates look; of many dimensions only the ends.
    """
    dimensions = definition(tool)["dimensions"]
    sizes = [len(each["questions"]) for each in dimensions]
    kinds = ["0", "1", "2", "3", "03"] if len(sizes) < 5 else ["0", "2", "3"]
    found: dict[str, list[set[float]]] = {}
    for signs in product(kinds, repeat=len(sizes)):
        groups = [(sign + sign[-1] * size)[:size] for sign, size in zip(signs, sizes, strict=True)]
        report = score(questionnaire(tool), given(tool, groups))
        scores = found.setdefault(str(report.band), [set() for _ in sizes])
        for each, measured in zip(scores, report.dimensions, strict=True):
            assert measured.status == OK
            each.add(float(measured.score))
    return found


def lines() -> Iterator[str]:
    for tool in assessments():
        record = definition(tool)
        yield f"# {tool}"
        for band in record["bands"]:
            yield f"\n## {band['title']['en']} · {band['title']['zh']}\n"
            yield f"{band['text']['en']}\n\n{band['text']['zh']}\n"
            scores = reached(tool)[band["id"]]
            for dimension, each in zip(record["dimensions"], scores, strict=True):
                yield f"- {dimension['title']['en']}: {min(each)} to {max(each)}"
        yield ""


@pytest.mark.slow
def test_each_sentence_stands_beside_the_scores_that_lead_to_it(golden: Golden) -> None:
    golden("band_sentences.md", "\n".join(lines()))


def summary(answers: str, language: str = "en") -> dict[str, object]:
    block = document(definition(TRUST), score(definition(TRUST), given(TRUST, answers)), language)
    return dict(block[0])


def test_a_stage_that_is_not_reached_is_all_that_stage_0_says() -> None:
    said = summary("11111 33333 33333")
    assert said["text"] == (
        "Recognition, the first stage, is not reached yet, and what stands above it does not count"
        " until it is. Decide first whether the account deserves the effort; if it does, win one"
        " visit and keep one small promise. Progress to the next stage: 55.6%."
    )


FEW = (
    "There is no overall result yet: too few answers in Recognition. A dimension needs an answer to"
    " at least three quarters of its questions that apply, and at least half of its questions must"
    " apply."
)
WITHOUT = "No question applies in {}, but the result needs a score in every dimension."
CERTAIN = "Certain so far: stage 1. Too few answers in Community of interests, so the result is not"


@pytest.mark.parametrize(
    ("answers", "score", "text"),
    [
        ("NNNNN NNNNN NNNNN", None, "There is no result, because no question applies."),
        ("NNNNN 33333 33333", None, WITHOUT.format("Recognition")),
        ("----- 33333 33333", None, FEW),
        ("33333 ----- NNNNN", "1", f"{CERTAIN} final. {WITHOUT.format('Strategic synergy')}"),
        (
            "00000 NNNNN 33333",
            "0",
            f"Certain so far: stage 0. {WITHOUT.format('Community of interests')}",
        ),
    ],
)
def test_what_is_not_known_is_no_result(answers: str, score: object, text: str) -> None:
    said = summary(answers)
    assert (said.get("score"), said["text"]) == (score, text)


def test_a_weighted_result_of_nothing_is_no_result_either() -> None:
    tool = "relationship-health"
    report = score(definition(tool), given(tool, "NNNN NNNN NNNN NNNN"))
    for language, text in {
        "en": "There is no result, because no question applies.",
        "zh": "没有一题适用，因此没有结果。",
    }.items():
        assert document(definition(tool), report, language)[0]["text"] == text
