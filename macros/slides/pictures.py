"""Where the boxes of a picture of the method stand on a slide, and whether their words fit."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from macros.drawing.diagrams import Node
from macros.slides.frames import KINDS, Box
from macros.slides.measure import Setting

SIZES = (24, 22, 20, 18, 17, 16, 15)
"""Of the labels; what stands below them is SMALLER by so much."""
SMALLER = 2
GAP, ARROW = 12.0, 26.0
PADDING = 12.0
RISE = 34.0
"""How much higher each stage stands than the one before."""
HIGHEST = 250.0
MOST_IN_A_ROW = 5
NUMBER = 24
"""Size of the number of a step."""
STEPS = "steps"


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """One node of a picture and where it stands."""

    node: Node
    box: Box
    level: int
    """Its colour, from 1: the lightest."""
    number: int = 0
    """What stands large above its label; 0 where nothing does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """A sign between two boxes: that one leads to the other."""

    box: Box


def placed(kind: str, nodes: Sequence[Node]) -> tuple[tuple[Placed, ...], tuple[Arrow, ...]]:
    """Return the boxes of a picture and the arrows between them."""
    boxes, arrows = LAYOUTS[kind](nodes, KINDS["content"].body)
    return (
        tuple(
            Placed(
                node=node,
                box=box,
                level=min(at, 4) if kind in ("stages", "layers") else 1,
                number=at if kind == STEPS else 0,
            )
            for at, (node, box) in enumerate(zip(nodes, boxes, strict=True), start=1)
        ),
        tuple(Arrow(box=box) for box in arrows),
    )


def fits(kind: str, nodes: Sequence[Node], setting: Setting) -> int:
    """Return the largest size at which the words of all boxes fit; 0 where none lets them."""
    boxes, _ = placed(kind, nodes)
    for size in SIZES:
        if all(_height(each, setting, size) <= each.box.height for each in boxes):
            return size
    return 0


def _height(each: Placed, setting: Setting, size: int) -> float:
    width = each.box.width - 2 * PADDING
    label = setting.height(each.node.label, width, size, bold=True)
    note = setting.height(each.node.note, width, size - SMALLER) if each.node.note else 0
    number = NUMBER * setting.leading if each.number else 0
    return number + label + note + 2 * PADDING


Layout = tuple[list[Box], list[Box]]


def _stages(nodes: Sequence[Node], room: Box) -> Layout:
    """Steps that rise to the right, each down to the ground."""
    count = len(nodes)
    width = (room.width - GAP * (count - 1)) / count
    rise = min(RISE, (room.height - 150) / max(count - 1, 1))
    boxes = []
    for at in range(count):
        top = room.top + (count - 1 - at) * rise
        boxes.append(Box(room.left + at * (width + GAP), top, width, room.top + room.height - top))
    return boxes, []


def _layers(nodes: Sequence[Node], room: Box) -> Layout:
    """Bands that lie on each other, the first on top."""
    count = len(nodes)
    height = min((room.height - GAP * (count - 1)) / count, 96)
    return [
        Box(room.left, room.top + at * (height + GAP), room.width, height) for at in range(count)
    ], []


def _matrix(nodes: Sequence[Node], room: Box) -> Layout:
    """Fields side by side: two in a row, or three where there are more than four."""
    return list(_grid(len(nodes), room, 2 if len(nodes) <= 4 else 3)), []


def _steps(nodes: Sequence[Node], room: Box) -> Layout:
    """Numbered cards, as wide as a row of them lets."""
    count = len(nodes)
    rows = 1 if count <= 4 else 2
    return list(_grid(count, room, ceil(count / rows))), []


def _grid(count: int, room: Box, columns: int) -> Iterator[Box]:
    rows = ceil(count / columns)
    width = (room.width - GAP * (columns - 1)) / columns
    height = (room.height - GAP * (rows - 1)) / rows
    for at in range(count):
        row, column = divmod(at, columns)
        yield Box(
            room.left + column * (width + GAP), room.top + row * (height + GAP), width, height
        )


def _way(nodes: Sequence[Node], room: Box) -> Layout:
    """Boxes from left to right with an arrow between two, in two rows where there are many."""
    count = len(nodes)
    rows = 1 if count <= MOST_IN_A_ROW else 2
    columns = ceil(count / rows)
    width = (room.width - ARROW * (columns - 1)) / columns
    height = min((room.height - ARROW * (rows - 1)) / rows, HIGHEST)
    boxes, arrows = [], []
    for at in range(count):
        row, column = divmod(at, columns)
        left, top = room.left + column * (width + ARROW), room.top + row * (height + ARROW)
        boxes.append(Box(left, top, width, height))
        if column:
            arrows.append(Box(left - ARROW + 6, top + height / 2 - 8, ARROW - 12, 16))
    return boxes, arrows


LAYOUTS: Mapping[str, Callable[[Sequence[Node], Box], Layout]] = {
    "stages": _stages,
    "layers": _layers,
    "cycle": _way,
    "flow": _way,
    "matrix": _matrix,
    STEPS: _steps,
}
"""Kind of a picture -> where its boxes stand."""
