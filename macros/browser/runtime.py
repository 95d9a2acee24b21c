"""What the browser needs to run the engine: Pyodide, the engine's zip, the worker."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.browser.bundles import SCRIPTS, Recipe, Record, build, names, read, scripts_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Runtime:
    """The files to publish under `assets/runtime/` of the site."""

    folder: Path
    """Holds exactly these files."""
    worker: str
    """Name of the worker script, relative to the folder; pages name it in `data-worker`."""
    library: str
    """Name of the zip with the engine and its standard library."""
    files: tuple[str, ...]
    """Names relative to the folder, each with a hash of its content."""


def build_runtime(root: Path) -> Runtime:
    """Build the runtime of the project at *root*, or return the one that is already right."""
    return _as_runtime(root, build(root, RUNTIME))


def read_runtime(root: Path) -> Runtime | None:
    """Return the runtime built last, or None when there is none."""
    record = read(root, RUNTIME)
    return None if record is None else _as_runtime(root, record)


def _as_runtime(root: Path, record: Record) -> Runtime:
    return Runtime(
        folder=root / RUNTIME.folder,
        worker=str(record["worker"]),
        library=str(record["library"]),
        files=names(record),
    )


def _inputs(root: Path) -> Iterator[tuple[str, Path]]:
    engine = root / "assessments"
    yield from ((file.relative_to(root).as_posix(), file) for file in engine.rglob("*.py"))
    yield "lean_library.py", SCRIPTS / "lean_library.py"
    yield from scripts_in(root, "engine")


RUNTIME = Recipe(
    script="make_runtime.mjs",
    folder=Path("build/runtime"),
    package="pyodide",
    inputs=_inputs,
)
