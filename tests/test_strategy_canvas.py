"""strategy-canvas: what the worked cases do not show."""

import pytest

from assessments import EngineError, score
from assessments.calculators.formula_parts.canvas import length
from tests.definitions import definition

KEYS = tuple(option["id"] for option in definition("strategy-canvas")["inputs"][0]["options"])
TEXT = {"text": "t" * 20}
FULL = {**TEXT, "evidence": 1, "owner": "x", "date": "2026-06-30"}
LINKED = {
    "opportunities": ["o"],
    "goals": [{"id": "g", "opportunity": "o"}],
    "tasks": [{"id": "t", "goal": "g", "resource": 1}],
}


def report(field: object = FULL, **rest: object):
    return score(
        definition("strategy-canvas"), {"fields": dict.fromkeys(KEYS, field), **rest}
    ).as_data()


def problems(**given: object) -> list[tuple[str, str]]:
    with pytest.raises(EngineError) as caught:
        score(definition("strategy-canvas"), given)
    return [(each.code, each.path) for each in caught.value.problems]


def test_a_chinese_character_counts_as_two() -> None:
    assert length("整合已有系统,不替换") == 19  # 9 characters and a comma
    assert length("𠀀") == 2
    assert float(report({"text": "整合已有系统,不替换"})["completeness"]) == 0
    longer = report({"text": "整合客户已有系统不替换"})
    assert float(longer["completeness"]) == 33.3
    assert longer["notes"] == ["LENGTH_COUNTS_DOUBLE"]
    assert report(TEXT)["notes"] == []


def test_blanks_around_a_text_do_not_make_it_longer() -> None:
    assert float(report({"text": " " * 20 + "t"})["completeness"]) == 0


def test_owner_and_date_count_together_only() -> None:
    assert float(report({"owner": "x"})["completeness"]) == 0
    assert float(report({"owner": "x", "date": "2026-06-30"})["completeness"]) == 33.3
    assert float(report({"owner": " ", "date": "2026-06-30"})["completeness"]) == 0


def test_a_cap_is_said_only_where_it_takes_something_away() -> None:
    assert report()["flags"] == ["CAPPED_TRACE"]  # 60 without any link
    assert report(TEXT)["flags"] == []  # 20 is a sketch, capped or not
    assert (report(TEXT)["band"], float(report(TEXT)["overall"])) == ("sketch", 20.0)


def test_half_of_the_links_are_enough() -> None:
    goals = [{"id": "g", "opportunity": "o"}, {"id": "h"}]
    tasks = [{"id": "t", "goal": "g"}]  # (50 + 100 + 0) / 3 = 50
    given = report(opportunities=["o"], goals=goals, tasks=tasks)
    assert (float(given["traceability"]), given["band"], given["flags"]) == (50.0, "executable", [])
    assert given["orphans"] == ["goal:h", "resource:t"]


def test_what_is_not_linked_is_listed_by_kind() -> None:
    goals = [{"id": "g", "opportunity": ""}, {"id": "h", "opportunity": "O"}]
    tasks = [{"id": "t", "goal": None, "resource": 0}, {"id": "u", "goal": "h", "resource": 0.5}]
    assert report(opportunities=["o"], goals=goals, tasks=tasks)["orphans"] == [
        "goal:g",
        "goal:h",
        "task:t",
        "resource:t",
    ]


def test_an_empty_canvas_is_a_sketch() -> None:
    given = score(definition("strategy-canvas"), {"fields": {}}).as_data()
    assert (float(given["overall"]), given["band"], given["orphans"]) == (0.0, "sketch", [])


def test_a_complete_canvas_is_executable() -> None:
    assert (report(**LINKED)["band"], report(**LINKED)["flags"]) == ("executable", [])


def test_unknown_fields_and_repeated_names_are_all_named() -> None:
    goals = [{"id": "g"}, {"id": "g"}]
    given = {"fields": {"look": {}, "look-self": {"evidence": 0.5}}, "goals": goals}
    assert problems(**given) == [
        ("E_FIELD", "fields.look"),
        ("E_INTEGER", "fields.look-self.evidence"),
        ("E_DUP_ID", "goals[1].id"),
    ]
