"""What lets a browser install the site: icons, and in each language the file that names them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.browser import build_icons
from macros.exporters.web_manifest import FILE, FOLDER, FOR_PHONES, web_manifest
from macros.styles import light_colours, paint
from macros.views import Book

MARK = Path("docs/assets/images/mark.svg")
TOKENS = Path("docs/assets/css/tokens.css")
GROUND = "ground"
"""The colour on which the mark stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Installing:
    """What is staged, and what pages name."""

    files: Mapping[Path, bytes]
    """By language and address: zh/playbook.webmanifest."""
    touch_icon: str = ""
    """The icon for phones that read no manifest, in assets; empty where none could be drawn."""


def installing(books: Sequence[Book], root: Path) -> Installing:
    """Return the files of all languages; none where browsers may not keep the site."""
    if not books[0].playbook.works_offline:
        return Installing(files={})
    tokens = (root / TOKENS).read_text("utf-8")
    colours = light_colours(tokens)
    mark = paint((root / MARK).read_text("utf-8"), tokens)
    icons = build_icons(root, mark, colours[GROUND])
    named = icons.by_size if icons else {}
    files = {
        Path(book.language, FILE): web_manifest(book, named, colours[GROUND]) for book in books
    }
    if icons is None:
        return Installing(files=files)
    folder = Path(books[0].language, "assets", FOLDER)
    files |= {folder / name: (icons.folder / name).read_bytes() for name in icons.files}
    return Installing(files=files, touch_icon=f"assets/{FOLDER}/{named[FOR_PHONES]}")
