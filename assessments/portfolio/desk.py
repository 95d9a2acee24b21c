"""The list that a page has open: looked at, scored and written in steps that never take long.

A step answers with what it found, so that a page can show how far it is, and stop by asking no
more. What is kept is the file itself and its results; another list takes their place.
"""

import base64
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from itertools import islice

from assessments.border.problems import Problem, told_problem
from assessments.border.record import Record, record
from assessments.documents.texts import Texts
from assessments.portfolio.batch import Batch
from assessments.portfolio.compact import Compact, names_of
from assessments.portfolio.deciding.board import Board, board_blocks
from assessments.portfolio.deciding.concentration import (
    Sizes,
    concentration_data,
    doubts,
    notation_of,
    size_columns,
)
from assessments.portfolio.deciding.earlier import MOVE_COLUMNS, Earlier, moves_lines, since_data
from assessments.portfolio.deciding.overrides import Overrides, are_in
from assessments.portfolio.exporting import ACCOUNT, Exporter
from assessments.portfolio.files import ERROR_COLUMNS, OUTPUTS, error_rows, first_lines
from assessments.portfolio.guessing import guessed_map, guesses, money_column
from assessments.portfolio.layout import Layout, read_layout, told_apart
from assessments.portfolio.lists import List, Part
from assessments.portfolio.moves import Since, standings
from assessments.portfolio.what_if import Trial, settings_told
from assessments.tables.csv_writing import csv_lines
from assessments.tables.opening import open_table
from assessments.tables.table import Table

STEP = 2_000
"""Rows of a step: a part of a second on a slow machine."""
PREVIEW = 5
"""Rows that are shown beside the header."""
MOST_TOLD = 200
"""Problems that a page lists; the file of problems has all of them."""

MOST_NOTICES = 20
"""Overrides that cannot be used, as a page lists them."""

Step = dict[str, object]


@dataclass(slots=True, kw_only=True)
class Desk:
    """One list, its tool, and what has come of it so far."""

    content: bytes
    batch: Batch
    guide: Record
    language: str
    sheet: str = ""
    separator: str = ""
    layout: Layout | None = None
    parts: list[Part] = field(default_factory=list)
    since: Since | None = None
    measured: tuple[str, Sizes] | None = None
    """The column that tells how large accounts are, and what stands there."""
    overrides: Overrides = field(init=False)

    def __post_init__(self) -> None:
        self.overrides = Overrides(self.batch.definition)

    def look(self) -> Step:
        """Return what the file is, its columns with what they may hold, and its first rows."""
        table = self._table()
        header = told_apart(table.header)
        rows = (
            cells for _, cells in islice(table.lines, PREVIEW) if not isinstance(cells, Problem)
        )
        guessed = guesses(self.batch.definition, self.guide, header)
        return {
            "about": dict(table.about),
            "header": list(header),
            "preview": list(rows),
            "guesses": [[each.as_data() for each in best] for best in guessed],
            "map": guessed_map(self.batch.definition, self.guide, header, trusting=True),
            "notices": self._told(table.notices),
        }

    def score(
        self, given: object, today: date, overrides: Sequence[Record] | None
    ) -> Iterator[Step]:
        """Score the list by a map, step by step; the last step tells what the reader should know.

        Without overrides those of the file count. Raises EngineError for a map that cannot be
        used, before the first step.
        """
        table = self._table()
        # A cut of an earlier map must not read a column of answers.
        self.batch = Batch(self.batch.definition)
        layout = read_layout(self.batch.definition, self.guide, table.header, given)
        self.layout, self.parts = layout, []
        self.since = self.measured = None
        self.put_overrides(overrides or ())
        reads = overrides is None and are_in(layout)
        accounts = List(table=table, layout=layout, batch=self.batch)
        return self._scoring(accounts, today, reads=reads)

    def _scoring(self, accounts: List, today: date, *, reads: bool) -> Iterator[Step]:
        told, compact = 0, Compact(self.batch, accounts.layout)
        for part in accounts.steps(STEP):
            if part is None:
                yield {"read": True}
                continue
            self.parts.append(part)
            if reads:
                self.overrides.read(part, accounts.layout)
            rows = list(error_rows(part, accounts.layout, self.language))
            shown = rows[: max(0, MOST_TOLD - told)]
            told += len(rows)
            problems = [dict(zip(ERROR_COLUMNS, map(_plain, row), strict=True)) for row in shown]
            yield {
                "part": compact.of(part),
                "problems": problems,
                "wrong": len(rows),
                "refused": len(part.refused),
            }
        yield {
            "done": True,
            "names": names_of(self.batch, self.language),
            "others": self._others(accounts.layout),
            "sizes": (sizes := size_columns(accounts.layout, self.parts)),
            "size": money_column(self.guide, accounts.layout.header, sizes),
            "settings": settings_told(self.batch, self.language),
            "overridden": self.overridden(today),
            "notices": self._told([*accounts.notices(), *self.overrides.problems[:MOST_NOTICES]]),
        }

    def overridden(self, today: date) -> Mapping[str, object]:
        """Return the overrides as they stand on a day."""
        return self.overrides.as_data(self.parts, today)

    def put_overrides(self, given: Sequence[Record]) -> None:
        """Have these overrides, and no others."""
        self.overrides = Overrides(self.batch.definition)
        self.overrides.put(given)

    def _exporter(self, keep: Sequence[str] = ()) -> Exporter:
        assert self.layout is not None
        has_some = len(self.overrides) or are_in(self.layout)
        return Exporter(self.batch, self.layout, keep, self.overrides if has_some else None)

    def _others(self, layout: Layout) -> list[str]:
        """Return the columns that were not read and can stay beside the results, by their names."""
        read = {layout.account, *layout.facts.values()}
        read |= {each.column for each in layout.answers.values()}
        taken = set(self._exporter().header)
        names = enumerate(layout.header)
        return [name for place, name in names if place not in read and name not in taken]

    def input_of(self, place: int) -> Step:
        """Return the answers of one account as the report of one account takes them."""
        for part in self.parts:
            if place < len(part.accounts):
                levels = part.scored.levels(place)
                questions = self.batch.definition.questions
                answers = {
                    name: "na" if level == -1 else level
                    for name, level in zip(questions, levels, strict=True)
                    if level >= -1
                }
                flags = [name for name, codes in part.scored.facts.items() if codes[place] == 1]
                return {"account": part.accounts[place], "answers": answers, "flags": flags}
            place -= len(part.accounts)
        raise IndexError(place)

    def what_if(self, settings: Record) -> Iterator[Step]:
        """Score the same answers by other weights and limits; the last step tells what moves."""
        trial = Trial(self.batch, settings, self.layout)
        for part in self.parts:
            trial.add(part)
            yield {"read": True}
        yield {"done": True, **trial.as_data(), "notices": self._told(trial.doubts)}

    def concentration(self, column: str, decimal: str) -> Iterator[Step]:
        """Tell how much of the sum of a column the largest accounts bring.

        Without a decimal mark the column itself tells it.
        """
        assert self.layout is not None
        place = self.layout.header.index(column)
        notation = notation_of(self.parts, place)
        sizes = Sizes(decimal or notation.decimal, [])
        for part in self.parts:
            sizes.add(part.columns[place])
            yield {"read": True}
        self.measured = column, sizes
        told = [] if decimal else doubts(notation, column)
        chosen = {"column": column, "decimal": decimal}
        yield {"done": True, **chosen, **concentration_data(sizes), "notices": self._told(told)}

    def compare(self, content: bytes) -> Iterator[Step]:
        """Compare the list with an earlier file of results; the last step tells who moved.

        Raises EngineError, before the first step, for a file that is none.
        """
        table = open_table(BytesIO(content))
        return self._comparing(Earlier(self.batch.definition, table), table)

    def _comparing(self, earlier: Earlier, table: Table) -> Iterator[Step]:
        for _ in earlier.steps(STEP):
            yield {"read": True}
        since = Since(earlier.standings)
        for part in self.parts:
            since.add(standings(part))
            yield {"read": True}
        self.since = since
        told = since_data(since, earlier, Texts(self.batch.definition.raw, self.language))
        yield {"done": True, **told, "notices": self._told(table.notices)}

    def write_moves(self) -> Iterator[Step]:
        """Write who moved since the earlier file, is new or gone, as CSV."""
        assert self.since is not None
        yield made((first_lines(MOVE_COLUMNS) + moves_lines(self.since)).encode("utf-8", "replace"))

    def board(self, file: str, today: date, earlier: str, *, measured: bool) -> Step:
        """Return one page for whoever decides, as blocks; with the column that was measured."""
        assert self.layout is not None
        column, sizes = self.measured if self.measured and measured else ("", None)
        board = Board(
            batch=self.batch,
            layout=self.layout,
            parts=self.parts,
            overrides=self.overrides,
            file=file,
            today=today,
            earlier=earlier,
            since=self.since,
            column=column,
            sizes=sizes,
        )
        return {"document": board_blocks(board, self.language)}

    def write(self, ending: str, keep: Sequence[str]) -> Iterator[Step]:
        """Write the results as a file, step by step, as the command line does."""
        file = BytesIO()
        output = OUTPUTS[ending](file, self._exporter(keep))
        for part in self.parts:
            output.write(part)
            yield {"read": True}
        output.close()
        yield made(file.getvalue())

    def write_problems(self) -> Iterator[Step]:
        """Write every problem of the list as CSV."""
        assert self.layout is not None
        pieces = [first_lines(ERROR_COLUMNS)]
        for part in self.parts:
            pieces.append(csv_lines(list(error_rows(part, self.layout, self.language))))
            yield {"read": True}
        yield made("".join(pieces).encode("utf-8", "replace"))

    def _table(self) -> Table:
        return open_table(BytesIO(self.content), sheet=self.sheet, separator=self.separator)

    def _told(self, problems: Sequence[Problem] | Iterator[Problem]) -> list[Mapping[str, object]]:
        return [told_problem(problem, self.language) for problem in problems]


def template(batch: Batch, guide: Record, language: str) -> Step:
    """Return an empty list to fill in: the account, every question and fact in its own words."""
    texts, definition = Texts(batch.definition.raw, language), batch.definition
    named = record(record(guide.get("account")).get("headers")).get(language)
    first = str(named[0]) if isinstance(named, (list, tuple)) and named else ACCOUNT
    questions = [texts.question(name) for name in definition.questions]
    return made(first_lines((first, *questions, *map(texts.flag, definition.flags))).encode())


def made(content: bytes) -> Step:
    """Return a file as a page gets it."""
    return {"done": True, "content": base64.b64encode(content).decode("ascii")}


def _plain(value: object) -> object:
    return value if isinstance(value, int) else str(value)
