"""A folder that holds exactly what is laid into it: written where it changed, the rest deleted."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(slots=True)
class Laying:
    """Files on their way to a folder, each written at once, so that nobody need hold them all."""

    folder: Path
    wanted: set[Path] = field(default_factory=set)
    """Everything laid so far, from the folder."""
    written: list[Path] = field(default_factory=list)
    """What of it was new or changed."""

    def lay(self, path: Path, content: bytes) -> None:
        """Let the folder hold a file."""
        self.wanted.add(path)
        if _write(self.folder / path, content):
            self.written.append(path)

    def lay_all(self, files: Iterable[tuple[Path, bytes]]) -> None:
        """Let the folder hold several files."""
        for path, content in files:
            self.lay(path, content)

    def delete_others(self) -> tuple[Path, ...]:
        """Delete what was not laid, and folders that are empty then; return the files."""
        present = (path for path in self.folder.rglob("*") if path.is_file())
        inner = [path.relative_to(self.folder) for path in present]
        deleted = tuple(path for path in inner if path not in self.wanted)
        for path in deleted:
            (self.folder / path).unlink()
        _delete_empty_folders(self.folder)
        return deleted


def _write(path: Path, content: bytes) -> bool:
    """Write a file unless it holds the content already; tell whether it was written."""
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return True


def _delete_empty_folders(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()
