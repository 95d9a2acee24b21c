"""What moves between two scorings of the same accounts: another proposal, or another quarter."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assessments.portfolio.batch import Scored
from assessments.portfolio.cells import NO
from assessments.portfolio.lists import Part, one_id

BAND = "band"

Change = tuple[str, int, int]
"""A question or a fact, and its code before and now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One account whose tier or class is another than before."""

    account: str
    before: object
    """The band; None where there was none."""
    now: object
    answers: tuple[Change, ...] = ()
    """Questions whose answers are others than before; none where weights or limits moved it."""
    facts: tuple[Change, ...] = ()
    """Facts that are others than before."""


def moved_by_proposal(
    accounts: Sequence[str], before: Scored, now: Scored
) -> tuple[list[Move], dict[str, int]]:
    """Return the accounts that other weights or limits move, and how many stand in each band then.

    Both scorings are of the same accounts in the same order.
    """
    old, new = before.column(BAND), now.column(BAND)
    moves = [
        Move(account=account, before=was, now=is_now)
        for account, was, is_now in zip(accounts, old, new, strict=True)
        if was != is_now
    ]
    return moves, counts(now)


def counts(scored: Scored) -> dict[str, int]:
    """Return how many accounts stand in each band; "" for those without."""
    found = Counter("" if band is None else str(band) for band in scored.column(BAND))
    bands = [each.id for each in scored.batch.definition.bands]
    return {name: found.get(name, 0) for name in (*bands, "")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where an account stands in a list: its band, and where the answers are that gave it."""

    account: str
    band: object
    scored: Scored
    place: int
    """Among the accounts of the scoring."""


def standings(part: Part) -> Iterator[Standing]:
    """Yield each account of a part as it was scored."""
    for place, band in enumerate(part.scored.column(BAND)):
        yield Standing(account=part.accounts[place], band=band, scored=part.scored, place=place)


class Since:
    """What is different from an earlier list; the later one is added part by part.

    Accounts are the same where their ids are the same to a person.
    """

    def __init__(self, earlier: Iterable[Standing]) -> None:
        self._known = {one_id(each.account): each for each in earlier}
        self._seen: set[str] = set()
        self.moves: list[Move] = []
        self.new: list[str] = []
        """Accounts that the earlier list does not have."""
        self.same = 0
        """How many stand in both lists, in the same band."""

    def add(self, later: Iterable[Standing]) -> None:
        """Compare some accounts of the later list."""
        for each in later:
            key = one_id(each.account)
            before = self._known.get(key)
            self._seen.add(key)
            if before is None:
                self.new.append(each.account)
            elif before.band == each.band:
                self.same += 1
            else:
                self.moves.append(_move(before, each))

    @property
    def gone(self) -> list[str]:
        """Accounts that only the earlier list has, when all of the later one was added."""
        return [each.account for key, each in self._known.items() if key not in self._seen]

    @property
    def ways(self) -> Counter[tuple[object, object]]:
        """Band before and now -> how many accounts went that way."""
        return Counter((move.before, move.now) for move in self.moves)


def _move(before: Standing, now: Standing) -> Move:
    definition = now.scored.batch.definition
    levels = (each.scored.levels(each.place) for each in (before, now))
    facts = ([_fact(each, name) for name in definition.flags] for each in (before, now))
    return Move(
        account=now.account,
        before=before.band,
        now=now.band,
        answers=_changed(definition.questions, *levels),
        facts=_changed(tuple(definition.flags), *facts),
    )


def _fact(standing: Standing, name: str) -> int:
    codes = standing.scored.facts.get(name)
    return NO if codes is None else codes[standing.place]


def _changed(names: Sequence[str], before: Sequence[int], now: Sequence[int]) -> tuple[Change, ...]:
    pairs = zip(names, before, now, strict=True)
    return tuple([(name, old, new) for name, old, new in pairs if old != new])
