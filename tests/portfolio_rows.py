"""Random accounts for tests: columns of cells, and what one account at a time gives."""

import random
from collections.abc import Mapping, Sequence
from typing import Any

from assessments.border.problems import EngineError
from assessments.questionnaires.definition_reader import read_questionnaire
from assessments.scoring import score_answers
from tests.answering import questionnaire

CELLS = (0, 1, 2, 3, "na", None)
HABITS: Sequence[Sequence[int]] = (
    (4, 6, 8, 8, 2, 1),
    (1, 1, 1, 1, 0, 0),
    (0, 0, 1, 9, 0, 0),
    (1, 2, 2, 1, 6, 1),
    (1, 2, 2, 1, 1, 6),
    (0, 0, 0, 0, 1, 0),
    (0, 0, 0, 0, 0, 1),
)
"""How often each cell stands in a row of a kind: mixed, full, high, n/a, open, all of one."""

WRONG = ("4", "-1", "2.0", 2.0, True, "#N/A", "high", 7, "1,5", [], "٣x")
"""Cells that are neither an answer nor a blank."""


def random_columns(tool: str, count: int, seed: int, wrong: float = 0.0) -> dict[str, list[Any]]:
    """Return as many accounts as columns; *wrong* is the share of accounts with a wrong cell."""
    dice, definition = random.Random(f"{tool} {seed}"), questionnaire(tool)
    columns: dict[str, list[Any]] = {name: [] for name in definition.questions}
    flags: dict[str, list[Any]] = {name: [] for name in definition.flags}
    for _ in range(count):
        habit = dice.choice(HABITS)
        for cells in columns.values():
            cells.append(dice.choices(CELLS, habit)[0])
        for cells in flags.values():
            cells.append(dice.random() < 0.1)
        if dice.random() < wrong:
            dice.choice([*columns.values()])[-1] = dice.choice(WRONG)
    return {**columns, **flags}


def account(tool: str, columns: Mapping[str, Sequence[Any]], place: int) -> dict[str, Any]:
    """Return the input of one account."""
    definition = questionnaire(tool)
    return {
        "answers": {name: columns[name][place] for name in definition.questions},
        "flags": [name for name in definition.flags if columns[name][place]],
    }


def one_by_one(
    tool: str, given: Mapping[str, Any], raw: Mapping[str, Any] | None = None
) -> dict[str, Any] | None:
    """Return the columns of one account from the report that a page shows; None where refused."""
    definition = read_questionnaire(raw) if raw else questionnaire(tool)
    try:
        report = score_answers(definition, given).as_data()
    except EngineError:
        return None
    found: dict[str, Any] = {"status": report["status"]}
    for end in ("lowest", "highest"):
        found |= {f"{end}.{key}": value for key, value in report["bounds"][end].items()}
    for each in report["dimensions"]:
        found[f"score.{each['id']}"] = each["score"]
        found[f"state.{each['id']}"] = each["status"]
    for each in report["thresholds"]:
        found[f"distance.{each['band']}.{each['measure']}"] = each["distance"]
    found |= {"flags": " ".join(report["flags"]), "open": report["bounds"]["open"]}
    found |= {"gates": " ".join(report["gates"])} if "gates" in report else {}
    sure = report["how_sure"]
    for band in definition.bands:
        found[f"sure.{band.id}"] = None if sure is None else sure["results"].get(band.id, 0)
    found |= {"sure": sure and sure["share"], "ask": report["bounds"]["ask"]}
    absent = {f"{end}.progress_to_next": None for end in ("lowest", "highest")}
    return {"progress_to_next": None, **absent, **report, **found}
