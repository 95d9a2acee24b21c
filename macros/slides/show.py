"""What a slide show is: slides whose text fits them, with notes for whoever leads the session.

It is built once from the records; the file for PowerPoint and the page in the browser show it.
"""

from dataclasses import dataclass, field

from macros.drawing.diagrams import Node


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A paragraph of the notes, under a word that says what it is."""

    label: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A paragraph on a slide."""

    text: str
    link: str = ""
    """The page that it names: m:trust-stages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """Paragraphs one below the other."""

    lines: tuple[Line, ...]
    size: int
    """Of the letters, in points of a slide 960 points wide."""
    gap: int = 0
    """Between two of them, in points."""
    mark: str = "dash"
    """What stands before each: dash, number, letter, box or none."""
    headed: bool = False
    """Whether the first is set large, as what the others explain."""
    first: int = 1
    """The number of the first, where a list goes on from the slide before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of two lists side by side."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Two lists side by side."""

    sides: tuple[Side, Side]
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table; its first column names the rows."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    """Of the columns, in points."""
    heights: tuple[float, ...]
    """Of the head and of each row, in points."""
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture of the method, made of boxes."""

    kind: str
    """One of LAYOUTS in pictures.py."""
    nodes: tuple[Node, ...]
    size: int
    """Of the labels; the notes below them are SMALLER by so much."""


Body = Lines | Sides | Table | Picture | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """One slide."""

    name: str
    """The same in every language: steps, steps-2 for what did not fit."""
    kind: str
    """One of KINDS in frames.py: how it is laid out."""
    title: str
    title_size: int
    label: str = ""
    """What the slide is, above its title."""
    lead: str = ""
    """A sentence below the title of a cover or a session."""
    lead_size: int = 0
    aside: str = ""
    """Minutes, the hour of a session, the facts of a cover."""
    number: str = ""
    """Of a session."""
    body: Body = None
    notes: tuple[Note, ...] = field(default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class SlideShow:
    """The slides of one module or course in one language."""

    link: str
    """What it teaches: m:trust-stages, c:one-day."""
    title: str
    language: str
    slides: tuple[Slide, ...]

    @property
    def links(self) -> tuple[str, ...]:
        """Return the pages that its lines lead to, each once."""
        bodies = (slide.body for slide in self.slides)
        lines = (line for body in bodies if isinstance(body, Lines) for line in body.lines)
        return tuple(dict.fromkeys(line.link for line in lines if line.link))
