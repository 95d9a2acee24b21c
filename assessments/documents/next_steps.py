"""What to do: the smallest step that lifts the result, and the action of each weak dimension."""

from collections.abc import Iterator

from assessments.documents.blocks import Block, heading, listing, paragraph
from assessments.documents.notices import codes, hollow_stage
from assessments.documents.results import result_words
from assessments.documents.texts import Record, Texts, record, records

JUDGED_ON_FACTS = ("tiering", "selection")
"""Models whose answers are facts about the customer: they are found, not improved."""

MOST_LINES = 5
"""Answers to name; a longer list is not read."""

MOST_ACTIONS = 3
"""More at once are not done."""


def blocked(report: Record) -> bool:
    """Return whether a block decides, so that nothing that sells is to be told."""
    return "BLOCKED" in codes(report["flags"])


def next_step_blocks(texts: Texts, report: Record) -> Iterator[Block]:
    """Yield which answers to improve by one level, or why there is nothing to name."""
    step = record(report["next_step"])
    yield heading(texts.say("next.heading"))
    if step["status"] != "found":
        light = step["status"] == "best" and report["model"] == "severity"
        yield paragraph(texts.say(f"next.{step['status']}{'_severity' if light else ''}"))
        return
    one_level, more = (
        ("next.facts", "next.facts_more")
        if report["model"] in JUDGED_ON_FACTS
        else ("next.found", "next.found_more")
    )
    key = one_level if step["one_level"] else more
    result = result_words(texts, record(step["reaches"])) or ""
    sentences = [texts.say(key, count=step["steps"], result=result), *_hollow(texts, report)]
    yield paragraph(texts.sentences(sentences))
    improve = records(step["improve"])
    yield listing([_improvement(texts, each) for each in improve[:MOST_LINES]], ordered=True)
    if rest := improve[MOST_LINES:]:
        yield paragraph(texts.say("next.rest", count=len(rest)))


def _hollow(texts: Texts, report: Record) -> Iterator[str]:
    """Warn of each stage that the step makes count although nothing in it improves."""
    reached = record(record(report["next_step"])["reaches"]).get("stage")
    for number in map(hollow_stage, codes(report["flags"])):
        if number and isinstance(reached, int) and number <= reached:
            yield texts.say("next.hollow", number=number)


def _improvement(texts: Texts, each: Record) -> Block:
    question, old, new = each["question"], each["from"], each["to"]
    words = texts.say(
        "next.item",
        question=texts.question(question),
        **{"from": old, "to": new},
        old=texts.anchor(question, old),
        new=texts.anchor(question, new),
    )
    return {"text": words, "module": each["module"], "question": question}


def action_blocks(texts: Texts, report: Record) -> Iterator[Block]:
    """Yield the actions of the dimensions that need one, the worst first."""
    actions = list(records(report["actions"]))
    if blocked(report) or not actions:
        return
    if report["model"] == "trust-stages":
        # Stages count in order, so the first one that is not passed comes first.
        actions.sort(key=lambda each: list(texts.dimensions).index(str(each["dimension"])))
    actions = actions[:MOST_ACTIONS]
    yield heading(texts.say("actions.heading"))
    yield listing([_action(texts, each) for each in actions], ordered=True)


def _action(texts: Texts, each: Record) -> Block:
    name = str(each["dimension"])
    action = record(record(texts.dimensions.get(name)).get("action"))
    return {"text": texts.of(action.get("text")) or name, "module": each["module"]}
