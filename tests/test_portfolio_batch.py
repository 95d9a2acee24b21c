"""Many accounts at once give what one account at a time gives."""

from dataclasses import replace
from decimal import Decimal

import pytest

from assessments.border.problems import EngineError
from assessments.border.reading import write_json
from assessments.portfolio.batch import Batch
from assessments.portfolio.blocking import blocking_question
from assessments.questionnaires.answers import read_answers
from assessments.questionnaires.evaluation import Case, Evaluation, measured
from assessments.questionnaires.models import MODELS
from tests.answering import assessments, questionnaire
from tests.definitions import definition
from tests.portfolio_rows import account, one_by_one, random_columns

pytestmark = pytest.mark.slow

TIERS, CLASSES = "customer-value-tiering", "fortune-telling-selection"


def compare(tool: str, count: int, seed: int, wrong: float) -> None:
    columns = random_columns(tool, count, seed, wrong)
    found = Batch(definition(tool)).score(columns).columns()
    for place in range(count):
        expected = one_by_one(tool, account(tool, columns, place))
        row = {name: cells[place] for name, cells in found.items()}
        if expected is None:
            assert row.pop("status") == "malformed"
            # What the cells of a dimension say stands even so; nothing else is told.
            assert not any(row[name] for name in row if not name.startswith(("score.", "state.")))
        else:
            assert row == {name: expected[name] for name in row}


@pytest.mark.parametrize("tool", assessments())
def test_every_assessment_gives_the_same_in_a_batch_as_alone(tool: str) -> None:
    compare(tool, 120, seed=1, wrong=0.1)


@pytest.mark.parametrize("tool", [TIERS, CLASSES])
def test_tiers_and_classes_give_the_same_in_a_batch_as_alone(tool: str) -> None:
    compare(tool, 1500, seed=2, wrong=0.05)


@pytest.mark.parametrize("tool", [TIERS, CLASSES])
def test_parts_of_a_list_give_the_same_as_the_whole(tool: str) -> None:
    columns = random_columns(tool, 600, seed=3, wrong=0.05)
    whole = Batch(definition(tool)).score(columns).columns()
    batch = Batch(definition(tool))
    parts = [
        batch.score({name: cells[at : at + 97] for name, cells in columns.items()}).columns()
        for at in range(0, 600, 97)
    ]
    joined = {name: [cell for part in parts for cell in part[name]] for name in whole}
    assert write_json(joined) == write_json(whole)


@pytest.mark.parametrize("tool", [TIERS, CLASSES])
def test_what_compares_alike_with_all_limits_is_evaluated_once(
    tool: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    model, evaluated = MODELS[questionnaire(tool).model], []

    def evaluate(case: Case) -> Evaluation:
        evaluated.append(case)
        return model.evaluate(case)

    counting = {model.name: replace(model, evaluate=evaluate)}
    monkeypatch.setattr("assessments.portfolio.batch.MODELS", counting)
    columns, batch = random_columns(tool, 3_000, seed=6), Batch(definition(tool))
    batch.score(columns).columns()
    once = len(evaluated)
    # With both ends of what is open, and what each answer would leave, it were many for each row.
    assert once < 1_000
    batch.score(columns).columns()
    assert len(evaluated) == once


@pytest.mark.parametrize("tool", [TIERS, CLASSES])
def test_the_question_that_blocks_is_the_first_of_the_next_step(tool: str) -> None:
    columns = random_columns(tool, 200, seed=4)
    blocks = Batch(definition(tool)).score(columns).column("blocks")
    found = questionnaire(tool)
    for place, block in enumerate(blocks):
        given = account(tool, columns, place)
        report = one_by_one(tool, given)
        assert report
        if report["next_step"]["status"] == "found":
            assert block == report["next_step"]["improve"][0]["question"]
        case = measured(found, read_answers(found, given))
        assert block == blocking_question(MODELS[found.model], case)


def test_where_nothing_is_to_be_lifted_the_lowest_answer_of_the_lowest_dimension_blocks() -> None:
    rows = ["3333", "3233", "3333"]
    names = questionnaire(TIERS).questions
    columns = {name: [int(sign)] for name, sign in zip(names, "".join(rows), strict=True)}
    scored = Batch(definition(TIERS)).score(columns)
    assert scored.column("band") == ["strategic"]
    assert scored.column("blocks") == ["potential.2"]


def test_cells_are_read_as_people_write_them() -> None:
    names = questionnaire(TIERS).questions[:4]
    written = [["3", " 2", "１", "0"], ["N/A", "na", "不适用", "3"], ["", None, " ", "3"]]
    columns = dict(zip(names, map(list, zip(*written, strict=True)), strict=True))
    found = Batch(definition(TIERS)).score(columns).columns()
    assert found["state.current"] == ["ok", "insufficient", "insufficient"]
    # The first account has 3 + 2 + 1 + 0 of 12 points.
    assert found["score.current"] == [Decimal("50.0"), None, None]
    assert found["open"] == [8, 8, 11]


@pytest.mark.parametrize("cell", ["4", "2.0", "#N/A", "-", "=1", 2.0, True, 10**40, [1], {}])
def test_a_cell_that_is_no_answer_is_no_blank(cell: object) -> None:
    columns = random_columns(TIERS, 3, seed=5)
    columns["potential.2"] = [2, cell, 2]
    found = Batch(definition(TIERS)).score(columns).columns()
    assert found["status"][1] == found["state.potential"][1] == "malformed"
    assert found["band"][1] is found["overall"][1] is found["open"][1] is found["sure"][1] is None
    assert "malformed" not in (found["status"][0], found["status"][2])


def test_a_fact_that_is_neither_yes_nor_no_gives_no_tier() -> None:
    names = questionnaire(TIERS).questions
    columns: dict[str, list[object]] = {name: [3] * 6 for name in names}
    columns["credit_block"] = ["是", "no", "", "cleared", True, None]
    found = Batch(definition(TIERS)).score(columns).columns()
    assert found["status"] == ["ok", "ok", "ok", "malformed", "ok", "ok"]
    assert found["band"] == ["ordinary", "strategic", "strategic", None, "ordinary", "strategic"]
    assert found["flags"] == ["BLOCKED", "", "", None, "BLOCKED", ""]


def test_columns_that_do_not_fit_are_refused_by_name() -> None:
    with pytest.raises(EngineError) as refused:
        Batch(definition(TIERS)).score({"current.1": [1, 2], "current.9": [1], "current.2": [1]})
    told = [problem["message"] for problem in refused.value.as_data()["error"]["problems"]]
    assert told == [
        "The tool has no column “current.9”.",
        "The column “current.2” has 1 cells where the others have 2.",
    ]


def test_no_account_gives_empty_columns() -> None:
    batch = Batch(definition(TIERS))
    assert set(map(len, batch.score({}).columns().values())) == {0}
    assert batch.score({}, count=2).column("status") == ["incomplete", "incomplete"]
