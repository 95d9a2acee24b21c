"""One part of the site that somebody else made, with the licence that lets us ship it."""

from dataclasses import dataclass
from pathlib import Path

from macros.browser.bundles import RuntimeBuildError

STORED = Path("docs/licences")
"""Texts that no installed package brings along."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A part, and what its licence wants to travel with it."""

    name: str
    version: str = ""
    """Empty where the part that holds it does not say."""
    licence: str
    """An SPDX expression."""
    where: str
    """A key of licences.where in interface.yml: pages, scripts, engine, search or previews."""
    text: str
    package: str = ""
    """Its address as a package, without the version: pkg:npm/echarts."""


def stored_text(root: Path, name: str) -> str:
    """Return a text of docs/licences, or raise RuntimeBuildError where there is none."""
    path = root / STORED / f"{name}.txt"
    if not path.is_file():
        raise RuntimeBuildError(
            f"The site would ship {name}, but {STORED}/{name}.txt is missing: "
            "put the text of its licence there."
        )
    return path.read_text(encoding="utf-8")
