"""How well the levels and functions of both organisations are linked, cell by cell.

cell  = 1 both named and met within the interval; 0.5 both named, late or unknown; 0.25 one named
coverage = sum(weight * cell) / sum(weight) * 100
A cell of 0.5 or more is linked; the top owner's share is measured over linked cells.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from assessments.border.problems import Problem
from assessments.border.quoting import quote
from assessments.border.records import unfit
from assessments.border.step import Step
from assessments.calculators.definition import CalculatorDefinition
from assessments.calculators.formula import Formula, Outcome
from assessments.calculators.formula_parts.docking_cells import (
    POINTS,
    UNKNOWN,
    Cells,
    coverage_of,
    read_cell,
    weighed,
    weight_of,
)
from assessments.calculators.needs import NUMBER, TEXT, TRUTH, WHOLE, optional, rows_of
from assessments.calculators.steps import step
from assessments.calculators.values import (
    UNREAD,
    Value,
    Values,
    rows,
    table,
    text,
)
from assessments.numbers.exact import plain
from assessments.numbers.rounding import round_half_up


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


def calculate(values: Values, definition: CalculatorDefinition) -> Outcome:
    """Return the coverage, how widely the links are spread, and the band after its caps."""
    cells = [read_cell(row) for row in rows(values, "cells")]
    linked = [cell for cell in cells if cell.linked]
    coverage = round_half_up(100 * coverage_of(cells))
    share = _top_owner_share(linked)
    backups = _share(Fraction(sum(cell.backup for cell in linked)), Fraction(len(linked)))
    levels = len({cell.level.casefold() for cell in linked})
    flags = list(_flags(levels, share, backups, definition))
    band = _capped(definition.band_at(coverage), flags, definition)
    if band != definition.band_at(coverage):
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


def _share(part: Fraction, whole: Fraction) -> Decimal | None:
    return round_half_up(100 * part / whole) if whole else None


def _top_owner_share(linked: Cells) -> Decimal | None:
    held: dict[str, Fraction] = {}
    for cell in linked:
        held[cell.owner] = held.get(cell.owner, Fraction(0)) + cell.weight
    return _share(max(held.values(), default=Fraction(0)), weight_of(linked))


def _flags(
    levels: int,
    share: Decimal | None,
    backups: Decimal | None,
    definition: CalculatorDefinition,
) -> Iterator[str]:
    if levels < definition.number("least_levels"):
        yield "LEVELS_LT_3"
    if share is not None and share > definition.number("top_owner_limit"):
        yield "SINGLE_THREAD"
    if backups is not None and backups < definition.number("least_backups"):
        yield "FEW_BACKUPS"


def _capped(band: str, flags: Sequence[str], definition: CalculatorDefinition) -> str:
    """Return the band, lowered where a gap in the links bars a better one."""
    if {"LEVELS_LT_3", "SINGLE_THREAD"} & set(flags):
        return definition.lower_band(band, text(definition.parameters, "cap"))
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
    sums = {"sum": plain(weighed(cells)), "total": plain(weight_of(cells))}
    yield step(
        "coverage",
        {**sums, "coverage": coverage},
        lambda shown: shown.sum / shown.total * 100 == shown.coverage,
    )
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


def prove_cap(definition: CalculatorDefinition) -> Iterator[Problem]:
    """The band that a gap in the links caps at is one of the bands."""
    cap = text(definition.parameters, "cap")
    if cap not in definition.band_ids:
        yield unfit("parameters.cap", "known_id", cap, options=", ".join(definition.band_ids))


CELL = "level function weight score"

FORMULA = Formula(
    name="docking-matrix",
    calculate=calculate,
    inputs={
        "cells": rows_of(
            {
                "level": TEXT,
                "function": TEXT,
                "owner": TEXT,
                "counterpart": TEXT,
                "cadence_days": WHOLE,
                "last_days": optional(WHOLE),
                "backup": TRUTH,
                "weight": NUMBER,
            },
            least=1,
        ),
    },
    parameters={
        "least_levels": NUMBER,
        "top_owner_limit": NUMBER,
        "least_backups": NUMBER,
        "cap": TEXT,
    },
    outputs={
        "coverage": "number",
        "band": "choice",
        "levels": "number",
        "top_owner_share": "number",
        "backup_share": "number",
    },
    flags={"LEVELS_LT_3": "", "SINGLE_THREAD": "", "FEW_BACKUPS": "", "CAPPED": ""},
    notes={
        "UNKNOWN_DATE": "count names",
        "NO_OWNER": "count names",
        "NO_COUNTERPART": "count names",
    },
    working={
        **dict.fromkeys(POINTS, CELL),
        "coverage": "sum total coverage",
        "no_links": "",
        "spread": "linked cells levels share backups",
        "spread_unweighted": "linked cells levels backups",
    },
    errors={"E_DUP_CELL": "found", "E_WEIGHT": ""},
    checks={"cells": check_cells},
    proofs=prove_cap,
    by_limits=True,
    picture="docking-grid",
)
