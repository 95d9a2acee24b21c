"""The layouts of a file for PowerPoint: what each kind of slide looks like before its text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Template

from macros.exporters.slides.units import place
from macros.slides.frames import ASIDE, HEIGHT, KINDS, LABEL, Box

TEMPLATES = Path(__file__).parents[2] / "templates" / "slides"
NUMBERS = {"label": 11, "aside": 12, "body": 13, "lead": 14, "number": 15}
"""What is written on a slide beside its title -> the number of its place."""
RECTANGLE = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
ROUND = '<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>'
NO_FILL, NO_LINE = "<a:noFill/>", "<a:ln><a:noFill/></a:ln>"
# Two arcs of a circle of radius 12 over a chord of 18.6, as in docs/assets/images/mark.svg.
LENS = (
    '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
    '<a:pathLst><a:path w="884" h="1860"><a:moveTo><a:pt x="442" y="0"/></a:moveTo>'
    '<a:arcTo wR="1200" hR="1200" stAng="18551000" swAng="6098000"/>'
    '<a:arcTo wR="1200" hR="1200" stAng="7751000" swAng="6098000"/><a:close/></a:path>'
    "</a:pathLst></a:custGeom>"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Colours of one kind of slide, by their names in the theme, and what stands on it."""

    ground: str = "bg2"
    title: str = "tx1"
    label: str = "accent1"
    text: str = "tx1"
    footer: str = "accent6"
    shapes: str = ""
    lead: bool = False
    """Whether a sentence stands below the title, in place of a body."""


@cache
def template(name: str) -> Template:
    """Return a piece of XML with its gaps."""
    return Template((TEMPLATES / f"{name}.xml").read_text("utf-8").strip())


def block(
    number: int, box: Box, fill: str = "", geometry: str = RECTANGLE, line: str = NO_LINE
) -> str:
    """Return a shape that decorates a layout."""
    colour = f'<a:solidFill><a:schemeClr val="{fill}"/></a:solidFill>' if fill else NO_FILL
    return template("block").substitute(
        id=number,
        name=f"Shape {number}",
        box=place(box),
        geometry=geometry,
        fill=colour,
        line=line,
    )


def outline(colour: str, points: float) -> str:
    """Return the line around a shape."""
    return (
        f'<a:ln w="{round(points * 12700)}"><a:solidFill><a:schemeClr val="{colour}"/>'
        "</a:solidFill></a:ln>"
    )


def mark(number: int, left: float, top: float, unit: float, ring: str) -> str:
    """Return the sign of the playbook: two circles, and what they share."""
    circle = 22.4 * unit
    rings = (
        block(
            number + at,
            Box(left + (2.8 + 12 * at) * unit, top + 2.8 * unit, circle, circle),
            geometry=ROUND,
            line=outline(ring, 3 * unit),
        )
        for at in range(2)
    )
    lens = Box(left + 15.58 * unit, top + 4.7 * unit, 8.84 * unit, 18.6 * unit)
    return block(number + 2, lens, "accent2", geometry=LENS) + "".join(rings)


EDGE = block(60, Box(0, 0, 12, HEIGHT), "accent1")
"""A bar along the left side."""

LOOKS: Mapping[str, Look] = {
    "cover": Look(
        ground="tx2",
        title="bg1",
        label="accent3",
        text="accent4",
        shapes=mark(60, 620, 108, 12, "accent3"),
        lead=True,
    ),
    "session": Look(
        label="accent4",
        text="accent6",
        shapes=block(60, Box(0, 0, 300, HEIGHT), "accent1")
        + block(61, Box(356, 126, 64, 5), "accent2"),
        lead=True,
    ),
    "content": Look(shapes=EDGE),
    "question": Look(ground="accent4", shapes=EDGE, label="tx2"),
    "exercise": Look(
        ground="accent5", label="accent2", shapes=block(60, Box(0, 0, 12, HEIGHT), "accent2")
    ),
    "choice": Look(ground="accent4", label="tx2", shapes=EDGE),
    "pause": Look(
        ground="accent1",
        title="bg1",
        label="accent4",
        text="accent4",
        shapes=mark(60, 660, 150, 8.4, "accent3"),
        lead=True,
    ),
}
"""Kind of slide -> how it looks."""

FOOTED = ("content", "question", "exercise", "choice")
FOOTER = Box(56, 506, 700, 18)
NUMBER = Box(804, 506, 100, 18)

LABELS: Mapping[str, Box] = {
    "cover": Box(72, 108, 560, 22),
    "session": Box(40, 318, 240, 26),
    "pause": Box(72, 104, 560, 24),
}
ASIDES: Mapping[str, Box] = {
    "cover": Box(72, 452, 560, 24),
    "session": Box(40, 346, 240, 26),
    "pause": Box(72, 196, 560, 92),
}
SESSION_NUMBER = Box(40, 140, 240, 160)
BIG_NUMBER, BIG_MINUTES = 132, 72


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place of a layout that slides write into."""

    name: str
    box: Box
    size: int
    colour: str
    bold: bool = True
    align: str
    anchor: str = "t"


def layout(kind: str, written: Mapping[str, str]) -> str:
    """Return the layout of a kind of slide; *written* has the words and signs of its language."""
    look = LOOKS[kind]
    shapes = [look.shapes]
    if kind in FOOTED:
        boxes = {"footer_box": place(FOOTER), "number_box": place(NUMBER)}
        shapes.append(template("footer").substitute(written, colour=look.footer, **boxes))
    shapes += [_spot(spot, written) for spot in _spots(kind, look, written)]
    return template("layout").substitute(
        name=kind.capitalize(), ground=look.ground, shapes="".join(shapes)
    )


def _spots(kind: str, look: Look, written: Mapping[str, str]) -> Iterator[Spot]:
    frame, start, is_plain = KINDS[kind], written["start"], kind in FOOTED
    yield Spot(
        name="title",
        box=frame.title,
        size=frame.titles[0],
        colour=look.title,
        align=start,
        anchor="b" if kind in ("cover", "session") else "t",
    )
    yield Spot(
        name="label",
        box=LABELS.get(kind, LABEL),
        size=_label_size(kind),
        colour=look.label,
        align=start,
    )
    yield Spot(
        name="aside",
        box=ASIDES.get(kind, ASIDE),
        size=BIG_MINUTES if kind == "pause" else _aside_size(kind),
        colour="bg1" if kind == "pause" else look.label,
        align=written["end"] if is_plain else start,
    )
    yield Spot(
        name="lead" if look.lead else "body",
        box=frame.body,
        size=frame.bodies[0],
        colour=look.text,
        bold=False,
        align=start,
    )
    if kind == "session":
        yield Spot(name="number", box=SESSION_NUMBER, size=BIG_NUMBER, colour="bg1", align=start)


def _label_size(kind: str) -> int:
    return 14 if kind in FOOTED else 17


def _aside_size(kind: str) -> int:
    return 20 if kind in FOOTED else 17


def _spot(spot: Spot, written: Mapping[str, str]) -> str:
    number = NUMBERS.get(spot.name, 0)
    return template("placeholder").substitute(
        written,
        id=number or 2,
        name=spot.name.capitalize(),
        ph=f'type="body" sz="quarter" idx="{number}"' if number else 'type="title"',
        box=place(spot.box),
        size=spot.size * 100,
        bold=int(spot.bold),
        colour=spot.colour,
        align=spot.align,
        anchor=spot.anchor,
    )
