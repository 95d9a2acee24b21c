"""The pictures beside links, drawn by Node with the font of a package.

Nothing else of this machine has a part in them.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.browser.bundles import NODE_MODULES, SCRIPTS, Recipe, build, fingerprint, names

FONT = "@fontsource-variable/noto-sans-sc"


@dataclass(frozen=True, slots=True, kw_only=True)
class Previews:
    """More files to publish, under `assets/previews/` of the site."""

    folder: Path
    """Holds exactly these files."""
    named: Mapping[str, str]
    """Name of a picture -> its file, relative to the folder; none where the font lacks a letter."""
    files: tuple[str, ...]
    """Names relative to the folder, each with a hash of what the picture was made from."""


def build_previews(
    root: Path, previews: Mapping[str, Mapping[str, str]], colours: Mapping[str, str]
) -> Previews | None:
    """Draw the pictures that are not there yet; None where the packages are not installed."""
    if not (root / NODE_MODULES).is_dir():
        return None
    given = {"mark": fingerprint(root, PREVIEWS), "colours": colours, "previews": previews}
    record = build(root, PREVIEWS, json.dumps(given, ensure_ascii=False))
    named = record["named"]
    assert isinstance(named, dict)
    return Previews(folder=root / PREVIEWS.folder, named=named, files=names(record))


def _parts(_root: Path) -> Iterator[tuple[str, Path]]:
    yield from ((name, SCRIPTS / name) for name in ("preview_drawing.mjs", "preview_text.mjs"))


PREVIEWS = Recipe(
    script="make_previews.mjs",
    folder=Path("build/previews"),
    package=FONT,
    inputs=_parts,
)
