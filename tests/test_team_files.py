"""Whatever people send a facilitator, the page of a team says what it is and loses nothing."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.answer_files import RIGHT, TEXTS, TOOL, VALUES, Reader
from tests.effort import tries

ROW: dict[str, Any] = {
    **{key: RIGHT[key] for key in ("tool", "version", "hash", "structure", "saved", "input")},
    "notes": {},
    "subjectId": "y",
    "respondent": "Lin",
    "id": "1",
    "day": "2026-01-31",
    "told": None,
}
DEVICE = {
    "format": "playbook-device/1",
    "tables": {
        "subjects": [{"id": "y", "kind": "account", "name": "Yunhe"}],
        "results": [
            ROW,
            ROW | {"id": "2", "saved": "2026-02-28T12:00:00.000Z"},
            ROW | {"id": "3", "respondent": "Chen"},
            ROW | {"id": "4", "tool": "ltv"},
        ],
        "drafts": [{**ROW, "respondent": "Zhou", "stamp": "a.1", "scored": False}, "damaged"],
    },
}
SESSION = {
    "format": "playbook-team/1",
    "tool": TOOL,
    "saved": "2026-01-31T12:00:00.000Z",
    "subject": "Yunhe",
    "people": [
        {**ROW, "side": "customer", "agreed": True},
        {**ROW, "respondent": "Su", "side": "elsewhere"},
        {**ROW, "tool": "ltv"},
        7,
    ],
    "agreed": {"answers": {"perception.1": 2, "perception.2": 9}, "reasons": {"perception.1": 1}},
}


def changed(right: dict[str, Any]) -> st.SearchStrategy[str]:
    keys = st.sampled_from([*right, "__proto__", "more"])
    return st.dictionaries(keys, VALUES, max_size=3).map(
        lambda changes: json.dumps({**right, **changes, "format": right["format"]})
    )


FILES = TEXTS | changed(DEVICE) | changed(SESSION)


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    reader = Reader("team_files.mjs")
    yield reader
    reader.close()


@pytest.mark.parametrize(
    ("content", "what", "who"),
    [
        (RIGHT, "sets", [""]),
        (
            RIGHT | {"input": {**RIGHT["input"], "confidence": {"perception.1": "guess"}}},
            "sets",
            [""],
        ),
        (RIGHT | {"respondent": " Lin\u202e "}, "sets", ["Lin"]),
        (RIGHT | {"respondent": "x" * 81}, "damaged", []),
        (RIGHT | {"input": 3}, "damaged", []),
        (RIGHT | {"tool": "ltv"}, "calculator", []),
        (RIGHT | {"tool": "constructor"}, "unknown-tool", []),
        # Of each person the latest answers, of the tool that has most.
        (DEVICE, "sets", ["Lin", "Chen", "Zhou"]),
        (DEVICE | {"tables": {"results": {}}}, "none-of-tool", []),
        (SESSION, "session", ["Lin", "Su"]),
        (SESSION | {"tool": "ltv"}, "calculator", []),
        (SESSION | {"people": None}, "not-ours", []),
        ([RIGHT], "not-ours", []),
        ("nothing", "not-ours", []),
    ],
)
def test_a_file_is_answer_sets_or_a_session_or_is_refused_with_a_reason(
    reader: Reader, content: object, what: str, who: list[str]
) -> None:
    assert reader.read(json.dumps(content)) == {"is": what, "who": who, "again": True}


@pytest.mark.slow
@tries(400)
@given(text=FILES)
def test_any_file_is_read_or_refused(reader: Reader, text: str) -> None:
    found = reader.read(text)
    assert found["is"] != "error", found
    assert found["again"], found
