"""The icons of a site that can be installed, drawn by Node from its mark."""

import json
from dataclasses import dataclass
from pathlib import Path

from macros.browser.bundles import NODE_MODULES, Recipe, build, names

SIZES = (180, 192, 512)
"""Pixels of an edge: of a phone's home screen, of a list of programs, of the largest picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Icons:
    """More files to publish, under `assets/icons/` of the site."""

    folder: Path
    """Holds exactly these files."""
    by_size: dict[int, str]
    """Pixels of an edge -> file, relative to the folder, with a hash of its content."""
    files: tuple[str, ...]


def build_icons(root: Path, mark: str, ground: str) -> Icons | None:
    """Draw a *mark*, an SVG of 40 by 40, on a *ground*; None without the packages that draw."""
    if not (root / NODE_MODULES / str(ICONS.package)).is_dir():
        return None
    record = build(root, ICONS, json.dumps({"mark": mark, "ground": ground, "sizes": SIZES}))
    named = record["icons"]
    assert isinstance(named, dict)
    return Icons(
        folder=root / ICONS.folder,
        by_size={int(size): str(file) for size, file in named.items()},
        files=names(record),
    )


ICONS = Recipe(script="make_icons.mjs", folder=Path("build/icons"), package="@resvg/resvg-wasm")
