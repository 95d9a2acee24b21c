"""What the answers of an account give, worked out once for all accounts with the same scores.

The engine's own functions work on one example of each; nothing is worked out in a second way but
how sure a result is (questionnaires.sureness.lanes) and which question to ask first.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from assessments.numbers.rounding import from_tenths, tenths
from assessments.portfolio.patterns import Patterns
from assessments.questionnaires.bounds import judgement_of
from assessments.questionnaires.definition import Definition
from assessments.questionnaires.evaluation import Case, Evaluation, Model
from assessments.questionnaires.parts import Judgement
from assessments.questionnaires.sureness.how_sure import SAMPLES
from assessments.questionnaires.sureness.lanes import Lanes

Key = tuple[tuple[int, ...], tuple[str, ...]]
"""The score of each dimension, and the names of the facts that hold."""


@dataclass(frozen=True, kw_only=True)
class State:
    """The results of one combination of scores and facts; each part is worked out when asked for.

    Most states are only looked at on the way to a bound: of them nobody asks for more.
    """

    model: Model
    lanes: Lanes | None
    case: Case
    evaluation: Evaluation

    @cached_property
    def results(self) -> Mapping[str, object]:
        """The results by their keys."""
        return self.model.results(self.case, self.evaluation)

    @cached_property
    def judged(self) -> Judgement:
        """How good the results are."""
        return judgement_of(self.model, self.evaluation, self.results)

    @cached_property
    def flags(self) -> str:
        """Codes with a space between them."""
        return " ".join([each.code for each in self.model.flags(self.case, self.evaluation)])

    @cached_property
    def gates(self) -> str:
        """Codes with a space between them."""
        return " ".join([each.code for each in self.model.gates(self.case, self.evaluation)])

    @cached_property
    def distances(self) -> tuple[Decimal | None, ...]:
        """To each limit, in the order of the model; below 0 where it is not reached."""
        limits = self.model.thresholds(self.case, self.evaluation)
        return tuple([limit.distance for limit in limits])

    @cached_property
    def sure(self) -> Mapping[int, int] | None:
        """Place of a band -> how many of 256 weightings give it; None without a band."""
        banded = self.model.banded
        if self.lanes is None or banded is None or self.evaluation.band is None:
            return None
        case, evaluation = self.case, self.evaluation
        return self.lanes.counts(case.measures, lambda mean: banded(case, evaluation, mean))

    @property
    def share(self) -> Decimal | None:
        """The share of weightings that keep the band, in percent."""
        band = self.evaluation.band
        if self.sure is None or band is None:
            return None
        return from_tenths(tenths(100 * self.sure.get(band, 0), SAMPLES))


class States(dict[Key, State]):
    """Every state that has been asked for."""

    def __init__(self, definition: Definition, model: Model, tables: tuple[Patterns, ...]) -> None:
        super().__init__()
        self.definition = definition
        self.model = model
        self.tables = tables
        varied = model.varied(definition) if model.varied else None
        self.lanes = Lanes(definition, varied) if varied else None
        self._gated = any(table.whole for table in tables)
        self._flags = _Flags()

    def __missing__(self, key: Key) -> State:
        case = self._example(key)
        self[key] = found = State(
            model=self.model, lanes=self.lanes, case=case, evaluation=self.model.evaluate(case)
        )
        return found

    def place(self, key: Key) -> tuple[int, int]:
        """Return rank and position of a state on the way to another; nothing else is kept of it."""
        known = self.get(key)
        evaluation = known.evaluation if known else self.model.evaluate(self._example(key))
        return evaluation.rank, evaluation.position

    def _example(self, key: Key) -> Case:
        scores, facts = key
        examples = [table.scored[score] for table, score in zip(self.tables, scores, strict=True)]
        # Without a gate on a question nothing looks at the answers themselves.
        levels = [level for given, _ in examples for level in given] if self._gated else ()
        return Case(
            definition=self.definition,
            levels=tuple(levels),
            measures=tuple([each for _, each in examples]),
            flags=self._flags[facts],
        )


class _Flags(dict[tuple[str, ...], frozenset[str]]):
    """Names of facts -> the same as a set; a tool has few."""

    def __missing__(self, facts: tuple[str, ...]) -> frozenset[str]:
        self[facts] = found = frozenset(facts)
        return found
