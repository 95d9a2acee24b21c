"""playbook readability: how long each module is in each language, and how hard to read."""

import argparse

from macros.checking.readability import read_module
from macros.loading import load_playbook

HELP = "list length, reading time and reading level of every module"
EXAMPLES = ("playbook readability",)
HEAD = ("module", "words", "min", "w/sentence", "grade", "characters", "min", "c/sentence")
WIDTHS = (30, 7, 5, 12, 7, 12, 5, 12)


def options(parser: argparse.ArgumentParser) -> None:
    """Declare the options: none."""


def run(options: argparse.Namespace) -> int:
    """Print a line for each module, English first, then Chinese."""
    playbook = load_playbook(options.root)
    print(_line(HEAD))
    for module in playbook.modules.values():
        english, chinese = (read_module(module, language) for language in ("en", "zh"))
        grade = "" if english.grade is None else f"{english.grade:.1f}"
        cells = (
            *(module.id, str(english.length), str(english.minutes)),
            *(f"{english.sentence_length:.1f}", grade),
            *(str(chinese.length), str(chinese.minutes), f"{chinese.sentence_length:.1f}"),
        )
        print(_line(cells))
    return 0


def _line(cells: tuple[str, ...]) -> str:
    first, *others = zip(cells, WIDTHS, strict=True)
    return first[0].ljust(first[1]) + "".join(cell.rjust(width) for cell, width in others)
