"""research-sufficiency: what the worked cases do not show."""

from assessments import score
from tests.definitions import definition

ENOUGH = {"chars": 50_000, "field_visits": 3, "senior_judges": 2, "cross_checked": 0.5}


def report(**changed: object):
    return score(definition("research-sufficiency"), {**ENOUGH, **changed}).as_data()


def test_the_limits_themselves_are_enough() -> None:
    given = report()
    assert (given["status"], given["flags"], given["notes"]) == ("ok", [], [])
    assert report(chars=300_000)["flags"] == []
    assert report(chars=30_000)["status"] == "ok"
    assert report(chars=29_970)["status"] == "thin"  # 59.94, shown as 59.9


def test_research_without_a_senior_judge_says_so_even_if_it_is_enough() -> None:
    given = report(senior_judges=0)  # quality: (100 + 0 + 100) / 3
    assert float(given["sufficiency"]) == 66.7
    assert (given["status"], given["flags"]) == ("ok", ["QUALITY_BEHIND_VOLUME"])
    assert given["notes"] == ["NO_SENIOR_JUDGE"]


def test_what_is_shown_of_a_part_has_no_more_than_two_decimals() -> None:
    visits = report(field_visits=1)["working"][1]  # 1 of 3
    assert (float(visits["reached"]), float(visits["part"])) == (33.33, 33.33)
