"""How well the levels and functions of both organisations are linked, cell by cell.

cell  = 1 both named and met within the interval; 0.5 both named, late or unknown; 0.25 one named
coverage = sum(weight * cell) / sum(weight) * 100
A cell of 0.5 or more is linked; the top owner's share is measured over linked cells.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from assessments.border.problems import Problem
from assessments.border.quoting import quote
from assessments.border.step import Step
from assessments.calculators.outcome import Outcome
from assessments.calculators.parameters import band_at, lower_band, parameter, parameter_text
from assessments.calculators.values import (
    UNREAD,
    Value,
    Values,
    number,
    optional_whole,
    rows,
    table,
    text,
    truth,
    whole,
)
from assessments.numbers.exact import plain
from assessments.numbers.rounding import round_half_up

IN_TIME, LATE, UNKNOWN, ONE_SIDE, EMPTY = "in_time", "late", "unknown", "one_side", "empty"
POINTS = {
    IN_TIME: Fraction(1),
    LATE: Fraction(1, 2),
    UNKNOWN: Fraction(1, 2),
    ONE_SIDE: Fraction(1, 4),
    EMPTY: Fraction(0),
}
"""State of a cell -> its score."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One meeting point of a level and a function."""

    level: str
    function: str
    owner: str
    counterpart: str
    state: str
    backup: bool
    weight: Fraction

    @property
    def score(self) -> Fraction:
        """From 0 to 1."""
        return POINTS[self.state]

    @property
    def linked(self) -> bool:
        """Whether both sides have a name."""
        return self.score >= POINTS[LATE]


Cells = Sequence[Cell]


def check_cells(value: Value, _before: Values) -> Iterator[Problem]:
    """Each level and function meet once, and some cell counts."""
    seen: set[tuple[str, str]] = set()
    cells = table(value)
    for position, row in enumerate(cells):
        if UNREAD in (row["level"], row["function"]):
            continue
        name = text(row, "level").casefold(), text(row, "function").casefold()
        if name in seen:
            found = quote(f"{text(row, 'level')} × {text(row, 'function')}")
            yield Problem("E_DUP_CELL", f"[{position}]", {"found": found})
        seen.add(name)
    if not any(row["weight"] for row in cells):
        yield Problem("E_WEIGHT")


CHECKS = {"cells": check_cells}


def calculate(values: Values, definition: Mapping[str, object]) -> Outcome:
    """Return the coverage, how widely the links are spread, and the band after its caps."""
    cells = [_cell(row) for row in rows(values, "cells")]
    linked = [cell for cell in cells if cell.linked]
    coverage = round_half_up(100 * _coverage(cells))
    share = _top_owner_share(linked)
    backups = _share(Fraction(sum(cell.backup for cell in linked)), Fraction(len(linked)))
    levels = len({cell.level.casefold() for cell in linked})
    flags = list(_flags(levels, share, backups, definition))
    band = _capped(band_at(definition, coverage), flags, definition)
    if band != band_at(definition, coverage):
        flags.append("CAPPED")
    return Outcome(
        outputs={
            "coverage": coverage,
            "band": band,
            "levels": levels,
            "top_owner_share": share,
            "backup_share": backups,
        },
        flags=tuple(flags),
        notes=tuple(_notes(cells)),
        working=tuple(_working(cells, coverage, levels, share, backups)),
        picture=_picture(cells),
    )


def _cell(row: Values) -> Cell:
    named = bool(text(row, "owner")) + bool(text(row, "counterpart"))
    last = optional_whole(row, "last_days")
    if named < 2:
        state = ONE_SIDE if named else EMPTY
    elif last is None:
        state = UNKNOWN
    else:
        state = IN_TIME if last <= whole(row, "cadence_days") else LATE
    return Cell(
        level=text(row, "level"),
        function=text(row, "function"),
        owner=text(row, "owner"),
        counterpart=text(row, "counterpart"),
        state=state,
        backup=truth(row, "backup"),
        weight=number(row, "weight"),
    )


def _weighed(cells: Cells) -> Fraction:
    return sum((cell.weight * cell.score for cell in cells), Fraction(0))


def _weight(cells: Cells) -> Fraction:
    return sum((cell.weight for cell in cells), Fraction(0))


def _coverage(cells: Cells) -> Fraction:
    return _weighed(cells) / _weight(cells)


def _share(part: Fraction, whole: Fraction) -> Decimal | None:
    return round_half_up(100 * part / whole) if whole else None


def _top_owner_share(linked: Cells) -> Decimal | None:
    held: dict[str, Fraction] = {}
    for cell in linked:
        held[cell.owner] = held.get(cell.owner, Fraction(0)) + cell.weight
    return _share(max(held.values(), default=Fraction(0)), _weight(linked))


def _flags(
    levels: int,
    share: Decimal | None,
    backups: Decimal | None,
    definition: Mapping[str, object],
) -> Iterator[str]:
    if levels < parameter(definition, "least_levels"):
        yield "LEVELS_LT_3"
    if share is not None and share > parameter(definition, "top_owner_limit"):
        yield "SINGLE_THREAD"
    if backups is not None and backups < parameter(definition, "least_backups"):
        yield "FEW_BACKUPS"


def _capped(band: str, flags: Sequence[str], definition: Mapping[str, object]) -> str:
    """Return the band, lowered where a gap in the links bars a better one."""
    if {"LEVELS_LT_3", "SINGLE_THREAD"} & set(flags):
        return lower_band(definition, band, parameter_text(definition, "cap"))
    return band


def _notes(cells: Cells) -> Iterator[str | Step]:
    kinds = {
        "UNKNOWN_DATE": [cell for cell in cells if cell.state == UNKNOWN],
        "NO_OWNER": [cell for cell in cells if cell.counterpart and not cell.owner],
        "NO_COUNTERPART": [cell for cell in cells if cell.owner and not cell.counterpart],
    }
    for code, found in kinds.items():
        if found:
            names = [f"{cell.level} × {cell.function}" for cell in found]
            yield Step(code=code, values={"count": len(found), "names": names})


def _working(
    cells: Cells, coverage: Decimal, levels: int, share: Decimal | None, backups: Decimal | None
) -> Iterator[Step]:
    for cell in cells:
        yield Step(
            code=cell.state,
            values={
                "level": cell.level,
                "function": cell.function,
                "weight": plain(cell.weight),
                "score": plain(cell.score),
            },
        )
    sums = {"sum": plain(_weighed(cells)), "total": plain(_weight(cells))}
    yield Step(code="coverage", values={**sums, "coverage": coverage})
    linked = sum(cell.linked for cell in cells)
    spread = {"linked": linked, "cells": len(cells), "levels": levels}
    if linked == 0:
        yield Step(code="no_links")
    elif share is None:
        yield Step(code="spread_unweighted", values={**spread, "backups": backups})
    else:
        yield Step(code="spread", values={**spread, "share": share, "backups": backups})


def _picture(cells: Cells) -> Mapping[str, object]:
    levels = _spellings(cell.level for cell in cells)
    functions = _spellings(cell.function for cell in cells)
    return {
        "levels": list(levels.values()),
        "functions": list(functions.values()),
        "cells": [
            {
                "level": levels[cell.level.casefold()],
                "function": functions[cell.function.casefold()],
                "state": cell.state,
                "owner": cell.owner,
                "counterpart": cell.counterpart,
                "backup": cell.backup,
            }
            for cell in cells
        ],
    }


def _spellings(names: Iterable[str]) -> Mapping[str, str]:
    """Return each name once, as it is written first; letter case does not tell names apart."""
    spelled: dict[str, str] = {}
    for name in names:
        spelled.setdefault(name.casefold(), name)
    return spelled
