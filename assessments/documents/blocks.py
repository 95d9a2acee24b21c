"""The kinds of block that a document is made of."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

Block = dict[str, object]

NONE = "–"
"""Stands where there is no number."""

TONES = ("stop", "weak", "fair", "good")
"""From the worst result to the best."""


def tone_of(rank: int, best: int) -> str:
    """Return the tone of a result by how far up the scale it is."""
    return TONES[(2 * 3 * rank + best) // (2 * best)] if best else "none"


def heading(text: str) -> Block:
    """Return a heading."""
    return {"kind": "heading", "text": text}


def paragraph(text: str) -> Block:
    """Return a paragraph."""
    return {"kind": "text", "text": text}


def notice(tone: str, text: str) -> Block:
    """Return something that the reader must not miss: info, caution or stop."""
    return {"kind": "notice", "tone": tone, "text": text}


def points(rows: Iterable[Block]) -> Block:
    """Return what comes right after the answer: name and text, maybe a module or a question."""
    return {"kind": "points", "rows": list(rows)}


def table(
    caption: str, columns: Sequence[str], rows: Iterable[Sequence[str]], numeric: Sequence[bool]
) -> Block:
    """Return a table of texts; numeric columns are set to the right."""
    return {
        "kind": "table",
        "caption": caption,
        "columns": list(columns),
        "rows": [list(row) for row in rows],
        "numeric": list(numeric),
    }


def folded(block: Block) -> Block:
    """Return a table that repeats what stands in full view: a page shows it when asked."""
    return {**block, "folded": True}


def listing(items: Iterable[Mapping[str, object]], *, ordered: bool = False) -> Block:
    """Return a list; an item may name the module to study, or the question it is about.

    The action of an item is what somebody writes down who means to do it; what stands under more
    follows the words that lead to the module or question.
    """
    return {"kind": "list", "ordered": ordered, "items": [dict(item) for item in items]}


def details(title: str, items: Iterable[str]) -> Block:
    """Return what is there for whoever wants to know."""
    return {"kind": "details", "title": title, "items": list(items)}


def shown(value: object) -> str:
    """Return a number as programs write it, and a dash for none."""
    if value is None:
        return NONE
    return format(value, "f") if isinstance(value, Decimal) else str(value)
