"""What stands on a slide beside its placeholders: tables, lists side by side, pictures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from macros.exporters.slides.text import NAMES, Look, Writer
from macros.exporters.slides.units import emu, place
from macros.slides.fitting import CELL_SIDE, CELL_TOP, LEAST_GAP
from macros.slides.frames import SIDE_GAP, SIDE_HEAD, Box
from macros.slides.pictures import NUMBER, PADDING, SMALLER, Placed, placed
from macros.slides.show import Picture, Side, Sides, Table

TABLE_URI = "http://schemas.openxmlformats.org/drawingml/2006/table"
PLAIN_TABLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""The style of PowerPoint without colours and lines: ours stand in the cells."""
THIN, THICK = 9525, 19050
"""Lines, in the units of the format."""
FILLS = {1: ("accent4", "tx1"), 2: ("accent3", "tx1"), 3: ("accent1", "bg1"), 4: ("tx2", "bg1")}
"""Level of a box in a picture -> its colour, and that of its words."""


def table(made: Table, box: Box, number: int, title: str, writer: Writer) -> str:
    """Return a table; *title* is what its name in the file says."""
    columns = "".join(f'<a:gridCol w="{emu(width)}"/>' for width in made.widths)
    rows = "".join(
        _row(row, height, made.size, writer, is_head=not at)
        for at, (row, height) in enumerate(
            zip((made.columns, *made.rows), made.heights, strict=True)
        )
    )
    outer = Box(box.left, box.top, sum(made.widths), sum(made.heights))
    where = place(outer)
    return (
        f'<p:graphicFrame {NAMES}><p:nvGraphicFramePr><p:cNvPr id="{number}" name="{title}"/>'
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/>'
        f"</p:nvGraphicFramePr><p:xfrm>{where}</p:xfrm><a:graphic>"
        f'<a:graphicData uri="{TABLE_URI}"><a:tbl><a:tblPr firstRow="1" firstCol="1">'
        f"<a:tableStyleId>{PLAIN_TABLE}</a:tableStyleId></a:tblPr>"
        f"<a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl></a:graphicData></a:graphic>"
        "</p:graphicFrame>"
    )


def _row(cells: Sequence[str], height: float, size: int, writer: Writer, *, is_head: bool) -> str:
    made = "".join(
        _cell(text, size, writer, is_head=is_head, is_first=not at) for at, text in enumerate(cells)
    )
    return f'<a:tr h="{emu(height)}">{made}</a:tr>'


def _cell(text: str, size: int, writer: Writer, *, is_head: bool, is_first: bool) -> str:
    look = Look(size=size, bold=is_head or is_first, colour="accent1" if is_head else "tx1")
    width, colour = (THICK, "accent1") if is_head else (THIN, "accent3")
    line = f'<a:lnB w="{width}"><a:solidFill><a:schemeClr val="{colour}"/></a:solidFill></a:lnB>'
    none = "".join(f'<a:ln{side} w="0"><a:noFill/></a:ln{side}>' for side in "LRT")
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{writer.paragraphs(text, look)}</a:txBody>"
        f'<a:tcPr marL="{emu(CELL_SIDE)}" marR="{emu(CELL_SIDE)}" marT="{emu(CELL_TOP)}"'
        f' marB="{emu(CELL_TOP)}" anchor="{"b" if is_head else "t"}">{none}{line}<a:noFill/>'
        "</a:tcPr></a:tc>"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A shape on a slide; colours are those of the theme."""

    box: Box
    fill: str = ""
    text: str = ""
    """Its paragraphs."""
    geometry: str = "rect"
    line: str = ""
    inside: float = 0
    """Room between its border and its text, in points."""


def sides(made: Sides, box: Box, number: int, writer: Writer) -> Iterator[str]:
    """Yield two cards with a list each."""
    width = (box.width - SIDE_GAP) / 2
    cards = []
    for at, side in enumerate(made.sides):
        own = Box(box.left + at * (width + SIDE_GAP), box.top, width, box.height)
        colour = "accent2" if at else "accent1"
        inside = Box(own.left + 2 * CELL_TOP, own.top + 18, width - 4 * CELL_TOP, own.height - 18)
        cards += [
            Shape(box=own, fill="bg1", line="accent3"),
            Shape(box=Box(own.left, own.top, width, 5), fill=colour),
            Shape(box=inside, text=_side(side, made.size, colour, writer)),
        ]
    yield from (_shape(at, card) for at, card in enumerate(cards, start=number))


def _side(side: Side, size: int, colour: str, writer: Writer) -> str:
    head = Look(size=18, bold=True, colour=colour)
    after = SIDE_HEAD - 18 * writer.setting.leading
    look = Look(size=size, mark="dash", colour="tx1")
    lines = (
        writer.paragraphs(line.text, replace(look, distance=LEAST_GAP * size if at else after))
        for at, line in enumerate(side.lines)
    )
    return writer.paragraphs(side.title, head) + "".join(lines)


def picture(made: Picture, number: int, writer: Writer) -> Iterator[str]:
    """Yield the boxes of a picture and the arrows between them."""
    boxes, arrows = placed(made.kind, made.nodes)
    shapes = [
        *(_node(each, made.size, writer) for each in boxes),
        *(Shape(box=each.box, fill="accent2", geometry="chevron") for each in arrows),
    ]
    yield from (_shape(at, each) for at, each in enumerate(shapes, start=number))


def _node(each: Placed, size: int, writer: Writer) -> Shape:
    fill, colour = FILLS[each.level]
    text = writer.paragraphs(each.node.label, Look(size=size, bold=True, colour=colour))
    if each.number:
        large = Look(size=NUMBER, bold=True, colour="accent2", is_serif=True)
        text = writer.paragraphs(str(each.number), large) + text
    if each.node.note:
        text += writer.paragraphs(each.node.note, Look(size=size - SMALLER, colour=colour))
    return Shape(box=each.box, fill=fill, text=text, inside=PADDING)


def _shape(number: int, shape: Shape) -> str:
    fill = f"<a:solidFill>{_colour(shape.fill)}</a:solidFill>" if shape.fill else "<a:noFill/>"
    line = "<a:ln><a:noFill/></a:ln>"
    if shape.line:
        line = f'<a:ln w="{THIN}"><a:solidFill>{_colour(shape.line)}</a:solidFill></a:ln>'
    insets = " ".join(f'{side}Ins="{emu(shape.inside)}"' for side in "ltrb")
    body = (
        f'<p:txBody><a:bodyPr wrap="square" {insets} anchor="t"><a:noAutofit/></a:bodyPr>'
        f"<a:lstStyle/>{shape.text}</p:txBody>"
        if shape.text
        else ""
    )
    return (
        f'<p:sp {NAMES}><p:nvSpPr><p:cNvPr id="{number}" name="Shape {number}"/><p:cNvSpPr/>'
        f"<p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>{place(shape.box)}</a:xfrm>"
        f'<a:prstGeom prst="{shape.geometry}"><a:avLst/></a:prstGeom>{fill}{line}</p:spPr>{body}'
        "</p:sp>"
    )


def _colour(name: str) -> str:
    return f'<a:schemeClr val="{name}"/>'
