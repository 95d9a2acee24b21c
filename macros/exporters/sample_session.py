"""A session of the fictional company's team to try the page of a team with."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assessments.border.fingerprint import fingerprint
from macros.values import Data
from macros.views import Book

FORMAT = "playbook-team/1"
TOOL, ACCOUNT = "relationship-health", "yunhe"
DAY = "2026-01-19"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sampled:
    """One person of the company, and what he or she answers."""

    person: str
    """Id of a person of company.yml."""
    levels: str
    """An answer for each question; N: not applicable, -: open; a space after each dimension."""


SAMPLED = (
    Sampled(person="lin", levels="2222 3322 2222 2222"),
    Sampled(person="zhou", levels="2122 0222 2212 2222"),
    Sampled(person="chen", levels="2222 0212 2N12 2312"),
    Sampled(person="su", levels="3222 3322 2222 0222"),
    Sampled(person="service-lead", levels="213- 1222 22N2 2222"),
    Sampled(person="yunhe-chief-engineer", levels="2122 0212 1222 2121"),
    Sampled(person="yunhe-operations", levels="2222 0211 1122 2111"),
    Sampled(person="yunhe-procurement", levels="1122 1212 1212 1121"),
)


def sample_session(book: Book) -> Mapping[str, object]:
    """Return the session as a file of one holds it; empty where the playbook lacks its parts."""
    tool = book.playbook.tools.get(TOOL)
    account = next((each for each in book.company["accounts"] if each["id"] == ACCOUNT), None)
    if tool is None or account is None:
        return {}
    people = list(_people(book, tool, account["name"]))
    return {
        "format": FORMAT,
        "tool": TOOL,
        **fingerprint(tool),
        "saved": f"{DAY}T09:00:00.000Z",
        "subject": account["name"],
        "people": people,
    }


def _people(book: Book, tool: Data, account: str) -> Iterator[Mapping[str, object]]:
    known = {each["id"]: each for each in book.company["people"]}
    for sampled in SAMPLED:
        person = known.get(sampled.person)
        if person is None:
            continue
        yield {
            "respondent": person.get("name") or person["post"],
            "side": "customer" if person["side"] == ACCOUNT else "us",
            "subject": account,
            "saved": f"{DAY}T09:00:00.000Z",
            "tool": TOOL,
            **fingerprint(tool),
            "input": {"answers": _answers(tool, sampled.levels.split()), "flags": []},
        }


def _answers(tool: Data, levels: Sequence[str]) -> Mapping[str, object]:
    pairs = [
        (question["id"], level)
        for part, given in zip(tool["dimensions"], levels, strict=False)
        for question, level in zip(part["questions"], given, strict=False)
    ]
    return {name: "na" if level == "N" else int(level) for name, level in pairs if level != "-"}
