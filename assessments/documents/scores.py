"""The scores of the dimensions: as bars, the same as a table, and the path of stages."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from assessments.documents.blocks import Block, folded, heading, table
from assessments.documents.texts import Texts
from assessments.questionnaires.evaluation import Model
from assessments.questionnaires.measuring import OK
from assessments.questionnaires.parts import DimensionScore
from assessments.questionnaires.person import ACT_BELOW
from assessments.questionnaires.report import PersonReport

TARGET = ACT_BELOW // 10
"""Below this many points a dimension needs action."""


def score_blocks(texts: Texts, report: PersonReport) -> Iterator[Block]:
    """Yield the bars, or for stages their path, and the table."""
    yield heading(texts.say("scores.heading"))
    if report.model.telling.in_stages and any(each.score is not None for each in report.dimensions):
        yield _stage_path(texts, report)
    else:
        yield _bars(texts, report.model, by_need(report.model, report.dimensions))
    yield folded(score_table(texts, report.model, report.dimensions))


def by_need(model: Model, dimensions: Sequence[DimensionScore]) -> Sequence[DimensionScore]:
    """Put what needs attention first; stages keep their order, because it has a meaning."""
    if model.telling.in_stages:
        return dimensions
    sign = 1 if model.high_is_good else -1
    # What has no score comes last.
    return sorted(dimensions, key=lambda each: (each.score is None, sign * (each.score or 0)))


def _bars(texts: Texts, model: Model, dimensions: Sequence[DimensionScore]) -> Block:
    good = model.high_is_good
    caption = texts.say("scores.caption" if good else "scores.caption_severity")
    block: Block = {"kind": "bars", "caption": caption, "maximum": 100}
    if good:
        block["target"] = TARGET
    return {**block, "rows": [bar(texts, each.id, each.score, each.status) for each in dimensions]}


def bar(texts: Texts, name: str, score: Decimal | None, status: str = OK) -> Block:
    """Return one bar; without a score it says why."""
    return {
        "id": name,
        "label": texts.dimension(name),
        "value": score,
        "shown": score_words(texts, score, status),
    }


def score_words(texts: Texts, score: Decimal | None, status: str) -> str:
    """Return a score as text, or why there is none."""
    return texts.say(f"scores.{status}") if score is None else texts.number(score)


def score_table(texts: Texts, model: Model, dimensions: Sequence[DimensionScore]) -> Block:
    """Return the score of each dimension with its weight and how much of it was answered."""
    weighted = model.needs.weights
    columns = ["dimension", "score", *(["weight"] if weighted else []), "answered"]
    rows = [
        [
            texts.dimension(each.id),
            score_words(texts, each.score, each.status),
            *([texts.number(each.weight)] if weighted else []),
            texts.say("scores.answered_of", answered=each.answered, applicable=each.applicable),
        ]
        for each in dimensions
    ]
    names = [texts.say(f"scores.{column}") for column in columns]
    good = model.high_is_good
    caption = texts.say("scores.figures" if good else "scores.figures_severity")
    return table(caption, names, rows, [False] + [True] * (len(columns) - 1))


def _stage_path(texts: Texts, report: PersonReport) -> Block:
    passed = report.results[report.model.telling.headline]
    stages = [
        _stage(texts, each, place - passed if isinstance(passed, int) else place)
        for place, each in enumerate(report.dimensions)
    ]
    each_said = texts.sentences(
        texts.say("stages.each", dimension=each["label"], score=each["shown"]) for each in stages
    )
    alternative = texts.say("stages.alternative", stage=passed, stages=len(stages), each=each_said)
    return {
        "kind": "picture",
        "picture": "stage-path",
        "caption": texts.say("stages.caption"),
        "data": {"stage": passed, "stages": stages},
        "alternative": alternative,
    }


def _stage(texts: Texts, each: DimensionScore, ahead: int) -> Block:
    """Return a stage by how far ahead of the last one passed it is: 0 is the next."""
    state = "passed" if ahead < 0 else "later" if ahead else "next"
    return {
        "id": each.id,
        "label": texts.dimension(each.id),
        "score": each.score,
        "shown": score_words(texts, each.score, each.status),
        "passed": ahead < 0,
        "state": state,
        "state_label": texts.say(f"stages.{state}"),
    }
