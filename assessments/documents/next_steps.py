"""What to do: the smallest step that lifts the result, and the action of each weak dimension."""

from collections.abc import Iterator

from assessments.documents.blocks import Block, details, heading, listing, paragraph
from assessments.documents.results import result_words
from assessments.documents.texts import Texts
from assessments.questionnaires.next_step import BEST
from assessments.questionnaires.parts import Action, Found, Improvement
from assessments.questionnaires.report import PersonReport

MOST_LINES = 5
"""Answers in full view; a longer list is not read, so the others are folded."""

MOST_ACTIONS = 3
"""More at once are not done."""


def next_step_blocks(texts: Texts, report: PersonReport) -> Iterator[Block]:
    """Yield which answers to improve by one level, or why there is nothing to name."""
    found = report.next_step.found
    if found is None and report.band is not None and not action_items(texts, report):
        # It stands among the points already.
        return
    yield heading(texts.say("next.heading"))
    yield paragraph(next_step_words(texts, report))
    if found is None:
        return
    lines = improvement_items(texts, report)
    yield listing(lines[:MOST_LINES], ordered=True)
    if rest := lines[MOST_LINES:]:
        # The result that is promised takes all of them.
        title = texts.say("next.others", count=len(rest))
        yield details(title, (str(each["text"]) for each in rest))


def next_step_words(texts: Texts, report: PersonReport) -> str:
    """Say how many answers lift the result, or why there is nothing to name."""
    status, found = report.next_step.status, report.next_step.found
    if found is None:
        light = status == BEST and not report.model.high_is_good
        return texts.say("next.best_severity" if light else f"next.{status}")
    result = result_words(texts, report.model, found.reaches) or ""
    said = texts.say(_sentence(report, found), count=found.steps, result=result)
    return texts.sentences([said, *_hollow(texts, report, found)])


def improvement_items(texts: Texts, report: PersonReport) -> list[Block]:
    """Return the answers to improve, each with its question."""
    found = report.next_step.found
    facts = report.model.telling.finds_facts
    return [_improvement(texts, each, facts=facts) for each in found.improve] if found else []


def _sentence(report: PersonReport, found: Found) -> str:
    if report.model.telling.finds_facts:
        return "next.facts" if found.one_level else "next.facts_more"
    return "next.found" if found.one_level else "next.found_more"


def _hollow(texts: Texts, report: PersonReport, found: Found) -> Iterator[str]:
    """Warn of each stage that the step makes count although nothing in it improves."""
    reached = found.reaches.results[report.model.telling.headline]
    for flag in report.flags:
        if flag.stage and isinstance(reached, int) and flag.stage <= reached:
            yield texts.say("next.hollow", number=flag.stage)


def _improvement(texts: Texts, each: Improvement, *, facts: bool) -> Block:
    """Return an answer to improve, and what to write down as an action for it."""
    words = texts.say(
        "next.item",
        question=texts.question(each.question),
        **{"from": each.old, "to": each.new},
        old=texts.anchor(each.question, each.old),
        new=texts.anchor(each.question, each.new),
    )
    action = texts.say(
        "next.action_fact" if facts else "next.action",
        question=texts.question(each.question),
        new=texts.anchor(each.question, each.new),
    )
    return {"text": words, "module": each.module, "question": each.question, "action": action}


def action_blocks(texts: Texts, report: PersonReport) -> Iterator[Block]:
    """Yield the actions after the first, which stands among the points where there is a result."""
    items = action_items(texts, report)
    further = items if report.band is None else items[1:]
    if further:
        yield heading(texts.say("actions.heading" if report.band is None else "actions.further"))
        yield listing(further, ordered=True)


def action_items(texts: Texts, report: PersonReport) -> list[Block]:
    """Return the actions of the dimensions that need one, the worst first."""
    actions = list(report.actions)
    if report.halted:
        return []
    if report.model.telling.in_stages:
        # Stages count in order, so the first one that is not passed comes first.
        order = [each.id for each in report.dimensions]
        actions.sort(key=lambda each: order.index(each.dimension))
    return [_action(texts, each) for each in actions[:MOST_ACTIONS]]


def _action(texts: Texts, each: Action) -> Block:
    words = texts.action(each.dimension) or each.dimension
    return {"text": words, "module": each.module, "action": words}
