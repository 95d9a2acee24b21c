"""A YAML file whose values are kept: they are read as JSON, its places only where one is asked for.

YAML takes ten times as long to read. Only a file without a problem is kept, so that each problem is
told in full.
"""

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256
from pathlib import Path as FilePath
from typing import overload

from macros.kept import kept
from macros.problems import Path
from macros.source.file import Place, YamlFile
from macros.source.text import decode
from macros.yaml_source import read_yaml

DECIMAL = "\0"
"""The key of a record that holds a decimal number as it was written; no YAML key can be it."""


def read_yaml_kept(content: bytes, file: str, root: FilePath) -> YamlFile:
    """Return what the bytes of one file of a project say, as `read_yaml` does."""
    wrong: list[YamlFile] = []

    def make() -> bytes:
        read = read_yaml(content, file)
        if read.problems:
            wrong.append(read)
            return b""
        return json.dumps(read.value, default=_written, ensure_ascii=False).encode()

    values = kept(root, f"yaml {sha256(content).hexdigest()}", make)
    if wrong or not values:
        return wrong[0] if wrong else read_yaml(content, file)
    value = json.loads(values, object_hook=_number if DECIMAL_WRITTEN in values else None)
    packed = zlib.compress(content, 1)
    return YamlFile(
        file=file, value=value, places=_Places(packed, file), lines=_Lines(packed, file)
    )


DECIMAL_WRITTEN = json.dumps(DECIMAL).encode()


def _written(value: object) -> dict[str, str]:
    if not isinstance(value, Decimal):
        raise TypeError(f"a value of YAML is no {type(value).__name__}")
    return {DECIMAL: str(value)}


def _number(record: dict[str, object]) -> object:
    return Decimal(str(record[DECIMAL])) if DECIMAL in record else record


@dataclass(frozen=True, slots=True)
class _Lines(Sequence[str]):
    """The lines of a file, cut anew each time they are asked for: they are, for problems alone."""

    packed: bytes
    file: str

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[str]: ...
    def __getitem__(self, index: int | slice) -> str | Sequence[str]:
        return self._read()[index]

    def __iter__(self) -> Iterator[str]:
        return iter(self._read())

    def __len__(self) -> int:
        return len(self._read())

    def _read(self) -> Sequence[str]:
        text, _ = decode(zlib.decompress(self.packed), self.file)
        return text.split("\n")


@dataclass(slots=True)
class _Places(Mapping[Path, Place]):
    """The places of a file, read when the first of them is asked for."""

    packed: bytes
    file: str
    found: Mapping[Path, Place] | None = None

    def __getitem__(self, path: Path) -> Place:
        return self._read()[path]

    def __iter__(self) -> Iterator[Path]:
        return iter(self._read())

    def __len__(self) -> int:
        return len(self._read())

    def _read(self) -> Mapping[Path, Place]:
        if self.found is None:
            self.found = read_yaml(zlib.decompress(self.packed), self.file).places
        return self.found
