"""Results of the fictional company to try the page of results with, scored at build."""

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


SAMPLES = (
    Sample(subject="yunhe", tool="trust-stage-diagnostic", levels=("21", "22221", "3332")),
    Sample(subject="yunhe", tool="relationship-health", levels=("1212", "2122", "2232")),
    Sample(subject="kestrel", tool="relationship-health", levels=("2222", "2111")),
    Sample(subject="palefield", tool="four-pain-points", levels=("2101",)),
)


def sample_results(book: Book) -> Mapping[str, object]:
    """Return the tables of a device with these results, as a file of everything holds them."""
    names = {account["id"]: account["name"] for account in book.company["accounts"]}
    samples = [each for each in SAMPLES if each.tool in book.tools and each.subject in names]
    kinds = {each.subject: book.tools[each.tool]["subject"] for each in samples}
    subjects = [{"id": id_, "kind": kind, "name": names[id_]} for id_, kind in kinds.items()]
    return {"subjects": subjects, "results": list(_results(book.playbook, samples))}


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
