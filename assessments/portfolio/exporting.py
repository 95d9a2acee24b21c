"""A scored list as rows of a file: the account, its answers as they count, and every result.

The answers stand under the ids of the questions, so that the file can be read and scored again.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from assessments.portfolio.batch import Batch, Scored
from assessments.portfolio.cells import MALFORMED
from assessments.portfolio.deciding.overrides import COLUMNS, Overrides
from assessments.portfolio.layout import Layout
from assessments.portfolio.lists import Part
from assessments.questionnaires.answers import NOT_APPLICABLE, OPEN
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
        self.results = batch.results.names
        answers = (*batch.definition.questions, *self._facts)
        self.own = (ACCOUNT, *answers, *self.results, *last)
        """The header without the columns of the list that stay."""
        self.header = (ACCOUNT, *keep, *self.own[1:])
        asked = self.results.index("ask")
        self._sections = self.results[:asked], self.results[asked + 1 :]
        """Before and behind the question to ask, which is each account's own."""
        self._texts: list[list[str]] = [[] for _ in batch.tables]
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
        """Return the same rows as CSV; what codes stand for is written once and then copied."""
        lines = map(",".join, zip(*self._texts_of(part), strict=True))
        if self._overrides is not None:
            lines = map(",".join, zip(lines, self._override_texts(part), strict=True))
        text = LINE_END.join(lines)
        return f"{text}{LINE_END}" if part.accounts else ""

    def _texts_of(self, part: Part) -> Iterator[Iterable[str]]:
        """Yield columns of cells of CSV, some of several cells."""
        scored = part.scored
        kept = [part.columns[column] for column in self._kept]
        text = "\n".join(part.accounts)
        alone = not kept and text.count("\n") == len(part.accounts) - 1
        plain = alone and _ALL_PLAIN.fullmatch(text)
        yield part.accounts if plain else map(_head, zip(part.accounts, *kept, strict=True))
        for place, patterns in enumerate(scored.patterns):
            yield map(self._pattern_texts(place).__getitem__, patterns)
        if self._facts:
            codes = zip(*[scored.facts[flag] for flag in self._facts], strict=True)
            yield map(self._fact_texts.__getitem__, codes)
        before, after = self._sections
        yield from scored.findings.texts(before)
        yield map((*self.batch.definition.questions, "").__getitem__, scored.asked())
        yield from scored.findings.texts(after)

    def _override_texts(self, part: Part) -> Iterator[str]:
        """Yield the override of each account."""
        assert self._overrides is not None
        none = "," * (len(COLUMNS) - 1)
        for account in part.accounts:
            found = self._overrides.of(account)
            yield csv_line(found.cells()) if found else none

    def _pattern_texts(self, place: int) -> list[str]:
        """Return for each pattern of a dimension its answers as cells."""
        texts, levels = self._texts[place], self.batch.tables[place].levels
        for each in levels[len(texts) :]:
            texts.append(csv_line([WORDS.get(level, level) for level in each]) or '""')
        return texts


class _FactTexts(dict[tuple[int, ...], str]):
    """Codes of the facts of an account -> their cells."""

    def __missing__(self, codes: tuple[int, ...]) -> str:
        self[codes] = text = csv_line([FACT_WORDS[code] for code in codes])
        return text


_ALL_PLAIN = re.compile(r"[A-Za-z0-9][\w .()&/-]*(?:\n[A-Za-z0-9][\w .()&/-]*)*", re.ASCII)
"""Ids that need no quotes and no apostrophe, each on a line of its own."""


def _head(cells: Sequence[str]) -> str:
    """Return the first cells of a row."""
    return csv_line(cells)
