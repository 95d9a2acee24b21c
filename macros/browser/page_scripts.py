"""What pages need to come to life: the script that each starts with, and its parts on demand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.browser.bundles import SCRIPTS, Recipe, Record, build, names, read

OF_OTHER_BUNDLES = (
    *("engine/worker.js", "offline/worker/worker.js", "offline/worker/removal.js"),
    *("launcher/", "search/", "types/"),
)
"""Scripts of docs/assets/js that are no part of a page's own."""
PARTS = "page_parts.mjs"
"""What the build shares with that of a copy in a folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageScripts:
    """The files to publish under `assets/js/` of the site."""

    folder: Path
    """Holds exactly these files."""
    parts: Mapping[str, str]
    """Name of a part -> its file; `playbook` is the one that every page starts with."""
    files: tuple[str, ...]
    """Names relative to the folder, each with a hash of its content."""


def build_page_scripts(root: Path) -> PageScripts:
    """Build the scripts of the project at *root*, or return what is already right."""
    return _as_scripts(root, build(root, PAGE_SCRIPTS))


def read_page_scripts(root: Path) -> PageScripts | None:
    """Return the scripts built last, or None when there are none."""
    record = read(root, PAGE_SCRIPTS)
    return None if record is None else _as_scripts(root, record)


def _as_scripts(root: Path, record: Record) -> PageScripts:
    parts = record["parts"]
    assert isinstance(parts, dict)
    return PageScripts(folder=root / PAGE_SCRIPTS.folder, parts=parts, files=names(record))


def _inputs(root: Path) -> Iterator[tuple[str, Path]]:
    yield PARTS, SCRIPTS / PARTS
    scripts = root / "docs" / "assets" / "js"
    for pattern in ("*.js", "*.css"):
        for file in scripts.rglob(pattern):
            name = file.relative_to(scripts).as_posix()
            if not name.startswith(OF_OTHER_BUNDLES):
                yield name, file


PAGE_SCRIPTS = Recipe(
    script="make_page_scripts.mjs",
    folder=Path("build/page-scripts"),
    package="esbuild",
    inputs=_inputs,
)
