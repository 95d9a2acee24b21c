"""Rules about the engine's own words: each sentence has one home, and the tables tell the same."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import TYPE_CHECKING

from assessments.words import LANGUAGES
from macros.checking.ids import every_language_has_its_file
from macros.checking.sentences import gaps_can_be_filled
from macros.files import Files, Rule, stem
from macros.problems import Problem
from macros.project import FOLDER as PLAYBOOK
from macros.word_tables import FOLDER, GROUP, text_of, word_tables

if TYPE_CHECKING:
    from macros.schema.fitted import Fitted

WORDS = f"{PLAYBOOK}/words"


def sentences_stand_once(files: Files) -> Iterator[Problem]:
    """No two files of words hold a sentence of the same name."""
    first: dict[object, Fitted] = {}
    for file in files.of("words"):
        for path, _ in file.each("*"):
            other = first.setdefault(path[0], file)
            if other is not file:
                message = f"The sentence '{path[0]}' stands in {other.source.file} as well."
                yield file.source.problem(path, message, "Delete one of the two.")


def tables_tell_the_same(files: Files) -> Iterator[Problem]:
    """The engine's tables are what `playbook words` makes of these files now."""
    if not (files.root / FOLDER).is_dir():
        yield from _languages_without_words(files)
    elif missing := _missing_files(files):
        yield from missing
    elif not any(problems_of_words(files)):
        tables = word_tables(files)
        for name, text in tables.items():
            line = _first_difference(text_of(files.root / FOLDER / name), text)
            if line:
                message = "The table is not what playbook_data says now."
                yield _table_problem(name, line, message)
        for path in sorted((files.root / FOLDER).glob("*.py")):
            if path.name not in tables:
                yield _table_problem(path.name, 1, "The table belongs to no language.")


def _missing_files(files: Files) -> list[Problem]:
    """Tell each file whose sentences the tables of the engine still hold."""
    told = (text_of(path) for path in sorted((files.root / FOLDER).glob("*.py")))
    names = {name for text in told for name in GROUP.findall(text)} - {
        stem(file) for file in files.of("words")
    }
    message = "The file is missing: the engine says its sentences."
    hint = "Bring it back. Where the engine says them no longer, run 'playbook words'."
    return [
        Problem(file=f"{WORDS}/{name}.yml", message=message, hint=hint) for name in sorted(names)
    ]


def _table_problem(name: str, line: int, message: str) -> Problem:
    hint = "Run 'playbook words'."
    return Problem(file=f"{FOLDER}/{name}", line=line, message=message, hint=hint)


def _first_difference(old: str, new: str) -> int:
    """Return the first line that differs, from 1; 0 where none does."""
    pairs = zip_longest(old.split("\n"), new.split("\n"))
    return next((line for line, (here, there) in enumerate(pairs, start=1) if here != there), 0)


def _languages_without_words(files: Files) -> Iterator[Problem]:
    """A playbook without an engine of its own speaks the languages of the one that is installed."""
    for settings in files.of("playbook"):
        for path, code in settings.each("languages", "*"):
            if code not in LANGUAGES:
                message = f"The engine has no sentences in '{code}'."
                hint = (
                    "Write them in playbook_data/words beside the engine, and run 'playbook words'."
                )
                yield settings.source.problem(path, message, hint)


def problems_of_words(files: Files) -> Iterator[Problem]:
    """Yield what keeps the tables from being made: not what is wrong with modules and tools."""
    for kind in ("language", "words"):
        for file in files.of(kind):
            yield from (*file.source.problems, *file.problems)
    yield from every_language_has_its_file(files)
    yield from sentences_stand_once(files)
    yield from (problem for problem in gaps_can_be_filled(files) if problem.file.startswith(WORDS))
    if not files.of("words"):
        message = "The folder holds none of the engine's sentences."
        yield Problem(file=WORDS, message=message, hint="Bring its files back.")


WORD_RULES: tuple[Rule, ...] = (sentences_stand_once, tables_tell_the_same)
