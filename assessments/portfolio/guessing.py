"""Guess what the columns of a list hold, from their headers: ids, titles, and what people write.

A guess is sure where a header is the id or the words of a question; it is doubtful where the words
may mean something else, and then a person confirms it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from assessments.border.record import Record, record, records
from assessments.portfolio.cells import plain
from assessments.questionnaires.definition import Definition

ACCOUNT, PRESENT, ANSWER, VALUE, FACT = "account", "present", "answer", "value", "fact"
"""What a column can hold; present is a tier that somebody gave, to compare with."""

SURE, LIKELY, DOUBTFUL = "sure", "likely", "doubtful"


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """What a header may stand for."""

    kind: str
    id: str = ""
    """Of the question or the fact."""
    value: str = ""
    """Of a raw value: which one it is."""
    certainty: str = SURE

    def as_data(self) -> dict[str, object]:
        """Return the guess as a page shows it."""
        return {
            "kind": self.kind,
            "id": self.id,
            "value": self.value,
            "certainty": self.certainty,
        }


def guesses(definition: Definition, guide: Record, header: Sequence[str]) -> list[list[Guess]]:
    """Return for each header what it may stand for, the best guess first; none for most.

    *guide* is the record of portfolio.yml.
    """
    known: dict[str, list[Guess]] = {}
    for words, guess in _known(definition, guide):
        key = normal(words)
        if key and all(each != guess for each in known.setdefault(key, [])):
            known[key].append(guess)
    return [known.get(normal(name), []) for name in header]


def normal(header: str) -> str:
    """Return a header without letter case, blanks, underscores and full-width twins."""
    return "".join(mark for mark in plain(header) if mark not in " _-　·:：\u00a0")


def _known(definition: Definition, guide: Record) -> Iterator[tuple[str, Guess]]:
    for dimension in records(definition.raw.get("dimensions")):
        for question in records(dimension.get("questions")):
            name = str(question.get("id"))
            for words in (name, *_in_every_language(question.get("text"))):
                yield words, Guess(kind=ANSWER, id=name)
    for flag in records(definition.raw.get("flags")):
        name = str(flag.get("id"))
        for words in (name, *_in_every_language(flag.get("label"))):
            yield words, Guess(kind=FACT, id=name)
    yield from _from_guide(definition, guide)


def _from_guide(definition: Definition, guide: Record) -> Iterator[tuple[str, Guess]]:
    for kind, certainty in ((ACCOUNT, SURE), (PRESENT, LIKELY)):
        for words in _headers(record(guide.get(kind)), "headers"):
            yield words, Guess(kind=kind, certainty=certainty)
    for key, certainty in (("headers", LIKELY), ("doubtful", DOUBTFUL)):
        for fact in records(guide.get("facts")):
            if fact.get("id") in definition.flags:
                for words in _headers(fact, key):
                    yield words, Guess(kind=FACT, id=str(fact["id"]), certainty=certainty)
        for cut, value in cuts_of(definition, guide):
            for words in _headers(value, key):
                yield (
                    words,
                    Guess(
                        kind=VALUE,
                        id=str(cut["question"]),
                        value=str(value["id"]),
                        certainty=certainty,
                    ),
                )


def cuts_of(definition: Definition, guide: Record) -> Iterator[tuple[Record, Record]]:
    """Yield each cut of a questionnaire with its value."""
    values = {str(each.get("id")): each for each in records(guide.get("values"))}
    for cut in records(guide.get("cuts")):
        value = values.get(str(cut.get("value")))
        if cut.get("tool") == definition.id and value is not None:
            yield cut, value


def money_column(guide: Record, header: Sequence[str], among: Sequence[str]) -> str:
    """Return the first column of some that holds money, by a header beyond doubt; "" for none."""
    moneys = [each for each in records(guide.get("values")) if each.get("unit") == "money"]
    known = {normal(words) for each in moneys for words in _headers(each, "headers")}
    return next((name for name in header if normal(name) in known and name in among), "")


def _headers(entry: Record, key: str) -> Iterator[str]:
    lists = record(entry.get(key))
    for words in lists.values():
        yield from (str(each) for each in words) if isinstance(words, (list, tuple)) else ()


def _in_every_language(words: object) -> Iterator[str]:
    if isinstance(words, Mapping):
        yield from (each for each in words.values() if isinstance(each, str))


def guessed_map(
    definition: Definition, guide: Record, header: Sequence[str], *, trusting: bool = False
) -> dict[str, object]:
    """Return the map (see layout) that headers suggest: of what they say beyond doubt.

    A trusting guess takes likely words too: facts, and raw values with limits of the file. What is
    doubtful, and a value whose limits the company sets, is never taken without being confirmed.
    """
    certainties = (SURE, LIKELY) if trusting else (SURE,)
    limited = {
        (cut["question"], value["id"])
        for cut, value in cuts_of(definition, guide)
        if cut.get("limits")
    }
    answers: dict[str, object] = {}
    facts: dict[str, object] = {}
    found: dict[str, object] = {"answers": answers, "facts": facts}
    for name, best in zip(header, guesses(definition, guide, header), strict=True):
        for guess in best:
            if guess.kind == PRESENT:
                found.setdefault("present", name)
            elif guess.certainty not in certainties:
                continue
            elif guess.kind == FACT:
                facts.setdefault(guess.id, name)
            elif guess.kind == ANSWER:
                answers[guess.id] = name
            elif (guess.id, guess.value) in limited:
                answers.setdefault(guess.id, {"column": name, "value": guess.value})
    account = _account(guide, header)
    return found if account is None else {"account": account, **found}


def _account(guide: Record, header: Sequence[str]) -> str | None:
    """Return the header that names the accounts: the first in the order of the guide."""
    order: dict[str, int] = {}
    for place, words in enumerate(
        _interleaved(record(record(guide.get("account")).get("headers")))
    ):
        order.setdefault(normal(words), place)
    named = [
        (order[normal(name)], place) for place, name in enumerate(header) if normal(name) in order
    ]
    return header[min(named)[1]] if named else None


def _interleaved(lists: Record) -> Iterator[str]:
    """Yield the words of all languages, the first of each before the second of any."""
    columns = [list(words) for words in lists.values() if isinstance(words, (list, tuple))]
    for row in zip_longest(*columns):
        yield from (str(words) for words in row if words is not None)
