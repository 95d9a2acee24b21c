"""playbook readability: how long each module is in each language, and how hard to read."""

import argparse
from collections.abc import Iterator, Sequence

from macros.checking.readability import Reading, read_module
from macros.languages import Language
from macros.loading import load_playbook

HELP = "list length, reading time and reading level of every module"
EXAMPLES = ("playbook readability",)
NAME, LENGTH, MINUTES, SENTENCE, GRADE = 30, 15, 5, 12, 7
"""Widths of the columns."""

Cells = Iterator[tuple[str, int]]
"""Text and width of each cell."""


def options(parser: argparse.ArgumentParser) -> None:
    """Declare the options: none."""


def run(options: argparse.Namespace) -> int:
    """Print a line for each module, with every language by its own measure."""
    playbook = load_playbook(options.root)
    languages = tuple(playbook.language_records.values())
    print(_line("module", [cell for language in languages for cell in _head(language)]))
    for module in playbook.modules.values():
        read = ((read_module(module, language), language) for language in languages)
        print(_line(module.id, [cell for each in read for cell in _cells(*each)]))
    return 0


def _head(language: Language) -> Cells:
    unit = language.reading.unit
    yield f"{language.id} {unit}s", LENGTH
    yield "min", MINUTES
    yield f"{unit[0]}/sentence", SENTENCE
    if language.reading.grade != "none":
        yield "grade", GRADE


def _cells(reading: Reading, language: Language) -> Cells:
    yield str(reading.length), LENGTH
    yield str(reading.minutes), MINUTES
    yield f"{reading.sentence_length:.1f}", SENTENCE
    if language.reading.grade != "none":
        yield "" if reading.grade is None else f"{reading.grade:.1f}", GRADE


def _line(name: str, cells: Sequence[tuple[str, int]]) -> str:
    return name.ljust(NAME) + "".join(text.rjust(width) for text, width in cells)
