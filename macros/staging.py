"""Write the pages of a playbook to build/docs, where they changed; delete what is made no more."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assessments.border.fingerprint import fingerprint
from assessments.border.reading import write_json
from macros.addresses import target_of
from macros.browser import (
    Previews,
    SearchIndexes,
    build_indexes,
    build_previews,
    read_engine_package,
    read_launcher,
    read_page_scripts,
    read_runtime,
    read_search,
)
from macros.changes import FEED
from macros.exporters import catalogue, previews
from macros.exporters.catalogue_schema import catalogue_schema
from macros.exporters.feed import feed
from macros.exporters.oembed import FILE as OEMBED
from macros.exporters.oembed import embeddable, oembed
from macros.exporters.packages.published import FOLDER, published_files
from macros.exporters.search import describe_search
from macros.exporters.sheet_files import answer_sheets, worksheets
from macros.exporters.shelf import shelf_file, shelf_text
from macros.exporters.worksheets import WORKSHEETS
from macros.installing import installing
from macros.kept import forget_others
from macros.kept_addresses import Pages, keep_addresses
from macros.laying import Laying
from macros.licences import sbom
from macros.licences.notice import Notice
from macros.licences.sbom import bill_of_materials
from macros.licences.shipped import shipped
from macros.loading import load_playbook
from macros.page_texts import pages_of
from macros.playbook import Playbook
from macros.styles import light_colours, paint, sheets
from macros.tool_page import definition_file
from macros.views import Book

STAGED = Path("build/docs")
TOKENS = Path("docs/assets/css/tokens.css")
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
    styles: Mapping[str, str]
    """Name of a style sheet -> its file: `site` is for every page, `print` for paper."""
    scripts: Mapping[str, str]
    """Part of the scripts of pages -> its file; none unbuilt."""
    previews: Mapping[str, Mapping[str, str]]
    """Language -> staged page -> its picture for other programs, in assets; none unbuilt."""
    touch_icon: str
    """The icon of the site for a phone's home screen; empty unbuilt."""
    pages: Pages
    """Language -> staged file -> its Markdown."""
    sizes: Mapping[str, int]
    """Bytes of each package that pages offer, by its staged file."""


def stage(root: Path, address: str | None = None) -> Staged:
    """Load and check the playbook of a project's folder and stage all its pages.

    *address* is where the site will be served; packages lead there.
    """
    playbook = load_playbook(root)
    return stage_playbook(playbook, root, address or str(playbook.settings["site_url"]))


def stage_playbook(
    playbook: Playbook, root: Path, address: str, breathe: Callable[[], None] = lambda: None
) -> Staged:
    """Stage the pages and files of a playbook that has been loaded.

    *breathe* is called between two pages; whoever raises in it breaks off, and what was written
    until then is written again where it must be. Of large things none is held longer than needed.
    """
    books = [Book(playbook, language) for language in playbook.languages]
    notices = shipped(root)
    styles = dict(_styles(root))
    laying = Laying(root / STAGED)
    packages = dict(_packages(books, root, address, laying, breathe))
    sizes = {path.as_posix(): download.size for path, download in packages.items()}
    pages = pages_of(playbook, root, notices, sizes, breathe)
    keep_addresses(root, playbook, pages)
    indexes = _indexes(books, pages, root)
    drawn = _previews(books, root)
    installed = installing(books, root)
    laying.lay_all(_pages(pages))
    offered = {**dict(_sheets(books, root, laying)), **packages}
    laying.lay_all((Path(books[0].language, path), sheet) for path, sheet in styles.values())
    laying.lay_all({**_drawn(books[0].language, drawn), **installed.files}.items())
    laying.lay_all(_files(books, indexes, root, address))
    for name, content in _for_programs(playbook, offered, notices).items():
        laying.lay(Path(books[0].language, name), content)
    deleted = laying.delete_others()
    forget_others(root)
    return Staged(
        playbook=playbook,
        written=tuple(laying.written),
        deleted=deleted,
        search=indexes.for_pages if indexes else {},
        styles={name: path.as_posix() for name, (path, _) in styles.items()},
        scripts=_scripts(root),
        previews=_previews_of(books, drawn),
        touch_icon=installed.touch_icon,
        pages=pages,
        sizes=sizes,
    )


def _pages(pages: Pages) -> Iterator[tuple[Path, bytes]]:
    for language, texts in pages.items():
        for name, text in texts.items():
            yield Path(language, name), text.encode()


def _sheets(
    books: Sequence[Book], root: Path, laying: Laying
) -> Iterator[tuple[Path, catalogue.Download]]:
    """Lay what readers fill in, and yield what the catalogue says of it."""
    for book in books:
        for path, content in (*worksheets(book, root), *answer_sheets(book, root)):
            laying.lay(path, content)
            yield path, catalogue.download(content)


def _files(
    books: Sequence[Book], indexes: SearchIndexes | None, root: Path, address: str
) -> Iterator[tuple[Path, bytes]]:
    first = Path(books[0].language)
    for name, definition in books[0].playbook.tools.items():
        file = definition_file(name, fingerprint(definition)["hash"])
        yield first / file, write_json(definition).encode()
    shelf = shelf_text(books[0].playbook, read_launcher(root))
    yield first / shelf_file(shelf), shelf.encode()
    for path, content in _assets(root, indexes):
        yield first / "assets" / path, content
    for book in books:
        yield from _for_followers(book, address)


def _indexes(books: Sequence[Book], pages: Pages, root: Path) -> SearchIndexes | None:
    """Return the indexes of search; None when its script is not built."""
    script = read_search(root)
    return build_indexes(root, script, describe_search(books, pages)) if script else None


def _previews(books: Sequence[Book], root: Path) -> Previews | None:
    """Return the pictures of links; None when the packages that draw are not installed."""
    colours = light_colours((root / TOKENS).read_text("utf-8"))
    wanted = {name: colours[name] for name in previews.COLOURS}
    return build_previews(root, previews.describe_previews(books), wanted)


def _previews_of(books: Sequence[Book], drawn: Previews | None) -> Mapping[str, Mapping[str, str]]:
    named = drawn.named if drawn else {}
    return {book.language: previews.previews_of(book, named) for book in books}


def _drawn(first: str, drawn: Previews | None) -> dict[Path, bytes]:
    folder = Path(first, "assets", previews.FOLDER)
    files = drawn.files if drawn else ()
    return {folder / name: (drawn.folder / name).read_bytes() for name in files if drawn}


def _for_programs(
    playbook: Playbook, offered: Mapping[Path, catalogue.Download], notices: Sequence[Notice]
) -> Mapping[str, bytes]:
    """Return the files that say what the site holds, at its root."""
    first, settings = playbook.languages[0], playbook.settings
    downloads = {
        path.as_posix().removeprefix(f"{first}/"): download
        for path, download in offered.items()
        if path.suffix.lstrip(".") in WORKSHEETS or path.parent.name == FOLDER
    }
    return {
        catalogue.FILE: write_json(catalogue.catalogue(playbook, downloads)).encode(),
        catalogue.SCHEMA_FILE: write_json(catalogue_schema(playbook.languages)).encode(),
        sbom.FILE: bill_of_materials(settings["id"], settings["version"], notices),
    }


def _packages(
    books: Sequence[Book], root: Path, address: str, laying: Laying, breathe: Callable[[], None]
) -> Iterator[tuple[Path, catalogue.Download]]:
    """Lay the packages of every language, and yield what pages and the catalogue say of them."""
    for book in books:
        for name, content in published_files(book, root, address):
            breathe()
            path = Path(book.language, name)
            laying.lay(path, content)
            yield path, catalogue.download(content)


def _for_followers(book: Book, address: str) -> Iterator[tuple[Path, bytes]]:
    """Yield what feed readers and pages elsewhere fetch, in one language."""
    folder = Path(book.language)
    yield folder / "changes" / FEED, feed(book, address)
    for link, title in embeddable(book):
        file = folder / Path(target_of(link).path).with_suffix("") / OEMBED
        yield file, write_json(oembed(book, link, title, address)).encode()


def _assets(root: Path, indexes: SearchIndexes | None) -> Iterator[tuple[Path, bytes]]:
    assets = root / "docs" / "assets"
    yield from _images(assets)
    for folder, built in (
        ("runtime", read_runtime(root)),
        ("runtime", read_search(root)),
        (SCRIPTS, read_page_scripts(root)),
        ("engine", read_engine_package(root)),
    ):
        if built:
            for name in built.files:
                yield Path(folder, name), (built.folder / name).read_bytes()
    for path in indexes.files if indexes else ():
        yield Path("runtime", path.name), path.read_bytes()


def _styles(root: Path) -> Iterator[tuple[str, tuple[Path, bytes]]]:
    """Yield the style sheets of the site by what they are for: path, with a hash, and content."""
    for name, text in sheets(root).items():
        content = text.encode()
        digest = hashlib.sha256(content).hexdigest()[:16]
        yield name, (Path("assets", "css", f"{name}-{digest}.css"), content)


def _scripts(root: Path) -> Mapping[str, str]:
    built = read_page_scripts(root)
    return {part: f"assets/{SCRIPTS}/{file}" for part, file in built.parts.items()} if built else {}


def _images(assets: Path) -> Iterator[tuple[Path, bytes]]:
    tokens = (assets / "css" / TOKENS.name).read_text("utf-8")
    for path in sorted((assets / "images").rglob("*")):
        if path.suffix == ".svg":
            yield path.relative_to(assets), paint(path.read_text("utf-8"), tokens).encode()
        elif path.is_file():
            yield path.relative_to(assets), path.read_bytes()
