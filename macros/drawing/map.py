"""Draw the map of the method: the areas as a way to walk, their modules as links, on their base."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from macros.drawing import svg
from macros.drawing.svg import Caption, Frame, Words

WIDE, NARROW = 1120.0, 340.0
GAP = 8.0
HEAD = 62.0
"""Height of the head of an area on a wide page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A module on the map."""

    id: str
    title: str
    address: str
    tools: tuple[str, ...] = ()
    """Ids of the tools that belong to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A group of modules on the map."""

    title: str
    address: str
    places: tuple[Place, ...]


def draw_map(way: Sequence[Area], base: Area, caption: Caption) -> str:
    """Return the map for wide and for narrow pages; the style sheet shows the one that fits."""
    pictures = []
    for css, layout in (("wide", _wide), ("narrow", _narrow)):
        shapes, size = layout(way, base)
        name = Caption(
            name=f"{caption.name}-{css}", title=caption.title, description=caption.description
        )
        pictures.append(svg.drawing(size, shapes, name, css=f"map {css}"))
    return "\n".join(pictures)


def _wide(way: Sequence[Area], base: Area) -> tuple[str, tuple[float, float]]:
    column = (WIDE - GAP * (len(way) - 1)) / max(len(way), 1)
    shapes, bottom = "", 0.0
    for index, area in enumerate(way):
        x = index * (column + GAP)
        shapes += _arrow_head(area, index, Frame(x, 0, column, HEAD), last=index == len(way) - 1)
        y = HEAD + GAP
        for place in area.places:
            height = _height(place, column)
            shapes += _place(place, Frame(x, y, column, height))
            y += height + 4
        bottom = max(bottom, y)
    foot, end = _base_row(base, bottom + 12)
    return shapes + foot, (WIDE, end)


def _base_row(base: Area, y: float) -> tuple[str, float]:
    count = max(len(base.places), 1)
    name = 178.0
    field = (WIDE - name - GAP * count) / count
    height = max([30.0, *(_height(place, field) for place in base.places)])
    title = svg.wrap(base.title, name - 28, 16)
    inside = svg.box(Frame(0, y, WIDE, height + 16), css="base")
    inside += svg.text(title, 16, y + (height + 16 - title.height) / 2, css="area-title")
    shapes = svg.link(base.address, inside, css="area area-base")
    for index, place in enumerate(base.places):
        x = name + index * (field + GAP)
        shapes += _place(place, Frame(x, y + 8, field, height))
    return shapes, y + height + 16


def _narrow(way: Sequence[Area], base: Area) -> tuple[str, tuple[float, float]]:
    shapes, y = "", 0.0
    for index, area in enumerate([*way, base]):
        frame = Frame(0, y, NARROW, 44)
        inside = svg.box(frame, css="base" if area is base else f"head level-{index + 1}")
        number = "" if area is base else f"{index + 1}  "
        words = Words(lines=(number + area.title,), size=17)
        inside += svg.text(words, 14, y + 11, css="area-title")
        shapes += svg.link(area.address, inside, css="area area-base" if area is base else "area")
        y += 48
        for place in area.places:
            height = max(44.0, _height(place, NARROW))
            shapes += _place(place, Frame(0, y, NARROW, height))
            y += height + 4
        y += 14
    return shapes, (NARROW, y - 14)


def _arrow_head(area: Area, index: int, frame: Frame, *, last: bool) -> str:
    """Return the head of an area: an arrow that fits into the next one."""
    x, y, width, height = frame
    tip, notch = (0.0 if last else 12.0), (12.0 if index else 0.0)
    corners = [
        (x, y), (x + width - 4, y), (x + width - 4 + tip, y + height / 2),
        (x + width - 4, y + height), (x, y + height), (x + notch, y + height / 2),
    ]  # fmt: skip
    outline = "M" + "L".join(svg.points(corner) for corner in corners) + "z"
    inside = svg.path(outline, css=f"head level-{index + 1}")
    title = svg.wrap(area.title, width - 56, 17)
    count = Words(lines=(str(index + 1),), size=17)
    inside += svg.text(count, x + notch + 10, y + height / 2 - 12, css="area-number")
    inside += svg.text(title, x + notch + 28, y + (height - title.height) / 2, css="area-title")
    return svg.link(area.address, inside, css="area")


def _height(place: Place, width: float) -> float:
    return svg.wrap(place.title, width - 34, 14).height + 18


def _place(place: Place, frame: Frame) -> str:
    """Return a module; its dot is filled when this reader has a result for it."""
    words = svg.wrap(place.title, frame.width - 34, 14)
    inside = svg.box(frame, css="field", radius=4)
    middle = svg.number(frame.y + frame.height / 2)
    inside += f'<circle class="state" cx="{svg.number(frame.x + 13)}" cy="{middle}" r="3.5"/>'
    top = frame.y + (frame.height - words.height) / 2
    inside += svg.text(words, frame.x + 25, top, css="place-title")
    attributes = f' data-module="{escape(place.id)}" data-tools="{escape(" ".join(place.tools))}"'
    return svg.link(place.address, inside, css="place", attributes=attributes)
