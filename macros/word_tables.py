"""Make the engine's tables of words from playbook_data/words and playbook_data/languages.

The engine reads no file, so its sentences stand in Python: one table for each language. Authors
write YAML, where the sentences are checked like all content.
"""

import re
from collections.abc import Iterator, Mapping
from keyword import iskeyword
from pathlib import Path as FilePath

from macros.files import Files, stem
from macros.languages import Language, read_language
from macros.values import Data

FOLDER = "assessments/words/tables"
MADE = '"""Made by `playbook words` from playbook_data/{}: edit there."""'
GROUP = re.compile(r"^ *# (\w+)\.yml$", re.MULTILINE)
"""The line before the sentences of a file."""
INDENT = "    "
WIDEST = 100
"""Columns of a line of code; a sentence may be longer, for its line is its author's."""


def word_tables(files: Files) -> Mapping[str, str]:
    """Return the name of each file of assessments/words/tables -> its text."""
    sentences = [(stem(file), _record(file.source.value)) for file in files.of("words")]
    languages = {
        code: read_language(_record(files.stems["language"][code].source.value))
        for code in files.languages
    }
    tables = {
        f"{module_name(code)}.py": _table(language, sentences)
        for code, language in languages.items()
    }
    return {"__init__.py": _index(files.languages), **tables}


def _record(value: object) -> Data:
    if not isinstance(value, Mapping):
        raise TypeError("the tables were asked for before the files were checked")
    return value


def module_name(code: str) -> str:
    """Return the name of a language's table: pt_br for pt-BR, and is_ for is, a word of Python."""
    name = code.lower().replace("-", "_")
    return f"{name}_" if iskeyword(name) else name


def write_tables(root: FilePath, tables: Mapping[str, str]) -> tuple[str, ...]:
    """Write the tables that changed and delete those of no language; return their names."""
    folder = root / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    changed = [name for name, text in tables.items() if text_of(folder / name) != text]
    for name in changed:
        (folder / name).write_text(tables[name], encoding="utf-8", newline="\n")
    gone = [path for path in sorted(folder.glob("*.py")) if path.name not in tables]
    for path in gone:
        path.unlink()
    return (*changed, *(path.name for path in gone))


def text_of(path: FilePath) -> str:
    """Return what a table holds now; nothing where there is none."""
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _index(codes: tuple[str, ...]) -> str:
    """Return the file that lists the languages, in the order of playbook.yml."""
    names = sorted({module_name(code) for code in codes})
    line = f"from assessments.words.tables import {', '.join(names)}"
    if len(line) > WIDEST:
        listed = "".join(f"{INDENT}{name},\n" for name in names)
        line = f"from assessments.words.tables import (\n{listed})"
    return "\n".join(
        [
            MADE.format("playbook.yml"),
            "",
            "from collections.abc import Mapping",
            "",
            "from assessments.words.language import Language",
            line,
            "",
            "LANGUAGES: Mapping[str, Language] = {",
            *(f"{INDENT}{literal(code)}: {module_name(code)}.LANGUAGE," for code in codes),
            "}",
            "",
        ]
    )


def _table(language: Language, sentences: list[tuple[str, Data]]) -> str:
    return "\n".join(
        [
            MADE.format(f"words/ and languages/{language.id}.yml"),
            "# ruff: noqa: E501",
            "",
            "from assessments.words.language import Language",
            "",
            "LANGUAGE = Language(",
            *(f"{INDENT}{key}={_written(value)}," for key, value in _marks(language).items()),
            f"{INDENT}sentences={{",
            *_sentences(language.id, sentences),
            f"{INDENT}}},",
            ")",
            "",
        ]
    )


def _marks(language: Language) -> Mapping[str, str | int]:
    """Return what the engine knows of a language beside its sentences."""
    quotes, numbers, joints = language.quotes, language.numbers, language.joints
    return {
        "code": language.id,
        "quote_open": quotes.open,
        "quote_close": quotes.close,
        "quotes_spaced": quotes.spaced,
        "decimal_mark": numbers.decimal,
        "group_mark": numbers.group,
        "grouped_from": numbers.grouped_from,
        "between_sentences": joints.sentences,
        "between_items": joints.items,
        "between_long_items": joints.long_items,
        "before_unit": joints.unit,
        "before_percent": joints.percent,
        "plural": language.plural,
    }


def _written(value: str | int) -> str:
    return literal(value) if isinstance(value, str) else str(value)


def _sentences(code: str, sentences: list[tuple[str, Data]]) -> Iterator[str]:
    for group, records in sentences:
        yield f"{INDENT * 2}# {group}.yml"
        for key, words in records.items():
            yield f"{INDENT * 2}{literal(key)}: {literal(words[code])},"


def literal(text: str) -> str:
    """Return a text as Python writes it, in the quotation marks that the formatter would choose."""
    mark = "'" if text.count('"') > text.count("'") else '"'
    return mark + "".join(_escaped(each, mark) for each in text) + mark


def _escaped(character: str, mark: str) -> str:
    if character in ("\\", mark):
        return "\\" + character
    # A space that nobody sees, or a mark of direction, stands as its number.
    return character if character.isprintable() else ascii(character)[1:-1]
