"""The marks that authors write in a text: links by id, bold, italics and code, and no others."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

LINK = re.compile(r"\[([^\]\[]+)\]\(([a-z]+:[A-Za-z0-9._#-]+)\)")
"""Words, and a link by kind and id: [trust](m:trust-stages)."""
VALUE = "value:"
"""How the target of a link begins that only takes a figure from where it stands."""
CODE = re.compile(r"`[^`]+`")
MARK = re.compile(
    r"`(?P<code>[^`]+)`"
    r"|\[(?P<link>[^\]\[]+)\]\((?P<target>[a-z]+:[A-Za-z0-9._#-]+)\)"
    r"|\*\*(?P<strong>[^\s*](?:[^*]*(?:\*[^*]+)*[^\s*])?)\*\*"
    r"|(?<![\w*])\*(?P<emphasis>[^\s*](?:[^*]*[^\s*])?)\*(?![\w*])"
)
"""Words with a mark; the group that holds them bears the name of the mark."""


class Mark(StrEnum):
    """What a mark does to its words."""

    CODE = "code"
    LINK = "link"
    STRONG = "strong"
    EMPHASIS = "emphasis"


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """Words with a mark."""

    mark: Mark
    words: "Sequence[str | Marked]"
    target: str = ""
    """Where a link leads."""


def read_marks(text: str) -> Iterator[str | Marked]:
    """Yield a text in pieces: text that stands as it is, and words with a mark."""
    end = 0
    for found in MARK.finditer(text):
        if found.start() > end:
            yield text[end : found.start()]
        end = found.end()
        mark = next(mark for mark in Mark if found[mark] is not None)
        inner = found[mark]
        words = (inner,) if mark is Mark.CODE else tuple(read_marks(inner))
        yield Marked(mark=mark, words=words, target=found["target"] or "")
    if end < len(text):
        yield text[end:]


_SENTENCE = re.compile(r"(?<=[.!?])\s+|(?<=[。！？])")
"""What stands between two sentences."""


def opening(text: str) -> tuple[str, str]:
    """Return the first sentence of a text, and the others."""
    first, *others = _SENTENCE.split(text.strip(), maxsplit=1)
    return first, "".join(others)


def plain(text: str) -> str:
    """Return text without marks, for descriptions, attributes and downloads."""
    return " ".join(_words(tuple(read_marks(text))).split())


def has_marks(text: str) -> bool:
    """Whether a text holds a mark."""
    return any(isinstance(piece, Marked) for piece in read_marks(text))


def _words(pieces: Sequence[str | Marked]) -> str:
    return "".join(piece if isinstance(piece, str) else _words(piece.words) for piece in pieces)
