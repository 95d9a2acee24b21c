"""A scored list as rows of a file: the account, its answers as they count, and every result.

The answers stand under the ids of the questions, so that the file can be read and scored again.
"""

import re
from collections.abc import Iterator, Sequence

from assessments.portfolio.batch import Batch, Scored
from assessments.portfolio.cells import MALFORMED
from assessments.portfolio.layout import Layout
from assessments.portfolio.lists import Part
from assessments.portfolio.rows import Row
from assessments.questionnaires.answers import NOT_APPLICABLE, OPEN
from assessments.tables.csv_writing import LINE_END, csv_line

ACCOUNT = "account"
WORDS = {NOT_APPLICABLE: "na", OPEN: "", MALFORMED: "?"}
"""How what is no level is written; a cell that could not be read stays one that cannot be read."""
FACT_WORDS = {0: "no", 1: "yes", MALFORMED: "?"}


class Exporter:
    """Turns parts of a scored list into rows."""

    def __init__(self, batch: Batch, layout: Layout, keep: Sequence[str] = ()) -> None:
        """Prepare; *keep* are headers of columns of the file that stay beside the account."""
        self.batch = batch
        self._kept = [layout.header.index(name) for name in keep]
        self._facts = list(layout.facts)
        self.results = batch.results.names
        self.own = (ACCOUNT, *batch.definition.questions, *self._facts, *self.results)
        """The header without the columns of the list that stay."""
        self.header = (ACCOUNT, *keep, *self.own[1:])
        ask, first = self.results.index("ask"), self.results.index("open")
        self._sections = (self.results[:first], self.results[first:ask], self.results[ask + 1 :])
        """Results of a state, what open questions allow, and the state's again."""
        self._texts: list[list[str]] = [[] for _ in batch.tables]
        self._states: dict[int, tuple[object, str, str]] = {}
        self._rows: dict[int, tuple[Row, str, str]] = {}
        self._fact_texts = _FactTexts()

    def rows(self, part: Part) -> Iterator[list[object]]:
        """Yield each account as cells: texts, whole numbers, decimals and None."""
        results = part.scored.columns().values()
        for place, (account, *found) in enumerate(zip(part.accounts, *results, strict=True)):
            kept = [part.columns[column][place] for column in self._kept]
            answers = [WORDS.get(level, level) for level in part.scored.levels(place)]
            yield [account, *kept, *answers, *self._fact_words(part.scored, place), *found]

    def _fact_words(self, scored: Scored, place: int) -> list[str]:
        return [FACT_WORDS[scored.facts[flag][place]] for flag in self._facts]

    def csv(self, part: Part) -> str:
        """Return the same rows as CSV; what accounts share is written once and then copied."""
        scored = part.scored
        columns = [
            map(self._pattern_texts(place).__getitem__, patterns)
            for place, patterns in enumerate(scored.patterns)
        ]
        codes = zip(*[scored.facts[flag] for flag in self._facts], strict=True)
        if self._facts:
            columns.append(map(self._fact_texts.__getitem__, codes))
        heads = zip(part.accounts, *[part.columns[column] for column in self._kept], strict=True)
        texts = {place: self._row_texts(scored.rows[place]) for place in set(scored.places)}
        results = map(texts.__getitem__, scored.places)
        asked = [question or "" for question in scored.column("ask")]
        lines = [
            f"{_head(head)},{','.join(answers)},{before}{ask}{after}"
            for head, answers, (before, after), ask in zip(
                heads, zip(*columns, strict=True), results, asked, strict=True
            )
        ]
        return "".join(lines)

    def _pattern_texts(self, place: int) -> list[str]:
        """Return for each pattern of a dimension its answers as cells."""
        texts, levels = self._texts[place], self.batch.tables[place].levels
        for each in levels[len(texts) :]:
            texts.append(csv_line([WORDS.get(level, level) for level in each]) or '""')
        return texts

    def _row_texts(self, row: Row) -> tuple[str, str]:
        kept = self._rows.get(id(row))
        if kept is None:
            kept = (row, *self._result_texts(row))
            if len(self._rows) >= MOST_TEXTS:
                self._rows.clear()
            self._rows[id(row)] = kept
        return kept[1], kept[2]

    def _result_texts(self, row: Row) -> tuple[str, str]:
        """Return the results before and behind the question to ask, which is each account's own.

        Those of a state are written once; what open questions allow is each row's own.
        """
        first, ends, last = self._sections
        kept = self._states.get(id(row.state))
        if kept is None:
            after = f",{self._written(row, last)}" if last else ""
            texts = self._written(row, first), f"{after}{LINE_END}"
            if row.state is None:
                return f"{texts[0]},{self._written(row, ends)},", texts[1]
            kept = (row.state, *texts)
            if len(self._states) < MOST_TEXTS:
                self._states[id(row.state)] = kept
        return f"{kept[1]},{self._written(row, ends)},", kept[2]

    def _written(self, row: Row, names: Sequence[str]) -> str:
        values = [self.batch.results.finders[name](row) for name in names]
        return ",".join(["" if value is None else _result_text(value) for value in values])


class _FactTexts(dict[tuple[int, ...], str]):
    """Codes of the facts of an account -> their cells."""

    def __missing__(self, codes: tuple[int, ...]) -> str:
        self[codes] = text = csv_line([FACT_WORDS[code] for code in codes])
        return text


MOST_TEXTS = 100_000
"""Texts that are kept for the accounts to come."""


def _result_text(value: object) -> str:
    """Return a number, or a word that nearly always is an id and needs no quotes."""
    if not isinstance(value, str):
        return str(value)
    return value if value.isidentifier() or not value else csv_line([value])


_PLAIN = re.compile(r"[\w .()&/]*", re.ASCII)


def _head(cells: Sequence[str]) -> str:
    """Return the first cells of a row; most are plain, and need no quotes and no apostrophe."""
    if len(cells) == 1 and cells[0][:1].isalnum() and _PLAIN.fullmatch(cells[0]):
        return cells[0]
    return csv_line(cells)
