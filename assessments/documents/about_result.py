"""What a file tells beside the report: whom it is about, and what was answered and noted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from assessments.change import ChangeReport
from assessments.documents.blocks import NONE, Block, heading, shown, table
from assessments.documents.texts import Texts

NOT_APPLICABLE = "na"

STATES = ("open", "done", "dropped")
"""What may have become of an action."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedAction:
    """What somebody means to do."""

    text: str
    owner: str = ""
    due: str = ""
    """A day such as 2026-01-31, or empty."""
    state: str = "open"
    """One of STATES."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutResult:
    """What a reader gave beside the report; it stands in words and files, never in the report."""

    subject: str = ""
    """Whom the result is about."""
    label: str = ""
    """When, and by whom."""
    actions: tuple[AgreedAction, ...] = ()
    """What was agreed about the subject."""
    since: ChangeReport | None = None
    """What changed since an earlier result."""
    since_label: str = ""
    """When that was."""
    answers: Mapping[str, object] = field(default_factory=dict)
    """Question id -> level, "na" or None."""
    confidence: Mapping[str, str] = field(default_factory=dict)
    """Question id -> how sure the answer is."""
    notes: Mapping[str, str] = field(default_factory=dict)
    """Question id -> what was noted beside it."""

    @property
    def title(self) -> str:
        """Whom the result is about, and when."""
        return " · ".join(part for part in (self.subject, self.label) if part)


def answer_rows(texts: Texts, about: AboutResult) -> Iterator[tuple[str, object, str, str]]:
    """Yield id, answer, its sentence and the note of each question that has one of them."""
    for name in texts.questions:
        answer, note = about.answers.get(name), about.notes.get(name, "")
        if answer is None and not note:
            continue
        if answer == NOT_APPLICABLE:
            yield name, answer, texts.say("answers.na"), note
        else:
            yield name, answer, "" if answer is None else texts.anchor(name, answer), note


def answer_blocks(texts: Texts, about: AboutResult) -> Iterator[Block]:
    """Yield the answers as a table, with the notes where there are any."""
    rows = list(answer_rows(texts, about))
    if not rows:
        return
    noted = any(note for *_, note in rows)
    said = any(name in about.confidence for name, *_ in rows)
    names = ["answers.question", "answers.answer"]
    names += [*(["answers.confidence"] if said else []), *(["answers.note"] if noted else [])]
    told = [
        [
            texts.question(name),
            _answer(answer, words),
            *([_how_sure(texts, about, name)] if said else []),
            *([note] if noted else []),
        ]
        for name, answer, words, note in rows
    ]
    caption = texts.say("answers.heading")
    yield heading(caption)
    yield table(caption, [texts.say(name) for name in names], told, [False] * len(names))


def _how_sure(texts: Texts, about: AboutResult, name: str) -> str:
    word = about.confidence.get(name)
    return NONE if word is None else texts.say(f"confidence.{word}")


def _answer(answer: object, words: str) -> str:
    if answer is None:
        return NONE
    return words if answer == NOT_APPLICABLE else f"{shown(answer)} {words}"
