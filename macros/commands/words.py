"""playbook words: make the engine's tables of words from playbook_data/words."""

import argparse

from macros.checking.words import problems_of_words
from macros.files import read_files
from macros.problems import PlaybookError, count_of
from macros.word_tables import FOLDER, word_tables, write_tables

HELP = "make the engine's tables of words from playbook_data/words"
EXAMPLES = ("playbook words",)


def options(parser: argparse.ArgumentParser) -> None:
    """Declare the options: none."""


def run(options: argparse.Namespace) -> int:
    """Write the tables that changed, and say which."""
    files = read_files(options.root)
    problems = tuple(problems_of_words(files))
    if problems:
        raise PlaybookError(problems)
    changed = write_tables(options.root, word_tables(files))
    for name in changed:
        print(f"{FOLDER}/{name}")
    print(f"{count_of(len(changed), 'file')} changed.")
    return 0
