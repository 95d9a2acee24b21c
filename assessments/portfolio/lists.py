"""Read a list of accounts part by part: which rows can be scored, and what is wrong with others."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import islice
from unicodedata import normalize

from assessments.border.problems import Problem
from assessments.border.quoting import quote
from assessments.border.spreadsheets import harmless
from assessments.portfolio.batch import Batch, Scored
from assessments.portfolio.cells import MALFORMED
from assessments.portfolio.cuts import Cut
from assessments.portfolio.layout import Layout
from assessments.tables.decoding import UNREADABLE
from assessments.tables.numbers import POINT, Notation, guessed_notation, read_number
from assessments.tables.table import Cells, Line, Table
from assessments.tables.table import refused as refused_file
from assessments.tables.xlsx_cells import UNCOUNTED

Rows = list[tuple[int, Cells]]
"""Rows that can be scored, with their lines."""
PART = 20_000
"""Rows that are read and scored at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Some accounts of a list with their results."""

    lines: Sequence[int]
    """For each account its line in the file."""
    accounts: Sequence[str]
    columns: Sequence[Sequence[str]]
    """The cells as the file has them, column by column."""
    scored: Scored
    refused: Sequence[tuple[int, str, Problem]]
    """Line, account and problem of each row that could not be scored at all."""

    def problems(self, layout: Layout) -> Iterator[tuple[int, str, Problem]]:
        """Yield line, account and problem of every row that is not right, by its line."""
        unread = (
            (self.lines[place], self.accounts[place], self._unread(layout, place, name))
            for place, name in self.scored.malformed()
        )
        yield from sorted([*self.refused, *unread], key=lambda each: each[0])

    def _unread(self, layout: Layout, place: int, name: str) -> Problem:
        source = layout.answers.get(name)
        column = layout.facts[name] if source is None else source.column
        cell, line = self.columns[column][place], self.lines[place]
        case = "fact" if source is None else "answer" if source.cut is None else "value"
        values = {"line": line, "column": layout.header[column], "found": quote(cell)}
        if source and source.cut and _is_beyond(source.cut, read_number(cell, source.decimal)):
            case = "beyond"
        case = "day" if _DAY.match(cell) else case
        return Problem("E_CELL", f"lines[{line}].{name}", values, _known_trouble(cell) or case)


def _is_beyond(cut: Cut, number: Decimal | None) -> bool:
    """Return whether a number lies outside what a figure can be, as a negative revenue does."""
    return number is not None and cut.level(number) == MALFORMED


def _known_trouble(cell: str) -> str:
    """Return which sentence tells of a cell that a spreadsheet or an encoding spoilt."""
    if cell == UNCOUNTED:
        return "uncounted"
    if UNREADABLE in cell:
        return "lost"
    return "error" if cell.strip().upper() in SPREADSHEET_ERRORS else ""


SPREADSHEET_ERRORS = frozenset(
    ("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!")
)
"""What a spreadsheet writes where it cannot count."""

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}( |$)")


@dataclass(slots=True, kw_only=True)
class List:
    """A list of accounts: a table whose columns are known."""

    table: Table
    layout: Layout
    batch: Batch
    notations: dict[str, Notation] = field(default_factory=dict)
    """Question -> how the numbers of its column are written, as guessed from the first part."""
    _seen: dict[str, int] = field(default_factory=dict)
    """Ids so far, each with its line."""

    def parts(self) -> Iterator[Part]:
        """Yield the whole list, some rows at a time; nothing of a part is kept but its ids.

        Raises EngineError for a list without any row.
        """
        return (step for step in self.steps() if step is not None)

    def steps(self, every: int = PART) -> Iterator[Part | None]:
        """Yield the same in steps of so many rows, and None after as many that were only read.

        How numbers are written is found on PART rows, however small the steps are: whoever takes
        small ones can stop soon, and finds the same.
        """
        rows: Rows = []
        refused: list[tuple[int, str, Problem]] = []
        left = PART
        while found := list(islice(self.table.lines, min(every, left))):
            good, wrong = self._told_apart(found)
            rows += good
            refused += wrong
            if len(rows) == PART or len(refused) == PART:
                yield from self._scored(rows, refused, every)
                rows, refused = [], []
            else:
                yield None
            left = PART - max(len(rows), len(refused))
        if not rows and not refused and not self._seen:
            raise refused_file("E_TABLE_ROWS")
        if rows or refused:
            yield from self._scored(rows, refused, every)

    def _told_apart(self, found: Sequence[Line]) -> tuple[Rows, list[tuple[int, str, Problem]]]:
        """Return the rows that can be scored, and what is wrong with the others."""
        names = [
            "" if isinstance(cells, Problem) else cells[self.layout.account] for _, cells in found
        ]
        keys = one_ids(names)
        text = "\n".join(names)
        plain = all(keys) and not any(mark in text for mark in ("#", UNREADABLE))
        if plain and len(set(keys)) == len(keys) and self._seen.keys().isdisjoint(keys):
            self._seen.update(zip(keys, [line for line, _ in found], strict=True))
            return list(found), []  # type: ignore[arg-type]
        rows: Rows = []
        refused: list[tuple[int, str, Problem]] = []
        for (line, cells), key in zip(found, keys, strict=True):
            if isinstance(cells, Problem):
                refused.append((line, "", cells))
            elif wrong := self._identity(line, cells[self.layout.account], key):
                refused.append((line, cells[self.layout.account], wrong))
            else:
                rows.append((line, cells))
        return rows, refused

    def _identity(self, line: int, name: str, key: str) -> Problem | None:
        """Return what is wrong with the id of a row; ids that look alike are one."""
        values = {"line": line, "column": self.layout.header[self.layout.account]}
        path = f"lines[{line}].account"
        if not key:
            return Problem("E_ACCOUNT", path, values, "missing")
        if trouble := _known_trouble(name):
            return Problem("E_CELL", path, {**values, "found": quote(name)}, trouble)
        first = self._seen.setdefault(key, line)
        if first == line:
            return None
        found = {**values, "found": quote(shown_id(name)), "first": first}
        return Problem("E_ACCOUNT", path, found, "double")

    def _scored(
        self,
        rows: Rows,
        refused: list[tuple[int, str, Problem]],
        every: int,
    ) -> Iterator[Part]:
        """Yield rows that were read, so many at a time; a refused one goes with those before it."""
        lines = [line for line, _ in rows]
        columns = list(zip(*[cells for _, cells in rows], strict=True))
        columns = columns or [()] * len(self.table.header)
        self._find_notations(columns)
        begin = 0
        while begin < len(lines) or refused:
            end = begin + every
            before = [each for each in refused if end >= len(lines) or each[0] < lines[end]]
            refused = refused[len(before) :]
            part = [column[begin:end] for column in columns]
            yield self._part(lines[begin:end], part, before)
            begin = end

    def _part(
        self,
        lines: list[int],
        columns: Sequence[Sequence[str]],
        refused: Sequence[tuple[int, str, Problem]],
    ) -> Part:
        answers = {name: columns[each.column] for name, each in self.layout.answers.items()}
        facts = {name: columns[place] for name, place in self.layout.facts.items()}
        return Part(
            lines=lines,
            accounts=shown_ids(columns[self.layout.account]),
            columns=columns,
            scored=self.batch.score({**answers, **facts}, len(lines)),
            refused=refused,
        )

    def notices(self) -> Iterator[Problem]:
        """Yield what the reader should know: doubtful decimal marks, columns of the same name."""
        for question, notation in self.notations.items():
            if notation.decimal is None:
                column = self.layout.header[self.layout.answers[question].column]
                values = {"column": quote(column), "found": quote(notation.example)}
                other = {"other": quote(notation.contradicted)}
                case = "both" if notation.contradicted else ""
                yield Problem("E_NUMBERS", f"answers.{question}.decimal", values | other, case)
        for name, shown in zip(self.table.header, self.layout.header, strict=True):
            if name and name != shown:
                values = {"name": quote(name), "second": quote(shown)}
                yield Problem("E_TABLE_HEADER", "", values)

    def _find_notations(self, columns: Sequence[Sequence[str]]) -> None:
        """Find out, on the first part, how numbers are written; a map that says so comes first."""
        exact = self.table.about.get("kind") == "xlsx"
        for name, source in self.layout.answers.items():
            if source.cut is None or name in self.notations:
                continue
            if source.decimal is not None or exact:
                found = Notation(decimal=source.decimal or POINT)
            else:
                found = guessed_notation(columns[source.column])
            self.notations[name] = found
            self.batch.read_with(name, source.cut.reader(found.decimal))


def one_id(name: str) -> str:
    """Return what two ids have in common that are one to a person: letters, width and blanks aside.

    é in one character or in two, Ａ and A, ACME and Acme.
    """
    if name.isascii():
        return " ".join(name.casefold().split())
    return " ".join(normalize("NFKC", name).casefold().split())


def one_ids(names: Sequence[str]) -> list[str]:
    """Return the same of each of many ids."""
    text = "\n".join(names)
    # Most lists have plain ids in every row, without a blank.
    if text.isascii() and text.split() == names:
        return text.casefold().split("\n")
    return list(map(one_id, names))


def shown_ids(names: Sequence[str]) -> list[str]:
    """Return each of many ids as shown_id does."""
    text = "\n".join(names)
    if "'" not in text and text.split() == list(names):
        return list(names)
    return list(map(shown_id, names))


def shown_id(name: str) -> str:
    """Return an id without blanks around it, and without what keeps a spreadsheet from running it.

    So a file that was exported here can be read again.
    """
    text = name.strip()
    bare = text[1:]
    return bare if text.startswith("'") and harmless(bare) != bare else text
