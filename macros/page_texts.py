"""Every page of a playbook as Markdown, with what a project has built for the browser."""

import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
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
    pages: dict[str, PackedTexts] = {}
    for language in playbook.languages:
        book = Book(playbook, language)
        renderer = renderer_of(book, root, notices, sizes)
        texts: dict[str, bytes] = {}
        for page in list_pages(playbook, language):
            breathe()
            written = "" if page.kind.template else (root / page.source).read_text("utf-8")
            texts[page.path] = packed(renderer.render(page, written))
        pages[language] = PackedTexts(texts)
    return pages


@dataclass(frozen=True, slots=True, eq=False)
class PackedTexts(Mapping[str, str]):
    """Texts by name that take a fifth of their room until somebody reads one."""

    texts: Mapping[str, bytes]

    def __getitem__(self, name: str) -> str:
        return unpacked(self.texts[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self.texts)

    def __len__(self) -> int:
        return len(self.texts)


def packed(text: str) -> bytes:
    """Return a text so that it takes less room."""
    return zlib.compress(text.encode(), 1)


def unpacked(content: bytes) -> str:
    """Return a text that was packed."""
    return zlib.decompress(content).decode()


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
