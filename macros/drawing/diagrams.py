"""Draw a diagram of a module from its data, in a wide and a narrow layout.

Two layouts, because a picture that is only scaled down cannot be read on a telephone.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, cos, pi, sin

from macros.drawing import svg
from macros.drawing.svg import Frame

WIDE, NARROW = 700.0, 340.0
GAP = 14.0
PADDING = 12.0
DOT = 12.0
"""Room for the number that stands on the corner of a box."""
STEP_GAP = 4.0
RISE = 30.0
"""How much higher each stage stands than the one before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One named thing in a picture."""

    id: str
    label: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagram:
    """What a picture shows, in one language."""

    name: str
    """Unique on its page."""
    kind: str
    title: str
    alternative: str
    nodes: tuple[Node, ...]
    edges: tuple[tuple[str, str], ...] = ()


Shapes = tuple[str, float]
"""The shapes and the height that they need."""


def draw(diagram: Diagram) -> str:
    """Return both layouts of a diagram; the style sheet shows the one that fits."""
    layout = KINDS[diagram.kind]
    pictures = []
    for css, width in (("wide", WIDE), ("narrow", NARROW)):
        shapes, height = layout(diagram, width)
        caption = svg.Caption(
            name=f"{diagram.name}-{css}", title=diagram.title, description=diagram.alternative
        )
        pictures.append(svg.drawing((width, height), shapes, caption, css=f"diagram {css}"))
    return "\n".join(pictures)


# One thing in a box


def card_height(node: Node, width: float) -> float:
    """Return the height a box needs for its label and note."""
    label, note = _words(node, width)
    return 2 * PADDING + label.height + (note.height + 4 if node.note else 0)


def card(node: Node, frame: Frame, *, css: str = "box") -> str:
    """Return a box with a label and a note, centred from top to bottom."""
    label, note = _words(node, frame.width)
    content = label.height + (note.height + 4 if node.note else 0)
    left, top = frame.x + PADDING, frame.y + (frame.height - content) / 2
    shapes = svg.box(frame, css=css) + svg.text(label, left, top, css="label")
    if node.note:
        shapes += svg.text(note, left, top + label.height + 4, css="note")
    return shapes


def _words(node: Node, width: float) -> tuple[svg.Words, svg.Words]:
    inside = width - 2 * PADDING
    return svg.wrap(node.label, inside, 15), svg.wrap(node.note, inside, 13)


# The kinds


def stages(diagram: Diagram, width: float) -> Shapes:
    """Steps that rise to the right; on a narrow page a way from top to bottom."""
    if width == NARROW or len(diagram.nodes) > 5:
        return _column(diagram.nodes, width, joined=True)
    count = len(diagram.nodes)
    step = (width - STEP_GAP * (count - 1)) / count
    tallest = max(card_height(node, step) for node in diagram.nodes)
    bottom = tallest + RISE * (count - 1)
    shapes = ""
    for index, node in enumerate(diagram.nodes):
        x, y = index * (step + STEP_GAP), bottom - tallest - index * RISE
        foot = Frame(x, y, step, bottom - y)
        shapes += svg.box(foot, css=f"box level-{min(index + 1, 5)}", radius=4)
        shapes += card(node, Frame(x, y, step, tallest), css="clear")
    return shapes, bottom


def layers(diagram: Diagram, width: float) -> Shapes:
    """Bands that lie on each other, the first on top."""
    shapes, y = "", 0.0
    for index, node in enumerate(diagram.nodes):
        height = card_height(node, width)
        shapes += card(node, Frame(0, y, width, height), css=f"box level-{min(index + 1, 5)}")
        y += height + 6
    return shapes, y - 6


def matrix(diagram: Diagram, width: float) -> Shapes:
    """Fields side by side: two in a row, or three when there are more than four."""
    columns = min(2 if len(diagram.nodes) <= 4 else 3, 3 if width == WIDE else 2)
    field = (width - 8 * (columns - 1)) / columns
    shapes, y = "", 0.0
    for start in range(0, len(diagram.nodes), columns):
        row = diagram.nodes[start : start + columns]
        height = max(card_height(node, field) for node in row)
        for index, node in enumerate(row):
            shapes += card(node, Frame(index * (field + 8), y, field, height))
        y += height + 8
    return shapes, y - 8


def cycle(diagram: Diagram, width: float) -> Shapes:
    """A ring that is read clockwise from the top; on a narrow page a way that leads back."""
    if width == NARROW or len(diagram.nodes) < 3:
        shapes, height = _column(diagram.nodes, width - 26, joined=True)
        right = width - 26.0
        back = f"M{svg.points((right, height - 20))}h13V20"
        shapes += svg.path(back, css="arrow-line") + svg.arrow((right + 13, 20), (right + 2, 20))
        return shapes, height
    count = len(diagram.nodes)
    field = 190.0 if count <= 5 else 160.0
    tallest = max(card_height(node, field) for node in diagram.nodes)
    across, down = (width - field) / 2 - DOT, max(tallest * 1.25, 40.0 * count * 0.62)
    centre = (width / 2, down + tallest / 2)
    shapes = f'<ellipse class="ring" cx="{svg.number(centre[0])}" cy="{svg.number(centre[1])}"'
    shapes += f' rx="{svg.number(across * 0.93)}" ry="{svg.number(down)}"/>'
    for index, node in enumerate(diagram.nodes):
        angle = 2 * pi * index / count - pi / 2
        x, y = centre[0] + across * cos(angle), centre[1] + down * sin(angle)
        shapes += card(node, Frame(x - field / 2, y - tallest / 2, field, tallest))
        shapes += _number(index + 1, x - field / 2, y - tallest / 2)
    return _shifted(shapes, DOT), 2 * down + tallest + DOT + 4


def flow(diagram: Diagram, width: float) -> Shapes:
    """Boxes joined by arrows, each as far along as its longest way from a beginning."""
    ranks = _ranks(diagram)
    if width == NARROW or len(ranks) > 5:
        return _flow_down(diagram, ranks, width)
    return _flow_right(diagram, ranks, width)


KINDS: dict[str, Callable[[Diagram, float], Shapes]] = {
    "stages": stages,
    "layers": layers,
    "cycle": cycle,
    "flow": flow,
    "matrix": matrix,
}


# Parts of the kinds


def _shifted(shapes: str, down: float) -> str:
    """Move shapes down."""
    return f'<g transform="translate(0 {svg.number(down)})">{shapes}</g>'


def _number(value: int, x: float, y: float) -> str:
    circle = f'<circle class="dot" cx="{svg.number(x)}" cy="{svg.number(y)}" r="11"/>'
    words = svg.Words(lines=(str(value),), size=12)
    return circle + svg.text(words, x, y - 7.5, css="dot-number", anchor="middle")


def _column(nodes: Sequence[Node], width: float, *, joined: bool) -> Shapes:
    shapes, y = "", 0.0
    for index, node in enumerate(nodes):
        height = card_height(node, width)
        if joined and index:
            shapes += svg.arrow((width / 2, y - 20), (width / 2, y - 1))
        shapes += card(node, Frame(0, y, width, height), css=f"box level-{min(index + 1, 5)}")
        y += height + 22
    return shapes, y - 22


def _edges(diagram: Diagram) -> tuple[tuple[str, str], ...]:
    order = [node.id for node in diagram.nodes]
    return diagram.edges or tuple(pairwise(order))


def _ranks(diagram: Diagram) -> list[list[Node]]:
    """Put nodes into ranks; an arrow that leads back to an earlier node moves nothing."""
    place = {node.id: index for index, node in enumerate(diagram.nodes)}
    rank = dict.fromkeys(place, 0)
    forward = [edge for edge in _edges(diagram) if place[edge[0]] < place[edge[1]]]
    for start, end in sorted(forward, key=lambda edge: place[edge[0]]):
        rank[end] = max(rank[end], rank[start] + 1)
    count = max(rank.values()) + 1
    return [[node for node in diagram.nodes if rank[node.id] == level] for level in range(count)]


def _flow_right(diagram: Diagram, ranks: list[list[Node]], width: float) -> Shapes:
    between = 34.0 if len(ranks) < 5 else 24.0
    field = (width - between * (len(ranks) - 1)) / len(ranks)
    heights = [sum(card_height(node, field) + GAP for node in rank) - GAP for rank in ranks]
    tallest = max(heights)
    shapes, boxes = "", {}
    for level, rank in enumerate(ranks):
        x, y = level * (field + between), (tallest - heights[level]) / 2
        for node in rank:
            height = card_height(node, field)
            boxes[node.id] = (x, y + height / 2)
            shapes += card(node, Frame(x, y, field, height))
            y += height + GAP
    for start, end in _edges(diagram):
        (x1, y1), (x2, y2) = boxes[start], boxes[end]
        if x2 > x1:
            shapes += svg.arrow((x1 + field + 1, y1), (x2 - 2, y2))
    return shapes, tallest


def _flow_down(diagram: Diagram, ranks: list[list[Node]], width: float) -> Shapes:
    shapes, y, boxes = "", 0.0, {}
    for rank in ranks:
        columns = min(len(rank), 2 if width == NARROW else 3)
        field = (width - GAP * (columns - 1)) / columns
        for row in range(ceil(len(rank) / columns)):
            nodes = rank[row * columns : (row + 1) * columns]
            height = max(card_height(node, field) for node in nodes)
            for index, node in enumerate(nodes):
                x = index * (field + GAP)
                boxes[node.id] = (x + field / 2, y, y + height)
                shapes += card(node, Frame(x, y, field, height))
            y += height + (24 if row == ceil(len(rank) / columns) - 1 else GAP)
    for start, end in _edges(diagram):
        (x1, _, y1), (x2, y2, _) = boxes[start], boxes[end]
        if y2 > y1:
            shapes += svg.arrow((x1, y1 + 1), (x2, y2 - 2))
    return shapes, y - 24
