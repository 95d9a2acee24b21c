"""The text of one file before it is read as YAML: its encoding and the characters in it."""

import re
from collections.abc import Iterable, Iterator

from macros.problems import Problem

INVISIBLE = {
    "\t": ("A tab", "Replace it by spaces: YAML cannot tell how wide a tab is."),
    "\ufeff": ("An invisible byte order mark", "Delete the character."),
    "\u200b": ("An invisible zero-width space", "Delete the character."),
    "\u00ad": ("An invisible soft hyphen", "Delete the character."),
    "\ufffd": ("The sign � for a lost character", "Write the character that was meant."),
    "\u2028": ("An invisible line separator", "Use an ordinary line break."),
    "\u2029": ("An invisible paragraph separator", "Use an ordinary line break."),
    "\x85": ("An invisible line break", "Use an ordinary line break."),
}
UNSEEN = (
    "\u115f\u1160\u180e\u2060-\u2064\u206a-\u206f\u3164\uffa0\ufff9-\ufffb\U000e0000-\U000e007f"
)
"""Characters without a picture, which no language here needs."""
TURNING = "\u202a-\u202e"
"""Marks that force a direction upon the text after them, so that it reads as what it is not."""
FORBIDDEN = "\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff"
SUSPICIOUS = re.compile(f"[{''.join(INVISIBLE)}{FORBIDDEN}{TURNING}{UNSEEN}]")
RUN = re.compile(rf"({SUSPICIOUS.pattern})\1*")
MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}


def decode(content: bytes, file: str) -> tuple[str, tuple[Problem, ...]]:
    """Return the text of a file, with line breaks as one character each, and what is wrong with it.

    A file that is not UTF-8 gives an empty text.
    """
    for mark, name in MARKS.items():
        if content.startswith(mark):
            return "", (_not_utf8(file, 1, 1, f"The file is saved as {name}."),)
    problems: tuple[Problem, ...] = ()
    if content.startswith(b"\xef\xbb\xbf"):
        content = content[3:]
        problems = (
            Problem(
                file=file,
                message="The file begins with a byte order mark.",
                hint="Save it as UTF-8 without BOM.",
            ),
        )
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        message = f"The byte {content[error.start]:#04x} is not UTF-8."
        return "", (*problems, _not_utf8(file, line, column, message))
    return text.replace("\r\n", "\n").replace("\r", "\n"), problems


def _not_utf8(file: str, line: int, column: int, message: str) -> Problem:
    return Problem(
        file=file, line=line, column=column, message=message, hint="Save the file as UTF-8."
    )


def suspicious_characters(lines: Iterable[str], file: str) -> Iterator[Problem]:
    """Yield a problem for each run of a character that cannot be seen or that YAML forbids."""
    for number, line in enumerate(lines, start=1):
        for match in RUN.finditer(line):
            name, hint = named(match[1])
            count = len(match[0])
            times = f" {count} times" if count > 1 else ""
            yield Problem(
                file=file,
                line=number,
                column=match.start() + 1,
                message=f"{name} stands here{times}.",
                hint=hint,
            )


def named(character: str) -> tuple[str, str]:
    """Return what a suspicious character is called, and what to do with it."""
    code = f"U+{ord(character):04X}"
    kind = "control character"
    if re.match(f"[{TURNING}{UNSEEN}]", character):
        kind = "mark" if re.match(f"[{TURNING}]", character) else "invisible character"
    return INVISIBLE.get(character, (f"The {kind} {code}", "Delete the character."))


def without_suspicious(text: str) -> str:
    """Return the text with a space for each suspicious character, so that the rest can be read."""
    return "\n".join(SUSPICIOUS.sub(" ", line) for line in text.split("\n"))
