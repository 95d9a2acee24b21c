"""The table of all kinds of pages: the row of every file of this folder that holds one."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path

from macros.page_kinds.kind import PageKind


def _rows() -> Iterator[PageKind]:
    for file in Path(__file__).parent.glob("*.py"):
        row = getattr(import_module(f"macros.page_kinds.{file.stem}"), "KIND", None)
        if isinstance(row, PageKind):
            yield row


PAGE_KINDS: tuple[PageKind, ...] = tuple(sorted(_rows(), key=lambda kind: kind.order))
"""In the order in which readers meet them."""

BY_NAME: Mapping[str, PageKind] = {kind.name: kind for kind in PAGE_KINDS}
BY_LINK: Mapping[str, PageKind] = {kind.link: kind for kind in PAGE_KINDS if kind.link != "page"}
"""The word before the colon of a link -> a kind that stands under its address."""
BY_PLACE: Mapping[str, PageKind] = {word: kind for kind in PAGE_KINDS for word in kind.holds}
"""The word before the colon of a link to a place on a page -> the kind of that page."""
