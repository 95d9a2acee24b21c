"""The few shapes that pictures are drawn with, as SVG text: words that wrap, boxes, arrows.

Colours stand in the style sheet as classes, so that a picture follows light, dark and print.
"""

from dataclasses import dataclass
from html import escape
from typing import NamedTuple

LINE = 1.35
"""Height of a line of text, in multiples of its size."""

NARROW = set("iljtfrI.,:;'|!()[] -’")
WIDE = set("mwMW—…%@")
SHARED = "“”‘’—…·"
CLOSING = set("，。、；：？！）》」』”’%,.;:?!)")
"""May not begin a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Text broken into lines that fit a width."""

    lines: tuple[str, ...]
    size: float
    """In pixels of the drawing."""

    @property
    def height(self) -> float:
        """Return the height of all lines, in pixels."""
        return len(self.lines) * self.size * LINE


class Frame(NamedTuple):
    """A place and a size, in pixels of the drawing."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """What a picture is called and what it shows, for those who do not see it."""

    name: str
    """Unique on its page."""
    title: str
    description: str


def is_chinese(character: str) -> bool:
    """Tell whether a character fills a square, as Chinese ones and their punctuation do."""
    return "\u2e80" <= character <= "\uffef" or character in SHARED


def width_of(text: str, size: float) -> float:
    """Estimate the width of text set in a common sans serif, in pixels."""
    # These marks are as wide as a Chinese character in Chinese text, narrow in other text.
    wide = SHARED if any("\u2e80" <= character <= "\uffef" for character in text) else ""
    return sum(1.0 if character in wide else _em(character) for character in text) * size


def _em(character: str) -> float:
    if "\u2e80" <= character <= "\uffef":
        return 1.0
    if character in NARROW:
        return 0.33
    if character in WIDE:
        return 0.9
    return 0.68 if character.isupper() else 0.56


def wrap(text: str, width: float, size: float) -> Words:
    """Break text into lines of a width: between Latin words and between Chinese characters."""
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        if line and width_of((line + piece).rstrip(), size) > width and piece[0] not in CLOSING:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    if line.strip():
        lines.append(line.rstrip())
    return Words(lines=tuple(lines), size=size)


def _pieces(text: str) -> list[str]:
    pieces: list[str] = []
    for character in text:
        joins = pieces and not is_chinese(character) and not is_chinese(pieces[-1][-1])
        if joins and not pieces[-1].endswith(" "):
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces


def text(words: Words, x: float, y: float, *, css: str, anchor: str = "start") -> str:
    """Return lines of text whose top is at y."""
    spans = "".join(
        f'<tspan x="{number(x)}" y="{number(y + words.size * (0.95 + index * LINE))}">'
        f"{escape(line)}</tspan>"
        for index, line in enumerate(words.lines)
    )
    size = number(words.size)
    return f'<text class="{css}" font-size="{size}" text-anchor="{anchor}">{spans}</text>'


def box(frame: Frame, *, css: str, radius: float = 6) -> str:
    """Return a rectangle with rounded corners."""
    return (
        f'<rect class="{css}" x="{number(frame.x)}" y="{number(frame.y)}"'
        f' width="{number(frame.width)}" height="{number(frame.height)}" rx="{number(radius)}"/>'
    )


def path(data: str, *, css: str) -> str:
    """Return a line or a shape along path data."""
    return f'<path class="{css}" d="{data}"/>'


def arrow(start: tuple[float, float], end: tuple[float, float], *, css: str = "arrow") -> str:
    """Return a straight line with a head at its end."""
    (x1, y1), (x2, y2) = start, end
    length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5 or 1.0
    along = ((x2 - x1) / length, (y2 - y1) / length)
    neck = (x2 - along[0] * 8, y2 - along[1] * 8)
    left = (neck[0] - along[1] * 4.5, neck[1] + along[0] * 4.5)
    right = (neck[0] + along[1] * 4.5, neck[1] - along[0] * 4.5)
    line = path(f"M{points((x1, y1))}L{points(neck)}", css=f"{css}-line")
    return line + path(f"M{points((x2, y2))}L{points(left)}L{points(right)}z", css=f"{css}-head")


def points(*pairs: tuple[float, float]) -> str:
    """Return coordinates as path data."""
    return " ".join(f"{number(x)} {number(y)}" for x, y in pairs)


def number(value: float) -> str:
    """Write a coordinate with at most one decimal."""
    return f"{value:.1f}".rstrip("0").rstrip(".")


def drawing(size: tuple[float, float], shapes: str, caption: Caption, *, css: str) -> str:
    """Return a whole picture with its title and description."""
    name = caption.name
    return (
        f'<svg class="{css}" viewBox="0 0 {number(size[0])} {number(size[1])}" role="img"'
        f' aria-labelledby="{name}-title {name}-desc" focusable="false">'
        f'<title id="{name}-title">{escape(caption.title)}</title>'
        f'<desc id="{name}-desc">{escape(caption.description)}</desc>{shapes}</svg>'
    )
