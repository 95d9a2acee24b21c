"""What the browser needs to search: one script, and an index in each language that the script made.

Both are loaded when a visitor first goes to the box.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from macros.browser.bundles import Recipe, Record, build, names, read, scripts_in
from macros.values import Data


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchScript:
    """More files to publish under `assets/runtime/` of the site."""

    folder: Path
    """Holds exactly these files."""
    script: str
    """Name of the script, relative to the folder; pages name it in `data-script`."""
    traditional: Mapping[str, str]
    """Traditional Chinese character -> the simplified one."""
    files: tuple[str, ...]
    """Names relative to the folder, each with a hash of its content."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchIndexes:
    """Still more files to publish under `assets/runtime/` of the site."""

    folder: Path
    """Holds exactly these files."""
    script: str
    """Name of the script that made them and reads them."""
    indexes: Mapping[str, str]
    """Language -> name of its index, relative to the folder; pages name it in `data-index`."""
    files: tuple[str, ...]
    """Names relative to the folder, each with a hash of its content."""

    @property
    def for_pages(self) -> Mapping[str, Mapping[str, str]]:
        """Return, by language, what its pages name: the script and the index."""
        return {
            language: {"script": self.script, "index": index}
            for language, index in self.indexes.items()
        }


def build_search(root: Path) -> SearchScript:
    """Build the search of the project at *root*, or return what is already right."""
    return _as_script(root, build(root, SEARCH))


def read_search(root: Path) -> SearchScript | None:
    """Return the search built last, or None when there is none."""
    record = read(root, SEARCH)
    return None if record is None else _as_script(root, record)


def build_indexes(root: Path, script: SearchScript, source: Data) -> SearchIndexes:
    """Make the index of each language of *source*, or return what is already right."""
    path = (SEARCH.folder / script.script).as_posix()
    given = {"script": path, "traditional": script.traditional, **source}
    record = build(root, INDEXES, json.dumps(given, ensure_ascii=False))
    indexes = record["indexes"]
    assert isinstance(indexes, dict)
    return SearchIndexes(
        folder=root / INDEXES.folder, script=script.script, indexes=indexes, files=names(record)
    )


def _as_script(root: Path, record: Record) -> SearchScript:
    traditional = record["traditional"]
    assert isinstance(traditional, dict)
    return SearchScript(
        folder=root / SEARCH.folder,
        script=str(record["script"]),
        traditional=traditional,
        files=names(record),
    )


SEARCH = Recipe(
    script="make_search.mjs",
    folder=Path("build/search"),
    package="minisearch",
    inputs=partial(scripts_in, name="search"),
)
INDEXES = Recipe(script="make_indexes.mjs", folder=Path("build/indexes"))
