"""The examples of a calculator as a reader of one language gives them."""

from typing import Any

from macros import values
from tests.definitions import definition

LANGUAGES = ("en", "zh")


def in_language(value: object, language: str = "en") -> Any:
    """Return an example with one text in place of two."""
    return values.in_language(value, language, LANGUAGES)


def examples(tool: str, language: str = "en") -> list[Any]:
    """Return the inputs of all examples of a calculator."""
    return [in_language(each["input"], language) for each in definition(tool)["examples"]]
