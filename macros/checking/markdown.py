"""Rules about the marks of a text: only those of authors work, and nothing in it breaks its page.

Pages show any other mark as the character it is. It is told all the same, because whoever wrote it
meant something else.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from macros.checking.sentences import speaks
from macros.files import Files, Rule
from macros.plain_text import CODE
from macros.problems import Problem
from macros.values import cut

HEADING = re.compile(r"^ {0,3}(#+.*|[=-]+ *)$", re.MULTILINE)
"""A line that begins with #, or one that makes a heading of the line above it."""
DEFINITION = re.compile(r"^ {0,3}(\*?\[[^\]\n]+\]:).*$", re.MULTILINE)
"""What Markdown takes for the target of a link, for a footnote or for an abbreviation."""
BACKTICKS = re.compile(r"(?<!\\)`+")
LINK = re.compile(r"(?<!!)\[(?P<words>[^\]\[]*)\]\((?P<target>[^)]*)\)")
"""Words, and whatever stands in the place of an id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreign:
    """A mark that texts do not have."""

    pattern: re.Pattern[str]
    message: str
    """Names what was found as {found}."""
    hint: str


TAG = Foreign(
    pattern=re.compile(r"<(?:/?[A-Za-z][^<>]*>|!--|[!?][A-Za-z\[])"),
    message="The text holds a tag of HTML: {found}.",
    hint="Write words; authors have **bold**, *italics*, `code` and links by id.",
)
ENTITY = Foreign(
    pattern=re.compile(r"&(?:#\d+|#[xX][0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]+);"),
    message="The text holds an entity of HTML: {found}.",
    hint="Write the character itself.",
)
IMAGE = Foreign(
    pattern=re.compile(r"!\[[^\]\n]*\]?(?:\([^)\n]*\)?)?"),
    message="The text holds an image: {found}.",
    hint="Say in words what the image would show.",
)
BROKEN_LINK = Foreign(
    pattern=re.compile(r"\](?:\([^)\n]*\)?|\[[^\]\n]*\]?)"),
    message="The link that ends with {found} cannot be read.",
    hint="Link by kind and id, without brackets in the words: [words](m:trust-stages).",
)
INSTRUCTION = Foreign(
    pattern=re.compile(r"\{[:#.%{][^}\n]*\}*|\{[^{}\n]*=[^{}\n]*\}"),
    message="The text holds instructions for the page: {found}.",
    hint="Delete them: a text cannot change how its page looks or works.",
)
INDENTED = Foreign(
    pattern=re.compile(r"^ {4,}\S.*$", re.MULTILINE),
    message="The line “{found}” begins with four blanks or more, which make code of it.",
    hint="Begin it at the margin.",
)
ACROSS = Foreign(
    pattern=re.compile(r"^ {0,3}(?:(?:\* *){3,}|(?:_ *){3,}|(?:- +){2,}- *)$", re.MULTILINE),
    message="The line {found} draws a line across the page.",
    hint="Delete it: the keys of a file divide its page.",
)
FOREIGN = (TAG, ENTITY, IMAGE, BROKEN_LINK, INDENTED, ACROSS)
"""What no text has; sentences with gaps have rules of their own for braces."""


def texts_have_only_the_marks_of_authors(files: Files) -> Iterator[Problem]:
    """No text holds HTML, images, links that are none, or instructions in braces."""
    to_write = set(files.of_languages("to_write").values())
    for kind, file in files.all():
        for path, text in file.texts():
            if text in to_write:
                continue
            rows = FOREIGN if speaks(kind, path) else (*FOREIGN, INSTRUCTION)
            for row, found in foreign_marks(text, rows):
                message = row.message.format(found=cut(found.strip()))
                yield file.source.problem(path, message, row.hint, at=found)


def foreign_marks(text: str, rows: tuple[Foreign, ...]) -> Iterator[tuple[Foreign, str]]:
    """Yield the first find of each kind; code may hold anything, and a whole link is none."""
    rest = LINK.sub(lambda link: " " + link["words"], CODE.sub(" ", text))
    for row in rows:
        # A line that the text of a link interrupts is still a line of the file.
        found = row.pattern.search(text if row in (INDENTED, ACROSS) else rest)
        if found:
            yield row, found.group()
            rest = row.pattern.sub(" ", rest)


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


MARKDOWN_RULES: tuple[Rule, ...] = (
    texts_have_only_the_marks_of_authors,
    texts_have_no_headings,
    texts_define_nothing,
    code_is_closed,
)
