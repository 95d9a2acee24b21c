"""What moves between two scorings of the same accounts: another proposal, or another quarter."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessments.portfolio.batch import Scored
from assessments.portfolio.lists import one_id
from assessments.questionnaires.answers import Levels

BAND = "band"


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One account whose tier or class is another than before."""

    account: str
    before: object
    """The band; None where there was none."""
    now: object
    questions: tuple[str, ...] = ()
    """Whose answers are others than before; none where weights or limits moved it."""


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
class Since:
    """What is different from an earlier list."""

    moves: tuple[Move, ...]
    new: tuple[str, ...]
    """Accounts that the earlier list does not have."""
    gone: tuple[str, ...]
    same: int
    """How many stand in both lists, in the same band."""


def since(earlier: tuple[Sequence[str], Scored], later: tuple[Sequence[str], Scored]) -> Since:
    """Return who moved since an earlier list and why; both come as accounts with their results.

    Accounts are the same where their ids are the same to a person.
    """
    known = {one_id(name): place for place, name in enumerate(earlier[0])}
    old, new = earlier[1].column(BAND), later[1].column(BAND)
    moves: list[Move] = []
    fresh: list[str] = []
    same = 0
    seen: set[str] = set()
    for place, name in enumerate(later[0]):
        key = one_id(name)
        seen.add(key)
        if key not in known:
            fresh.append(name)
        elif old[known[key]] == new[place]:
            same += 1
        else:
            levels = earlier[1].levels(known[key]), later[1].levels(place)
            changed = _changed(later[1].batch.definition.questions, *levels)
            moves.append(
                Move(account=name, before=old[known[key]], now=new[place], questions=changed)
            )
    gone = tuple([name for name in earlier[0] if one_id(name) not in seen])
    return Since(moves=tuple(moves), new=tuple(fresh), gone=gone, same=same)


def _changed(questions: Sequence[str], before: Levels, now: Levels) -> tuple[str, ...]:
    pairs = zip(questions, before, now, strict=True)
    return tuple([name for name, old, new in pairs if old != new])


def as_data(move: Move) -> Mapping[str, object]:
    """Return a move as a page shows it."""
    return {
        "account": move.account,
        "before": move.before,
        "now": move.now,
        "questions": list(move.questions),
    }
