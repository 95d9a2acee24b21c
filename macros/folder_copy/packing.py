"""Pack the copy of a built site that is opened from a folder."""

from dataclasses import dataclass
from pathlib import Path

from macros.browser import build_folder_scripts, build_runtime, build_search
from macros.courses.packages.archive import packed
from macros.folder_copy.contents import contents
from macros.folder_copy.pages import PAGE
from macros.playbook import Playbook


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """A zip with one folder inside."""

    content: bytes
    """The same bytes for the same site."""
    first: str
    """What a reader opens: trust-playbook/index.html."""
    pages: int
    unpacked: int
    """Bytes of the folder."""


def pack(root: Path, site: Path, playbook: Playbook) -> Packed:
    """Return the copy of the built *site* of the project at *root*.

    Raises RuntimeBuildError where its scripts cannot be made, UnmarkedError where a page is wrong.
    """
    scripts = build_folder_scripts(root, build_runtime(root), build_search(root))
    files = contents(site, playbook, scripts)
    folder = str(playbook.settings["id"])
    return Packed(
        content=packed({f"{folder}/{name}": content for name, content in files.items()}),
        first=f"{folder}/{PAGE}",
        pages=sum(name.endswith(PAGE) for name in files),
        unpacked=sum(map(len, files.values())),
    )
