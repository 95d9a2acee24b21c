"""Results and actions of the fictional company to try the page of results with, scored at build."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assessments.border.fingerprint import fingerprint
from assessments.documents.told import told
from assessments.scoring import read_definition, score
from macros.playbook import Playbook
from macros.values import Data
from macros.views import Book

DAYS = ("2025-01-20", "2025-07-21", "2026-01-19")
"""Three half-yearly rounds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One subject and how it was answered, round by round."""

    subject: str
    """Id of an account of the company."""
    tool: str
    levels: Sequence[str]
    """For each round the answers in turn; the last digit counts for the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleAction:
    """One thing to do about a subject: the action of a dimension of the tool."""

    subject: str
    tool: str
    dimension: str
    owner: str = ""
    """Id of one of the company's people; empty for nobody yet."""
    due_in: int | None = None
    """Days from the day on which the sample is looked at; None for no date."""
    state: str = "open"


TRUST, HEALTH, PAINS = "trust-stage-diagnostic", "relationship-health", "four-pain-points"
SAMPLES = (
    Sample(subject="yunhe", tool=TRUST, levels=("21", "22221", "3332")),
    Sample(subject="yunhe", tool=HEALTH, levels=("1212", "2122", "2232")),
    Sample(subject="kestrel", tool=HEALTH, levels=("2222", "2111")),
    Sample(subject="palefield", tool=PAINS, levels=("2101",)),
)


ACTIONS = (
    SampleAction(subject="yunhe", tool=TRUST, dimension="synergy", owner="su", due_in=-9),
    SampleAction(
        subject="kestrel", tool=HEALTH, dimension="trust", owner="kestrel-manager", due_in=0
    ),
    SampleAction(subject="yunhe", tool=HEALTH, dimension="information", owner="lin", due_in=16),
    SampleAction(
        subject="palefield", tool=PAINS, dimension="single", owner="sales-leader", due_in=75
    ),
    SampleAction(subject="kestrel", tool=HEALTH, dimension="support"),
    SampleAction(
        subject="yunhe", tool=TRUST, dimension="benefit", owner="lin", due_in=-40, state="done"
    ),
)


def sample_results(book: Book) -> Mapping[str, object]:
    """Return the tables of a device with these results and actions, as a file holds them."""
    names = {account["id"]: account["name"] for account in book.company["accounts"]}
    samples = [each for each in SAMPLES if each.tool in book.tools and each.subject in names]
    kinds = {each.subject: book.tools[each.tool]["subject"] for each in samples}
    subjects = [{"id": id_, "kind": kind, "name": names[id_]} for id_, kind in kinds.items()]
    actions = [each for each in ACTIONS if any(_is_of(each, sample) for sample in samples)]
    return {
        "subjects": subjects,
        "results": list(_results(book.playbook, samples)),
        "actions": [_action(book, each) for each in actions],
    }


def _is_of(action: SampleAction, sample: Sample) -> bool:
    return (action.subject, action.tool) == (sample.subject, sample.tool)


def _action(book: Book, each: SampleAction) -> Mapping[str, object]:
    """Return an action as a device keeps it, but for its day: due_in, which the page works out."""
    dimensions = {part["id"]: part for part in book.tools[each.tool]["dimensions"]}
    people = {person["id"]: person for person in book.company["people"]}
    owner = people.get(each.owner, {})
    made = f"{DAYS[-1]}T09:00:00.000Z"
    return {
        "id": f"{each.subject}-{each.tool}-{each.dimension}",
        "tool": each.tool,
        "subjectId": each.subject,
        "text": dimensions[each.dimension]["action"]["text"],
        "owner": owner.get("name", owner.get("post", "")),
        "due_in": each.due_in,
        "state": each.state,
        "made": made,
        "saved": made,
    }


def _results(playbook: Playbook, samples: Sequence[Sample]) -> Iterator[Mapping[str, object]]:
    for sample in samples:
        tool = playbook.tools[sample.tool]
        ready = read_definition(tool)
        for day, levels in zip(DAYS, sample.levels, strict=False):
            given = {"answers": _answers(tool, levels), "flags": []}
            yield {
                "id": f"{sample.subject}-{sample.tool}-{day}",
                "tool": sample.tool,
                **fingerprint(tool),
                "subjectId": sample.subject,
                "saved": f"{day}T09:00:00.000Z",
                "day": day,
                "respondent": "",
                "occasion": "",
                "input": given,
                "notes": {},
                "told": told(ready.raw, score(ready, given)),
            }


def _answers(tool: Data, levels: str) -> Mapping[str, int]:
    questions = [each["id"] for part in tool["dimensions"] for each in part["questions"]]
    rest = levels[-1] * len(questions)
    return {name: int(level) for name, level in zip(questions, levels + rest, strict=False)}
