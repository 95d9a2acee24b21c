"""The text of one file before it is read as YAML: its encoding and the characters in it."""

import re
from collections.abc import Iterable, Iterator

from macros.problems import Problem

INVISIBLE = {
    "\t": ("a tab", "replace it by spaces; YAML cannot tell how wide a tab is"),
    "\ufeff": ("an invisible byte order mark", "delete the character"),
    "\u200b": ("an invisible zero-width space", "delete the character"),
    "\u00ad": ("an invisible soft hyphen", "delete the character"),
    "\ufffd": ("�, which stands for a lost character", "write the character that was meant"),
    "\u2028": ("an invisible line separator", "use an ordinary line break"),
    "\u2029": ("an invisible paragraph separator", "use an ordinary line break"),
    "\x85": ("an invisible line break", "use an ordinary line break"),
}
FORBIDDEN = "\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff"
SUSPICIOUS = re.compile(f"[{''.join(INVISIBLE)}{FORBIDDEN}]")
MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}


def decode(content: bytes, file: str) -> tuple[str, tuple[Problem, ...]]:
    """Return the text of a file, with line breaks as one character each, and what is wrong with it.

    A file that is not UTF-8 gives an empty text.
    """
    for mark, name in MARKS.items():
        if content.startswith(mark):
            return "", (_not_utf8(file, 1, 1, f"the file is saved as {name}"),)
    problems: tuple[Problem, ...] = ()
    if content.startswith(b"\xef\xbb\xbf"):
        content = content[3:]
        problems = (
            Problem(
                file=file,
                message="the file begins with a byte order mark",
                hint="save it as UTF-8 without BOM",
            ),
        )
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        message = f"the byte {content[error.start]:#04x} is not UTF-8"
        return "", (*problems, _not_utf8(file, line, column, message))
    return text.replace("\r\n", "\n").replace("\r", "\n"), problems


def _not_utf8(file: str, line: int, column: int, message: str) -> Problem:
    return Problem(
        file=file, line=line, column=column, message=message, hint="save the file as UTF-8"
    )


def suspicious_characters(lines: Iterable[str], file: str) -> Iterator[Problem]:
    """Yield a problem for each character that cannot be seen or that YAML does not allow."""
    for number, line in enumerate(lines, start=1):
        for match in SUSPICIOUS.finditer(line):
            name, hint = INVISIBLE.get(
                match.group(),
                (f"the control character U+{ord(match.group()):04X}", "delete the character"),
            )
            yield Problem(
                file=file,
                line=number,
                column=match.start() + 1,
                message=f"here stands {name}",
                hint=hint,
            )


def without_suspicious(text: str) -> str:
    """Return the text with a space for each suspicious character, so that the rest can be read."""
    return "\n".join(SUSPICIOUS.sub(" ", line) for line in text.split("\n"))
