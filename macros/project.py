"""A project on disk: where its playbook stands, and whether it was found right as it is now."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from macros.written_files import written

FOLDER = "playbook_data"
MADE = "build"
"""What tasks make; anybody may delete it."""
VERDICTS = f"{MADE}/found-right.json"
READ = (FOLDER, "docs", "assessments/words/tables")
"""Folders of a project that rules look into."""
CODE = ("macros", "assessments")
"""Packages that hold the rules."""


@dataclass(frozen=True, slots=True)
class Glance:
    """A project as it is now: everything in it that the rules look at, and the rules themselves."""

    root: Path
    question: str
    """What is asked of it: the name of what is remembered."""
    day: str = ""
    """The day that is asked about, where the answer hangs on it."""
    digest: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "digest", _digest(self.root, self.day))

    def was_right(self) -> bool:
        """Return whether the project was found right when the same was asked of the same state."""
        return _verdicts(self.root).get(self.question) == self.digest

    def remember_right(self) -> None:
        """Remember that the project was right, unless it has changed while it was looked at."""
        if _digest(self.root, self.day) != self.digest:
            return
        verdicts = _verdicts(self.root) | {self.question: self.digest}
        text = json.dumps(verdicts, indent=1, sort_keys=True)
        # Where nothing can be written, everything is looked at each time.
        with suppress(OSError):
            (self.root / MADE).mkdir(exist_ok=True)
            with written(self.root / VERDICTS) as file:
                file.write(text.encode())


def _digest(root: Path, day: str) -> str:
    summary = sha256(f"{digest_of_code()} {day}".encode())
    for name in READ:
        for path in _everything_in(root / name):
            summary.update(f"{path.relative_to(root).as_posix()}\0".encode())
            summary.update(_digest_of(path))
    return summary.hexdigest()


def _digest_of(path: Path) -> bytes:
    """Return the digest of a file; of what cannot be read, or is none, the digest of its name."""
    try:
        return sha256(path.read_bytes() if path.is_file() else path.name.encode()).digest()
    except OSError:
        return sha256(path.name.encode()).digest()


def _everything_in(folder: Path) -> Iterator[Path]:
    """Yield what stands in a folder, and behind links to folders, each folder once."""
    seen: set[str] = set()
    for name, folders, files in os.walk(folder, followlinks=True):
        here = os.path.realpath(name)
        if here in seen or name.endswith("__pycache__"):
            folders.clear()
            continue
        seen.add(here)
        folders.sort()
        yield from (Path(name, each) for each in sorted([*folders, *files]))


@lru_cache(maxsize=1)
def digest_of_code() -> str:
    """Return the digest of everything in the packages that hold the rules, and of Python."""
    summary = sha256(sys.version.encode())
    for name in CODE:
        package = find_spec(name)
        for folder in (package.submodule_search_locations or ()) if package else ():
            for path in _everything_in(Path(folder)):
                summary.update(_digest_of(path))
    return summary.hexdigest()


def _verdicts(root: Path) -> dict[str, str]:
    try:
        found = json.loads((root / VERDICTS).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
