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

    script: str
    """Name of the script that made them and reads them."""
    indexes: Mapping[str, str]
    """Language -> name of its index, with a hash of its content; pages name it in `data-index`."""
    files: tuple[Path, ...]
    """The files to publish: the indexes and the parts of large ones."""

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
    """Make the index of each language of *source*, or return what is already right.

    Each is made by a process of its own, one after another: an index takes much memory.
    """
    path = (SEARCH.folder / script.script).as_posix()
    shared = {"script": path, "traditional": script.traditional, **source["shared"]}
    named, files = {}, []
    for language, own in source["languages"].items():
        given = {"language": language, **shared, **own}
        record = build(root, index_recipe(language), json.dumps(given, ensure_ascii=False))
        named[language] = str(record["index"])
        files += [root / INDEXES / language / name for name in names(record)]
    return SearchIndexes(script=script.script, indexes=named, files=tuple(files))


def index_recipe(language: str) -> Recipe:
    """Return how the index of a language is made."""
    return Recipe(script="make_index.mjs", folder=INDEXES / language, options=LITTLE_MEMORY)


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
INDEXES = Path("build/indexes")
LITTLE_MEMORY = ("--max-semi-space-size=4", "--optimize-for-size")
"""For an index of 300 modules 194 MB instead of 301 MB, and a tenth more work."""
