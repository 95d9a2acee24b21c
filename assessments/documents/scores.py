"""The scores of the dimensions: as bars, the same as a table, and the path of stages."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from assessments.documents.blocks import Block, heading, table
from assessments.documents.texts import Record, Texts, record, records

TARGET = 60
"""Below this a dimension needs action."""


def score_blocks(texts: Texts, report: Record) -> Iterator[Block]:
    """Yield the bars and the table, and for stages their path."""
    yield heading(texts.say("scores.heading"))
    dimensions = records(report["dimensions"])
    if report["model"] == "trust-stages":
        yield _stage_path(texts, report)
    yield _bars(texts, report, _sorted(report, dimensions))
    yield _table(texts, report, dimensions)


def _sorted(report: Record, dimensions: Sequence[Record]) -> list[Record]:
    """Put what needs attention first; stages keep their order, because it has a meaning."""
    if report["model"] == "trust-stages":
        return list(dimensions)
    worst_high = report["model"] == "severity"
    scored = [each for each in dimensions if each["score"] is not None]
    scored.sort(key=lambda each: Decimal(str(each["score"])), reverse=worst_high)
    return scored + [each for each in dimensions if each["score"] is None]


def _bars(texts: Texts, report: Record, dimensions: list[Record]) -> Block:
    severity = report["model"] == "severity"
    caption = texts.say("scores.caption_severity" if severity else "scores.caption")
    block: Block = {"kind": "bars", "caption": caption, "maximum": 100}
    if not severity:
        block["target"] = TARGET
    return {
        **block,
        "rows": [bar(texts, each["id"], each["score"], each["status"]) for each in dimensions],
    }


def bar(texts: Texts, name: object, score: object, status: object = "ok") -> Block:
    """Return one bar; without a score it says why."""
    shown_score = texts.number(score) if score is not None else texts.say(f"scores.{status}")
    return {"id": name, "label": texts.dimension(name), "value": score, "shown": shown_score}


def _table(texts: Texts, report: Record, dimensions: Sequence[Record]) -> Block:
    weighted = report["model"] not in ("trust-stages", "selection")
    columns = ["dimension", "score", *(["weight"] if weighted else []), "answered"]
    rows = [
        [
            texts.dimension(each["id"]),
            str(bar(texts, each["id"], each["score"], each["status"])["shown"]),
            *([texts.number(each["weight"])] if weighted else []),
            texts.say(
                "scores.answered_of", answered=each["answered"], applicable=each["applicable"]
            ),
        ]
        for each in dimensions
    ]
    names = [texts.say(f"scores.{column}") for column in columns]
    severe = report["model"] == "severity"
    caption = texts.say("scores.figures_severity" if severe else "scores.figures")
    return table(caption, names, rows, [False] + [True] * (len(columns) - 1))


def _stage_path(texts: Texts, report: Record) -> Block:
    stages = _stages(texts, report)
    each_said = texts.sentences(
        texts.say(
            "stages.each",
            dimension=texts.dimension(each["id"]),
            score=bar(texts, each["id"], each["score"], each["status"])["shown"],
        )
        for each in records(report["dimensions"])
    )
    alternative = texts.say(
        "stages.alternative", stage=report["stage"], stages=len(stages), each=each_said
    )
    return {
        "kind": "picture",
        "picture": "stage-path",
        "caption": texts.say("stages.caption"),
        "data": {"stage": report["stage"], "stages": stages},
        "alternative": alternative,
    }


def _stages(texts: Texts, report: Record) -> list[Block]:
    stages: list[Block] = []
    for each in records(report["dimensions"]):
        passed = _passed(report, each["id"])
        first_open = all(before["state"] == "passed" for before in stages)
        state = "passed" if passed else "next" if first_open else "later"
        said = bar(texts, each["id"], each["score"], each["status"])
        stages.append(
            {
                "id": each["id"],
                "label": said["label"],
                "score": each["score"],
                "shown": said["shown"],
                "passed": passed,
                "state": state,
                "state_label": texts.say(f"stages.{state}"),
            }
        )
    return stages


def _passed(report: Record, name: object) -> bool:
    steps = (record(step) for step in records(report["working"]))
    return any(step["code"] == "stage_passed" and step["dimension"] == name for step in steps)
