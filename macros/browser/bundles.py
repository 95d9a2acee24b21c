"""Build files for the browser with Node, again only when what they are made from changed."""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.browser.node import NodeError, run_node

SCRIPTS = Path(__file__).parent
NODE_MODULES = Path("build/node/node_modules")
LOCKED = Path("requirements/package-lock.json")

Record = Mapping[str, object]
"""What a build printed: the names of its files, and which is which."""
Inputs = Iterator[tuple[str, Path]]


class RuntimeBuildError(Exception):
    """Something for the browser cannot be built; the message says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """How one thing is built: a script of this folder that fills a folder of the project."""

    script: str
    folder: Path
    package: str | None = None
    """What it cannot do without, of the pinned packages."""
    inputs: Callable[[Path], Inputs] = lambda _: iter(())
    """The files it is made from beside the packages and this room, with names."""
    options: tuple[str, ...] = ()
    """What Node is told of memory."""

    @property
    def record(self) -> Path:
        """Where it is noted what was built from what."""
        return self.folder.with_suffix(".json")


def build(root: Path, recipe: Recipe, given: str = "") -> Record:
    """Build for the project at *root*, or return the record of what is already right.

    *given* is what it is made from beside files; the script finds it on its standard input.
    """
    inputs = fingerprint(root, recipe, given)
    ready = read(root, recipe, inputs)
    if ready is not None:
        return ready
    modules = root / NODE_MODULES
    if recipe.package and not (modules / recipe.package).is_dir():
        raise RuntimeBuildError(
            f"{NODE_MODULES}/{recipe.package} is missing: "
            "run `python tasks.py site`, which installs it"
        )
    folder = root / recipe.folder
    try:
        printed = run_node(
            SCRIPTS / recipe.script, root, modules, folder, given=given, options=recipe.options
        )
    except NodeError as error:
        raise RuntimeBuildError(str(error)) from None
    record = json.loads(printed)
    delete_stale(folder, set(record["files"]))
    noted = json.dumps(record | {"inputs": inputs}, indent=2)
    (root / recipe.record).write_text(noted, encoding="utf-8")
    return dict(record)


def read(root: Path, recipe: Recipe, inputs: str | None = None) -> Record | None:
    """Return the record of the last build; None when there is none (made from these *inputs*)."""
    try:
        record = json.loads((root / recipe.record).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    if inputs not in (None, record["inputs"]):
        return None
    folder = root / recipe.folder
    return record if all((folder / name).exists() for name in record["files"]) else None


def names(record: Record, part: str = "files") -> tuple[str, ...]:
    """Return the names of the files that a build made, or those of one *part* of them."""
    files = record[part]
    assert isinstance(files, list)
    return tuple(files)


def fingerprint(root: Path, recipe: Recipe, given: str = "") -> str:
    """Hash of everything that a build is made from."""
    summary = hashlib.sha256(given.encode())
    own = ((file.name, file) for file in (SCRIPTS / recipe.script, SCRIPTS / "publishing.mjs"))
    for name, file in sorted([*own, *recipe.inputs(root), ("packages", root / LOCKED)]):
        summary.update(f"{name}\0".encode())
        summary.update(hashlib.sha256(file.read_bytes()).digest())
    return summary.hexdigest()


def scripts_in(root: Path, name: str) -> Inputs:
    """Yield the page's scripts in a folder of their own, with their names."""
    folder = root / "docs" / "assets" / "js" / name
    yield from ((file.name, file) for file in folder.glob("*.js"))


def delete_stale(folder: Path, wanted: set[str]) -> None:
    """Delete what an earlier build made and this one did not."""
    for file in sorted(folder.rglob("*"), reverse=True):
        if file.is_dir():
            if not any(file.iterdir()):
                file.rmdir()
        elif file.relative_to(folder).as_posix() not in wanted:
            file.unlink()
