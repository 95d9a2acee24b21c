"""One sheet of a workbook to fill in: keys that nobody sees, texts nobody changes, cells to fill.

The first column and the first row are hidden. They say what each cell is, so that a file can be
read after its rows were sorted or deleted: docs/assets/js/sheets/ knows what they say.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from macros.exporters.sheet_cells import Cell
from macros.exporters.workbooks import CELL_LOOK, HEAD_LOOK, height_of, width_of, write_across
from macros.plain_text import plain

FORMAT = "playbook-sheet/1"
"""Begins the mark in the first cell of each sheet to fill in."""
A4 = 9
PORTRAIT = 95
"""Letters beside each other on an upright page."""
LONGEST_INLINE = 255
"""Characters of a list that stands in the rule of a cell; a longer one stands on a sheet."""
LISTS = "lists"
"""The hidden sheet with the choices that are too long for a rule."""
LOOKS: Mapping[str, Mapping[str, object]] = {
    "title": {**CELL_LOOK, "bold": True, "font_size": 15, "font_color": "#0B5C5E"},
    "text": CELL_LOOK,
    "small": {**CELL_LOOK, "font_size": 9, "font_color": "#595959"},
    "head": {**CELL_LOOK, **HEAD_LOOK, "border": 1, "border_color": "#B5C4C4", "valign": "vcenter"},
    "head-centre": {
        **CELL_LOOK,
        **HEAD_LOOK,
        "align": "center",
        "valign": "vcenter",
        "border": 1,
        "border_color": "#B5C4C4",
    },
    "section": {**CELL_LOOK, "bold": True, "bg_color": "#DCEBEA", "font_color": "#0B5C5E"},
    "cell": {**CELL_LOOK, "border": 1, "border_color": "#B5C4C4"},
    "hint": {
        **CELL_LOOK,
        "font_size": 9,
        "font_color": "#404040",
        "border": 1,
        "border_color": "#B5C4C4",
    },
    "label": {"bold": True, "align": "right", "valign": "vcenter"},
}
TO_FILL = {
    "locked": False,
    "bg_color": "#FFF4D6",
    "border": 1,
    "border_color": "#A08540",
    "text_wrap": True,
    "valign": "top",
}


SMALL, BOLD = 0.85, 1.12
"""How wide the letters of a look are, beside those of a text."""
SMALL_LOOKS, BOLD_LOOKS = ("small", "hint"), ("head", "head-centre")
LATIN = 1.2
"""How many Latin letters stand in the room of a digit."""
MARGIN, LOWEST = 4, 21
"""Points between a text and its frame; of the lowest row, in which one can write by hand."""

Written = tuple[str, str] | tuple[str, str, str]
"""A text, the name of its look, and a text in small letters below it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a sheet."""

    key: str = ""
    """What its cells are to who reads the file; empty where they are only text."""
    width: float
    """In letters."""


@dataclass(slots=True)
class Sheets:
    """The sheets of a workbook to fill in, with what they share."""

    book: Workbook
    mark: str
    """Of the tool and its version."""
    title: str
    right_to_left: bool
    looks: dict[str, Format] = field(default_factory=dict)
    ranges: dict[Sequence[str], str] = field(default_factory=dict)
    """Choices -> where they stand on the sheet of lists."""

    def look(self, name: str) -> Format:
        """Return a look by its name."""
        if name not in self.looks:
            self.looks[name] = self.book.add_format(LOOKS[name])
        return self.looks[name]

    def look_to_fill(self, cell: Cell) -> Format:
        """Return the look of a cell to fill in."""
        name = f"fill {cell.number_format} {cell.centred}"
        if name not in self.looks:
            shown = {"num_format": cell.number_format} if cell.number_format else {}
            centred = {"align": "center"} if cell.centred else {}
            self.looks[name] = self.book.add_format({**TO_FILL, **shown, **centred})
        return self.looks[name]

    def look_below(self, cell: Cell) -> Format:
        """Return the look of the cells under those that are drawn: one can go on there."""
        name = f"below {cell.number_format}"
        if name not in self.looks:
            shown = {"num_format": cell.number_format} if cell.number_format else {}
            self.looks[name] = self.book.add_format({"locked": False, "text_wrap": True, **shown})
        return self.looks[name]

    def source(self, choices: Sequence[str]) -> object:
        """Return where a rule finds its choices."""
        if not any("," in each for each in choices) and len(",".join(choices)) <= LONGEST_INLINE:
            return list(choices)
        if choices not in self.ranges:
            letter = xl_col_to_name(len(self.ranges), col_abs=True)
            self.ranges[choices] = f"={LISTS}!{letter}$1:{letter}${len(choices)}"
        return self.ranges[choices]

    def add_lists(self) -> None:
        """Add the choices that stand in no rule, hidden behind all other sheets."""
        if not self.ranges:
            return
        sheet = self.book.add_worksheet(LISTS)
        for column, choices in enumerate(self.ranges):
            for row, text in enumerate(choices):
                sheet.write_string(row, column, text)
        sheet.hide()

    def add(self, name: str, columns: Sequence[Column]) -> "Canvas":
        """Return a new sheet to fill in."""
        return Canvas(self, self.book.add_worksheet(name), columns)


class Canvas:
    """One sheet to fill in; rows are counted from the first one in view."""

    def __init__(self, sheets: Sheets, sheet: Worksheet, columns: Sequence[Column]) -> None:
        """Hide what only programs read, and say how the sheet prints."""
        self.sheets = sheets
        self.sheet = sheet
        self.columns = columns
        self.row = 1
        """The next row that is free."""
        sheet.set_column(0, 0, 3, None, {"hidden": True})
        sheet.set_row(0, None, None, {"hidden": True})
        sheet.write_string(0, 0, sheets.mark, sheets.look("text"))
        for place, column in enumerate(columns, start=1):
            sheet.set_column(place, place, column.width)
            if column.key:
                sheet.write_string(0, place, column.key, sheets.look("text"))
        if sheets.right_to_left:
            sheet.right_to_left()
        sheet.hide_gridlines(2)
        sheet.set_paper(A4)
        if self.room > PORTRAIT:
            sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        sheet.set_footer(f"&L&9{sheets.title.replace('&', '&&')}&R&9&P / &N")
        sheet.protect("", {"format_columns": True, "format_rows": True})

    @property
    def room(self) -> float:
        """Return how wide the sheet is, in letters."""
        return sum(column.width for column in self.columns)

    def across(self, text: str, look: str, *, key: str = "") -> None:
        """Write a row with one text across all columns."""
        scale = 1.4 if look == "title" else 1
        self.sheet.set_row(self.row, MARGIN + scale * height_of(text, self.room / scale))
        self._key(key)
        write_across(self.sheet, self.row, (1, len(self.columns)), text, self.sheets.look(look))
        self.row += 1

    def line(self, cells: Iterable[Written | Cell | None], *, key: str = "") -> None:
        """Write a row: a text with its look, a cell to fill in, or nothing, column by column."""
        self._key(key)
        height: float = LOWEST
        for place, cell in enumerate(cells, start=1):
            if isinstance(cell, Cell):
                self.fill(place, cell)
            elif cell is not None:
                text, look, *more = cell
                self._write(place, text, look, *more)
                height = max(height, self._height(place, text, look, *more))
        self.sheet.set_row(self.row, height)
        self.row += 1

    def _write(self, place: int, text: str, look: str, small: str = "") -> None:
        if not small:
            self.sheet.write_string(self.row, place, text, self.sheets.look(look))
            return
        pieces = (text, self.sheets.look("small"), f"\n{small}")
        self.sheet.write_rich_string(self.row, place, *pieces, self.sheets.look(look))

    def _height(self, place: int, text: str, look: str, small: str = "") -> float:
        """Return how high a row must be: spreadsheets do not all find out by themselves."""
        if look == "label":
            return LOWEST
        room = self.columns[place - 1].width - 1
        # Columns are measured in digits, and Latin letters are narrower.
        room *= LATIN if width_of(text) < LATIN * len(text) else 1
        scale = SMALL if look in SMALL_LOOKS else BOLD if look in BOLD_LOOKS else 1
        height = scale * height_of(text, room / scale)
        return MARGIN + height + (SMALL * height_of(small, room / SMALL) if small else 0)

    def fill(self, place: int, cell: Cell, *, rows: int = 1, ruled: int = 0) -> None:
        """Make cells to fill in from this row down; the rule holds for more rows than are drawn."""
        look = self.sheets.look_to_fill(cell)
        for row in range(self.row, self.row + rows):
            if rows > 1:
                self.sheet.set_row(row, LOWEST)
            self.sheet.write_blank(row, place, None, look)
        rule = cell.rule(self.sheets.source)
        if rule:
            last = self.row + max(rows, ruled) - 1
            self.sheet.data_validation(self.row, place, last, place, rule)

    def spread(self, first: int, last: int, cell: Cell) -> None:
        """Make one cell to fill in out of several beside each other."""
        look = self.sheets.look_to_fill(cell)
        if last > first:
            self.sheet.merge_range(self.row, first, self.row, last, None, look)
        self.fill(first, cell)

    def head(self, titles: Iterable[Written], *, hints: int = 0) -> None:
        """Write the names of the columns, which stay in view and head each printed page."""
        first = self.row
        self.line(titles)
        self.sheet.freeze_panes(first + 1 + hints, 0)
        self.sheet.repeat_rows(first, first + hints)

    def mark_rows(self, key: str) -> None:
        """Say of which list the rows are that follow."""
        self.sheet.write_string(self.row - 1, 0, key, self.sheets.look("text"))

    def _key(self, key: str) -> None:
        if key:
            self.sheet.write_string(self.row, 0, key, self.sheets.look("text"))


def tidy(text: object) -> str:
    """Return a text of the playbook as a cell shows it, without marks."""
    return plain(str(text))
