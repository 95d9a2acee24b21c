"""One page about a list, for whoever decides: who stands where, what moved, what is uncertain."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from heapq import nsmallest
from itertools import chain

from assessments.border.record import records
from assessments.documents.blocks import NONE, Block, heading, paragraph, table
from assessments.documents.texts import Texts
from assessments.numbers.rounding import from_tenths, round_half_up
from assessments.portfolio.batch import Batch
from assessments.portfolio.compact import Compact, names_of
from assessments.portfolio.deciding.concentration import Sizes, concentration_data
from assessments.portfolio.deciding.overrides import Overrides
from assessments.portfolio.layout import Layout
from assessments.portfolio.lists import Part
from assessments.portfolio.moves import BAND, Move, Since, counts

MOST_ROWS = 6
"""Accounts of a table; more would not fit on the page."""
CLOSE = 5
"""Points from a limit within which an account is uncertain."""
CERTAIN = 100
"""Percent of weightings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """What the page tells of a list."""

    batch: Batch
    layout: Layout
    parts: Sequence[Part]
    overrides: Overrides
    file: str
    today: date
    earlier: str = ""
    """Name of the earlier file."""
    since: Since | None = None
    column: str = ""
    """The one that tells how large accounts are."""
    sizes: Sizes | None = None


def board_blocks(board: Board, language: str) -> list[Block]:
    """Return the page; what was not asked for, or is nowhere to be told, is left out."""
    texts = Texts(board.batch.definition.raw, language)
    overridden = board.overrides.as_data(board.parts, board.today)
    return [
        _about(texts, board),
        _counts(texts, board, overridden),
        *(_concentration(texts, board.column, board.sizes) if board.sizes else ()),
        *(_since(texts, board.earlier, board.since) if board.since else ()),
        *_overrides(texts, board, overridden),
        *_uncertain(texts, board),
    ]


def _about(texts: Texts, board: Board) -> Block:
    numbers = _numbers(board)
    refused = sum(len(part.refused) for part in board.parts)
    bands = [
        texts.say("board.standing", band=_band(texts, name or None), count=texts.grouped(number))
        for name, number in numbers.items()
        if number or name
    ]
    about = texts.say(
        "board.about",
        file=board.file,
        day=board.today.isoformat(),
        version=board.batch.definition.raw.get("version", ""),
    )
    left = texts.say("board.refused", count=refused) if refused else ""
    count = sum(numbers.values())
    return {
        "kind": "summary",
        "title": texts.title(),
        "headline": texts.say("board.headline", count=count, bands=texts.joined(bands)),
        "tone": "none",
        "text": texts.sentences([about, left]),
    }


def _counts(texts: Texts, board: Board, overridden: Mapping[str, object]) -> Block:
    numbers = _numbers(board)
    total = max(1, sum(numbers.values()))
    held, standing = overridden["held"], overridden["standing"]
    columns = ["band", "accounts", "share", *(["overridden"] if held else [])]
    assert isinstance(standing, list)
    rows = [
        [
            _band(texts, name or None),
            texts.grouped(number),
            _percent(texts, round_half_up(Fraction(100 * number, total))),
            *([texts.grouped(standing[place])] if held else []),
        ]
        for place, (name, number) in enumerate(numbers.items())
    ]
    return _table(texts, texts.say("board.counts"), columns, rows)


def _numbers(board: Board) -> Mapping[str, int]:
    """Return how many accounts stand in each band; "" for those without."""
    found = [counts(part.scored) for part in board.parts]
    names = [*(each.id for each in board.batch.definition.bands), ""]
    return {name: sum(each[name] for each in found) for name in names}


def _concentration(texts: Texts, column: str, sizes: Sizes) -> Iterator[Block]:
    found = concentration_data(sizes)
    rows = [
        [
            texts.say("board.largest", percent=_percent(texts, each["percent"])),
            texts.grouped(each["accounts"]),
            _percent(texts, each["share"]),
        ]
        for each in records(found["shares"])
    ]
    total = texts.grouped(found["total"])
    caption = texts.say("board.concentration", column=column, total=total)
    yield _table(texts, caption, ["largest_accounts", "accounts", "size_share"], rows)


def _since(texts: Texts, file: str, since: Since) -> Iterator[Block]:
    numbers = {
        "moved": len(since.moves),
        "same": since.same,
        "added": len(since.new),
        "left": len(since.gone),
    }
    yield heading(texts.say("board.since_heading", file=file))
    yield paragraph(texts.say("board.since", **numbers))
    rows = [
        [each.account, _band(texts, each.before), _band(texts, each.now), _reason(texts, each)]
        for each in since.moves
    ]
    if rows:
        columns = ["account", "before", "now", "changed"]
        yield _table(texts, texts.say("board.moves"), columns, rows, numbers=0)


def _reason(texts: Texts, move: Move) -> str:
    """Return how many answers and facts changed, and in which parts of the questionnaire."""
    if not move.answers and not move.facts:
        return texts.say("board.rules")
    parts = dict.fromkeys(texts.dimension(texts.part_of(name)) for name, *_ in move.answers)
    return texts.listed([*parts, *(texts.flag(name) for name, *_ in move.facts)])


def _overrides(texts: Texts, board: Board, overridden: Mapping[str, object]) -> Iterator[Block]:
    told = records(overridden["list"])
    computed = list(chain.from_iterable(part.scored.column(BAND) for part in board.parts))
    rows = [
        [
            str(each["account"]),
            _band(texts, computed[_whole(each["place"])]),
            texts.band(each["band"]),
            str(each["until"]),
            str(each["reason"]),
        ]
        for each in told
        if each["holds"]
    ]
    caption = texts.say("board.overrides", held=overridden["held"], expired=overridden["expired"])
    if rows:
        columns = ["account", "computed", "override", "until", "reason"]
        yield _table(texts, caption, columns, rows, numbers=0)
    elif told:
        yield paragraph(caption)


def _uncertain(texts: Texts, board: Board) -> Iterator[Block]:
    """Yield the accounts whose result the fewest weightings keep; of equals the nearest a limit.

    An account that all weightings keep, that is far from each limit and has no open question is
    certain.
    """
    compact = Compact(board.batch, board.layout)
    columns = [compact.of(part) for part in board.parts]
    limits = names_of(board.batch, texts.language)["limits"]
    accounts = chain.from_iterable(_rows(each) for each in columns)
    uncertain = (row for row in accounts if _is_uncertain(row))
    first = nsmallest(MOST_ROWS, uncertain, key=lambda row: row[:2])
    rows = [_uncertain_row(texts, board.batch, limits, row) for row in first]
    if rows:
        names = ["account", "band", "sure", "nearest", "open"]
        yield _table(texts, texts.say("board.uncertain"), names, rows, numbers=0)


Uncertain = tuple[int, int, str, int, int, int, int]
"""How sure in tenths of a percent, how near a limit in tenths, then account, band, limit,
distance in tenths, open questions."""


def _rows(columns: Mapping[str, Sequence[object]]) -> Iterator[Uncertain]:
    """Yield each account that has a result and a limit to be near to."""
    for place, band in enumerate(columns[BAND]):
        distance = columns["distance"][place]
        sure = columns["sure"][place] if "sure" in columns else None
        if _whole(band) >= 0 and isinstance(distance, int):
            yield (
                10 * CERTAIN if sure is None else _whole(sure),
                abs(distance),
                str(columns["account"][place]),
                _whole(band),
                _whole(columns["near"][place]),
                distance,
                _whole(columns["open"][place]),
            )


def _is_uncertain(row: Uncertain) -> bool:
    return row[0] < 10 * CERTAIN or row[1] < 10 * CLOSE or row[6] > 0


def _uncertain_row(texts: Texts, batch: Batch, limits: object, row: Uncertain) -> list[str]:
    sure, _, account, band, near, distance, unanswered = row
    assert isinstance(limits, list)
    shown = texts.number(from_tenths(distance))
    return [
        account,
        texts.band(batch.definition.bands[band].id),
        _percent(texts, from_tenths(sure)) if batch.model.varied else NONE,
        f"{limits[near]}: {'+' if distance > 0 else ''}{shown}",
        str(unanswered),
    ]


def _band(texts: Texts, band: object) -> str:
    return texts.say("board.no_band") if band is None else texts.band(band)


def _percent(texts: Texts, value: object) -> str:
    return NONE if value is None else texts.with_unit(texts.number(value), "%")


def _whole(value: object) -> int:
    return value if isinstance(value, int) else 0


def _table(
    texts: Texts, caption: str, columns: Sequence[str], rows: list[list[str]], numbers: int = 3
) -> Block:
    """Return a table cut to what fits, with a row that counts the rest."""
    rest = len(rows) - MOST_ROWS
    if rest > 0:
        last = [texts.say("board.more", count=rest), *[""] * (len(columns) - 1)]
        rows = [*rows[:MOST_ROWS], last]
    names = [texts.say(f"board.{name}") for name in columns]
    return table(caption, names, rows, [0 < place <= numbers for place in range(len(columns))])
