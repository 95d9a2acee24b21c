"""A scored list as rows of a file: the account, its answers as they count, and every result.

The answers stand under the ids of the questions, so that the file can be read and scored again.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from assessments.portfolio.batch import Batch, Scored
from assessments.portfolio.cells import MALFORMED
from assessments.portfolio.deciding.overrides import COLUMNS, Overrides
from assessments.portfolio.layout import Layout
from assessments.portfolio.lists import Part
from assessments.portfolio.result_columns import MALFORMED_WORD
from assessments.portfolio.rows import Row
from assessments.questionnaires.answers import NOT_APPLICABLE, OPEN
from assessments.questionnaires.measuring import Measure
from assessments.questionnaires.parts import Judgement
from assessments.tables.csv_writing import LINE_END, csv_line

ACCOUNT = "account"
WORDS = {NOT_APPLICABLE: "na", OPEN: "", MALFORMED: "?"}
"""How what is no level is written; a cell that could not be read stays one that cannot be read."""
FACT_WORDS = {0: "no", 1: "yes", MALFORMED: "?"}


class Exporter:
    """Turns parts of a scored list into rows."""

    def __init__(
        self,
        batch: Batch,
        layout: Layout,
        keep: Sequence[str] = (),
        overrides: Overrides | None = None,
    ) -> None:
        """Prepare; *keep* are headers of columns of the file that stay beside the account.

        Overrides stand last, and only where there may be any.
        """
        self.batch = batch
        self._overrides = overrides
        last = () if overrides is None else COLUMNS
        self._kept = [layout.header.index(name) for name in keep]
        self._facts = list(layout.facts)
        self._judging = [each.key for each in batch.model.telling.results if each.judges]
        self._judgements: dict[int, tuple[Judgement, list[str]]] = {}
        self.results = batch.results.names
        answers = (*batch.definition.questions, *self._facts)
        self.own = (ACCOUNT, *answers, *self.results, *last)
        """The header without the columns of the list that stay."""
        self.header = (ACCOUNT, *keep, *self.own[1:])
        self._sections = _sections(self.results, len(batch.tables))
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
            last = self._overrides.cells(account) if self._overrides is not None else ()
            yield [account, *kept, *answers, *self._fact_words(part.scored, place), *found, *last]

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
        return "".join(lines if self._overrides is None else self._overridden(part, lines))

    def _overridden(self, part: Part, lines: Sequence[str]) -> Iterator[str]:
        """Yield each line with the override of its account."""
        assert self._overrides is not None
        none = "," * len(COLUMNS) + LINE_END
        for account, line in zip(part.accounts, lines, strict=True):
            found = self._overrides.of(account)
            last = f",{csv_line(found.cells())}{LINE_END}" if found else none
            yield line.removesuffix(LINE_END) + last

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

        Those of a state are written once, and so is each end of what open questions allow.
        """
        first, then, last = self._sections
        kept = self._states.get(id(row.state))
        if kept is None:
            after = f",{self._written(row, last)}" if last else ""
            measured = ",".join(map(_measure_text, row.measures))
            before = f"{self._written(row, first)},{measured},{self._written(row, then)}"
            kept = (row.state, before, f"{after}{LINE_END}")
            if row.state is not None:
                if len(self._states) >= MOST_TEXTS:
                    self._states.clear()
                self._states[id(row.state)] = kept
        return f"{kept[1]},{self._ends(row)},", kept[2]

    def _ends(self, row: Row) -> str:
        """Return how many questions are open, and of each result the lowest and the highest."""
        pairs = zip(self._judged(row.lowest), self._judged(row.highest), strict=True)
        count = "" if row.state is None else str(row.open)
        return ",".join([count, *chain.from_iterable(pairs)])

    def _judged(self, judged: Judgement | None) -> list[str]:
        """Return the results of one end as cells; most accounts share theirs with others."""
        if judged is None:
            return [""] * len(self._judging)
        kept = self._judgements.get(id(judged))
        if kept is None:
            kept = (judged, [_result_text(judged.results.get(key)) for key in self._judging])
            if len(self._judgements) >= MOST_TEXTS:
                self._judgements.clear()
            self._judgements[id(judged)] = kept
        return kept[1]

    def _written(self, row: Row, names: Sequence[str]) -> str:
        finders = self.batch.results.finders
        return ",".join([_result_text(finders[name](row)) for name in names])


def _sections(names: Sequence[str], dimensions: int) -> tuple[Sequence[str], ...]:
    """Return the results of a state before and behind its dimensions, and how sure it is.

    A score and a state of each dimension stand between the first two; between the last two stand
    what open questions allow, and what to ask.
    """
    scores = next(place for place, name in enumerate(names) if name.startswith("score."))
    ask, rest = names.index("ask"), names.index("open")
    return names[:scores], names[scores + 2 * dimensions : rest], names[ask + 1 :]


def _measure_text(measure: Measure | None) -> str:
    """Return score and state of a dimension as two cells."""
    if measure is None:
        return f",{MALFORMED_WORD}"
    return f"{measure.score},{measure.status}" if measure.ok else f",{measure.status}"


class _FactTexts(dict[tuple[int, ...], str]):
    """Codes of the facts of an account -> their cells."""

    def __missing__(self, codes: tuple[int, ...]) -> str:
        self[codes] = text = csv_line([FACT_WORDS[code] for code in codes])
        return text


MOST_TEXTS = 30_000
"""Texts of a kind that are kept for the accounts to come, so that memory is bounded."""


def _result_text(value: object) -> str:
    """Return a result as a cell; a word is nearly always an id, and one of a few."""
    if isinstance(value, str):
        return _WORDS[value]
    return "" if value is None else str(value)


class _Words(dict[str, str]):
    """Word -> its cell, for as many as a tool has."""

    def __missing__(self, word: str) -> str:
        text = csv_line([word]) if word else ""
        if len(self) < MOST_WORDS:
            self[word] = text
        return text


MOST_WORDS = 1_000
_WORDS = _Words()


_PLAIN = re.compile(r"[\w .()&/]*", re.ASCII)


def _head(cells: Sequence[str]) -> str:
    """Return the first cells of a row; most are plain, and need no quotes and no apostrophe."""
    if len(cells) == 1 and cells[0][:1].isalnum() and _PLAIN.fullmatch(cells[0]):
        return cells[0]
    return csv_line(cells)
