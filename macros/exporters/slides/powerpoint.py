"""Write a slide show as a file for PowerPoint, the same bytes for the same slides."""

import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.xmlchemy import BaseOxmlElement
from pptx.slide import Slide as PowerPointSlide

from macros.courses.packages.archive import packed
from macros.exporters.slides import bodies
from macros.exporters.slides.blank import blank
from macros.exporters.slides.layouts import NUMBERS
from macros.exporters.slides.text import NAMES, Look, Writer, escaped
from macros.languages import Language
from macros.slides.fitting import HEADED
from macros.slides.frames import KINDS
from macros.slides.show import Lines, Picture, Sides, Slide, SlideShow, Table

TOKENS = Path("docs/assets/css/tokens.css")
FIRST_SHAPE = 100
NOTE = Look(size=12)
NOTE_LABEL = Look(size=12, bold=True)
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

Address = Callable[[str], str]
"""From a link by id to an address."""


def powerpoint(show: SlideShow, site: str, spoken: Language, root: Path, address: Address) -> bytes:
    """Return the file of a slide show; *address* says where its links lead."""
    made = Presentation(io.BytesIO(blank(show.title, site, spoken, root / TOKENS)))
    layouts = dict(zip(KINDS, made.slide_layouts, strict=True))
    for slide in show.slides:
        added = made.slides.add_slide(layouts[slide.kind])
        _Filler(slide, added, Writer(spoken), address).fill()
    content = io.BytesIO()
    made.save(content)
    with zipfile.ZipFile(content) as archive:
        return packed({name: archive.read(name) for name in archive.namelist()})


@dataclass(frozen=True, slots=True)
class _Filler:
    """Fills one slide."""

    slide: Slide
    added: PowerPointSlide
    writer: Writer
    address: Address

    def fill(self) -> None:
        """Write texts into the places of the slide; take away the places that stay empty."""
        texts = dict(self._texts())
        for shape in list(self.added.placeholders):
            index = shape.placeholder_format.idx
            if index in texts:
                _write(shape.element, texts[index])
            else:
                shape.element.getparent().remove(shape.element)
        for xml in self._shapes():
            self.added.shapes.element.append(parse_xml(xml))
        if self.slide.notes:
            self._note()

    def _texts(self) -> Iterator[tuple[int, str]]:
        slide, write = self.slide, self.writer.paragraphs
        yield 0, write(slide.title, Look(size=slide.title_size, is_title=True))
        for place in ("label", "aside", "number"):
            text = getattr(slide, place)
            if text:
                yield NUMBERS[place], self._as_placed(text)
        if slide.lead:
            yield NUMBERS["lead"], write(slide.lead, Look(size=slide.lead_size))
        if isinstance(slide.body, Lines):
            yield NUMBERS["body"], self._lines(slide.body)

    def _as_placed(self, text: str) -> str:
        """Return a line that looks as its place says."""
        locale = self.writer.spoken.locale
        return f'<a:p><a:r><a:rPr lang="{locale}"/><a:t>{escaped(text)}</a:t></a:r></a:p>'

    def _lines(self, body: Lines) -> str:
        looks = Look(size=body.size, mark=body.mark, first=body.first)
        head = replace(looks, size=round(body.size * HEADED), is_serif=True, colour="accent1")
        return "".join(
            self.writer.paragraphs(
                line.text,
                replace(
                    looks if at or not body.headed else head,
                    distance=body.gap if at else 0,
                    link=self._link(line.link),
                ),
            )
            for at, line in enumerate(body.lines)
        )

    def _link(self, link: str) -> str:
        if not link:
            return ""
        return self.added.part.relate_to(
            self.address(link), RELATIONSHIP_TYPE.HYPERLINK, is_external=True
        )

    def _shapes(self) -> Iterator[str]:
        body, box = self.slide.body, KINDS[self.slide.kind].body
        if isinstance(body, Table):
            yield bodies.table(body, box, FIRST_SHAPE, escaped(self.slide.title), self.writer)
        elif isinstance(body, Sides):
            yield from bodies.sides(body, box, FIRST_SHAPE, self.writer)
        elif isinstance(body, Picture):
            yield from bodies.picture(body, FIRST_SHAPE, self.writer)

    def _note(self) -> None:
        paragraphs = "".join(
            self._noted(note.label, NOTE_LABEL) + self._noted(note.text, NOTE)
            for note in self.slide.notes
        )
        frame = self.added.notes_slide.notes_placeholder
        if frame is not None:
            _write(frame.element, paragraphs)

    def _noted(self, text: str, look: Look) -> str:
        return self.writer.paragraphs(text, look)


def _write(shape: BaseOxmlElement, paragraphs: str) -> None:
    """Put paragraphs in place of those of a shape."""
    body = shape.find("{http://schemas.openxmlformats.org/presentationml/2006/main}txBody")
    for old in body.findall(f"{DRAWING}p"):
        body.remove(old)
    for new in parse_xml(f"<a:x {NAMES}>{paragraphs}</a:x>"):
        body.append(new)
