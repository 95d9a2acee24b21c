"""The table of all formats of packages."""

from collections.abc import Iterator, Mapping

from macros.courses.packages.parts import PageFormat
from macros.courses.packages.table import PAGE_FORMATS
from macros.exporters.packages import pptx, scorm
from macros.exporters.packages.format import Format, Order
from macros.exporters.packages.taken import parts_of

NOT_PUBLISHED = ("markdown", "ics")
"""Made where somebody asks for them: of every page they would be too many files."""


def _rows() -> Iterator[Format]:
    yield pptx.FORMAT
    for name, row in PAGE_FORMATS.items():
        standard = name.removesuffix("-thin")
        if standard in scorm.FORMATS:
            yield scorm.FORMATS[standard]
        yield _as_format(row)


def _as_format(row: PageFormat) -> Format:
    def make(order: Order) -> bytes:
        return row.make(parts_of(order))

    return Format(
        name=row.name,
        ending=row.ending,
        kinds=row.kinds,
        make=make,
        is_published=row.name not in NOT_PUBLISHED,
    )


FORMATS: Mapping[str, Format] = {each.name: each for each in _rows()}
"""Name -> the row, in the order in which trainers meet them."""
