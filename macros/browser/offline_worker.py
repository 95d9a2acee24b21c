"""The script that serves the site where there is no network, and the one that removes it."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from macros.browser.bundles import Recipe, Record, build, scripts_in


@dataclass(frozen=True, slots=True, kw_only=True)
class OfflineWorkers:
    """Two scripts for the same address: a site has the one or the other."""

    serving: bytes
    """Keeps the files of an edition; what the edition is, stands before it."""
    removing: bytes
    """Removes what the other one kept, and itself."""


def build_offline_workers(root: Path) -> OfflineWorkers:
    """Build the scripts of the project at *root*, or return what is already right."""
    record = build(root, OFFLINE_WORKERS)
    return OfflineWorkers(
        serving=_content(root, record, "worker"), removing=_content(root, record, "removal")
    )


def _content(root: Path, record: Record, name: str) -> bytes:
    return (root / OFFLINE_WORKERS.folder / str(record[name])).read_bytes()


OFFLINE_WORKERS = Recipe(
    script="make_offline_workers.mjs",
    folder=Path("build/offline-workers"),
    package="esbuild",
    inputs=partial(scripts_in, name="offline/worker"),
)
