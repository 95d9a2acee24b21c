"""What the pages of a served site lead to: a tool, its frame, its scripts, its other languages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urljoin

from macros.doctor.visit import Answer, Visit
from macros.embedding import FOLDER

WORKER_NAMES = re.compile(r"(pyodide-[0-9a-f]{16})|([\w-]+-[0-9a-f]{16}\.(?:wasm|zip))")
WASM = "pyodide.asm.wasm"
LEADING = ("data-worker", "data-definition", "data-script", "data-index", "data-offline-worker")
"""Attributes that name a file which a script loads."""


class Reader(HTMLParser):
    """Notes the elements of a page that lead on, or say something of it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note one element."""
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def every(self, tag: str, attribute: str) -> Iterator[dict[str, str]]:
        """Yield the attributes of each element of a kind that has one of them."""
        yield from (found for name, found in self.tags if name == tag and attribute in found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The places of a site that are looked at, as whole addresses."""

    home: Answer
    page: str
    """A page of a tool, or the home page where there is none."""
    framed: str
    """The same page in a frame; empty where there is none."""
    worker: str
    """The script that runs the engine; empty where there is none."""
    files: tuple[str, ...]
    """What that page loads, the engine included."""


def look_around(visit: Visit) -> Found:
    """Return what there is to look at, from the home page on."""
    home = visit.get(visit.home)
    page = _tool_page(visit, home)
    reader = Reader(page.text)
    worker = next((each["data-worker"] for _, each in reader.tags if "data-worker" in each), "")
    worker = urljoin(page.address, worker) if worker else ""
    files = dict.fromkeys(urljoin(page.address, each) for each in _loaded(reader))
    if worker:
        files |= dict.fromkeys(_of_worker(worker, visit.get(worker).text))
    framed = f"{page.address}{FOLDER}" if worker else ""
    return Found(home=home, page=page.address, framed=framed, worker=worker, files=tuple(files))


def _tool_page(visit: Visit, home: Answer) -> Answer:
    """Return the first page of the list of tools that has a worker."""
    listed = visit.get("a/")
    links = [
        urljoin(listed.address, each["href"]) for each in Reader(listed.text).every("a", "href")
    ]
    own = re.compile(re.escape(listed.address) + r"[\w-]+/")
    for link in dict.fromkeys(link for link in links if own.fullmatch(link)):
        page = visit.get(link)
        if "data-worker=" in page.text:
            return page
    return home


def _loaded(reader: Reader) -> Iterator[str]:
    for each in reader.every("link", "href"):
        if each.get("rel") in {"stylesheet", "icon", "modulepreload", "manifest"}:
            yield each["href"]
    for each in reader.every("script", "src"):
        yield each["src"]
    for name in LEADING:
        yield from (each[name] for _, each in reader.tags if each.get(name))


def _of_worker(worker: str, script: str) -> Iterator[str]:
    for folder, file in WORKER_NAMES.findall(script):
        yield urljoin(worker, f"{folder}/{WASM}" if folder else file)
