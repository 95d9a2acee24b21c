"""Rules about the Markdown of a text: nothing in it breaks the page that it stands on."""

import re
from collections.abc import Iterator

from macros.files import Files, Rule
from macros.problems import Problem

HEADING = re.compile(r"^ {0,3}(#+.*|[=-]+ *)$", re.MULTILINE)
"""A line that begins with #, or one that makes a heading of the line above it."""
DEFINITION = re.compile(r"^ {0,3}(\*?\[[^\]\n]+\]:).*$", re.MULTILINE)
"""What Markdown takes for the target of a link, for a footnote or for an abbreviation."""
BACKTICKS = re.compile(r"(?<!\\)`+")


def texts_have_no_headings(files: Files) -> Iterator[Problem]:
    """The headings of a page come from its keys, so that each has an address and its place."""
    for _, file in files.all():
        for path, text in file.texts():
            found = HEADING.search(text)
            if found:
                line = found.group().strip()
                message = f"The line '{line[:40]}' makes a heading in the middle of a text."
                hint = "Delete the marks, or write the words in bold: **words**."
                yield file.source.problem(path, message, hint, at=line)


def texts_define_nothing(files: Files) -> Iterator[Problem]:
    """No text holds a footnote or the target of a link, which Markdown would take out of it."""
    for _, file in files.all():
        for path, text in file.texts():
            found = DEFINITION.search(text)
            if found:
                message = f"Markdown takes the line with '{found.group(1)[:40]}' out of the text."
                hint = "Write a note as a sentence, and link by id: [words](m:trust-stages)."
                yield file.source.problem(path, message, hint, at=found.group(1))


def code_is_closed(files: Files) -> Iterator[Problem]:
    """Where ` opens words of code, as many ` close it."""
    for _, file in files.all():
        for path, text in file.texts():
            mark = unclosed(text)
            if mark:
                message = f"The mark {mark} opens words of code that nothing closes."
                yield file.source.problem(
                    path, message, f"Write {mark} after the words too.", at=mark
                )


def unclosed(text: str) -> str:
    """Return the backticks that are opened and never closed, or nothing."""
    opened = ""
    for mark in BACKTICKS.findall(text):
        if not opened:
            opened = mark
        elif mark == opened:
            opened = ""
    return opened


MARKDOWN_RULES: tuple[Rule, ...] = (texts_have_no_headings, texts_define_nothing, code_is_closed)
