"""Write the pages of a playbook to build/docs, where they changed; delete what is made no more."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from assessments.border.fingerprint import fingerprint
from assessments.border.reading import write_json
from macros.browser import (
    SearchIndexes,
    build_indexes,
    read_page_scripts,
    read_runtime,
    read_search,
)
from macros.exporters.search import describe_search
from macros.exporters.worksheets import WORKSHEETS, file_name, filled_in
from macros.licences import sbom
from macros.licences.notice import Notice
from macros.licences.sbom import bill_of_materials
from macros.licences.shipped import shipped
from macros.loading import load_playbook
from macros.pages import list_pages
from macros.playbook import Playbook
from macros.rendering import Renderer
from macros.styles import paint, published_styles
from macros.tool_page import definition_file
from macros.views import Book

STAGED = Path("build/docs")
STYLES = Path("docs/assets/css/site.css")
SCRIPTS = "js"
"""Folder of assets that holds the scripts of pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Staged:
    """What was staged."""

    playbook: Playbook
    written: tuple[Path, ...]
    """Files that were new or changed."""
    deleted: tuple[Path, ...]
    search: Mapping[str, Mapping[str, str]]
    """Language -> the script and the index of its search, in assets/runtime; none unbuilt."""
    styles: str
    """The style sheet of every page."""
    scripts: Mapping[str, str]
    """Part of the scripts of pages -> its file; none unbuilt."""


def stage(root: Path) -> Staged:
    """Load and check the playbook of a project's folder and stage all its pages."""
    playbook = load_playbook(root)
    return stage_playbook(playbook, root)


def stage_playbook(playbook: Playbook, root: Path) -> Staged:
    """Stage the pages and files of a playbook that has been loaded."""
    books = [Book(playbook, language) for language in playbook.languages]
    notices = shipped(root)
    pages = {book.language: _pages(book, root, notices) for book in books}
    indexes = _indexes(books, pages, root)
    styles, sheet = _styles(root)
    wanted = dict(_files(books, pages, indexes, root))
    wanted[Path(books[0].language, "assets", styles)] = sheet
    settings = playbook.settings
    bill = bill_of_materials(settings["id"], settings["version"], notices)
    wanted[Path(books[0].language, sbom.FILE)] = bill
    folder = root / STAGED
    written = [path for path, content in wanted.items() if _write(folder / path, content)]
    deleted = [path for path in _present(folder) if path not in wanted]
    for path in deleted:
        (folder / path).unlink()
    _delete_empty_folders(folder)
    return Staged(
        playbook=playbook,
        written=tuple(written),
        deleted=tuple(deleted),
        search=indexes.for_pages if indexes else {},
        styles=f"assets/{styles.as_posix()}",
        scripts=_scripts(root),
    )


def _files(
    books: Sequence[Book],
    pages: Mapping[str, Mapping[str, str]],
    indexes: SearchIndexes | None,
    root: Path,
) -> Iterator[tuple[Path, bytes]]:
    first = Path(books[0].language)
    for book in books:
        for name, text in pages[book.language].items():
            yield Path(book.language, name), text.encode()
        yield from _worksheets(book)
    for name, definition in books[0].playbook.tools.items():
        file = definition_file(name, fingerprint(definition)["hash"])
        yield first / file, write_json(definition).encode()
    for path, content in _assets(root, indexes):
        yield first / "assets" / path, content


def _pages(book: Book, root: Path, notices: Sequence[Notice]) -> Mapping[str, str]:
    """Return every page of a language: its staged file, and its Markdown."""
    runtime = read_runtime(root)
    renderer = Renderer(book, runtime.worker if runtime else "", notices)
    pages = {}
    for page in list_pages(book.playbook, book.language):
        written = (root / page.source).read_text("utf-8") if not page.kind.template else ""
        pages[page.path] = renderer.render(page, written)
    return pages


def _indexes(
    books: Sequence[Book], pages: Mapping[str, Mapping[str, str]], root: Path
) -> SearchIndexes | None:
    """Return the indexes of search; None when its script is not built."""
    script = read_search(root)
    return build_indexes(root, script, describe_search(books, pages)) if script else None


def _worksheets(book: Book) -> Iterator[tuple[Path, bytes]]:
    folder, first = Path(book.language), book.playbook.languages[0]
    for name, module in book.modules.items():
        sheets = (module["template"], filled_in(module["template"]))
        for template, (extension, export) in product(sheets, WORKSHEETS.items()):
            file = file_name(template, extension, book.language, first)
            yield folder / "m" / name / file, export(template, book.spoken.direction)


def _assets(root: Path, indexes: SearchIndexes | None) -> Iterator[tuple[Path, bytes]]:
    assets = root / "docs" / "assets"
    yield from _images(assets)
    for folder, built in (
        ("runtime", read_runtime(root)),
        ("runtime", read_search(root)),
        ("runtime", indexes),
        (SCRIPTS, read_page_scripts(root)),
    ):
        if built:
            for name in built.files:
                yield Path(folder, name), (built.folder / name).read_bytes()


def _styles(root: Path) -> tuple[Path, bytes]:
    """Return the style sheet of every page: its name, with a hash, and its content."""
    content = published_styles(root / STYLES).encode()
    return Path("css", f"site-{hashlib.sha256(content).hexdigest()[:16]}.css"), content


def _scripts(root: Path) -> Mapping[str, str]:
    built = read_page_scripts(root)
    return {part: f"assets/{SCRIPTS}/{file}" for part, file in built.parts.items()} if built else {}


def _images(assets: Path) -> Iterator[tuple[Path, bytes]]:
    tokens = (assets / "css" / "tokens.css").read_text("utf-8")
    for path in sorted((assets / "images").rglob("*")):
        if path.suffix == ".svg":
            yield path.relative_to(assets), paint(path.read_text("utf-8"), tokens).encode()
        elif path.is_file():
            yield path.relative_to(assets), path.read_bytes()


def _write(path: Path, content: bytes) -> bool:
    """Write a file unless it holds the content already; tell whether it was written."""
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return True


def _present(folder: Path) -> list[Path]:
    return [path.relative_to(folder) for path in folder.rglob("*") if path.is_file()]


def _delete_empty_folders(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()
