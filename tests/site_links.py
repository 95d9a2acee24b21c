"""Find the links of a built site that lead nowhere."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

ADDRESS = re.compile(
    r'\s(?:href|src|xlink:href|data-(?:script|index|worker|charts))="([^"]*)"'
    r'|<tool-form [^>]*data-definition="([^"]*)"'
)
PLACE = re.compile(r'\s(?:id|name)="([^"]*)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """What one page leads to, and the places on it."""

    addresses: frozenset[str]
    places: frozenset[str]


@cache
def _read(file: Path) -> Links:
    text = file.read_text("utf-8")
    found = (unescape(one or other) for one, other in ADDRESS.findall(text))
    return Links(
        addresses=frozenset(address for address in found if address),
        places=frozenset(map(unescape, PLACE.findall(text))),
    )


def dead_links(site: Path) -> Iterator[str]:
    """Yield page and address of every link within a site that leads to no file or to no place."""
    for file in sorted(site.rglob("*.html")):
        for address in sorted(_read(file).addresses):
            parts = urlsplit(address)
            if not parts.scheme and not _leads_somewhere(site, file, address):
                yield f"{file.relative_to(site)}: {address}"


def _leads_somewhere(site: Path, page: Path, address: str) -> bool:
    parts = urlsplit(address)
    path, place = unquote(parts.path), unquote(parts.fragment)
    start = site if path.startswith("/") else page.parent
    target = (start / path.lstrip("/")).resolve() if path else page
    if target.is_dir():
        target /= "index.html"
    if parts.netloc or not target.is_file() or not target.is_relative_to(site.resolve()):
        return False
    return not place or target.suffix != ".html" or place in _read(target).places
