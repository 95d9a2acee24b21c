"""Every page of a playbook as Markdown, with what a project has built for the browser."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from macros.browser import read_launcher, read_runtime
from macros.exporters.shelf import shelf_file, shelf_text
from macros.kept_addresses import Pages
from macros.licences.notice import Notice
from macros.pages import list_pages
from macros.playbook import Playbook
from macros.rendering import Renderer
from macros.views import Book


def pages_of(
    playbook: Playbook,
    root: Path,
    notices: Sequence[Notice] = (),
    sizes: Mapping[str, int] = MappingProxyType({}),
    breathe: Callable[[], None] = lambda: None,
) -> Pages:
    """Return every page: language -> staged file -> its Markdown.

    *sizes* has the bytes of the files that pages offer, below the folder of their language.
    """
    pages: dict[str, dict[str, str]] = {}
    for language in playbook.languages:
        renderer = renderer_of(Book(playbook, language), root, notices, sizes)
        pages[language] = {}
        for page in list_pages(playbook, language):
            breathe()
            written = "" if page.kind.template else (root / page.source).read_text("utf-8")
            pages[language][page.path] = renderer.render(page, written)
    return pages


def renderer_of(
    book: Book,
    root: Path,
    notices: Sequence[Notice] = (),
    sizes: Mapping[str, int] = MappingProxyType({}),
) -> Renderer:
    """Return what makes the pages of a book, with what is built for the browser."""
    runtime, folder = read_runtime(root), f"{book.language}/"
    own = {
        name.removeprefix(folder): size for name, size in sizes.items() if name.startswith(folder)
    }

    def shelf() -> str:
        return shelf_file(shelf_text(book.playbook, read_launcher(root)))

    return Renderer(book, runtime.worker if runtime else "", notices, own, shelf)
