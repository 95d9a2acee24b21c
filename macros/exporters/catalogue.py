"""modules.json: modules, tools and courses for other programs, as its JSON Schema says.

Addresses are relative to the file, so it is right wherever the site is served. Nothing hangs on the
clock: a module was modified on the day of its last review.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from mimetypes import guess_type
from pathlib import PurePosixPath

from assessments.border.fingerprint import fingerprint
from macros.plain_text import plain
from macros.playbook import Module, Playbook
from macros.values import Data

FILE, SCHEMA_FILE = "modules.json", "modules.schema.json"
LICENCE = "MIT"
"""As SPDX names it; LICENSE holds its text."""
FORM = 1
"""Raised when a key goes away or means something else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """What is told of a file to download; its content may be long gone from memory."""

    size: int
    """In bytes."""
    sha256: str


def download(content: bytes) -> Download:
    """Return what is told of a file with this content."""
    return Download(size=len(content), sha256=sha256(content).hexdigest())


Downloads = Mapping[str, Sequence[tuple[str, Download]]]
"""What the files of a page begin with -> each with its address from the root of the site."""


def catalogue(playbook: Playbook, offered: Mapping[str, Download]) -> Data:
    """Return what modules.json holds.

    *offered*: address from the root of the site, zh/m/trust-stages/sheet-zh.csv -> what is there.
    """
    downloads = _by_page(offered)
    return {
        "$schema": SCHEMA_FILE,
        "form": FORM,
        "id": playbook.settings["id"],
        "version": playbook.settings["version"],
        "languages": list(playbook.languages),
        "modules": [_module(playbook, each, downloads) for each in playbook.modules.values()],
        "tools": [_tool(playbook, each, downloads) for each in playbook.tools.values()],
        "courses": [_course(playbook, each, downloads) for each in playbook.courses.values()],
    }


def _module(playbook: Playbook, module: Module, downloads: Downloads) -> Data:
    data = module.data
    return {
        **_page(playbook, f"m:{module.id}", data, downloads),
        "version": playbook.settings["version"],
        "modified": data["reviewed"],
        "minutes": {"reading": data["minutes"], "session": data["facilitator"]["minutes"]},
        "level": data["level"],
        "outcomes": [_texts(each) for each in data["outcomes"]],
        "prerequisites": [f"m:{each}" for each in data["before"]],
        "tools": [f"a:{each}" for each in data["tools"]],
    }


def _tool(playbook: Playbook, tool: Data, downloads: Downloads) -> Data:
    return {
        **_page(playbook, f"a:{tool['id']}", tool, downloads),
        "kind": tool["kind"],
        "version": tool["version"],
        "minutes": {"doing": tool["minutes"]},
        "module": f"m:{tool['module']}",
    }


def _course(playbook: Playbook, course: Data, downloads: Downloads) -> Data:
    items = [item for session in course["sessions"] for item in session["items"]]
    used = dict.fromkeys(item["uses"].partition("#")[0] for item in items if "uses" in item)
    return {
        **_page(playbook, f"c:{course['id']}", course, downloads),
        "version": playbook.settings["version"],
        "modified": course["reviewed"],
        "minutes": dict(course["minutes"]),
        "group": dict(course["group"]),
        "level": course["level"],
        "outcomes": [_texts(each) for each in course["goals"]],
        "prerequisites": [f"m:{each}" for each in course["prerequisites"]["modules"]],
        "uses": list(used),
    }


def _page(playbook: Playbook, link: str, data: Data, downloads: Downloads) -> Data:
    """Return what all pages have that can be used in a course."""
    address = f"{link.replace(':', '/')}/"
    return {
        "id": link,
        "content": fingerprint(data)["hash"],
        "titles": _texts(data["title"]),
        "descriptions": _texts(data["purpose"]),
        "urls": _addresses(playbook, address),
        "embeds": _addresses(playbook, f"{address}embed/"),
        "licence": LICENCE,
        "aliases": _aliases(playbook, link),
        "downloads": list(_files(playbook, link, downloads)),
    }


def _texts(words: Mapping[str, str]) -> Mapping[str, str]:
    return {language: plain(text) for language, text in words.items()}


def _addresses(playbook: Playbook, address: str) -> Mapping[str, str]:
    return {language: _home(playbook, language) + address for language in playbook.languages}


def _home(playbook: Playbook, language: str) -> str:
    return "" if language == playbook.languages[0] else f"{language}/"


def _aliases(playbook: Playbook, link: str) -> Sequence[str]:
    """Return the ids of pages that this one took the place of."""
    return [
        entry["id"]
        for entry in playbook.settings.get("retired", ())
        if "#" not in entry["id"] and entry["successor"].partition("#")[0] == link
    ]


def _files(playbook: Playbook, link: str, downloads: Downloads) -> Iterator[Data]:
    """Yield what stands in the folder of a page, then the packages that are named after it."""
    for language in playbook.languages:
        home = _home(playbook, language)
        own = f"{home}{link.replace(':', '/')}/"
        package = f"{home}packages/{link.replace(':', '-')}.{language}."
        for path, file in (*downloads.get(own, ()), *downloads.get(package, ())):
            yield {
                "url": path,
                "language": language,
                "type": MEDIA_TYPES.get(PurePosixPath(path).suffix) or guess_type(path)[0],
                "bytes": file.size,
                "sha256": file.sha256,
            }


def _by_page(offered: Mapping[str, Download]) -> Downloads:
    """Return files by their folder, m/trust-stages/, and by the beginning of a package's name."""
    found: dict[str, list[tuple[str, Download]]] = {}
    for path, file in offered.items():
        folder, _, name = path.rpartition("/")
        named = ".".join((*name.split(".")[:2], ""))
        for begin in (f"{folder}/", f"{folder}/{named}"):
            found.setdefault(begin, []).append((path, file))
    return found


MEDIA_TYPES = {
    ".csv": "text/csv",
    ".imscc": "application/zip",
    ".txt": "text/plain",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xml": "text/xml",
    ".zip": "application/zip",
}
"""What machines do not agree on without being told."""
