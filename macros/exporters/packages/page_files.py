"""A tool's built page with all that it loads, to stand in a package without the site."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from posixpath import normpath
from urllib.parse import urljoin, urlsplit

from macros.browser import FROM_THE_BEGINNING, read_page_scripts, read_runtime
from macros.courses.packages.contents import Entry
from macros.courses.packages.identifiers import PackageError
from macros.courses.packages.scorm import UNBUILT
from macros.exporters.packages.chromeless import Attributes, without_chrome
from macros.exporters.packages.format import Order

SITE = Path("site")
FOLDER = "site"
"""Of the package; inside stands what the page needs, under the addresses of the site."""
NOT_IN_PACKAGES = (
    "me", "team", "portfolio", "compose", "slides", "in-course", "offline", "embed",
)  # fmt: skip
"""Parts of the scripts that only other pages, or what packages leave out, ask for."""
LOADED = {
    "link": ("href",),
    "script": ("src",),
    "img": ("src",),
    # A term has a data-definition too: its sentence.
    "tool-form": ("data-definition", "data-worker"),
}
"""Attributes that name a file which the page or its script loads."""


def page_files(order: Order, entry: Entry) -> Mapping[str, bytes]:
    """Return what a page needs beside the first page of a package: name there -> content."""
    site, page = order.root / SITE, page_path(order, entry)
    file = site / page / "index.html"
    if not file.is_file():
        raise PackageError(UNBUILT)
    here = entry.address
    copy = _Copy(here, page)
    built = file.read_text("utf-8")
    text = without_chrome(built, copy.changed).replace(_canonical(built), here)
    names = {*copy.needed, *_styles(site, copy.needed), *_scripts(order), *_runtime(order)}
    missing = [name for name in sorted(names) if not (site / name).is_file()]
    if missing:
        raise PackageError(f"The site has no {missing[0]}: run `playbook site` once more.")
    return {
        f"{FOLDER}/{page}index.html": text.encode(),
        **{f"{FOLDER}/{name}": (site / name).read_bytes() for name in names},
    }


def page_path(order: Order, entry: Entry) -> str:
    """Return the path of a page on the site: zh/a/relationship-health/."""
    root = order.address.rstrip("/") + "/"
    return entry.address.removeprefix(root)


def _canonical(page: str) -> str:
    """Return the address for which a page was built."""
    found = re.search(r'<link rel="canonical" href="([^"]+)"', page)
    if not found:
        raise PackageError(UNBUILT)
    return found[1]


class _Copy:
    """Turns links to what is not in the package into addresses of the site."""

    def __init__(self, here: str, page: str) -> None:
        self.needed: set[str] = set()
        """Files of the site that the page names."""
        self._page = page
        self._here = here

    def changed(self, tag: str, attributes: Attributes) -> Attributes:
        """Note what an element loads; let what it links to lead to the site."""
        for name in LOADED.get(tag, ()):
            value = attributes.get(name)
            if value and not urlsplit(value).scheme:
                self.needed.add(normpath(f"{self._page}{value}"))
        changed = dict(attributes) | ({"data-alone": ""} if tag == "html" else {})
        if "data-worker" in attributes:
            changed["data-worker"] = f"{attributes['data-worker']}{FROM_THE_BEGINNING}"
        for name in ("href",) if tag == "a" else ():
            changed[name] = self._outside(attributes.get(name))
        if "data-module-url" in attributes:
            changed["data-module-url"] = self._outside(attributes["data-module-url"])
        return changed if changed != dict(attributes) else attributes

    def _outside(self, link: str | None) -> str | None:
        if not link or link.startswith("#") or urlsplit(link).scheme:
            return link
        return urljoin(self._here, link)


def _styles(site: Path, names: set[str]) -> Iterator[str]:
    """Yield the files that style sheets load."""
    for name in names:
        if name.endswith(".css"):
            sheet = (site / name).read_text("utf-8")
            for link in re.findall(r"url\(\s*[\"']?([^\"')]+)", sheet):
                if not urlsplit(link).scheme and not link.startswith("#"):
                    yield normpath(f"{name}/../{link}")


def _scripts(order: Order) -> Iterator[str]:
    scripts = read_page_scripts(order.root)
    if not scripts:
        raise PackageError(UNBUILT)
    others = tuple(f"{part}-" for part in NOT_IN_PACKAGES)
    for name in scripts.files:
        if not name.startswith(others):
            yield f"assets/js/{name}"


def _runtime(order: Order) -> Iterator[str]:
    """Yield what the engine starts with from the beginning: its memory would double a package."""
    runtime = read_runtime(order.root)
    if not runtime:
        raise PackageError(UNBUILT)
    for name in runtime.files:
        if name not in (*runtime.going_on, runtime.courses):
            yield f"assets/runtime/{name}"
