"""Overrides: who may stand elsewhere, why, until when; what a file of results keeps of them."""

from datetime import date

import pytest

from assessments.portfolio.deciding.overrides import Override, read_day
from tests.portfolio_asking import BEST, LOW, MAP, QUESTIONS, ask, csv, made, opened, steps

TODAY = "2026-11-30"
PLACES = {"strategic": 0, "key": 1, "ordinary": 2}
ACCOUNTS = [("A", BEST), ("乙", LOW), ("C", "2" * 12)]


def override(account: str, band: str, reason: str, until: str) -> dict[str, str]:
    return {"account": account, "band": band, "reason": reason, "until": until}


def score(overrides: list[dict[str, str]] | None = None, today: str = TODAY) -> dict[str, object]:
    """Score the open list; return what its overrides come to."""
    *_, last = steps("score", map=MAP, overrides=overrides, today=today)
    return dict(last["overridden"])


def listed(accounts: list[tuple[str, str]] = ACCOUNTS) -> None:
    opened(csv(accounts).encode())


@pytest.mark.parametrize(
    ("today", "holds"),
    [("2026-12-30", True), ("2026-12-31", True), ("2027-01-01", False)],
)
def test_an_override_holds_up_to_and_including_its_last_day(today: str, holds: bool) -> None:
    each = Override(account="A", band="key", reason="-", until=date(2026, 12, 31))
    assert each.holds(date.fromisoformat(today)) is holds


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2027-03-31", date(2027, 3, 31)),
        (" 2027/3/1 ", date(2027, 3, 1)),
        ("2027年3月1日", date(2027, 3, 1)),
        ("2027-03-31 00:00:00", date(2027, 3, 31)),
        ("2027-02-30", None),
        ("31.3.2027", None),
        ("20270331", None),
        ("", None),
    ],
)
def test_a_day_is_read_with_its_year_first(text: str, day: date | None) -> None:
    assert read_day(text) == day


def test_those_that_hold_are_counted_beside_what_the_answers_give() -> None:
    listed()
    found = score([
        override("a", "key", "Owner  leaves\nin spring", "2027-03-31"),
        override("乙", "key", "Pilot", "2026-11-29"),
        override("gone", "key", "Nobody", "2027-03-31"),
    ])  # fmt: skip
    # A is strategic by its answers and stands under key; that of 乙 has ended: it stays ordinary.
    assert found == {
        "list": [
            {"place": 0, "account": "a", "band": "key", "at": PLACES["key"],
             "reason": "Owner leaves in spring", "until": "2027-03-31", "holds": True},
            {"place": 1, "account": "乙", "band": "key", "at": PLACES["key"], "reason": "Pilot",
             "until": "2026-11-29", "holds": False},
        ],
        "standing": [0, 2, 1, 0], "held": 1, "expired": 1,
    }  # fmt: skip


def test_one_is_set_replaced_and_taken_away() -> None:
    listed()
    score()
    first = ask("override", today=TODAY, **override("乙", "key", "Pilot", "2026-12-01"))
    assert first["overridden"]["held"] == 1
    again = ask("override", today=TODAY, **override("乙", "strategic", "Board", "2027-01-01"))
    assert [each["band"] for each in again["overridden"]["list"]] == ["strategic"]
    assert ask("override", today=TODAY, account="乙")["overridden"]["list"] == []
    back = ask("overrides", today=TODAY, overrides=again["overridden"]["list"])
    assert back == again


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (
            override("A", "gold", " ", "soon"),
            [
                "The override of “A” must name a result of this questionnaire, not “gold”.",
                "The override of “A” has no reason.",
                "The override of “A” needs a last day; “soon” is none.",
            ],
        ),
        (
            override("A", "", "Pilot", "2027-01-01"),
            ["The override of “A” must name a result of this questionnaire, not “”."],
        ),
        (
            override("A", "key", "Pilot", TODAY),
            ["The last day of an override must lie in the future, not on 2026-11-30."],
        ),
    ],
)
def test_what_an_override_lacks_is_told_and_nothing_is_set(
    given: dict[str, str], told: list[str]
) -> None:
    listed()
    score()
    refused = ask("override", today=TODAY, **given)
    assert [each["message"] for each in refused["error"]["problems"]] == told
    assert ask("overrides", today=TODAY, overrides=[])["overridden"]["held"] == 0


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_results_keep_them_and_give_them_back(ending: str) -> None:
    listed()
    before = score([
        override("A", "key", '=Owner, "leaves"', "2027-03-31"),
        override("乙", "key", "试点，先看半年", "2026-11-01"),
    ])  # fmt: skip
    written = made("write", ending=ending, keep=[])
    found = opened(written)
    *_, last = steps("score", map=found["map"], today=TODAY)
    assert last["overridden"] == before
    assert last["others"] == []
    assert made("write", ending=ending, keep=[]) == written
    *_, emptied = steps("score", map=found["map"], today=TODAY, overrides=[])
    assert emptied["overridden"]["list"] == []


def test_a_list_without_overrides_has_no_columns_of_them() -> None:
    listed()
    score()
    assert b"override" not in made("write", ending=".csv", keep=[])


FILE = (
    f"客户编号,{','.join(QUESTIONS)},override,override.reason,override.until\n"
    f"A,{','.join(BEST)},key,Owner leaves,2027-03-31\n"
    f"B,{','.join(BEST)},gold,,31.3.2027\n"
    f"C,{','.join(BEST)},key,Pilot,2020-01-01\n"
)


def test_those_of_a_file_that_cannot_be_used_are_told() -> None:
    opened(FILE.encode())
    *_, last = steps("score", map=MAP, today=TODAY)
    assert [each["account"] for each in last["overridden"]["list"]] == ["A", "C"]
    assert [each["message"] for each in last["notices"]] == [
        "The override of “B” must name a result of this questionnaire, not “gold”.",
        "The override of “B” has no reason.",
        "The override of “B” needs a last day; “31.3.2027” is none.",
    ]
