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
from assessments.portfolio.cells import MALFORMED, YES, Codes, Facts, Reader, answer_code, fact_code
from assessments.portfolio.coded import MALFORMED_WORD, Findings
from assessments.portfolio.comparing.findings import Comparing
from assessments.portfolio.patterns import Patterns, patterns_of
from assessments.portfolio.result_columns import ResultColumns
from assessments.portfolio.sharing.shared import Sharing
from assessments.portfolio.sharing.states import States
from assessments.questionnaires.answers import OPEN, Levels
from assessments.questionnaires.definition import Definition
from assessments.questionnaires.definition_reader import read_questionnaire
from assessments.questionnaires.evaluation import measured_levels
from assessments.questionnaires.models import MODELS

Columns = Mapping[str, Sequence[object]]
"""Question or flag -> its cell for each account: 0 to 3, "na", None or a text; True or False."""

MOST_BLOCKS = 60_000
"""Sets of answers of which the question that blocks is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """The results of the accounts of one call, in their order."""

    batch: "Batch"
    patterns: Sequence[Sequence[int]]
    """For each dimension the pattern of each account."""
    facts: Mapping[str, Sequence[int]]
    """Flag -> the code of each account's cell, for flags that were given."""
    held: Sequence[int]
    """For each account which facts of the batch hold."""
    findings: Findings

    def __len__(self) -> int:
        return len(self.held)

    def columns(self) -> dict[str, list[object]]:
        """Return every column of results by its name, in the order in which a file lists them."""
        return {name: self.column(name) for name in self.batch.results.names}

    def column(self, name: str) -> list[object]:
        """Return one column: numbers as Decimal or int, words as text, None where there is none.

        Beside the names that columns() lists, "blocks" is the question that blocks; it takes ten
        times longer than all others together.
        """
        if name == "ask":
            questions = (*self.batch.definition.questions, None)
            return [questions[place] for place in self.asked()]
        if name == "blocks":
            return [
                None if status == MALFORMED_WORD else self.batch.blocks(self, account)
                for account, status in enumerate(self.column("status"))
            ]
        return self.findings.coded(name).cells()

    def asked(self) -> list[int]:
        """Return for each account the place of the question to ask first; -1 for none."""
        first_open = [table.first_open for table in self.batch.tables]
        return [
            question if dimension < 0 or question >= 0
            else first_open[dimension][self.patterns[dimension][account]]
            for account, (dimension, question) in enumerate(self.findings.asks)
        ]  # fmt: skip

    def levels(self, account: int) -> Levels:
        """Return the answers of one account as read; codes below 0 stand for what is none."""
        tables = zip(self.batch.tables, self.patterns, strict=True)
        return tuple([level for table, column in tables for level in table.levels[column[account]]])

    def malformed(self) -> Iterator[tuple[int, str]]:
        """Yield account and question, or fact, of each cell that cannot be read."""
        for account, status in enumerate(self.column("status")):
            if status != MALFORMED_WORD:
                continue
            pairs = zip(self.batch.definition.questions, self.levels(account), strict=True)
            yield from ((account, name) for name, level in pairs if level == MALFORMED)
            for flag, codes in self.facts.items():
                if codes[account] == MALFORMED:
                    yield account, flag


class Batch:
    """A questionnaire that scores columns, and keeps what it has worked out."""

    def __init__(self, definition: Mapping[str, object] | Definition) -> None:
        self.definition = (
            definition if isinstance(definition, Definition) else read_questionnaire(definition)
        )
        self.model = MODELS[self.definition.model]
        self.results = ResultColumns(self.definition, self.model)
        self.tables = tuple(patterns_of(self.definition))
        self.held: list[Facts] = []
        """Which facts hold together, by the codes of accounts."""
        self._held: dict[tuple[tuple[str, ...], tuple[int, ...]], int] = {}
        self._scorer = self._scorer_of_model()
        self._blocks: dict[tuple[object, ...], str | None] = {}
        self._codes = {name: Codes(answer_code) for name in self.definition.questions}
        self._facts = {name: Codes(fact_code) for name in self.definition.flags}

    def _scorer_of_model(self) -> Comparing | Sharing:
        if self.model.comparisons is not None:
            return Comparing(self.definition, self.model, self.tables, self.held)
        states = States(self.definition, self.model, self.tables)
        return Sharing(states, self.results, self.held)

    def read_with(self, question: str, reader: Reader) -> None:
        """Read the cells of a question's column in another way: as raw values, by a cut."""
        self._codes[question] = Codes(reader)

    def score(self, columns: Columns, count: int | None = None) -> Scored:
        """Return the results of accounts; a column that is not given is open, or a fact not set.

        All columns have as many cells; *count* says how many where no column is given. Raises
        EngineError for a column that the tool does not know, or of another length.
        """
        length = self._length(columns, count)
        patterns = [self._of_dimension(table, columns, length) for table in self.tables]
        shapes = [
            list(map(table.shapes.__getitem__, column))
            for table, column in zip(self.tables, patterns, strict=True)
        ]
        facts = {flag: self._facts[flag].of(columns[flag]) for flag in self._given(columns)}
        held = self._all_facts(facts, length)
        return Scored(
            batch=self,
            patterns=patterns,
            facts=facts,
            held=held,
            findings=self._scorer.score(shapes, held),
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

    def _all_facts(self, codes: Mapping[str, Sequence[int]], length: int) -> list[int]:
        names = tuple(codes)
        cells = zip(*codes.values(), strict=True) if names else repeat((), length)
        keys = [(names, each) for each in cells] if names else list(repeat(((), ()), length))
        for key in set(keys) - self._held.keys():
            self._held[key] = len(self.held)
            named = [flag for flag, code in zip(*key, strict=True) if code == YES]
            self.held.append(None if MALFORMED in key[1] else tuple(named))
        return list(map(self._held.__getitem__, keys))

    def blocks(self, scored: Scored, account: int) -> str | None:
        """Return the question that blocks an account, worked out once for each set of answers."""
        levels, facts = scored.levels(account), self.held[scored.held[account]]
        key = (levels, facts)
        if key not in self._blocks:
            if len(self._blocks) > MOST_BLOCKS:
                self._blocks.clear()
            case = measured_levels(self.definition, levels, frozenset(facts or ()))
            self._blocks[key] = blocking_question(self.model, case)
        return self._blocks[key]
