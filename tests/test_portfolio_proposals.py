"""Other weights and limits: which accounts move, and the proposal that says so."""

import pytest

from assessments.border.problems import EngineError
from assessments.portfolio.batch import Batch, Scored
from assessments.portfolio.moves import counts, moved_by_proposal
from assessments.portfolio.proposals import difference, proposed, settings_of
from tests.answering import questionnaire
from tests.definitions import definition
from tests.portfolio_rows import account, one_by_one, random_columns

TIERS, CLASSES = "customer-value-tiering", "fortune-telling-selection"


def scored(tool: str, *rows: str, **settings: object) -> Scored:
    """Return accounts whose answers are written one digit a question."""
    names = questionnaire(tool).questions
    columns = dict(zip(names, map(list, zip(*rows, strict=True)), strict=True))
    changed = {name.replace("__", "."): value for name, value in settings.items()}
    return Batch(proposed(definition(tool), changed)).score(columns)


def test_every_weight_and_limit_is_a_setting() -> None:
    assert settings_of(definition(TIERS)) == {
        "current": 35, "potential": 30, "strategic": 35, "strategic.overall": 70,
        "strategic.strategic": 60, "key.overall": 50, "key.current": 75,
    }  # fmt: skip
    assert len(settings_of(definition(CLASSES))) == 11


def test_a_proposal_changes_nothing_but_its_settings() -> None:
    raw = definition(TIERS)
    made = proposed(raw, {"current": 40, "strategic.overall": 65})
    assert settings_of(made) == {**settings_of(raw), "current": 40, "strategic.overall": 65}
    assert settings_of(raw)["current"] == 35
    assert difference(raw, {"current": 40, "potential": 30}) == [
        {"setting": "current", "from": 35, "to": 40}
    ]


def test_what_is_no_setting_is_refused_by_name() -> None:
    with pytest.raises(EngineError) as refused:
        proposed(definition(TIERS), {"curent": 40, "current": -1, "potential": "much"})
    told = [each["message"] for each in refused.value.as_data()["error"]["problems"]]
    assert told == [
        "There is no weight or limit “curent”.",
        "current must be a number from 0 to 1,000,000, not −1.",
        "potential must be a number from 0 to 1,000,000, not “much”.",
    ]


def test_a_lower_limit_moves_the_accounts_between_the_two() -> None:
    # (100 * 35 + 33.3 * 30 + 66.7 * 35) / 100 = 68.3: below 70, not below 65.
    rows = "333311112222", "333333333333", "000000000000"
    before, now = scored(TIERS, *rows), scored(TIERS, *rows, strategic__overall=65)
    moves, standing = moved_by_proposal(["A", "B", "C"], before, now)
    assert [(move.account, move.before, move.now) for move in moves] == [("A", "key", "strategic")]
    assert counts(before) == {"strategic": 1, "key": 1, "ordinary": 1, "": 0}
    assert standing == {"strategic": 2, "key": 0, "ordinary": 1, "": 0}


@pytest.mark.parametrize(
    ("tool", "settings"),
    [
        (TIERS, {"current": 50, "potential": 10, "key.overall": 45}),
        (TIERS, {"current": 0, "strategic.overall": 40, "key.overall": 60}),
        (CLASSES, {"prospect.industry": 60, "watch.prospect": 80}),
    ],
)
def test_a_proposal_is_scored_as_a_tool_with_these_settings(
    tool: str, settings: dict[str, object]
) -> None:
    raw = proposed(definition(tool), settings)
    columns = random_columns(tool, 150, seed=8)
    found = Batch(raw).score(columns).columns()
    for place in range(150):
        expected = one_by_one(tool, account(tool, columns, place), raw)
        row = {name: cells[place] for name, cells in found.items()}
        assert expected
        assert row == {name: expected[name] for name in row}
