"""Make texts fit: the largest letters that leave room, and more slides where none do.

What is measured is what is written: no box of a slide overflows by the rule of measure.py.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from math import ceil, floor
from typing import TypeVar

from macros.plain_text import opening
from macros.slides.frames import MARK, SIDE_GAP, SIDE_HEAD, TABLES, Box
from macros.slides.measure import BOLD, Setting, count_lines, pieces_of, width_of
from macros.slides.show import Line, Lines, Side, Sides, Table

LEAST_GAP, MOST_GAP = 0.5, 1.1
"""Room between two paragraphs, in parts of the size: as much as there is, within these."""
HEADED = 1.35
"""How much larger the first paragraph is where the others explain it."""
CELL_SIDE, CELL_TOP = 8.0, 6.0
"""Room between the text of a cell and its border, in points."""
LONGEST_RUN = 210.0
"""A column wider than this in points may break its lines."""
READABLE = 16
"""Letters of a table that is split rather than set smaller."""
FEW_ROWS = 9
"""So many may be set smaller to stand on one slide."""
STEPS = 24
SENTENCE = re.compile(r"(?<=[.!?])\s+|(?<=[。！？])(?![”’）])")
"""What stands between two sentences."""
Part = TypeVar("Part")


@dataclass(frozen=True, slots=True)
class Fitter:
    """Fits texts into the boxes of slides, as a language is set."""

    setting: Setting

    def title(self, text: str, box: Box, sizes: Sequence[int]) -> int:
        """Return the largest size at which a title fits its box; the smallest where none does."""
        leading, widened = self.setting.title_leading, self.setting.title_width
        for size in sizes:
            if count_lines(text, box.width / widened, size) * size * leading <= box.height:
                return size
        return sizes[-1]

    def lead(self, text: str, box: Box, sizes: Sequence[int]) -> tuple[str, int]:
        """Return a text that fits one box with its size: the whole, or its first sentences."""
        sentences = SENTENCE.split(text.strip())
        for count in range(len(sentences), 0, -1):
            shorter = _joined(sentences[:count])
            for size in sizes:
                if self.setting.height(shorter, box.width, size) <= box.height:
                    return shorter, size
        return cut(sentences[0], box, sizes[-1], self.setting), sizes[-1]

    def lines(
        self,
        lines: Sequence[Line],
        box: Box,
        sizes: Sequence[int],
        mark: str = "dash",
        *,
        headed: bool = False,
    ) -> tuple[Lines, ...]:
        """Return paragraphs on one slide if any size lets them, else on several."""
        for size in sizes:
            text = self._text_height(lines, self._room(box, size, mark), size, headed=headed)
            if text + LEAST_GAP * size * (len(lines) - 1) <= box.height:
                made = Lines(lines=tuple(lines), size=size, mark=mark, headed=headed)
                return (self._spread(made, box),)
        size = sizes[len(sizes) // 2]
        width = self._room(box, size, mark)
        room = Box(box.left, box.top, width, box.height)
        whole = [piece for line in lines for piece in self._pieces(line, room, size)]
        slides, first = [], 1
        for part in packed(whole, box.height, partial(self._height, width=width, size=size)):
            made = Lines(lines=tuple(part), size=size, mark=mark, first=first)
            slides.append(self._spread(made, box))
            first += len(part)
        return tuple(slides)

    def _spread(self, made: Lines, box: Box) -> Lines:
        """Return paragraphs with the room between them that the box leaves."""
        width = self._room(box, made.size, made.mark)
        text = self._text_height(made.lines, width, made.size, headed=made.headed)
        spare = (box.height - text) / max(len(made.lines) - 1, 1)
        # Rounded down, so that the last line does not leave its box for a millionth.
        gap = floor(min(max(spare, LEAST_GAP * made.size), MOST_GAP * made.size))
        return replace(made, gap=gap)

    def _room(self, box: Box, size: int, mark: str) -> float:
        """Return how wide a paragraph may be beside its mark."""
        return box.width - (0 if mark == "none" else MARK * size)

    def _pieces(self, line: Line, box: Box, size: int) -> Iterator[Line]:
        """Yield a paragraph whole, or in sentences where it fills more than half a slide alone."""
        if self.setting.height(line.text, box.width, size) <= box.height / 2:
            yield line
            return
        for sentence in SENTENCE.split(line.text):
            yield Line(text=cut(sentence, box, size, self.setting), link=line.link)

    def _text_height(
        self, lines: Sequence[Line], width: float, size: int, *, headed: bool = False
    ) -> float:
        """Return how high paragraphs are without the room between them."""
        heights = [
            self.setting.height(line.text, width, size) for line in lines[1 if headed else 0 :]
        ]
        if headed:
            large = round(size * HEADED)
            heights.append(
                self.setting.height(lines[0].text, width / self.setting.title_width, large)
            )
        return sum(heights)

    def _height(self, lines: Sequence[Line], width: float, size: int) -> float:
        gaps = LEAST_GAP * size * max(len(lines) - 1, 0)
        return self._text_height(lines, width, size) + gaps

    def sides(self, sides: tuple[Side, Side], box: Box, sizes: Sequence[int]) -> Sides:
        """Return two lists side by side; shorter lines where no size lets them."""
        room = box.height - SIDE_HEAD - 3 * CELL_TOP
        inside = (box.width - SIDE_GAP) / 2 - 4 * CELL_TOP
        for size in sizes:
            width = inside - MARK * size
            if all(self._height(side.lines, width, size) <= room for side in sides):
                return Sides(sides=sides, size=size)
        width = inside - MARK * sizes[-1]
        left, right = (
            Side(title=side.title, lines=tuple(self._fewer(side.lines, width, room, sizes[-1])))
            for side in sides
        )
        return Sides(sides=(left, right), size=sizes[-1])

    def _fewer(self, lines: Sequence[Line], width: float, room: float, size: int) -> Sequence[Line]:
        short = [Line(text=opening(line.text)[0], link=line.link) for line in lines]
        while len(short) > 1 and self._height(short, width, size) > room:
            short.pop()
        return short

    def table(
        self, columns: Sequence[str], rows: Sequence[Sequence[str]], box: Box
    ) -> tuple[Table, ...]:
        """Return a table on one slide if any size lets it, else as large as few slides let it."""
        for size in TABLES:
            if size < READABLE and len(rows) > FEW_ROWS:
                break
            made = self._table(columns, rows, box, size)
            if sum(made.heights) <= box.height:
                return (made,)
        least = next(size for size in (READABLE, *TABLES) if self._splits(columns, rows, box, size))
        fewest = self._parts(columns, rows, box, least)
        larger = (size for size in TABLES if size > least)
        fitting = (size for size in larger if self._splits(columns, rows, box, size))
        ways = (self._parts(columns, rows, box, size) for size in fitting)
        return next((parts for parts in ways if len(parts) == len(fewest)), fewest)

    def _parts(
        self, columns: Sequence[str], rows: Sequence[Sequence[str]], box: Box, size: int
    ) -> tuple[Table, ...]:
        """Return a table in parts about equally long, each with its head."""
        whole = self._table(columns, rows, box, size)
        head, heights = whole.heights[0], dict(enumerate(whole.heights[1:]))
        parts = packed(
            range(len(rows)), box.height - head, lambda part: sum(heights[at] for at in part)
        )
        return tuple(
            Table(
                columns=whole.columns,
                rows=tuple(whole.rows[at] for at in part),
                widths=whole.widths,
                heights=(head, *(heights[at] for at in part)),
                size=size,
            )
            for part in parts
        )

    def _splits(
        self, columns: Sequence[str], rows: Sequence[Sequence[str]], box: Box, size: int
    ) -> bool:
        """Whether each row finds room on a slide of its own."""
        made = self._table(columns, rows, box, size)
        return made.heights[0] + max(made.heights[1:]) <= box.height or size == TABLES[-1]

    def _table(
        self, columns: Sequence[str], rows: Sequence[Sequence[str]], box: Box, size: int
    ) -> Table:
        """Return a table with the widths of its columns that make it lowest."""
        ways = [
            column_widths(columns, rows, box.width, size, short_first=short_first)
            for short_first in (True, False)
        ]
        tables = [
            Table(
                columns=tuple(columns),
                rows=tuple(tuple(row) for row in rows),
                widths=widths,
                heights=tuple(self._row_height(row, widths, size) for row in (columns, *rows)),
                size=size,
            )
            for widths in ways
        ]
        return min(tables, key=lambda table: sum(table.heights))

    def _row_height(self, row: Sequence[str], widths: Sequence[float], size: int) -> float:
        lines = max(
            count_lines(cell, (width - 2 * CELL_SIDE) / (1 if at else BOLD), size)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        return ceil(lines * size * self.setting.leading + 2 * CELL_TOP)


def column_widths(
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    width: float,
    size: int,
    *,
    short_first: bool = True,
) -> tuple[float, ...]:
    """Return widths that give each column its longest word, and the rest by what it holds.

    Short columns can come first, so that none breaks its lines for nothing; where several are long
    that leaves too little to the longest.
    """
    texts = list(zip(columns, *rows, strict=True))
    least = [
        max(width_of(piece, size) * BOLD for cell in column for piece in pieces_of(cell) or [""])
        + 2 * CELL_SIDE
        for column in texts
    ]
    # A word that is longer than a column may be is broken, so that it leaves room for the others.
    least = [min(max(each, 2.2 * size + 2 * CELL_SIDE), LONGEST_RUN) for each in least]
    wanted = [
        max(width_of(cell, size) for cell in column) * BOLD + 2 * CELL_SIDE for column in texts
    ]
    spare = width - sum(least)
    if spare <= 0:
        return tuple(width * each / sum(least) for each in least)
    widths = list(least)
    for at in sorted(range(len(wanted)), key=lambda at: wanted[at]) if short_first else ():
        more = min(wanted[at], LONGEST_RUN) - widths[at]
        if 0 < more <= spare:
            widths[at] += more
            spare -= more
    long = [max(want - has, 0.0) for want, has in zip(wanted, widths, strict=True)]
    shares = [each**0.7 for each in long] if sum(long) else widths
    return tuple(
        has + spare * share / sum(shares) for has, share in zip(widths, shares, strict=True)
    )


def packed(
    parts: Sequence[Part], room: float, height: Callable[[Sequence[Part]], float]
) -> list[list[Part]]:
    """Return parts in their order on as few slides as hold them, about equally full."""
    count = len(_greedy(parts, room, height))
    for step in range(1, STEPS):
        even = _greedy(parts, room * step / STEPS, height)
        if len(even) == count:
            return even
    return _greedy(parts, room, height)


def _greedy(
    parts: Sequence[Part], room: float, height: Callable[[Sequence[Part]], float]
) -> list[list[Part]]:
    slides: list[list[Part]] = []
    for part in parts:
        if slides and height([*slides[-1], part]) <= room:
            slides[-1].append(part)
        else:
            slides.append([part])
    return slides


def cut(text: str, box: Box, size: float, setting: Setting) -> str:
    """Return as much of a text as fits a box: only where one sentence alone is too long for it."""
    kept = ""
    if setting.height(text, box.width, size) <= box.height:
        return text
    for piece in pieces_of(text):
        if setting.height(f"{kept}{piece}…", box.width, size) > box.height:
            break
        kept += piece
    return f"{kept.rstrip()}…"


def _joined(sentences: Sequence[str]) -> str:
    gap = " " if all(each.rstrip()[-1:].isascii() for each in sentences if each) else ""
    return gap.join(sentences)
