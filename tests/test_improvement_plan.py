"""improvement-plan: what the worked cases do not show."""

import pytest

from assessments import EngineError, document, score
from tests.definitions import definition


def item(name: str, **changed: int) -> dict[str, object]:
    return {"id": name, "current": 0, "target": 60, "importance": 2, "effort": 2, **changed}


def report(*items: object, **rest: object):
    return score(definition("improvement-plan"), {"items": list(items), **rest}).as_data()


def order(*items: object) -> list[str]:
    return [each["id"] for each in report(*items)["ranked"]]


def test_equal_priorities_are_ordered_by_importance_then_name() -> None:
    # 60 * 2 / 2 = 60 * 4 / 4 = 60
    heavy = item("c", importance=4, effort=4)
    assert order(item("b"), item("a"), heavy) == ["c", "a", "b"]


def test_priorities_that_only_look_equal_are_not_a_tie() -> None:
    # 100 / 3 and 33.3 are both shown as 33.3
    close = item("a", target=33.3, importance=1, effort=1)
    least = item("b", target=100, importance=1, effort=3)
    given = report(close, least, top=1)
    assert given["plan"] == ["b"]
    assert given["notes"] == []


def test_a_tie_at_the_end_of_the_plan_is_said() -> None:
    given = report(item("a"), item("b"), top=1)
    assert given["notes"] == ["TIED"]
    assert given["facts"]["TIED"] == {"first": "a", "next": "b"}


def test_a_score_above_its_target_is_no_negative_gap() -> None:
    assert float(report(item("a", current=90, target=80))["ranked"][0]["gap"]) == 0


def test_each_repeated_name_is_named() -> None:
    with pytest.raises(EngineError) as caught:
        report(item("a"), item("b"), item(" a "), item("a", effort=0))
    assert [(each.code, each.path) for each in caught.value.problems] == [
        ("E_RANGE", "items[3].effort"),
        ("E_DUP_ID", "items[2].id"),
        ("E_DUP_ID", "items[3].id"),
    ]


def test_the_bars_bear_the_names_of_the_items_even_where_the_tool_calls_something_else_so() -> None:
    given = {"items": [item("plan"), item("access", effort=4), item("c", current=60)]}
    raw = definition("improvement-plan")
    blocks = document(raw, score(raw, given), "en")
    [bars] = [block["rows"] for block in blocks if block["kind"] == "bars"]
    assert [each["label"] for each in bars] == ["plan", "access"]  # type: ignore[attr-defined]
