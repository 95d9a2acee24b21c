"""Where things stand on a slide of each kind, in points, and how large its letters may be.

Texts are measured by it, and the layouts of the file for PowerPoint are filled in from it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

WIDTH, HEIGHT = 960, 540
"""Of a slide, in points: sixteen to nine."""


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a slide."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The places of one kind of slide; sizes are tried from the largest."""

    title: Box
    titles: tuple[int, ...]
    body: Box
    bodies: tuple[int, ...]


LABEL = Box(56, 32, 620, 20)
ASIDE = Box(684, 26, 220, 28)
TABLES = (20, 18, 16, 15, 14)
"""Sizes of letters in tables."""
MARK = 1.3
"""Room for what stands before a paragraph of a list, in parts of the size."""
SIDE_GAP = 40
SIDE_HEAD = 40
"""Height of the title of one of two lists."""

TITLE, BODY = Box(56, 54, 848, 78), Box(56, 148, 848, 334)
TITLES = (32, 30, 28, 26, 22, 18)
"""Of most slides: title above, text below."""

KINDS: Mapping[str, Frame] = {
    "cover": Frame(
        title=Box(72, 150, 560, 160),
        titles=(46, 42, 38, 34, 30, 26),
        body=Box(72, 322, 560, 106),
        bodies=(22, 20, 18, 16),
    ),
    "session": Frame(
        title=Box(356, 150, 548, 110),
        titles=(38, 34, 30, 26, 22),
        body=Box(356, 276, 548, 160),
        bodies=(26, 24, 22, 20, 18, 16),
    ),
    "content": Frame(
        title=TITLE,
        titles=TITLES,
        body=BODY,
        bodies=(28, 26, 24, 22, 20, 18, 16),
    ),
    "question": Frame(
        title=TITLE,
        titles=TITLES,
        body=BODY,
        bodies=(36, 34, 32, 30, 28, 26, 24, 22, 20, 18),
    ),
    "exercise": Frame(
        title=TITLE,
        titles=TITLES,
        body=BODY,
        bodies=(34, 32, 30, 28, 26, 24, 22, 20, 18, 16),
    ),
    "choice": Frame(
        title=Box(56, 56, 848, 136),
        titles=(28, 26, 24, 22, 20, 18),
        body=Box(56, 214, 848, 268),
        bodies=(28, 26, 24, 22, 20, 18, 16),
    ),
    "pause": Frame(
        title=Box(72, 132, 560, 52),
        titles=(38, 34, 30, 26),
        body=Box(72, 306, 560, 110),
        bodies=(26, 24, 22, 20, 18),
    ),
}
