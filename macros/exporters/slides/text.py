"""Paragraphs of a slide as the XML of PowerPoint, with the line distance that was reckoned with."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from macros.exporters.slides.units import emu
from macros.languages import Language
from macros.slides.frames import MARK
from macros.slides.measure import Setting, setting_of

UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What XML cannot hold."""
MARKS: Mapping[str, str] = {
    "dash": '<a:buFont typeface="Arial"/><a:buChar char="–"/>',
    "box": '<a:buFont typeface="Arial"/><a:buChar char="□"/>',
    "number": '<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"{start}/>',
    "letter": '<a:buFont typeface="+mj-lt"/><a:buAutoNum type="alphaUcPeriod"{start}/>',
}
HEADING_FONT = '<a:latin typeface="+mj-lt"/><a:ea typeface="+mj-ea"/>'
NAMES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a paragraph looks; what is empty is as the place of the slide has it."""

    size: int
    bold: bool = False
    colour: str = ""
    """Of the theme."""
    mark: str = "none"
    first: int = 1
    align: str = ""
    is_title: bool = False
    is_serif: bool = False
    distance: float = 0
    """From the paragraph before, in points."""
    link: str = ""
    """The number of the link of the slide."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes paragraphs in one language."""

    spoken: Language

    @property
    def setting(self) -> Setting:
        """Return how the language is set."""
        return setting_of(self.spoken)

    def paragraphs(self, text: str, look: Look) -> str:
        """Return a text; each of its lines is a paragraph."""
        return "".join(self._paragraph(line, look) for line in text.split("\n"))

    def _paragraph(self, text: str, look: Look) -> str:
        leading = self.setting.title_leading if look.is_title else self.setting.leading
        distance = f'<a:lnSpc><a:spcPts val="{round(leading * look.size * 100)}"/></a:lnSpc>'
        if look.distance:
            distance += f'<a:spcBef><a:spcPts val="{round(look.distance * 100)}"/></a:spcBef>'
        return (
            f"<a:p><a:pPr{self._room(look)}>{distance}{self._mark(look)}</a:pPr>"
            f"<a:r>{self._run(look)}<a:t>{escaped(text)}</a:t></a:r></a:p>"
        )

    def _room(self, look: Look) -> str:
        align = f' algn="{look.align}"' if look.align else ""
        if look.mark == "none":
            return align
        room = emu(MARK * look.size)
        return f'{align} marL="{room}" indent="-{room}"'

    def _mark(self, look: Look) -> str:
        if look.mark == "none":
            return ""
        start = f' startAt="{look.first}"' if look.first > 1 else ""
        colour = '<a:buClr><a:schemeClr val="accent1"/></a:buClr>'
        return colour + MARKS[look.mark].replace("{start}", start)

    def _run(self, look: Look) -> str:
        colour = (
            f'<a:solidFill><a:schemeClr val="{look.colour}"/></a:solidFill>' if look.colour else ""
        )
        link = f'<a:hlinkClick r:id="{look.link}"/>' if look.link else ""
        bold = ' b="1"' if look.bold else ""
        font = HEADING_FONT if look.is_serif else ""
        return (
            f'<a:rPr lang="{self.spoken.locale}" sz="{look.size * 100}"{bold} dirty="0">'
            f"{colour}{font}{link}</a:rPr>"
        )


def escaped(text: str) -> str:
    """Return a text as XML may hold it, between tags and as the value of an attribute."""
    return escape(UNWRITABLE.sub("", text))
