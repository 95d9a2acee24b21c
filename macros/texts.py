"""Turn the texts of authors into Markdown or HTML of a page, in which only their marks work.

Whatever else Markdown or HTML would take for an instruction stands there as the character it is.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from html import escape

from macros.addresses import relative_address, relative_file
from macros.plain_text import LINK, VALUE, Mark, Marked, read_marks

ENTITIES = str.maketrans({mark: f"&#{ord(mark)};" for mark in "\\`*_{[|~"} | {"<": "&lt;"})
"""What Markdown would read inside a line, as the entities that browsers show as the same."""
AMPERSAND = re.compile(r"&(?=#?\w+;)")
"""Where a browser would read an entity; any other ampersand is one."""
ITEM = re.compile(r"^( {0,3}(?:[-*+]|\d+\.) +)", re.MULTILINE)
"""What begins an item of a list, the only block beside paragraphs that authors write."""
BLOCK = re.compile(r"^( *+(?:(?:[-*+]|\d+\.) +)?+)([#>=:+-])", re.MULTILINE)
"""What would begin another block, at the start of a line or of an item."""
NUMBER = re.compile(r"^( *+(?:[-*+]|\d+\.) +\d+)(\.)", re.MULTILINE)
"""What would begin a list in an item."""
START = re.compile(r"^(\d*)([#>=:+.-])")
"""What would make more of a line that stands by itself than a paragraph."""

Definitions = Mapping[str, str]
"""Id of a term -> its definition as plain text."""


def markdown(text: str, page: str, definitions: Definitions) -> str:
    """Return block Markdown for the page at a staged path: paragraphs and lists."""
    writer = _Markdown(page, definitions)
    # The star of an item is none of emphasis, so each item is read by itself.
    pieces = ITEM.split(text.strip())
    written = "".join(
        piece if at % 2 else writer.write(read_marks(piece)) for at, piece in enumerate(pieces)
    )
    return NUMBER.sub(_as_entity, BLOCK.sub(_as_entity, written))


def linked(text: str, page: str, definitions: Definitions) -> str:
    """Return Markdown, which may hold HTML, with its links by id as links to files."""

    def link_of(match: re.Match[str]) -> str:
        words, link = match.groups()
        if link.startswith(VALUE):
            return words
        if link.startswith("term:"):
            return _term(escape(words, quote=False), link, page, definitions)
        return f"[{words}]({relative_file(link, page)})"

    return LINK.sub(link_of, text)


def literal(text: str) -> str:
    """Return Markdown of one line that shows a text as it stands, marks and all."""
    line = _shown(" ".join(text.split()))
    return START.sub(_as_entity, line)


def verbatim(text: str) -> str:
    """Return HTML of lines that stand in pre: Markdown looks for fences of code even there."""
    return escape(text, quote=False).translate({ord(mark): f"&#{ord(mark)};" for mark in "`~"})


def inline(text: str, page: str, definitions: Definitions) -> str:
    """Return HTML for a cell, a label or a line: links, emphasis and code, nothing else."""
    html = _Html(page, definitions).write(read_marks(text.strip()))
    return html.replace("\n\n", "<br><br>").replace("\n", "<br>")


@dataclass(frozen=True, slots=True)
class _Markdown:
    """Writes pieces of text as Markdown for the page at a staged path."""

    page: str
    definitions: Definitions

    def write(self, pieces: Iterable[str | Marked]) -> str:
        return "".join(
            _shown(piece) if isinstance(piece, str) else self.mark(piece) for piece in pieces
        )

    def mark(self, piece: Marked) -> str:
        words = self.write(piece.words)
        if piece.target.startswith(VALUE):
            return words
        if piece.mark is Mark.LINK:
            if piece.target.startswith("term:"):
                return _term(words, piece.target, self.page, self.definitions)
            return f"[{words}]({relative_file(piece.target, self.page)})"
        return MARKDOWN[piece.mark](words)


@dataclass(frozen=True, slots=True)
class _Html:
    """Writes pieces of text as HTML for the page at a staged path."""

    page: str
    definitions: Definitions

    def write(self, pieces: Iterable[str | Marked]) -> str:
        return "".join(
            escape(piece, quote=False) if isinstance(piece, str) else self.mark(piece)
            for piece in pieces
        )

    def mark(self, piece: Marked) -> str:
        words = self.write(piece.words)
        if piece.target.startswith(VALUE):
            return words
        if piece.mark is Mark.LINK:
            if piece.target.startswith("term:"):
                return _term(words, piece.target, self.page, self.definitions)
            return f'<a href="{escape(relative_address(piece.target, self.page))}">{words}</a>'
        return HTML[piece.mark](words)


MARKDOWN: Mapping[Mark, Callable[[str], str]] = {
    # In its own code Markdown shows entities as they are written; in HTML a browser reads them.
    Mark.CODE: "<code>{}</code>".format,
    Mark.STRONG: "**{}**".format,
    Mark.EMPHASIS: "*{}*".format,
}
HTML: Mapping[Mark, Callable[[str], str]] = {
    Mark.CODE: "<code>{}</code>".format,
    Mark.STRONG: "<strong>{}</strong>".format,
    Mark.EMPHASIS: "<em>{}</em>".format,
}


def _shown(text: str) -> str:
    return AMPERSAND.sub("&amp;", text).translate(ENTITIES)


def _as_entity(found: re.Match[str]) -> str:
    return f"{found[1]}&#{ord(found[2])};"


def _term(words: str, link: str, page: str, definitions: Definitions) -> str:
    definition = definitions.get(link.removeprefix("term:"), "")
    # Markdown reads marks in a tag before it reads the tag.
    explained = f' data-definition="{escape(definition).translate(ENTITIES)}"' if definition else ""
    return f'<a class="term" href="{escape(relative_address(link, page))}"{explained}>{words}</a>'
