"""personal-dependency: what the worked cases do not show."""

from assessments import score
from tests.definitions import definition


def report(points: dict[str, object], **rest: object):
    given = {"owner_points": points, "backup_share": 1, "record_share": 1, **rest}
    return score(definition("personal-dependency"), given).as_data()


def test_points_of_nothing_but_zero_give_no_index() -> None:
    given = report({"a": 0, "b": 0})
    assert [given[name] for name in ("top_owner_share", "hhi", "index", "band")] == [None] * 4
    assert given["flags"] == []
    assert given["notes"] == ["NO_POINTS", "NO_TENURE"]


def test_a_colleague_without_points_does_not_share_the_relationship() -> None:
    assert report({"a": 5, "b": 0})["flags"] == ["SINGLE_OWNER"]


def test_rotation_is_due_after_the_limit_and_not_at_it() -> None:
    assert "ROTATE" not in report({"a": 1, "b": 1}, tenure_years=5)["flags"]
    assert "ROTATE" in report({"a": 1, "b": 1}, tenure_years=5.1)["flags"]
    assert "ROTATE" not in report({"a": 1, "b": 1}, tenure_years=5.1, max_tenure=6)["flags"]


def test_the_band_follows_the_index_that_is_shown() -> None:
    # 50 * 0.59896 = 29.948, shown as 29.9; 50 * 0.59904 = 29.952, shown as 30.0
    assert report({"a": 59.896, "b": 40.104})["band"] == "low"
    assert report({"a": 59.904, "b": 40.096})["band"] == "medium"
