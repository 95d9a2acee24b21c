"""Open an Excel workbook as what it is, an archive of XML: bounded, and nothing in it is run."""

import pyexpat as expat
import zlib
from collections.abc import Callable, Iterator, Mapping
from posixpath import join, normpath
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile

from assessments.border.problems import EngineError
from assessments.tables.table import refused

MOST_PARTS = 2_000
LARGEST_PART = 1_500_000_000
"""Bytes after unpacking; a sheet of a million rows with 15 columns has 700 million."""
LARGEST_RATIO = 400
"""Times that unpacking may enlarge a part beyond its first 10 MB; XML of a sheet reaches 30."""
FREE = 10_000_000
PIECE = 1 << 16
LARGEST_LIST = 50_000_000
"""Bytes of a part that is kept whole: sheets, formats, relations."""
LONGEST_MARK = 1_000_000
"""Bytes of one tag with its attributes: until it ends, all of it is in memory."""
DEEPEST = 100
"""Elements inside each other; a cell stands at the seventh place."""
LARGEST_READ = 8_000_000
"""Bytes that are read at once: the list of all parts is, and has some 100 for each."""

OLD_EXCEL = b"\xd0\xcf\x11\xe0"
"""Begins .xls, and .xlsx with a password."""
ZIP = b"PK\x03\x04"
SPACES = "http://schemas.openxmlformats.org/"


class Archive:
    """The parts of a workbook."""

    def __init__(self, file: BinaryIO) -> None:
        """Open a workbook; raise EngineError for what is none."""
        file.seek(0)
        if file.read(4) == OLD_EXCEL:
            raise refused("E_TABLE_WORKBOOK", "old")
        try:
            self._zip = ZipFile(_Bounded(file))
        except (BadZipFile, OSError, ValueError, NotImplementedError):
            raise refused("E_TABLE_WORKBOOK") from None
        self.names = frozenset(self._zip.namelist())
        if len(self.names) > MOST_PARTS:
            raise refused("E_TABLE_BOMB")

    def parse(self, name: str, handlers: "Handlers", largest: int = LARGEST_PART) -> Iterator[None]:
        """Parse a part, and give way after each piece, so that rows can be taken meanwhile.

        The handlers count how deep elements stand inside each other, as shallow() does.
        """
        fed = 0
        parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        parser.StartElementHandler = handlers.start
        parser.EndElementHandler = handlers.end
        parser.CharacterDataHandler = handlers.text
        # A workbook declares no document type: whoever does means to blow it up by entities.
        parser.StartDoctypeDeclHandler = _refuse_doctype
        try:
            for piece in self._pieces(name, largest):
                parser.Parse(piece)
                fed += len(piece)
                if fed - parser.CurrentByteIndex > LONGEST_MARK:
                    raise refused("E_TABLE_BOMB")
                yield
            parser.Parse(b"", True)
        except expat.ExpatError:
            raise refused("E_TABLE_WORKBOOK") from None
        yield

    def _pieces(self, name: str, largest: int) -> Iterator[bytes]:
        try:
            info = self._zip.getinfo(name)
            unpacked = 0
            with self._zip.open(info) as part:
                while piece := part.read(PIECE):
                    unpacked += len(piece)
                    ratio = (unpacked - FREE) / max(1, info.compress_size)
                    if unpacked > largest or ratio > LARGEST_RATIO:
                        raise refused("E_TABLE_BOMB")
                    yield piece
        except EngineError:
            raise
        except (KeyError, BadZipFile, zlib.error, OSError, ValueError, RuntimeError, EOFError):
            raise refused("E_TABLE_WORKBOOK") from None

    def whole(self, name: str, handlers: "Handlers", largest: int = LARGEST_LIST) -> None:
        """Parse a part to its end."""
        for _ in self.parse(name, shallow(handlers), largest):
            pass

    def relations(self, name: str) -> Mapping[str, tuple[str, str]]:
        """Return the relations of a part: id -> the end of its type, and the part it names."""
        folder, _, file = name.rpartition("/")
        place = f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"
        found: dict[str, tuple[str, str]] = {}
        if place in self.names:
            self.whole(
                place, Handlers(start=lambda tag, given: _relation(tag, given, folder, found))
            )
        return found


class _Bounded:
    """A file of which nobody reads much at once, whatever the archive says of its own size."""

    def __init__(self, file: BinaryIO) -> None:
        self.seek, self.tell, self.seekable = file.seek, file.tell, file.seekable
        self._file = file

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes; raise EngineError where more are wanted than a workbook has."""
        found = self._file.read(min(size if size >= 0 else LARGEST_READ + 1, LARGEST_READ + 1))
        if len(found) > LARGEST_READ:
            raise refused("E_TABLE_BOMB")
        return found


def _relation(
    tag: str, given: Mapping[str, str], folder: str, found: dict[str, tuple[str, str]]
) -> None:
    if tag.endswith("}Relationship") and given.get("TargetMode") != "External":
        target = given.get("Target", "")
        path = target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))
        kind = given.get("Type", "").rpartition("/")[2]
        found[given.get("Id", "")] = (kind, path)


def _refuse_doctype(*_: object) -> None:
    raise refused("E_TABLE_WORKBOOK")


def _nothing(*_: object) -> None:
    """Pass over."""


class Handlers:
    """What is done with the elements of a part; names are namespace}name."""

    def __init__(
        self,
        start: Callable[[str, dict[str, str]], None] = _nothing,
        end: Callable[[str], None] = _nothing,
        text: Callable[[str], None] = _nothing,
    ) -> None:
        self.start, self.end, self.text = start, end, text


def shallow(handlers: Handlers) -> Handlers:
    """Return the same handlers, but elements may stand in each other only so deep.

    The parser remembers each element until it ends: a million open ones would fill the memory.
    """
    depth = 0

    def start(tag: str, given: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise refused("E_TABLE_BOMB")
        handlers.start(tag, given)

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        handlers.end(tag)

    return Handlers(start=start, end=end, text=handlers.text)
