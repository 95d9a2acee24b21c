"""Seeded rows of a table of accounts, and what the engine finds in each, row by row."""

import random
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache

from assessments.border.problems import EngineError
from assessments.questionnaires.answers import read_answers
from assessments.questionnaires.definition import Definition
from assessments.questionnaires.definition_reader import read_questionnaire
from assessments.questionnaires.evaluation import Case, Evaluation, Model, measured
from assessments.questionnaires.models import MODELS
from assessments.questionnaires.report import codes
from tests.definitions import definition

Row = dict[str, str | None]
"""Column -> cell, as a file has it; None where the cell is NULL."""
Result = dict[str, object]

BLANK = ("", None)
MALFORMED = ("4", "-1", "2.6", "2.0", "NA", "n/a", " 2", "2 ", "３", "２", "true", "x'; --", "客户")
"""Each of them is a number, a blank or an n/a in some database that casts or trims."""
FLAG_CELLS = (*BLANK, "0", "false", "1", "true")
WRONG_FLAGS = ("yes", "2", "TRUE", "-", "是")
SET = ("1", "true")


def named(identity: str) -> str:
    """Return the column of a question or flag."""
    return identity.lower().replace(".", "_").replace("-", "_")


@cache
def ready(tool: str) -> Definition:
    """Return a questionnaire ready to use."""
    return read_questionnaire(definition(tool))


def seeded_rows(tool: str, count: int) -> list[Row]:
    """Return rows, the same ones each time: whole and holed, all n/a, level, blocked, malformed."""
    known, dice = ready(tool), random.Random(f"{tool} in SQL")
    return [{"account": f"A-{place:06}", **_cells(known, dice, place)} for place in range(count)]


def columns_of(tool: str) -> list[str]:
    """Return the columns of the table."""
    known = ready(tool)
    return ["account", *map(named, (*known.questions, *known.flags))]


def _cells(known: Definition, dice: random.Random, place: int) -> Row:
    gaps, lean = dice.choice((0, 0, 0, 0.1, 0.3)), dice.choice((0, 1, 2, 3, None))
    row: Row = {}
    for each in known.dimensions:
        all_na = dice.random() < 0.08
        for question in known.questions[each.start : each.stop]:
            level = lean if lean is not None and dice.random() < 0.5 else dice.randrange(4)
            holed = dice.random() < gaps
            cell = dice.choice((*BLANK, "na", "na")) if holed else str(level)
            row[named(question)] = "na" if all_na else cell
    for flag in known.flags:
        row[named(flag)] = dice.choice(FLAG_CELLS[:4] if dice.random() < 0.8 else FLAG_CELLS)
    if place % 23 == 0:
        row[dice.choice(list(row))] = dice.choice(MALFORMED)
    if known.flags and place % 29 == 0:
        row[named(dice.choice(known.flags))] = dice.choice(WRONG_FLAGS)
    return row


def expected(tool: str, rows: list[Row]) -> list[Result]:
    """Return what the engine says of each row, as the columns of a statement hold it."""
    known = ready(tool)
    return [{"account": str(row["account"]), **_expected(known, row)} for row in rows]


def _expected(known: Definition, row: Row) -> Result:
    answers = {question: _answer(row[named(question)]) for question in known.questions}
    cells = {flag: row[named(flag)] for flag in known.flags}
    wrong = [cell for cell in cells.values() if cell not in FLAG_CELLS]
    flags = [*wrong, *(flag for flag, cell in cells.items() if cell in SET)]
    try:
        case = measured(known, read_answers(known, {"answers": answers, "flags": flags}))
    except EngineError as refused:
        return {"status": "malformed", "malformed_cells": len(refused.problems)}
    model = MODELS[known.model]
    evaluation = model.evaluate(case)
    return {
        "status": evaluation.status,
        "malformed_cells": 0,
        **dict(_results(model, case, evaluation)),
        "flags": " ".join(codes(model.flags(case, evaluation))),
        **dict(_dimensions(case)),
        **dict(_distances(model, case, evaluation)),
        **({"gates": " ".join(codes(model.gates(case, evaluation)))} if model.needs.gates else {}),
    }


def evaluations(tool: str, rows: list[Row]) -> Iterator[Evaluation]:
    """Yield the evaluation of each row that is whole."""
    known = ready(tool)
    for row in rows:
        answers = {question: _answer(row[named(question)]) for question in known.questions}
        try:
            case = measured(known, read_answers(known, {"answers": answers}))
        except EngineError:
            continue
        yield MODELS[known.model].evaluate(case)


def _answer(cell: str | None) -> object:
    if cell in BLANK:
        return None
    return int(cell) if cell in ("0", "1", "2", "3") else cell


def _results(model: Model, case: Case, evaluation: Evaluation) -> Iterator[tuple[str, object]]:
    found = {"progress_to_next": None} if model.name == "trust-stages" else {}
    for name, value in {**found, **model.results(case, evaluation)}.items():
        if name == "band" and model.name == "selection":
            continue  # The same as the class.
        if name == "time_continuity":
            continue  # The same as the score of cash.
        if name == "band" and model.name == "tiering":
            yield "tier", value
        elif name in NUMBERS:
            yield f"{name}_tenths", _tenths(value)
        else:
            yield name, value


def _tenths(value: object) -> int | None:
    return int(value * 10) if isinstance(value, Decimal) else None


NUMBERS = {"overall", "prospect", "fit", "comprehensive_value", "progress_to_next"}


def _dimensions(case: Case) -> Iterator[tuple[str, object]]:
    for dimension, measure in zip(case.definition.dimensions, case.measures, strict=True):
        yield f"{named(dimension.id)}_state", measure.status
        yield f"{named(dimension.id)}_tenths", measure.tenths if measure.ok else None


def _distances(model: Model, case: Case, evaluation: Evaluation) -> Iterator[tuple[str, object]]:
    for each in model.thresholds(case, evaluation):
        name = f"{each.band}_{each.measure}"
        if model.name == "trust-stages":
            name = each.band
        yield (
            f"distance_{named(name)}_tenths",
            _tenths(each.distance),
        )


def differences(found: list[Mapping[str, object]], wanted: list[Result]) -> list[str]:
    """Return the rows that are not the same, the first few told; every column of each counts."""
    if len(found) != len(wanted):
        return [f"{len(found)} rows instead of {len(wanted)}"]
    by_account = {str(row["account"]): row for row in found}
    told = []
    for want in wanted:
        got = by_account[str(want["account"])]
        whole = {name: want.get(name) for name in got}
        if unknown := want.keys() - got.keys():
            told.append(f"no columns {sorted(unknown)}")
        elif dict(got) != whole:
            wrong = {name: (got[name], whole[name]) for name in got if got[name] != whole[name]}
            told.append(f"{want['account']}: {wrong}")
        if len(told) == 5:
            break
    return told
