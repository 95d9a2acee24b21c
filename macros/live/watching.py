"""Which files an author has changed, told once they are at rest; the only importer of watchdog."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from queue import Empty, SimpleQueue

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

WATCHED = ("playbook_data", "docs", "macros", "assessments", "mkdocs.yml")
"""Files and folders of a project that a site is made of."""
AT_REST = 0.03
"""Seconds without a change after which what was saved is whole."""
LOOKS = frozenset(("opened", "closed_no_write"))
"""What happens to a file that stays as it is."""


class Watch(FileSystemEventHandler):
    """Gathers changes of the watched files of a project, by what stands in them."""

    def __init__(self, root: Path) -> None:
        self._root = root.resolve()
        self._told: SimpleQueue[Path] = SimpleQueue()
        self._known = {path: _digest(path) for path in _files(self._root)}
        self._found: set[Path] = set()
        observer = Observer()
        for name in WATCHED:
            path = self._root / name
            if path.exists():
                observer.schedule(self, str(path), recursive=path.is_dir())
        observer.daemon = True
        observer.start()

    def dispatch(self, event: FileSystemEvent) -> None:
        """Note the files that an event is about."""
        if event.event_type not in LOOKS:
            for name in (event.src_path, event.dest_path):
                if name:
                    self._told.put(Path(str(name)))

    def has_more(self) -> bool:
        """Return whether a file has changed that nobody was told of."""
        with suppress(Empty):
            while True:
                self._look_at(self._told.get_nowait())
        return bool(self._found)

    def wait(self) -> frozenset[str]:
        """Return the files that changed, from the project's folder, once there are any."""
        while not self.has_more():
            self._look_at(self._told.get())
        with suppress(Empty):
            while True:
                self._look_at(self._told.get(timeout=AT_REST))
        found = {path.relative_to(self._root).as_posix() for path in self._found}
        self._found.clear()
        return frozenset(found)

    def _look_at(self, path: Path) -> None:
        for file in _below(path) | {each for each in self._known if path in each.parents}:
            digest = _digest(file)
            if digest != self._known.get(file):
                self._known[file] = digest
                self._found.add(file)


def _files(root: Path) -> Iterator[Path]:
    for name in WATCHED:
        yield from _below(root / name)


def _below(path: Path) -> set[Path]:
    """Return a file, or the files of a folder; what programs leave beside them is none."""
    files: Iterable[Path] = path.rglob("*") if path.is_dir() else [path]
    return {file for file in files if not file.is_dir() and not _is_aside(file)}


def _is_aside(file: Path) -> bool:
    name = file.name
    return "__pycache__" in file.parts or name.startswith(".") or name.endswith(("~", ".swp"))


def _digest(path: Path) -> bytes:
    """Return the digest of what stands in a file; nothing where there is none."""
    try:
        return sha256(path.read_bytes()).digest()
    except OSError:
        return b""
