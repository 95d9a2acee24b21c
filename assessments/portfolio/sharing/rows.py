"""What rows of the same shape share: a state, what is still possible, and what to ask first."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assessments.portfolio.cells import Facts
from assessments.portfolio.patterns import NONE, Patterns
from assessments.portfolio.sharing.states import Key, State, States
from assessments.questionnaires.bounds import bounds
from assessments.questionnaires.definition import LEVELS
from assessments.questionnaires.evaluation import Case
from assessments.questionnaires.measuring import Measure
from assessments.questionnaires.parts import Judgement

Ends = tuple[Judgement, Judgement, int, int]
"""What open questions allow at least and at most, and what to ask: as a row holds it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Everything that rows of the same shape share."""

    measures: tuple[Measure | None, ...]
    state: State | None = None
    """None where a cell cannot be read: nothing is worked out, and nothing is guessed."""
    open: int = 0
    """How many questions are open."""
    lowest: Judgement | None = None
    highest: Judgement | None = None
    ask: int = NONE
    """Place of the dimension whose first open question narrows the result most."""
    asks: int = NONE
    """Place of that question, where a gate makes the first open one another."""


class Rows(dict[tuple[object, ...], int]):
    """Shape of each dimension, and the facts -> the place of what such rows share."""

    def __init__(self, states: States) -> None:
        super().__init__()
        self.states = states
        self.tables: tuple[Patterns, ...] = states.tables
        self.found: list[Row] = []
        self._gated = any(table.whole for table in states.tables)
        self._places: dict[Key, tuple[int, int]] = {}

    def __missing__(self, key: tuple[object, ...]) -> int:
        *shapes, facts = key
        self[key] = place = len(self.found)
        self.found.append(self._row(shapes, facts))  # type: ignore[arg-type]
        return place

    def _row(self, shapes: Sequence[int], facts: Facts) -> Row:
        pairs = list(zip(self.tables, shapes, strict=True))
        measures = tuple([table.measures[shape] for table, shape in pairs])
        known = [each for each in measures if each is not None]
        if facts is None or len(known) < len(measures):
            return Row(measures=measures)
        state = self.states[tuple([table.scores[shape] for table, shape in pairs]), facts]
        rest = [each.applicable - each.answered for each in known]
        count = sum(rest)
        if count and self._gated:
            levels = [level for table, shape in pairs for level in table.examples[shape]]
            case = replace(state.case, levels=tuple(levels), measures=tuple(known))
            lowest, highest, ask, asks = self._by_engine(case)
        elif count:
            lowest, highest, ask, asks = self._by_states(known, rest, facts)
        else:
            lowest, highest, ask, asks = state.judged, state.judged, NONE, NONE
        return Row(
            measures=measures,
            state=state,
            open=count,
            lowest=lowest,
            highest=highest,
            ask=ask,
            asks=asks,
        )

    def _by_engine(self, case: Case) -> Ends:
        """Return the engine's own bounds: gates on questions need every answer."""
        found = bounds(self.states.model, case)
        if found.ask is None:
            return found.lowest, found.highest, NONE, NONE
        place = self.states.definition.places[found.ask]
        owner = self.states.definition.owners[place]
        exact = place if self.tables[owner].whole else NONE
        return found.lowest, found.highest, owner, exact

    def _by_states(
        self, measures: Sequence[Measure], rest: Sequence[int], facts: tuple[str, ...]
    ) -> Ends:
        """Return bounds that are the states of the completions; *rest* is open in each."""
        low, high = [], []
        for table, each, more in zip(self.tables, measures, rest, strict=True):
            low.append(table.completed(each.points, each.applicable))
            high.append(
                table.completed(each.points + 3 * more, each.applicable) if more else low[-1]
            )
        lowest, highest = self.states[tuple(low), facts], self.states[tuple(high), facts]
        ends = lowest.judged, highest.judged
        if lowest.evaluation.position == highest.evaluation.position == -1:
            return *ends, NONE, NONE
        places = [place for place, more in enumerate(rest) if more]
        if len(places) == 1:
            return *ends, places[0], NONE
        widths = [
            (self._width((low, high), facts, measures[place], place), place) for place in places
        ]
        return *ends, min(widths)[1], NONE

    def _width(
        self, ends: tuple[list[int], list[int]], facts: tuple[str, ...], each: Measure, place: int
    ) -> tuple[int, int]:
        """Return what an answer to a dimension leaves open, as bounds.most_informative does."""
        table, (low, high) = self.tables[place], ends
        rest = 3 * (each.applicable - each.answered - 1)
        ranks = positions = 0
        kept = low[place], high[place]
        for points in range(each.points, each.points + LEVELS):
            low[place] = table.completed(points, each.applicable)
            high[place] = table.completed(points + rest, each.applicable)
            worst, best = self._place((tuple(low), facts)), self._place((tuple(high), facts))
            ranks += abs(best[0] - worst[0])
            positions += best[1] - worst[1]
        low[place], high[place] = kept
        return (positions, ranks) if self.states.model.averages else (ranks, positions)

    def _place(self, key: Key) -> tuple[int, int]:
        """Return rank and position of a state."""
        found = self._places.get(key)
        if found is None:
            found = self._places[key] = self.states.place(key)
        return found
