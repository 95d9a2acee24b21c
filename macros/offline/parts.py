"""Which files of a built site a browser keeps, in parts: for all languages, and for each of them.

Left out is what no reader opens: pages for frames, pictures for other programs, feeds, maps of
scripts.
"""

import base64
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

SHARED = "shared"
"""The part that every other one needs."""
DOWNLOADS = "downloads"
"""Ends the name of a part: the packages and slides of a language, kept only on request."""
OFFLINE_PAGE = "offline/"
LEFT_OUT_FOLDERS = ("assets/previews/", "assets/engine/", "assets/offline/")
LEFT_OUT_ENDINGS = (".br", ".gz", ".map", "/oembed.json", "404.html")
SHEETS = (".csv", ".ics", ".xlsx")
AT_THE_ROOT = ("sitemap.xml", "playbook.webmanifest")

Entry = tuple[str, int, str]
"""Address from the root of the site, bytes, and the hash that the browser compares."""
Parts = Mapping[str, Sequence[Entry]]


def parts_of(site: Path, languages: Sequence[str]) -> Parts:
    """Return name of a part -> its files; the first language stands at the root of the site."""
    names = [SHARED, *languages, *(f"{code}-{DOWNLOADS}" for code in languages)]
    found: dict[str, list[Entry]] = {name: [] for name in names}
    for file in sorted(site.rglob("*")):
        if file.is_file():
            path = file.relative_to(site).as_posix()
            part = part_of(path, languages)
            if part:
                found[part].append(_entry(path, file.read_bytes()))
    # What search needs comes first: a page that names it is kept only after it.
    for entries in found.values():
        entries.sort(key=lambda entry: entry[0].endswith("/") or entry[0] == "")
    return {name: tuple(entries) for name, entries in found.items() if entries}


def _entry(path: str, content: bytes) -> Entry:
    digest = base64.b64encode(hashlib.sha256(content).digest()).decode()
    return path.removesuffix("index.html"), len(content), f"sha256-{digest}"


def part_of(path: str, languages: Sequence[str]) -> str | None:
    """Return the part to which a file belongs; None where it is not kept."""
    if path.startswith(LEFT_OUT_FOLDERS) or path.endswith(LEFT_OUT_ENDINGS):
        return None
    first = languages[0]
    folder, _, below = path.partition("/")
    language, inner = (folder, below) if folder in languages else (first, path)
    if inner.startswith("assets/"):
        return _language_of_index(inner, languages) or SHARED
    if inner.startswith("packages/"):
        return f"{language}-{DOWNLOADS}"
    if inner.startswith(OFFLINE_PAGE) or "/definition-" in inner or "/shelf-" in inner:
        return SHARED
    if inner.endswith("index.html"):
        return None if "/embed/" in f"/{inner}" else language
    return language if inner in AT_THE_ROOT or inner.endswith(SHEETS) else None


def _language_of_index(path: str, languages: Sequence[str]) -> str | None:
    """Return the language whose search a file serves: runtime/search-en-….json."""
    return next(
        (code for code in languages if path.startswith(f"assets/runtime/search-{code}-")), None
    )


def folders(languages: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the folder of each language, empty for the first, and its page for what is missing."""
    for number, code in enumerate(languages):
        folder = code if number else ""
        yield folder, f"{folder}/{OFFLINE_PAGE}".lstrip("/")
