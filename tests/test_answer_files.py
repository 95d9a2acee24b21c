"""Whatever a file holds, the page's reader says what it is: no exception, no wait, no loss."""

import json
from collections.abc import Iterator

import pytest
from hypothesis import given

from tests.answer_files import RIGHT, TEXTS, Reader
from tests.effort import tries


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    reader = Reader()
    yield reader
    reader.close()


@pytest.mark.slow
@tries(500)
@given(text=TEXTS)
def test_any_file_is_answers_or_is_refused(reader: Reader, text: str) -> None:
    found = reader.read(text)
    assert found["is"] in ("answers", "no-answers", "other-tool", "damaged"), found
    assert found["ends"], found
    assert bool(found["places"]) == (found["is"] == "damaged")


@pytest.mark.parametrize(
    ("changes", "what", "places"),
    [
        ({}, "answers", []),
        ({"format": "playbook-answers/2"}, "no-answers", []),
        ({"tool": "another", "input": 3}, "other-tool", []),
        ({"tool": 3}, "damaged", ["tool"]),
        ({"saved": "2026-02-31"}, "damaged", ["saved"]),
        ({"saved": "31 January 2026 12:00"}, "damaged", ["saved"]),
        ({"saved": "2026-13-01T00:00:00Z"}, "damaged", ["saved"]),
        ({"input": []}, "damaged", ["input"]),
        ({"notes": {"a": 1, "b": "x"}}, "damaged", ["notes.a"]),
        ({"subject": 3, "hash": None}, "damaged", ["hash", "subject"]),
    ],
)
def test_what_a_file_is_comes_before_whether_it_is_right(
    reader: Reader, changes: dict[str, object], what: str, places: list[str]
) -> None:
    found = reader.read(json.dumps(RIGHT | changes))
    assert (found["is"], found["places"]) == (what, places)


def test_twenty_megabytes_of_one_note_are_read(reader: Reader) -> None:
    found = reader.read(json.dumps(RIGHT | {"notes": {"a": "x" * 20_000_000}}))
    assert found["is"] == "answers"
