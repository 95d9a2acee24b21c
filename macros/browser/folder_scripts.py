"""The scripts of a copy of the site that is opened from a folder, where no server answers."""

import json
from dataclasses import dataclass
from pathlib import Path

from macros.browser.bundles import Recipe, build, names
from macros.browser.page_scripts import PAGE_SCRIPTS
from macros.browser.runtime import RUNTIME, Runtime
from macros.browser.search import SEARCH, SearchScript


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderScripts:
    """Classic scripts, each with a hash of its content in its name."""

    folder: Path
    """Holds exactly these files."""
    page: str
    """Name of the script that every page of the copy starts with; it holds all parts."""
    search: str
    """Name of the one that hands over what finds pages."""
    worker: str
    """Name of the one that hands over the text of the engine's worker, with its files inside."""
    files: tuple[str, ...]
    """Names relative to the folder, licences included."""


def build_folder_scripts(root: Path, runtime: Runtime, search: SearchScript) -> FolderScripts:
    """Build the scripts of the project at *root*, or return what is already right."""
    # Its memory would double the copy: the engine starts from the beginning.
    left_out = (runtime.worker, *runtime.going_on)
    engine = [name for name in runtime.files if name not in left_out]
    given = {
        "search": (SEARCH.folder / search.script).as_posix(),
        "worker": (RUNTIME.folder / runtime.worker).as_posix(),
        "engine": [{"name": name, "path": (RUNTIME.folder / name).as_posix()} for name in engine],
    }
    record = build(root, FOLDER_SCRIPTS, json.dumps(given))
    return FolderScripts(
        folder=root / FOLDER_SCRIPTS.folder,
        page=str(record["page"]),
        search=str(record["search"]),
        worker=str(record["worker"]),
        files=names(record),
    )


FOLDER_SCRIPTS = Recipe(
    script="make_folder_scripts.mjs",
    folder=Path("build/folder-scripts"),
    package="esbuild",
    inputs=PAGE_SCRIPTS.inputs,
)
