"""Read a sheet of an Excel workbook row by row, with the standard library alone.

Formulas are never run: what Excel last worked out is read. Macros are passed over.
"""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO

from assessments.border.problems import EngineError, Problem
from assessments.border.quoting import quote
from assessments.tables.table import (
    LONGEST_CELL,
    MOST_COLUMNS,
    Cells,
    Line,
    Table,
    header_of,
    refused,
)
from assessments.tables.xlsx_archive import DEEPEST, LARGEST_PART, ZIP, Archive, Handlers
from assessments.tables.xlsx_cells import (
    GENERAL,
    UNCOUNTED,
    column_of,
    kind_of_format,
    number_text,
)

MOST_TEXTS = 5_000_000
"""Shared texts of a workbook: more would fill the memory."""
LONGEST_TEXTS = 200_000_000
"""Characters in all of them."""
LONGEST_RUN = 10_000_000
"""Characters of one cell after which nothing more is read: nobody waits for the end of a bomb."""
MAIN = "officeDocument"


@dataclass(slots=True, kw_only=True)
class Workbook:
    """What a workbook says of itself."""

    archive: Archive
    sheets: dict[str, str] = field(default_factory=dict)
    """Name -> part, hidden sheets left out."""
    since_1904: bool = False
    texts: list[str] = field(default_factory=list)
    formats: list[str] = field(default_factory=list)
    """For each style of a cell what its format makes of a number."""
    macros: bool = False


def is_workbook(file: BinaryIO) -> bool:
    """Tell whether a file begins as a workbook, or as an old one; it is left at its beginning."""
    file.seek(0)
    start = file.read(4)
    file.seek(0)
    return start in (ZIP, b"\xd0\xcf\x11\xe0")


def read_xlsx(file: BinaryIO, sheet: str = "") -> Table:
    """Return the table of a sheet: of the first visible one where none is named.

    Raises EngineError for a file that is no workbook, would fill the memory, or has no such sheet.
    """
    book = _workbook(Archive(file))
    chosen = sheet or next(iter(book.sheets), "")
    if chosen not in book.sheets:
        raise refused("E_TABLE_SHEET", found=quote(sheet), names=", ".join(book.sheets) or "-")
    reader = _Sheet(book)
    lines = reader.read(book.sheets[chosen])
    line, header = header_of(lines)
    return Table(
        header=header,
        header_line=line,
        lines=_as_long(lines, len(header)),
        about={"kind": "xlsx", "sheet": chosen, "sheets": list(book.sheets)},
        notices=(Problem("E_TABLE_MACROS"),) if book.macros else (),
    )


def _as_long(lines: Iterator[Line], columns: int) -> Iterator[Line]:
    """Yield rows as long as the header: a workbook leaves out blank cells at the end of a row."""
    for line, cells in lines:
        if isinstance(cells, Problem) or len(cells) == columns:
            yield line, cells
        elif len(cells) < columns:
            yield line, cells + [""] * (columns - len(cells))
        elif any(cell.strip() for cell in cells[columns:]):
            counts = {"line": line, "found": len(cells), "expected": columns}
            yield line, Problem("E_ROW_COLUMNS", f"lines[{line}]", counts)
        else:
            yield line, cells[:columns]


def _workbook(archive: Archive) -> Workbook:
    roots = dict(archive.relations("").values())
    if MAIN not in roots:
        raise refused("E_TABLE_WORKBOOK", "other" if "mimetype" in archive.names else "")
    book = Workbook(archive=archive)
    parts = archive.relations(roots[MAIN])
    kinds = dict(parts.values())
    book.macros = "vbaProject" in kinds

    def start(tag: str, given: Mapping[str, str]) -> None:
        name = tag.rpartition("}")[2]
        if name == "sheet" and given.get("state", "visible") == "visible":
            link = next((v for key, v in given.items() if key.endswith("relationships}id")), "")
            if parts.get(link, ("", ""))[0] == "worksheet":
                book.sheets[given.get("name", "")] = parts[link][1]
        elif name == "workbookPr":
            book.since_1904 = given.get("date1904") in ("1", "true")

    archive.whole(roots[MAIN], Handlers(start=start))
    if "styles" in kinds:
        book.formats = _formats(archive, kinds["styles"])
    if "sharedStrings" in kinds:
        book.texts = _texts(archive, kinds["sharedStrings"])
    return book


def _formats(archive: Archive, part: str) -> list[str]:
    spelled: dict[int, str] = {}
    found: list[str] = []
    inside: list[str] = []

    def start(tag: str, given: Mapping[str, str]) -> None:
        name = tag.rpartition("}")[2]
        inside.append(name)
        if name == "numFmt":
            spelled[_whole(given.get("numFmtId"))] = given.get("formatCode", "")
        elif name == "xf" and "cellXfs" in inside:
            number = _whole(given.get("numFmtId"))
            found.append(kind_of_format(number, spelled.get(number)))

    archive.whole(part, Handlers(start=start, end=lambda _: _drop(inside)))
    return found


def _drop(inside: list[str]) -> None:
    inside.pop()


def _whole(written: str | None) -> int:
    return int(written) if written and written.isdecimal() and len(written) < 10 else 0


def _texts(archive: Archive, part: str) -> list[str]:
    """Return the shared texts; the reading of a Chinese word in phonetic signs is none of them."""
    found: list[str] = []
    pieces: list[str] = []
    state = {"text": False, "phonetic": False, "size": 0}

    def start(tag: str, _: Mapping[str, str]) -> None:
        name = tag.rpartition("}")[2]
        state["phonetic"] = state["phonetic"] or name == "rPh"
        state["text"] = name == "t" and not state["phonetic"]

    def end(tag: str) -> None:
        name = tag.rpartition("}")[2]
        if name == "si":
            found.append("".join(pieces))
            pieces.clear()
            if len(found) > MOST_TEXTS:
                raise refused("E_TABLE_BOMB")
        elif name == "rPh":
            state["phonetic"] = False
        state["text"] = False

    def text(piece: str) -> None:
        if state["text"]:
            state["size"] += len(piece)
            if state["size"] > LONGEST_TEXTS:
                raise refused("E_TABLE_BOMB")
            pieces.append(piece)

    archive.whole(part, Handlers(start=start, end=end, text=text), LARGEST_PART)
    return found


class _Sheet:
    """Takes rows out of a sheet while it is parsed."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._rows: deque[Line] = deque()
        self._depth = 0
        """Counted here and not by shallow(): a sheet has millions of elements."""
        self._line = 0
        self._cells: Cells = []
        self._place = -1
        self._kind = ""
        self._style = 0
        self._pieces: list[str] = []
        self._size = 0
        """Characters of the cell so far; of one that is too long no more are kept."""
        self._reads = False
        self._formula = False
        self._phonetic = False
        self._trouble: Problem | None = None
        """Why the row is refused."""

    def read(self, part: str) -> Iterator[Line]:
        """Yield each row that is not blank with its number."""
        handlers = Handlers(start=self._start, end=self._end, text=self._text)
        parsing = self._book.archive.parse(part, handlers)
        while True:
            try:
                going = next(parsing, self) is not self
            except EngineError as refusal:
                yield from self._rows
                yield self._line, refusal.problems[0]
                return
            while self._rows:
                yield self._rows.popleft()
            if not going:
                return

    def _start(self, tag: str, given: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise refused("E_TABLE_BOMB")
        name = tag.rpartition("}")[2]
        if name == "c":
            self._place = column_of(given["r"]) if "r" in given else self._place + 1
            self._kind, self._style = given.get("t", "n"), _whole(given.get("s"))
            self._pieces, self._size, self._formula = [], 0, False
        elif name == "row":
            self._line = _whole(given.get("r")) or self._line + 1
            self._cells, self._place, self._trouble = [], -1, None
        elif name == "f":
            self._formula = True
        elif name == "rPh":
            self._phonetic = True
        else:
            self._reads = name == "v" or (name == "t" and not self._phonetic)

    def _text(self, piece: str) -> None:
        if not self._reads:
            return
        self._size += len(piece)
        if self._size <= LONGEST_CELL:
            self._pieces.append(piece)
        elif self._size > LONGEST_RUN:
            raise refused("E_TABLE_BOMB")

    def _end(self, tag: str) -> None:
        self._depth -= 1
        name = tag.rpartition("}")[2]
        self._reads = False
        if name == "c":
            self._keep("".join(self._pieces))
        elif name == "rPh":
            self._phonetic = False
        elif name == "row":
            if self._trouble:
                self._rows.append((self._line, self._trouble))
            elif any(cell.strip() for cell in self._cells):
                self._rows.append((self._line, self._cells))

    def _keep(self, written: str) -> None:
        value = self._value(written)
        if not value:
            return
        if not 0 <= self._place < MOST_COLUMNS:
            self._refuse("E_TABLE_COLUMNS", MOST_COLUMNS, "row")
            return
        if max(self._size, len(value)) > LONGEST_CELL:
            self._refuse("E_CSV_CELL", LONGEST_CELL, "sheet")
            return
        missing = self._place + 1 - len(self._cells)
        if missing > 0:
            self._cells.extend([""] * missing)
        self._cells[self._place] = value

    def _refuse(self, code: str, limit: int, case: str) -> None:
        values = {"line": self._line, "limit": limit}
        self._trouble = Problem(code, f"lines[{self._line}]", values, case)

    def _value(self, written: str) -> str:
        kind, book = self._kind, self._book
        if not written:
            return UNCOUNTED if self._formula and kind != "str" else ""
        if kind == "n":
            format_ = book.formats[self._style] if self._style < len(book.formats) else GENERAL
            return number_text(written, format_, since_1904=book.since_1904)
        if kind == "s":
            return _at(book.texts, written)
        if kind == "b":
            return "true" if written == "1" else "false"
        return written


def _at(texts: Sequence[str], written: str) -> str:
    place = _whole(written)
    return texts[place] if place < len(texts) else ""
