"""Score many accounts at once: columns of answers and facts in, columns of results out.

A batch keeps what it has worked out, so a long list may come in parts. Each pattern of answers of
a dimension is measured once, and each combination of scores is evaluated once, by the functions
that score a single account: both give the same results, which a test holds over random rows.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat

from assessments.border.problems import EngineError, Problem
from assessments.border.unknown_keys import unknown_keys
from assessments.portfolio.blocking import blocking_question
from assessments.portfolio.cells import MALFORMED, YES, Codes, Reader, answer_code, fact_code
from assessments.portfolio.patterns import Patterns, patterns_of
from assessments.portfolio.result_columns import ResultColumns
from assessments.portfolio.rows import Facts, Row, Rows
from assessments.portfolio.states import States
from assessments.questionnaires.answers import OPEN, Levels
from assessments.questionnaires.definition import Definition
from assessments.questionnaires.definition_reader import read_questionnaire
from assessments.questionnaires.evaluation import measured_levels
from assessments.questionnaires.models import MODELS

Columns = Mapping[str, Sequence[object]]
"""Question or flag -> its cell for each account: 0 to 3, "na", None or a text; True or False."""

MOST_SHAPES = 60_000
"""Combinations that are kept; a list with more of them begins anew, so that memory is bounded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """The results of the accounts of one call, in their order."""

    batch: "Batch"
    rows: Sequence[Row]
    """What accounts of the same shape share."""
    places: Sequence[int]
    """For each account its place among the rows."""
    patterns: Sequence[Sequence[int]]
    """For each dimension the pattern of each account."""
    facts: Mapping[str, Sequence[int]]
    """Flag -> the code of each account's cell, for flags that were given."""

    def __len__(self) -> int:
        return len(self.places)

    def columns(self) -> dict[str, list[object]]:
        """Return every column of results by its name, in the order in which a file lists them."""
        return {name: self.column(name) for name in self.batch.results.names}

    def column(self, name: str) -> list[object]:
        """Return one column: numbers as Decimal or int, words as text, None where there is none.

        Beside the names that columns() lists, "blocks" is the question that blocks; it takes ten
        times longer than all others together.
        """
        if name == "ask":
            return [self._asked(account) for account in range(len(self.places))]
        if name == "blocks":
            return [
                self.batch.blocks(self.levels(account), self.rows[place])
                for account, place in enumerate(self.places)
            ]
        find, rows = self.batch.results.finders[name], self.rows
        found = {place: find(rows[place]) for place in set(self.places)}
        return [found[place] for place in self.places]

    def levels(self, account: int) -> Levels:
        """Return the answers of one account as read; codes below 0 stand for what is none."""
        tables = zip(self.batch.tables, self.patterns, strict=True)
        return tuple([level for table, column in tables for level in table.levels[column[account]]])

    def malformed(self) -> Iterator[tuple[int, str]]:
        """Yield account and question, or fact, of each cell that cannot be read."""
        among = {place for place in set(self.places) if self.rows[place].state is None}
        if not among:
            return
        for account, place in enumerate(self.places):
            if place in among:
                pairs = zip(self.batch.definition.questions, self.levels(account), strict=True)
                yield from ((account, name) for name, level in pairs if level == MALFORMED)
                for flag, codes in self.facts.items():
                    if codes[account] == MALFORMED:
                        yield account, flag

    def _asked(self, account: int) -> str | None:
        row = self.rows[self.places[account]]
        if row.ask < 0:
            return None
        first_open = self.batch.tables[row.ask].first_open
        question = row.asks if row.asks >= 0 else first_open[self.patterns[row.ask][account]]
        return self.batch.definition.questions[question]


class Batch:
    """A questionnaire that scores columns, and keeps what it has worked out."""

    def __init__(self, definition: Mapping[str, object] | Definition) -> None:
        self.definition = (
            definition if isinstance(definition, Definition) else read_questionnaire(definition)
        )
        self.model = MODELS[self.definition.model]
        self.results = ResultColumns(self.definition, self.model)
        self.tables = tuple(patterns_of(self.definition))
        self._states = States(self.definition, self.model, self.tables)
        self._rows = Rows(self._states)
        self._blocks: dict[tuple[object, ...], str | None] = {}
        self._codes = {name: Codes(answer_code) for name in self.definition.questions}
        self._facts = {name: Codes(fact_code) for name in self.definition.flags}

    def read_with(self, question: str, reader: Reader) -> None:
        """Read the cells of a question's column in another way: as raw values, by a cut."""
        self._codes[question] = Codes(reader)

    def score(self, columns: Columns, count: int | None = None) -> Scored:
        """Return the results of accounts; a column that is not given is open, or a fact not set.

        All columns have as many cells; *count* says how many where no column is given. Raises
        EngineError for a column that the tool does not know, or of another length.
        """
        length = self._length(columns, count)
        if max(len(self._rows), len(self._states)) > MOST_SHAPES:
            self._states.clear()
            self._rows = Rows(self._states)
        patterns = [self._of_dimension(table, columns, length) for table in self.tables]
        shapes = [
            map(table.shapes.__getitem__, column)
            for table, column in zip(self.tables, patterns, strict=True)
        ]
        facts = {flag: self._facts[flag].of(columns[flag]) for flag in self._given(columns)}
        keys = zip(*shapes, self._all_facts(facts, length), strict=True)
        return Scored(
            batch=self,
            rows=self._rows.found,
            places=list(map(self._rows.__getitem__, keys)),
            patterns=patterns,
            facts=facts,
        )

    def _length(self, columns: Columns, count: int | None) -> int:
        known = {*self.definition.questions, *self.definition.flags}
        problems = list(unknown_keys([name for name in columns if name not in known], "", "column"))
        lengths = {name: len(cells) for name, cells in columns.items() if name in known}
        length = count if count is not None else next(iter(lengths.values()), 0)
        problems += [
            Problem("E_SHAPE", name, {"found": found, "expected": length}, "column_length")
            for name, found in lengths.items()
            if found != length
        ]
        if problems:
            raise EngineError(problems, definition=self.definition.raw)
        return length

    def _of_dimension(self, table: Patterns, columns: Columns, length: int) -> list[int]:
        names = self.definition.questions[table.dimension.start : table.dimension.stop]
        levels = [
            self._codes[name].of(columns[name]) if name in columns else repeat(OPEN, length)
            for name in names
        ]
        return list(map(table.__getitem__, zip(*levels, strict=True)))

    def _given(self, columns: Columns) -> list[str]:
        return [flag for flag in self.definition.flags if flag in columns]

    def _all_facts(self, codes: Mapping[str, Sequence[int]], length: int) -> Sequence[Facts]:
        if not codes:
            return [()] * length
        known: dict[tuple[int, ...], Facts] = {}
        found: list[Facts] = []
        for each in zip(*codes.values(), strict=True):
            if each not in known:
                named = [flag for flag, code in zip(codes, each, strict=True) if code == YES]
                known[each] = None if MALFORMED in each else tuple(named)
            found.append(known[each])
        return found

    def blocks(self, levels: Levels, row: Row) -> str | None:
        """Return the question that blocks an account, worked out once for each set of answers."""
        if row.state is None:
            return None
        key = (levels, row.state.case.flags)
        if key not in self._blocks:
            if len(self._blocks) > MOST_SHAPES:
                self._blocks.clear()
            case = measured_levels(self.definition, levels, row.state.case.flags)
            self._blocks[key] = blocking_question(self.model, case)
        return self._blocks[key]
