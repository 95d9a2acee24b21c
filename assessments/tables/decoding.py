"""From bytes to lines of text: UTF-8, UTF-16 and GB18030, with a byte order mark or without.

Which of them it is follows from the whole file, read once in pieces: a name in Chinese may stand in
its last line only. Files glued together from two encodings are read line by line, and say so.
"""

import codecs
from collections.abc import Iterator
from io import StringIO
from itertools import chain
from typing import BinaryIO

from assessments.tables.table import LONGEST_LINE

PIECE = 1 << 20
"""Bytes that are read at once."""
LONGEST_BYTES = 4 * LONGEST_LINE + 1
"""More than a line may have: no encoding takes more than four for a character."""

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""The longer of two marks that begin alike stands first."""

MIXED = "mixed"
"""Some lines are UTF-8, the others GB18030 or damaged."""

UNREADABLE = "\N{REPLACEMENT CHARACTER}"
"""Stands where bytes are no text in either encoding: the cell is refused, the others are read."""


def encoding_of(file: BinaryIO) -> str:
    """Return the encoding of a file, and leave it at its beginning."""
    file.seek(0)
    start = file.read(PIECE)
    found = _marked(start) or _wide(start)
    if found is None:
        found = next((name for name in ("utf-8", "gb18030") if _decodes(file, name)), MIXED)
        if found == "gb18030" and _has_utf8_lines(file):
            found = MIXED
    file.seek(0)
    return found


def _marked(start: bytes) -> str | None:
    return next((name for mark, name in BYTE_ORDER_MARKS if start.startswith(mark)), None)


def _wide(start: bytes) -> str | None:
    """Tell UTF-16 without a mark by the zeros beside separators and line breaks."""
    sample = start[: 4096 - len(start) % 2]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if 4 * max(even, odd) < len(sample) // 2 or min(even, odd) * 8 > max(even, odd):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _decodes(file: BinaryIO, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    file.seek(0)
    try:
        while piece := file.read(PIECE):
            decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _has_utf8_lines(file: BinaryIO) -> bool:
    """Tell whether a line is UTF-8 beyond doubt: GB18030 is so by chance in a short word only."""
    file.seek(0)
    return any(_surely_utf8(line) for line in iter(lambda: file.readline(LONGEST_LINE), b""))


def _surely_utf8(line: bytes) -> bool:
    if line.isascii():
        return False
    try:
        text = line.decode()
    except UnicodeDecodeError:
        return False
    return sum("\u4e00" <= mark <= "\u9fff" for mark in text) >= 2


def text_lines(file: BinaryIO, encoding: str) -> Iterator[str]:
    """Yield the lines of a file with their ends; the first without a byte order mark.

    Of a line of more than LONGEST_LINE characters only a beginning comes that is still too long:
    whoever reads it can refuse it, and goes on with the next.
    """
    pieces = _mixed_pieces(file) if encoding == MIXED else _pieces(file, encoding)
    return chain.from_iterable(_without_mark(pieces))


def _without_mark(pieces: Iterator[list[str]]) -> Iterator[list[str]]:
    """Yield lines, the first without a byte order mark."""
    for place, lines in enumerate(filter(None, pieces)):
        if not place:
            lines[0] = lines[0].removeprefix("\ufeff")
        yield lines


def _pieces(file: BinaryIO, encoding: str) -> Iterator[list[str]]:
    """Yield the lines of a file piece by piece."""
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    rest = ""
    while piece := file.read(PIECE):
        lines = _split(rest + decoder.decode(piece))
        # A carriage return at the end may have its line feed in the next piece.
        rest = lines.pop() if lines and not lines[-1].endswith("\n") else ""
        yield lines
        if len(rest) > LONGEST_LINE:
            # Its last character may be the carriage return that ends it.
            rest = rest[:LONGEST_LINE] + rest[-1]
    yield _split(rest + decoder.decode(b"", final=True))


def _split(text: str) -> list[str]:
    """Return lines with their ends: line feed, carriage return or both, and nothing else."""
    return StringIO(text, newline="").readlines()


def _mixed_pieces(file: BinaryIO) -> Iterator[list[str]]:
    is_rest = False
    for line in iter(lambda: file.readline(LONGEST_BYTES), b""):
        if not is_rest:
            yield _split(_decoded(line))
        is_rest = b"\r" not in line and not line.endswith(b"\n")


def _decoded(line: bytes) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError:
        return line.decode("gb18030", errors="replace")
