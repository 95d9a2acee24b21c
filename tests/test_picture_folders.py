"""A picture is a folder: its drawing, its style, and an example as the engine tells it."""

import json

import pytest

from tests.picture_examples import KINDS, PICTURES, example_of, pictures


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_has_all_its_parts(kind: str) -> None:
    parts = {path.name for path in (PICTURES / kind).iterdir()}
    assert {"drawing.js", "style.css", "example.json"} <= parts


@pytest.mark.parametrize("kind", KINDS)
def test_an_example_is_what_the_engine_tells(request: pytest.FixtureRequest, kind: str) -> None:
    file = PICTURES / kind / "example.json"
    text = json.dumps(example_of(kind), ensure_ascii=False, indent=2) + "\n"
    if request.config.getoption("--update-golden"):
        file.write_text(text, encoding="utf-8")
    assert file.read_text("utf-8") == text, f"{file} (--update-golden writes it anew)"


def test_every_picture_that_a_tool_shows_is_drawn() -> None:
    assert sorted(pictures("en")) == KINDS
