"""The results of accounts that were judged by comparisons: each column when it is asked for."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from assessments.portfolio.cells import Facts
from assessments.portfolio.coded import Coded, Near, result_text
from assessments.portfolio.comparing.asking import Completed, Ends
from assessments.portfolio.comparing.lookups import (
    COMPARED,
    MEAN,
    OPEN_COUNT,
    SCORE,
    SURE,
    Lookups,
)
from assessments.portfolio.comparing.outcomes import Judge, Judged, summed
from assessments.portfolio.patterns import NONE, Patterns
from assessments.questionnaires.definition import Definition
from assessments.questionnaires.evaluation import Model

LOWEST, HIGHEST = "lowest", "highest"
Codes = Sequence[int]


class Comparing:
    """Scores accounts by comparisons, and keeps what it has worked out."""

    def __init__(
        self,
        definition: Definition,
        model: Model,
        tables: Sequence[Patterns],
        facts: Sequence[Facts],
    ) -> None:
        """Begin; *facts* are what the codes of facts stand for, and more may come."""
        self.tables = tables
        self.judge = Judge(definition, model, tables, facts)
        self.completed = [Completed(table) for table in tables]
        self.lookups = Lookups(self.judge)

    def score(self, shapes: Sequence[Codes], facts: Codes) -> "Compared":
        """Return what comes of accounts, by the shapes of their dimensions and their facts."""
        for each in self.completed:
            each.grow()
        return Compared(self, shapes, facts)


class Compared:
    """What came of the accounts of one call."""

    def __init__(self, comparing: Comparing, shapes: Sequence[Codes], facts: Codes) -> None:
        self._shapes, self._facts = shapes, facts
        self._means: dict[tuple[str, int], Codes] = {}
        self._judge, self._lookups = comparing.judge, comparing.lookups
        self._completed = comparing.completed
        tables = zip(comparing.tables, shapes, strict=True)
        scores = [list(map(table.scores.__getitem__, column)) for table, column in tables]
        self._now = self._judge.of(scores, facts)
        unreadable = self._judge.unreadable
        rests = [
            map(each.rest.__getitem__, column)
            for each, column in zip(self._completed, shapes, strict=True)
        ]
        pairs = zip(summed(rests), self._now.outcomes, strict=True)
        self._open = [NONE if unreadable[outcome] else count for count, outcome in pairs]
        """How many questions of each account are open; NONE where a cell cannot be read."""
        self._opened = [place for place, count in enumerate(self._open) if count > 0]
        """The accounts with open questions."""

    @cached_property
    def _ends(self) -> dict[str, Judged]:
        """The outcomes of the accounts with open questions."""
        low, high = self._completions.judged(self._opened_facts)
        return {LOWEST: low, HIGHEST: high}

    @cached_property
    def _completions(self) -> Ends:
        shapes = [[column[place] for place in self._opened] for column in self._shapes]
        return Ends(self._judge, shapes, self._completed)

    @cached_property
    def _opened_facts(self) -> Codes:
        return [self._facts[place] for place in self._opened]

    @cached_property
    def asks(self) -> Sequence[tuple[int, int]]:
        """For each account the dimension to ask about first; its first open question always."""
        low, high = self._ends[LOWEST], self._ends[HIGHEST]
        asked = self._completions.asked(low, high, self._opened_facts)
        found = [(NONE, NONE)] * len(self._open)
        for place, dimension in zip(self._opened, asked, strict=True):
            found[place] = dimension, NONE
        return found

    def coded(self, name: str) -> Coded:
        """Return a column of results by its name."""
        first, _, rest = name.partition(".")
        if first in (LOWEST, HIGHEST):
            codes = list(self._codes(rest, self._now))
            found = self._codes(rest, self._ends[first])
            for place, code in zip(self._opened, found, strict=True):
                codes[place] = code
            return Coded(codes=codes, lookup=self._lookups.of(rest))
        return Coded(codes=self._codes(name, self._now), lookup=self._lookups.of(name))

    def _codes(self, name: str, judged: Judged) -> Codes:
        """Return the codes of a column, as its lookup knows them."""
        by, what = self._lookups.kind(name)
        if by == MEAN:
            return self._mean(str(what), judged)
        if by == SCORE:
            return judged.scores[int(what)]
        if by == COMPARED:
            return self._judge.compared(int(what), judged)
        if by == OPEN_COUNT:
            return self._open
        return self._sure if by == SURE else judged.outcomes

    def _mean(self, name: str, judged: Judged) -> Codes:
        """Return a mean, which the columns of its limits ask for as well."""
        key = (name, id(judged))
        if key not in self._means:
            self._means[key] = self._judge.mean(name, judged)
        return self._means[key]

    @cached_property
    def _sure(self) -> Codes:
        """For each account the place of what tells how sure its result is."""
        assert self._lookups.sure is not None
        return self._lookups.sure.of(self._now)

    def nearest(self, limits: Sequence[str]) -> Iterable[Near]:
        """Return for each account the nearest limit."""
        names = {self._lookups.kind(name): name for name in limits}
        columns = [
            map(found.__getitem__, self._codes(names[kind], self._now))
            for kind, found in self._lookups.nearest(limits).items()
        ]
        return map(min, *columns) if len(columns) > 1 else columns[0]

    def texts(self, names: Sequence[str]) -> Sequence[Iterable[str]]:
        """Return columns as cells of CSV."""
        return [self.coded(name).told(result_text) for name in names]
