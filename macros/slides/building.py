"""What slides of modules and of courses have in common: each piece of a record as fitted slides."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from macros import numbers
from macros.drawing.diagrams import Node
from macros.plain_text import plain
from macros.slides.fitting import Fitter
from macros.slides.frames import KINDS
from macros.slides.measure import setting_of
from macros.slides.pictures import fits
from macros.slides.show import Body, Line, Lines, Note, Picture, Side, Slide, Table
from macros.values import Data
from macros.views import Book

STOPS = ".。:："
"""Marks after a word that stands on a line of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What stands above the body of a slide."""

    name: str
    title: str
    label: str = ""
    aside: str = ""
    kind: str = "content"


@dataclass(frozen=True)
class Builder:
    """Makes slides from texts of a book."""

    book: Book

    @cached_property
    def words(self) -> Data:
        """Return the words of slides."""
        words: Data = self.book.words["slides"]
        return words

    @cached_property
    def fitter(self) -> Fitter:
        """Return what makes texts fit in the language of the book."""
        return Fitter(setting_of(self.book.spoken))

    def minutes(self, number: int) -> str:
        """Return how long something takes: 15 min."""
        return numbers.duration(number, self.book.words)

    def note(self, word: str, text: str) -> Note:
        """Return a paragraph of the notes; its paragraphs stay, its marks go."""
        lines = [plain(line) for line in text.strip().split("\n")]
        return Note(label=word.rstrip(STOPS), text="\n".join(line for line in lines if line))

    def named(self, word: str, name: str, text: str) -> Note:
        """Return a paragraph of the notes under a word and what it is about."""
        return self.note(f"{word}{self.book.words['units']['colon']}{plain(name)}", text)

    def listed(self, word: str, texts: Sequence[str]) -> Note:
        """Return a paragraph of the notes with a line for each text."""
        return Note(label=word, text="\n".join(f"– {plain(text)}" for text in texts))

    def lines(
        self,
        head: Head,
        texts: Sequence[str | Line],
        notes: Sequence[Note] = (),
        mark: str = "dash",
        *,
        headed: bool = False,
    ) -> list[Slide]:
        """Return paragraphs below a title, on as many slides as they need."""
        frame = KINDS[head.kind]
        lines = [t if isinstance(t, Line) else Line(text=plain(t)) for t in texts]
        bodies = self.fitter.lines(lines, frame.body, frame.bodies, mark, headed=headed)
        return self._slides(head, bodies, notes)

    def table(
        self,
        head: Head,
        columns: Sequence[str],
        rows: Sequence[Sequence[str]],
        notes: Sequence[Note] = (),
    ) -> list[Slide]:
        """Return a table below a title, on as many slides as its rows need."""
        names = [plain(column) for column in columns]
        cells = [[plain(str(cell)) for cell in row] for row in rows]
        return self._slides(head, self.fitter.table(names, cells, KINDS[head.kind].body), notes)

    def sides(self, head: Head, sides: tuple[Side, Side], notes: Sequence[Note]) -> Slide:
        """Return two lists side by side below a title."""
        frame = KINDS[head.kind]
        body = self.fitter.sides(sides, frame.body, frame.bodies)
        return self._slide(head, body, tuple(notes))

    def picture(self, head: Head, record: Data, notes: Sequence[Note]) -> list[Slide]:
        """Return a picture of the method; as lines where its words are too long for its boxes."""
        nodes = [(each["label"], each.get("note", "")) for each in record["nodes"]]
        told = (*notes, self.note(self.words["picture"], record["alternative"]))
        drawn = self.boxes(head, record["kind"], nodes, told)
        if drawn:
            return [drawn]
        colon = self.book.words["units"]["colon"]
        texts = [f"{label}{colon}{note}".removesuffix(colon) for label, note in nodes]
        return self.lines(head, texts, told, mark="number")

    def boxes(
        self,
        head: Head,
        kind: str,
        texts: Sequence[tuple[str, str]],
        notes: Sequence[Note],
        least: int = 0,
    ) -> Slide | None:
        """Return labels with notes in boxes; None where no size from the least on lets them."""
        nodes = tuple(
            Node(id=str(at), label=plain(label), note=plain(note))
            for at, (label, note) in enumerate(texts, start=1)
        )
        size = fits(kind, nodes, self.fitter.setting)
        if size <= max(least - 1, 0):
            return None
        return self._slide(head, Picture(kind=kind, nodes=nodes, size=size), tuple(notes))

    def statement(
        self, head: Head, lead: str, notes: Sequence[Note] = (), number: str = ""
    ) -> Slide:
        """Return a slide of a title and a sentence: a cover, a session, a pause."""
        frame = KINDS[head.kind]
        text, size = self.fitter.lead(plain(lead), frame.body, frame.bodies) if lead else ("", 0)
        return Slide(
            name=head.name,
            kind=head.kind,
            title=plain(head.title),
            title_size=self.fitter.title(plain(head.title), frame.title, frame.titles),
            label=head.label,
            lead=text,
            lead_size=size,
            aside=head.aside,
            number=number,
            notes=tuple(note for note in notes if note.text),
        )

    def _slides(
        self, head: Head, bodies: Sequence[Lines | Table], notes: Sequence[Note]
    ) -> list[Slide]:
        """Return a slide for each body; what is to be said stands with the first."""
        total = len(bodies)
        return [
            self._slide(
                self._part(head, at, total),
                body,
                tuple(notes) if at == 1 else (self._see_first(),),
            )
            for at, body in enumerate(bodies, start=1)
        ]

    def _part(self, head: Head, at: int, total: int) -> Head:
        if total == 1:
            return head
        marks = self.book.spoken.numbers
        return Head(
            name=head.name if at == 1 else f"{head.name}-{at}",
            title=numbers.filled(
                self.words["part"], marks, title=head.title, number=at, total=total
            ),
            label=head.label,
            aside=head.aside,
            kind=head.kind,
        )

    def _see_first(self) -> Note:
        return Note(label=self.words["notes"], text=self.words["before"])

    def _slide(self, head: Head, body: Body, notes: tuple[Note, ...]) -> Slide:
        frame = KINDS[head.kind]
        title = plain(head.title)
        return Slide(
            name=head.name,
            kind=head.kind,
            title=title,
            title_size=self.fitter.title(title, frame.title, frame.titles),
            label=head.label,
            aside=head.aside,
            body=body,
            notes=tuple(note for note in notes if note.text),
        )
