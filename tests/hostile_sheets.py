"""Workbooks as anybody could hand one over, and what hypothesis makes of an answer sheet."""

import re
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO

from hypothesis import strategies as st

from tests.filled_sheets import SheetReader, blank, blank_bytes, put

TOOL = "relationship-depth"
SHEET = "xl/worksheets/sheet1.xml"
TEXTS = "xl/sharedStrings.xml"
BOMB = 40 * 2**20
"""Bytes that a small file turns into."""


def filled_bytes() -> bytes:
    """Return an answer sheet with something in it."""
    workbook = blank(TOOL)
    put(workbook, "half_life", 6)
    content = BytesIO()
    workbook.save(content)
    return content.getvalue()


def with_parts(content: bytes, changes: Mapping[str, Callable[[bytes], bytes]]) -> bytes:
    """Return a workbook with some of its parts changed."""
    made = BytesIO()
    assert set(changes) <= set(zipfile.ZipFile(BytesIO(content)).namelist())
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(made, "w", 8) as new:
        for name in old.namelist():
            new.writestr(name, changes.get(name, bytes)(old.read(name)))
    return made.getvalue()


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """Return a ZIP of these files."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", 8) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return made.getvalue()


def with_macros(content: bytes) -> bytes:
    """Return a workbook that brings a program along."""
    made = BytesIO(content)
    with zipfile.ZipFile(made, "a", 8) as file:
        file.writestr("xl/vbaProject.bin", b"Sub Auto_Open() ... End Sub")
    return made.getvalue()


def replaced(old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    """Return what replaces a piece of a part once; it must be there."""

    def change(part: bytes) -> bytes:
        assert old in part
        return part.replace(old, new, 1)

    return change


ENTITIES = b"".join(b'<!ENTITY a%d "%s">' % (i, b"&a%d;" % (i - 1) * 10) for i in range(1, 12))
FILLED = filled_bytes()
BLANK = blank_bytes(TOOL, "en")
"""As the site offers it: its texts stand in a part of their own."""
REFUSED: Mapping[str, tuple[bytes, str]] = {
    "nothing": (b"PK", "damaged"),
    "half of a file": (FILLED[: len(FILLED) // 2], "damaged"),
    "an old or locked spreadsheet": (b"\xd0\xcf\x11\xe0" + bytes(600), "other-kind"),
    "an OpenDocument": (zipped({"mimetype": b"x", "content.xml": b"<x/>"}), "other-kind"),
    "a binary workbook": (zipped({"xl/workbook.bin": b"x"}), "other-kind"),
    "another ZIP": (zipped({"readme.txt": b"x"}), "no-sheet"),
    "a bomb for a workbook": (
        zipped({"xl/workbook.xml": bytes(BOMB), "xl/_rels/workbook.xml.rels": b""}),
        "large",
    ),
    "a bomb for texts": (with_parts(BLANK, {TEXTS: lambda _: b"<a>" * (BOMB // 3)}), "large"),
    "a document type": (
        with_parts(
            FILLED, {SHEET: lambda part: b"<!DOCTYPE x [<!ENTITY a0 'x'>" + ENTITIES + b"]>" + part}
        ),
        "damaged",
    ),
    "a tag without an end": (with_parts(FILLED, {SHEET: lambda part: part[:500]}), "damaged"),
    "a row far outside": (
        with_parts(FILLED, {SHEET: lambda part: re.sub(rb'<row r="2"', b'<row r="1e99"', part)}),
        "damaged",
    ),
    "very many cells": (
        with_parts(
            FILLED, {SHEET: replaced(b"<sheetData>", b"<sheetData>" + b"<c><v>1</v></c>" * 300_000)}
        ),
        "damaged",
    ),
}
"""What it is -> the file, and the word for why it is refused."""

_PARTS = (SHEET, TEXTS, "xl/workbook.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels")
_PIECES = (
    *(b"<", b">", b"</c>", b"<c r='A1' t='s'><v>99999999</v></c>", b"<f>1+1</f>", b"&#x110000;"),
    *(b"<![CDATA[", b"<!--", b"&amp;amp;", b'"', b"\x00", b"\xff\xfe", b"_xFFFF_", b"<t>", b"<is>"),
    *(b"<row r='0'/>", b"<c r='ZZZ1'/>", b"1e308", b"-1", b"NaN", b"<rPh>", b"</sheetData>"),
)


def _spliced(part: str, at: float, piece: bytes, length: int) -> bytes:
    def change(content: bytes) -> bytes:
        place = int(at * len(content))
        return content[:place] + piece + content[place + length :]

    return with_parts(BLANK if part == TEXTS else FILLED, {part: change})


SPLICED = st.builds(
    _spliced,
    st.sampled_from(_PARTS),
    st.floats(0, 1),
    st.sampled_from(_PIECES) | st.binary(max_size=8),
    st.integers(0, 200),
)
CUT = st.tuples(st.integers(0, len(FILLED)), st.binary(max_size=6), st.integers(0, 60)).map(
    lambda cut: FILLED[: cut[0]] + cut[1] + FILLED[cut[0] + cut[2] :]
)
SHEETS = SPLICED | CUT | st.binary(max_size=200).map(lambda rest: b"PK\x03\x04" + rest)


def read_a_sheet(reader: SheetReader, content: bytes) -> None:
    """Fail unless a workbook holds answers, or is refused with a reason."""
    found = reader.read(content, TOOL)
    assert "error" not in found, found
    assert found["answers"] or found["told"], found


def other_sheet() -> bytes:
    """Return the answer sheet of another tool."""
    return blank_bytes("customer-ltv", "en")
