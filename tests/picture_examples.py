"""The example of each picture: its block as the engine tells it about a real tool."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from assessments import document, score, write_json
from macros.values import in_language
from tests.answering import assessments, questionnaire
from tests.definitions import calculators, definition

PICTURES = Path(__file__).parent.parent / "docs" / "assets" / "js" / "pictures"
KINDS = sorted(path.parent.name for path in PICTURES.glob("*/drawing.js"))
"""Every folder with a drawing is a picture."""
LANGUAGES = ("en", "zh")


def example_of(kind: str) -> Mapping[str, Any]:
    """Return the block of a picture in each language, as its example.json holds it."""
    return {language: pictures(language)[kind] for language in LANGUAGES}


@cache
def pictures(language: str) -> Mapping[str, Any]:
    """Return the first block of each kind of picture that any tool shows in a language."""
    found: dict[str, Any] = {}
    for tool, given in inputs(language):
        blocks = document(definition(tool), score(definition(tool), given), language)
        for block in json.loads(write_json(blocks)):
            if block["kind"] == "picture":
                found.setdefault(block["picture"], block)
    return found


def inputs(language: str) -> Iterator[tuple[str, Any]]:
    """Yield the first example of each calculator, and middling answers to each questionnaire."""
    for tool in calculators():
        record: Any = definition(tool)
        yield tool, in_language(record["examples"][0]["input"], language, LANGUAGES)
    for tool in assessments():
        yield (
            tool,
            {
                "answers": {
                    name: 3 - index % 3 for index, name in enumerate(questionnaire(tool).questions)
                }
            },
        )
