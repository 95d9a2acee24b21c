"""Build what the browser needs to run the engine, again only when something changed."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.browser.node import NodeError, run_node

SCRIPTS = Path(__file__).parent
PUBLISHED = Path("build/runtime")
RECORD = Path("build/runtime.json")
NODE_MODULES = Path("build/node/node_modules")
WORKER_SCRIPTS = ("engine-snapshot.js", "engine-worker.js")


class RuntimeBuildError(Exception):
    """The engine cannot be made ready for the browser; the message says what to do."""


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
    inputs = fingerprint(root)
    ready = read_runtime(root, inputs)
    if ready is not None:
        return ready
    modules = root / NODE_MODULES
    if not (modules / "pyodide").is_dir():
        raise RuntimeBuildError(
            f"{NODE_MODULES}/pyodide is missing: run `python tasks.py site`, which installs it"
        )
    try:
        printed = run_node(SCRIPTS / "make_runtime.mjs", root, modules, root / PUBLISHED)
    except NodeError as error:
        raise RuntimeBuildError(str(error)) from None
    record = json.loads(printed)
    delete_stale(root / PUBLISHED, set(record["files"]))
    (root / RECORD).write_text(json.dumps(record | {"inputs": inputs}, indent=2), encoding="utf-8")
    return as_runtime(root, record)


def read_runtime(root: Path, inputs: str | None = None) -> Runtime | None:
    """Return the runtime built last, or None when there is none (made from these *inputs*)."""
    try:
        record = json.loads((root / RECORD).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    if inputs not in (None, record["inputs"]):
        return None
    runtime = as_runtime(root, record)
    return runtime if all((runtime.folder / name).exists() for name in runtime.files) else None


def as_runtime(root: Path, record: dict[str, object]) -> Runtime:
    """Make a Runtime of what the build printed."""
    files = record["files"]
    assert isinstance(files, list)
    return Runtime(
        folder=root / PUBLISHED,
        worker=str(record["worker"]),
        library=str(record["library"]),
        files=tuple(files),
    )


def fingerprint(root: Path) -> str:
    """Hash of everything the runtime is made from."""
    summary = hashlib.sha256()
    for name, file in sorted(input_files(root)):
        summary.update(f"{name}\0".encode())
        summary.update(hashlib.sha256(file.read_bytes()).digest())
    return summary.hexdigest()


def input_files(root: Path) -> Iterator[tuple[str, Path]]:
    """The engine, the worker, the scripts of this folder and the pinned packages, with names."""
    engine = root / "assessments"
    yield from ((file.relative_to(root).as_posix(), file) for file in engine.rglob("*.py"))
    yield from ((file.name, file) for file in SCRIPTS.iterdir() if file.suffix in {".mjs", ".py"})
    scripts = root / "docs" / "assets" / "js"
    yield from ((name, scripts / name) for name in WORKER_SCRIPTS)
    yield "packages", root / "requirements" / "package-lock.json"


def delete_stale(folder: Path, wanted: set[str]) -> None:
    """Delete what an earlier build made and this one did not."""
    for file in sorted(folder.rglob("*"), reverse=True):
        if file.is_dir():
            if not any(file.iterdir()):
                file.rmdir()
        elif file.relative_to(folder).as_posix() not in wanted:
            file.unlink()
