"""What the browser needs to run the engine: Pyodide, the engine's zip and memory, the worker."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.browser.bundles import SCRIPTS, Recipe, Record, build, names, read, scripts_in

FROM_THE_BEGINNING = "#from-the-beginning"
"""Ends the address of a worker whose engine is to start without the memory that was taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Runtime:
    """The files to publish under `assets/runtime/` of the site."""

    folder: Path
    """Holds exactly these files."""
    worker: str
    """Name of the worker script, relative to the folder; pages name it in `data-worker`."""
    library: str
    """Name of the zip with the engine and its standard library."""
    memory: str
    """Name of the memory of the started engine, from which a worker goes on."""
    going_on: tuple[str, ...]
    """Names of what only such a worker needs: the memory, and Python's module in two."""
    courses: str
    """Name of the zip with what only the composer needs; its worker fetches it then."""
    files: tuple[str, ...]
    """Names relative to the folder, each with a hash of its content."""


def build_runtime(root: Path) -> Runtime:
    """Build the runtime of the project at *root*, or return the one that is already right."""
    return _as_runtime(root, build(root, RUNTIME))


def read_runtime(root: Path) -> Runtime | None:
    """Return the runtime built last, or None when there is none of this edition."""
    record = read(root, RUNTIME)
    return _as_runtime(root, record) if record and "going_on" in record else None


def _as_runtime(root: Path, record: Record) -> Runtime:
    return Runtime(
        folder=root / RUNTIME.folder,
        worker=str(record["worker"]),
        library=str(record["library"]),
        memory=str(record["memory"]),
        going_on=names(record, "going_on"),
        courses=str(record["courses"]),
        files=names(record),
    )


def _inputs(root: Path) -> Iterator[tuple[str, Path]]:
    for room in ROOMS:
        files = sorted((root / room).rglob("*.py"))
        yield from ((file.relative_to(root).as_posix(), file) for file in files)
    yield from ((name, root / name) for name in LENT)
    for name in PARTS:
        yield name, SCRIPTS / name
    yield from scripts_in(root, "engine")


ROOMS = ("assessments", "macros/courses")
"""What runs in a browser too."""
LENT = ("macros/__init__.py", "macros/plain_text.py", "macros/problems.py", "macros/values.py")
"""Files of other rooms that the room of courses needs."""
PARTS = (
    "called_functions.json",
    "engine_at_rest.py",
    "engine_memory.mjs",
    "lean_library.py",
    "lean_pyodide.mjs",
    "split_module.mjs",
    "web_assembly.mjs",
)
"""Files of this room that the script is made of."""
RUNTIME = Recipe(
    script="make_runtime.mjs",
    folder=Path("build/runtime"),
    package="pyodide",
    inputs=_inputs,
)
