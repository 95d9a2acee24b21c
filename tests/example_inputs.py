"""The examples of a calculator as a reader of one language gives them."""

from collections.abc import Mapping
from typing import Any

from tests.definitions import definition

LANGUAGES = ("en", "zh")


def in_language(value: object, language: str = "en") -> Any:
    """Return an example with one text in place of two."""
    if isinstance(value, Mapping):
        if set(value) == set(LANGUAGES):
            return value[language]
        return {key: in_language(part, language) for key, part in value.items()}
    return [in_language(part, language) for part in value] if isinstance(value, list) else value


def examples(tool: str, language: str = "en") -> list[Any]:
    """Return the inputs of all examples of a calculator."""
    return [in_language(each["input"], language) for each in definition(tool)["examples"]]
