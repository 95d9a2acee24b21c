"""One page for whoever decides: the answer, what it rests on, what holds it back, what to do."""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from typing import Any

from assessments.border.record import Record
from assessments.border.report import Report
from assessments.calculators.report import CalculatorReport
from assessments.documents.about_result import AboutResult
from assessments.documents.blocks import NONE, Block, heading, notice, paragraph, points, table
from assessments.documents.calculator import (
    actions,
    beside_headline,
    key_figures,
    output_table,
    watch_points,
)
from assessments.documents.calculator_texts import CalculatorTexts
from assessments.documents.changes import since_words
from assessments.documents.confidence.telling import short_blocks
from assessments.documents.document import document, labelled, told_first
from assessments.documents.leading_points import back_points
from assessments.documents.next_steps import action_items, improvement_items
from assessments.documents.scores import by_need, score_words
from assessments.documents.texts import Texts
from assessments.questionnaires.report import PersonReport

MOST_ROWS = 8
"""Of a table; more would not fit on the page."""

FEW_ROWS = 4
"""Of figures; below them a table still fits."""

MOST_STEPS = 3
"""More at once are not done."""

MOST_AGREED = 6

STEP_COLUMNS = ("page.step", "page.owner", "page.due")

AGREED_COLUMNS = ("page.agreed_action", "page.owner", "page.due", "page.state")

STATE_WORDS = {
    "open": "action_state.open",
    "done": "action_state.done",
    "dropped": "action_state.dropped",
}
"""State of an action -> its sentence."""

SHORT = ("summary", "notice", "points")
"""Kinds of block that a page takes from a report of many people, beside its first table."""


def one_page(definition: Record, report: Report, language: str, about: AboutResult) -> list[Block]:
    """Return what fits on one sheet; of a report of many people its beginning."""
    texts = Texts(definition, language)
    tell = PAGES.get(type(report))
    if tell is None:
        told = document(definition, report, language, about.label, about.subject)
        tables = [block for block in told if block["kind"] == "table"]
        return [*(block for block in told if block["kind"] in SHORT), *tables[:1]]
    summary = labelled(texts, told_first(texts, report), about.label, about.subject)
    agreed = {each.text for each in about.actions}
    page = [summary, *_since(texts, about), *tell(texts, report, agreed), *_agreed(texts, about)]
    return [block for block in page if block.get("rows") != []]


def _since(texts: Texts, about: AboutResult) -> Iterator[Block]:
    words = since_words(texts, about.since) if about.since else ""
    if words:
        yield paragraph(texts.say("page.since", day=about.since_label, change=words))


def _person(texts: Texts, report: PersonReport, agreed: Set[str]) -> Iterator[Block]:
    yield points(back_points(texts, report))
    yield from short_blocks(texts, report)
    targets = {each.dimension: each for each in report.targets}
    dimensions = by_need(report.model, report.dimensions, targets)
    wanted = {name: texts.number(each.points) for name, each in targets.items()}
    rows = [
        [
            texts.dimension(each.id),
            score_words(texts, each.score, each.status),
            *([wanted.get(each.id, NONE)] if wanted else ()),
        ]
        for each in dimensions
    ]
    good = report.model.high_is_good
    caption = texts.say("scores.figures" if good else "scores.figures_severity")
    columns = ["scores.dimension", "scores.score", *(["scores.target"] if wanted else ())]
    names = [texts.say(each) for each in columns]
    yield heading(texts.say("scores.heading"))
    yield _at_most(texts, table(caption, names, rows, [False, *(True for _ in names[1:])]))
    items = action_items(texts, report) or improvement_items(texts, report)
    yield from _steps(texts, items, agreed)


def _calculator(texts: Texts, report: CalculatorReport, agreed: Set[str]) -> Iterator[Block]:
    told = CalculatorTexts(report.definition, texts.language, report.money)
    yield points(watch_points(told, report))
    yield from (notice("caution", told.caution(report, flag)) for flag in report.flags[1:2])
    yield heading(texts.say("result.heading"))
    outputs = [each for each in report.shown if has_value(report.outputs[each.id])]
    single = [each for each in outputs if each.kind != "table"]
    figures = beside_headline(report, single)
    if figures:
        yield _at_most(texts, key_figures(told, report, figures, explained=False))
    tables = [each for each in outputs if each.kind == "table"]
    for output in tables[: 1 if len(figures) <= FEW_ROWS else 0]:
        yield _at_most(texts, output_table(told, output, report.outputs[output.id]))
    yield from _steps(texts, actions(told, report), agreed)


def has_value(value: object) -> bool:
    """Return whether an output says anything; 0 does."""
    return value is not None and value not in ("", [], {}, ())


def _at_most(texts: Texts, block: Block) -> Block:
    """Return a table cut to what fits, with a row that counts the rest."""
    rows = block["rows"] if isinstance(block["rows"], list) else []
    if len(rows) <= MOST_ROWS:
        return block
    rest = texts.say("page.more_rows", count=len(rows) - MOST_ROWS + 1)
    last = [rest, *[""] * (len(rows[0]) - 1)]
    return {**block, "rows": [*rows[: MOST_ROWS - 1], last]}


def _steps(texts: Texts, items: Sequence[Block], agreed: Set[str]) -> Iterator[Block]:
    """Yield what is still to agree on, with room for who does it and until when."""
    names = [texts.say(name) for name in STEP_COLUMNS]
    open_steps = [item for item in items[:MOST_STEPS] if item.get("action") not in agreed]
    rows = [[str(item["text"]), "", ""] for item in open_steps]
    yield table(texts.say("page.steps"), names, rows, [False, False, False])


def _agreed(texts: Texts, about: AboutResult) -> Iterator[Block]:
    names = [texts.say(name) for name in AGREED_COLUMNS]
    rows = [
        [each.text, each.owner, each.due, texts.say(STATE_WORDS[each.state])]
        for each in about.actions[:MOST_AGREED]
    ]
    yield table(texts.say("page.agreed"), names, rows, [False] * len(names))


PAGES: Mapping[type, Callable[[Texts, Any, Set[str]], Iterator[Block]]] = {
    PersonReport: _person,
    CalculatorReport: _calculator,
}
"""Type of a report -> what its page holds after the answer."""
