"""The scores of the dimensions: as bars, the same as a table, and the path of stages."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from assessments.documents.blocks import NONE, Block, folded, heading, paragraph, table
from assessments.documents.texts import Texts
from assessments.questionnaires.evaluation import Model
from assessments.questionnaires.measuring import OK
from assessments.questionnaires.parts import DimensionScore
from assessments.questionnaires.person import ACT_BELOW
from assessments.questionnaires.report import PersonReport, Target

TARGET = ACT_BELOW // 10
"""Below this many points a dimension needs action."""

Targets = Mapping[str, Target]
"""Dimension -> what it should reach; empty where no reader set any."""
NO_TARGETS: Targets = {}


def score_blocks(texts: Texts, report: PersonReport) -> Iterator[Block]:
    """Yield the bars, or for stages their path, and the table."""
    yield heading(texts.say("scores.heading"))
    if _has_path(report):
        yield _stage_path(texts, report)
    targets = {each.dimension: each for each in report.targets}
    if targets or not _has_path(report):
        ordered = by_need(report.model, report.dimensions, targets)
        yield _bars(texts, report.model, ordered, targets)
    if targets:
        yield paragraph(_reached(texts, report.targets))
    shown = score_table(texts, report.model, report.dimensions, targets)
    yield shown if targets else folded(shown)


def _has_path(report: PersonReport) -> bool:
    return report.model.telling.in_stages and any(
        each.score is not None for each in report.dimensions
    )


def by_need(
    model: Model, dimensions: Sequence[DimensionScore], targets: Targets = NO_TARGETS
) -> Sequence[DimensionScore]:
    """Put what needs attention first; stages keep their order, because it has a meaning."""
    if model.telling.in_stages:
        return dimensions
    if targets:
        return _by_gap(dimensions, targets)
    sign = 1 if model.high_is_good else -1
    # What has no score comes last.
    return sorted(dimensions, key=lambda each: (each.score is None, sign * (each.score or 0)))


def _by_gap(dimensions: Sequence[DimensionScore], targets: Targets) -> Sequence[DimensionScore]:
    """Put first what is farthest from its target, and last what has no score or no target."""
    gaps = {name: each.gap for name, each in targets.items()}
    return sorted(
        dimensions, key=lambda each: (gaps.get(each.id) is None, -(gaps.get(each.id) or 0))
    )


def _reached(texts: Texts, targets: Sequence[Target]) -> str:
    """Say how many targets are reached, and which one is the farthest."""
    scored = [(each.gap, each.dimension) for each in targets if each.gap is not None]
    reached = sum(not gap for gap, _ in scored)
    words = [texts.say("targets.reached_of", count=reached, total=len(targets))]
    gap, farthest = max(scored, key=lambda pair: pair[0], default=(0, ""))
    if gap:
        dimension = texts.dimension(farthest)
        words.append(texts.say("targets.farthest", dimension=dimension, gap=texts.number(gap)))
    return texts.sentences(words)


def _bars(
    texts: Texts, model: Model, dimensions: Sequence[DimensionScore], targets: Targets
) -> Block:
    good = model.high_is_good
    caption = texts.say("scores.caption" if good else "scores.caption_severity")
    block: Block = {"kind": "bars", "caption": caption, "maximum": 100}
    if good:
        block["target"] = TARGET
    rows = [
        {
            **bar(texts, each.id, each.score, each.status),
            **(_mark(targets[each.id]) if each.id in targets else {}),
        }
        for each in dimensions
    ]
    return {**block, "rows": rows}


def _mark(target: Target) -> Block:
    """Return where the target of a bar is, and whether the bar has come that far."""
    return {"target": target.points, "reached": target.gap == 0}


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


def gap_words(texts: Texts, target: Target) -> str:
    """Return how many points are missing to a target, or that none are."""
    return texts.say("targets.reached") if target.gap == 0 else texts.number(target.gap)


def score_table(
    texts: Texts,
    model: Model,
    dimensions: Sequence[DimensionScore],
    targets: Targets = NO_TARGETS,
) -> Block:
    """Return the score of each dimension with its weight and how much of it was answered."""
    weighted = model.needs.weights
    aimed = ["target", "gap"] if targets else []
    columns = ["dimension", "score", *aimed, *(["weight"] if weighted else []), "answered"]
    rows = [
        [
            texts.dimension(each.id),
            score_words(texts, each.score, each.status),
            *(_aim(texts, targets.get(each.id)) if targets else ()),
            *([texts.number(each.weight)] if weighted else []),
            texts.say("scores.answered_of", answered=each.answered, applicable=each.applicable),
        ]
        for each in (_by_gap(dimensions, targets) if targets else dimensions)
    ]
    names = [texts.say(f"scores.{column}") for column in columns]
    good = model.high_is_good
    caption = texts.say("scores.figures" if good else "scores.figures_severity")
    return table(caption, names, rows, [False] + [True] * (len(columns) - 1))


def _aim(texts: Texts, target: Target | None) -> Sequence[str]:
    if target is None:
        return (NONE, NONE)
    return (texts.number(target.points), gap_words(texts, target))


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
