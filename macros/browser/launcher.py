"""The script of the first page of a package for a learning system."""

from collections.abc import Iterator
from pathlib import Path

from macros.browser.bundles import Recipe, Record, build, read, scripts_in


def build_launcher(root: Path) -> bytes:
    """Build the script of the project at *root*, or return the one that is already right."""
    return _content(root, build(root, LAUNCHER))


def read_launcher(root: Path) -> bytes | None:
    """Return the script built last, or None when there is none."""
    record = read(root, LAUNCHER)
    return None if record is None else _content(root, record)


def _content(root: Path, record: Record) -> bytes:
    return (root / LAUNCHER.folder / str(record["script"])).read_bytes()


def _inputs(root: Path) -> Iterator[tuple[str, Path]]:
    yield from scripts_in(root, "launcher")
    yield from scripts_in(root, "lms")


LAUNCHER = Recipe(
    script="make_launcher.mjs",
    folder=Path("build/launcher"),
    package="esbuild",
    inputs=_inputs,
)
