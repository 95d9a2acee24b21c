"""What other weights or limits would move in a list, and the proposal that somebody can review."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from assessments.border.record import Record
from assessments.documents.texts import Texts
from assessments.numbers.exact import plain
from assessments.portfolio.batch import Batch
from assessments.portfolio.layout import Layout
from assessments.portfolio.lists import Part
from assessments.portfolio.moves import Move, counts, moved_by_proposal
from assessments.portfolio.proposals import difference, proposed, settings_of
from assessments.questionnaires.answers import NOT_APPLICABLE, OPEN
from assessments.questionnaires.prove import prove

MOST_MOVES = 200
"""Moves that a page lists; all are counted."""
CELLS = {NOT_APPLICABLE: "na", OPEN: None}
"""What a batch takes for an answer that is no level; a cell that cannot be read stays so."""


class Trial:
    """A list scored once more by a proposal, part by part."""

    def __init__(self, batch: Batch, settings: Record, layout: Layout | None = None) -> None:
        """Raise EngineError for a setting that the tool does not have, or that is no number."""
        self._layout = layout
        self._own = batch
        self._settings = settings
        self._batch = Batch(proposed(batch.definition.raw, settings))
        self.doubts = list(prove(self._batch.definition.raw))
        """What of the proposal makes no sense, as for a definition of the site."""
        self._moves: list[Move] = []
        self._moved = 0
        self._before: Counter[str] = Counter()
        self._now: Counter[str] = Counter()

    def add(self, part: Part) -> None:
        """Score the accounts of a part again."""
        now = self._batch.score(_columns_of(part), len(part.accounts))
        moves, found = moved_by_proposal(part.accounts, part.scored, now)
        self._moves += moves[: MOST_MOVES - len(self._moves)]
        self._moved += len(moves)
        self._before.update(counts(part.scored))
        self._now.update(found)

    def as_data(self) -> Mapping[str, object]:
        """Return how many move, the first of them, and the proposal as YAML."""
        names = [*(each.id for each in self._own.definition.bands), ""]
        return {
            "moved": self._moved,
            "moves": [[each.account, each.before, each.now] for each in self._moves],
            "before": [self._before[name] for name in names],
            "now": [self._now[name] for name in names],
            "proposal": "".join(self._lines()),
        }

    def _lines(self) -> Iterator[str]:
        raw = self._own.definition.raw
        yield f"# A proposal to review: {self._moved} of {self._before.total()} accounts move.\n"
        yield f"tool: {raw.get('id')}\nversion: {raw.get('version')}\nchanges:\n"
        for each in difference(raw, self._settings):
            yield f"  - {{setting: {each['setting']}, from: {each['from']}, to: {each['to']}}}\n"
        yield from self._figures()

    def _figures(self) -> Iterator[str]:
        """Yield the limits by which figures of the list became answers: a company sets its own."""
        sources = self._layout.answers if self._layout else {}
        cuts = {name: source.cut for name, source in sources.items() if source.cut}
        if cuts:
            yield "figures:\n"
        for name, cut in cuts.items():
            limits = ", ".join(str(plain(limit)) for _, limit in cut.limits)
            yield f"  - {{question: {name}, limits: [{limits}]}}\n"


def _columns_of(part: Part) -> dict[str, Sequence[object]]:
    """Return the answers as they were read: a figure stays cut as it was."""
    scored = part.scored
    levels = [scored.levels(place) for place in range(len(part.accounts))]
    questions = scored.batch.definition.questions
    cells = ([CELLS.get(level, level) for level in column] for column in zip(*levels, strict=True))
    return {**dict(zip(questions, cells, strict=False)), **scored.facts}


def settings_told(batch: Batch, language: str) -> list[dict[str, object]]:
    """Return every setting with what it is called: of a weight, or of a limit."""
    texts, raw = Texts(batch.definition.raw, language), batch.definition.raw
    return [
        {"id": name, "kind": _kind(batch, name), "title": _title(texts, name), "value": value}
        for name, value in settings_of(raw).items()
    ]


def _kind(batch: Batch, name: str) -> str:
    bands = {each.id for each in batch.definition.bands}
    first, dot, _ = name.partition(".")
    return "limit" if dot and first in bands else "weight"


def _title(texts: Texts, name: str) -> str:
    first, _, second = name.partition(".")
    if not second:
        return texts.dimension(first)
    whole = texts.band(first) if first in texts.bands else texts.measure(first)
    return f"{whole} · {texts.measure(second)}"
