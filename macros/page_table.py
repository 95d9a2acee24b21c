"""The table of all kinds of pages: the row of every file of page_kinds/."""

from collections.abc import Mapping

from assessments.border.rows import rows_in
from macros import page_kinds
from macros.page_kind import PageKind

_ROWS = rows_in(page_kinds.__name__, page_kinds.__path__, "KIND")

PAGE_KINDS: tuple[PageKind, ...] = tuple(
    sorted((row for row in _ROWS if isinstance(row, PageKind)), key=lambda kind: kind.order)
)
"""In the order in which readers meet them."""

BY_NAME: Mapping[str, PageKind] = {kind.name: kind for kind in PAGE_KINDS}
BY_LINK: Mapping[str, PageKind] = {kind.link: kind for kind in PAGE_KINDS if kind.link != "page"}
"""The word before the colon of a link -> a kind that stands under its address."""
BY_PLACE: Mapping[str, PageKind] = {word: kind for kind in PAGE_KINDS for word in kind.holds}
"""The word before the colon of a link to a place on a page -> the kind of that page."""
