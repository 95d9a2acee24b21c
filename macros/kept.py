"""What was made once is kept in build/kept, under a hash of everything that it is made of.

A folder belongs to one edition of the code and of the packages that write files; those of other
editions are deleted. What cannot be read, or was spoiled, is made anew in silence.
"""

import shutil
import zlib
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from macros.project import MADE, digest_of_code
from macros.written_files import written

KEPT = f"{MADE}/kept"
WRITERS = ("PyYAML", "XlsxWriter", "lxml", "python-pptx")
"""Distributions whose edition shows in what is kept."""
DIGEST = sha256().digest_size
"""Bytes before the content that tell whether it is whole."""

_used: dict[Path, set[str]] = {}
"""Folder -> the names that were asked for since this process began."""


def kept(root: Path, made_of: str, make: Callable[[], bytes]) -> bytes:
    """Return what *make* returns; *made_of* tells everything that it hangs on, the code apart."""
    folder = _folder(root)
    name = sha256(made_of.encode()).hexdigest()
    _used.setdefault(folder, set()).add(name)
    content = _read(folder / name)
    if content is None:
        content = make()
        # Where nothing can be written, everything is made each time.
        with suppress(OSError):
            _make_room(folder)
            with written(folder / name) as file:
                file.write(sha256(content).digest() + content)
    return content


def forget_others(root: Path) -> None:
    """Delete what this process never asked for."""
    folder = _folder(root)
    used = _used.get(folder, set())
    with suppress(OSError):
        for path in folder.iterdir():
            if path.name not in used:
                path.unlink(missing_ok=True)


def _read(path: Path) -> bytes | None:
    try:
        found = path.read_bytes()
    except OSError:
        return None
    digest, content = found[:DIGEST], found[DIGEST:]
    return content if sha256(content).digest() == digest else None


def _make_room(folder: Path) -> None:
    """Make the folder of this edition; delete those of others."""
    if not folder.is_dir():
        shutil.rmtree(folder.parent, ignore_errors=True)
        folder.mkdir(parents=True)


def _folder(root: Path) -> Path:
    return root / KEPT / edition()


@cache
def edition() -> str:
    """Return what tells this edition of the code, and of what it writes with, from others."""
    summary = sha256(f"{digest_of_code()} {zlib.ZLIB_RUNTIME_VERSION}".encode())
    for name in WRITERS:
        with suppress(PackageNotFoundError):
            summary.update(f" {name} {version(name)}".encode())
    return summary.hexdigest()[:16]
