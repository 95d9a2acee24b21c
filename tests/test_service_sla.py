"""service-sla: what the worked cases do not show."""

import pytest

from assessments import EngineError, score
from tests.definitions import definition

QUIET = {
    "tickets": 0,
    "responded_on_time": 0,
    "closed": 0,
    "overdue_open": 0,
    "resolved_on_time": 0,
    "complaints": 0,
    "complaints_closed_on_time": 0,
    "ratings": [0, 0, 0, 0, 0],
}


def report(**changed: object):
    return score(definition("service-sla"), {**QUIET, **changed}).as_data()


def problems(**changed: object) -> list[tuple[str, str]]:
    with pytest.raises(EngineError) as caught:
        report(**changed)
    return [(each.code, each.path) for each in caught.value.problems]


def test_a_month_without_anything_has_no_figure_and_no_flag() -> None:
    given = report()
    figures = ("response_on_time", "resolution_rate", "complaint_on_time", "attitude_mean")
    assert [given[name] for name in figures] == [None] * 4
    assert given["flags"] == []


def test_the_response_target_is_met_at_95() -> None:
    assert report(tickets=1000, responded_on_time=950)["flags"] == []
    assert report(tickets=10_000, responded_on_time=9_494)["flags"] == ["BELOW_95_RESPONSE"]


def test_overdue_requests_are_part_of_what_should_be_resolved() -> None:
    assert float(report(closed=2, overdue_open=2, resolved_on_time=3)["resolution_rate"]) == 75
    assert problems(closed=2, overdue_open=2, resolved_on_time=5) == [
        ("E_PART_GT_WHOLE", "resolved_on_time")
    ]


def test_complaints_that_were_never_closed_on_time_are_said() -> None:
    assert report(complaints=2)["notes"] == ["COMPLAINTS_NEVER_ON_TIME"]
    assert report(complaints=2, complaints_closed_on_time=1)["notes"] == []


def test_ratings_that_are_no_list_of_five_counts_are_refused() -> None:
    for ratings in ("none", [], [1, 2, 3, 4], [0, 0, 0, 0, 0, 0], {"5": 1}):
        assert problems(ratings=ratings) == [("E_SHAPE", "ratings")]
    assert problems(ratings=[0, True, -1, 0.5, 0]) == [
        ("E_NUMBER", "ratings[1]"),
        ("E_RANGE", "ratings[2]"),
        ("E_INTEGER", "ratings[3]"),
    ]
