"""What stands in a copy of a built site: its pages, what they show, and what their scripts read.

A page that was opened from a folder can read no file but scripts: each file that scripts read
stands there as a script that hands over its text (docs/assets/js/files/folder.js).
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from macros.browser import FolderScripts
from macros.folder_copy.pages import PAGE, Copier
from macros.offline.parts import AT_THE_ROOT, DOWNLOADS, OFFLINE_PAGE, part_of
from macros.playbook import Playbook
from macros.views import Book

SCRIPTS, RUNTIME = "assets/js/", "assets/runtime/"
LEFT_OUT = (SCRIPTS, "assets/icons/")
BILL = "sbom.cdx.json"
"""Of materials: the page of licences links it."""
READ_BY_SCRIPTS = ("/definition-", "/shelf-")
"""Begins the names of such files, beside the index of search."""


def contents(site: Path, playbook: Playbook, scripts: FolderScripts) -> Mapping[str, bytes]:
    """Return name -> content of each file of the copy of a built *site*."""
    books = {code: Book(playbook, code) for code in playbook.languages}
    unpacking = {book.spoken.tag: str(book.words["copy"]["unpacking"]) for book in books.values()}
    copiers = {code: _copier(book, unpacking, scripts) for code, book in books.items()}
    files = dict(_scripts(site, scripts))
    for file in sorted(site.rglob("*")):
        path = file.relative_to(site).as_posix()
        if not file.is_file() or not _is_copied(path, playbook.languages):
            continue
        if path.endswith(PAGE):
            language = path.partition("/")[0]
            copier = copiers.get(language, copiers[playbook.languages[0]])
            files[path] = copier.copied(file.read_text("utf-8")).encode()
        elif path.endswith(".json") and path != BILL:
            files[f"{path}.js"] = _handing_over(file.read_text("utf-8"))
        else:
            files[path] = file.read_bytes()
    return files


def _copier(book: Book, unpacking: Mapping[str, str], scripts: FolderScripts) -> Copier:
    words = book.words["copy"]
    sentences = {key: str(text) for key, text in words.items()}
    sentences["note"] = sentences["note"].format(version=book.site["version"])
    return Copier(
        sentences=sentences, gap=book.spoken.gap, unpacking=unpacking, script=scripts.page
    )


def _is_copied(path: str, languages: tuple[str, ...]) -> bool:
    part = part_of(path, languages)
    if path == BILL:
        return True
    if part is None or part.endswith(DOWNLOADS) or path.endswith(AT_THE_ROOT):
        return False
    if path.startswith(LEFT_OUT) or OFFLINE_PAGE in path:
        return False
    if path.startswith(RUNTIME):
        return path.endswith(".txt") or (
            path.startswith(f"{RUNTIME}search-") and path.endswith(".json")
        )
    return not path.endswith(".json") or any(name in f"/{path}" for name in READ_BY_SCRIPTS)


def _scripts(site: Path, scripts: FolderScripts) -> Iterator[tuple[str, bytes]]:
    """Yield the scripts of the copy; what pages name by an address of the site stands beside it."""
    for name in scripts.files:
        content = (scripts.folder / name).read_bytes()
        if name == scripts.search:
            yield f"{_only(site, 'search-*.js')}.js", content
        elif name == scripts.worker:
            yield f"{_only(site, 'worker-*.js')}.js", content
        else:
            yield f"{SCRIPTS}{name}", content


def _only(site: Path, pattern: str) -> str:
    [file] = (site / RUNTIME).glob(pattern)
    return f"{RUNTIME}{file.name}"


def _handing_over(text: str) -> bytes:
    return f"playbookFile({json.dumps(text, ensure_ascii=False)});\n".encode()
