"""SCORM packages that stand alone: with the pages and their engine inside."""

from collections.abc import Mapping
from functools import partial

from macros.courses.packages.scorm import KINDS, package
from macros.courses.packages.scorm_manifest import STANDARDS, Standard
from macros.exporters.packages.format import Format, Order
from macros.exporters.packages.page_files import FOLDER, page_files, page_path
from macros.exporters.packages.taken import parts_of


def alone(standard: Standard, order: Order) -> bytes:
    """Return a package with all its pages inside: no other server is asked."""
    framed: dict[str, str] = {}
    files: dict[str, bytes] = {}
    for entry in order.contents.entries:
        framed[entry.link] = f"{FOLDER}/{page_path(order, entry)}index.html"
        files |= page_files(order, entry)
    return package(standard, parts_of(order), framed, files)


FORMATS: Mapping[str, Format] = {
    name: Format(name=name, ending=f"{name}.zip", kinds=KINDS, make=partial(alone, standard))
    for name, standard in STANDARDS.items()
}
"""Name of the standard -> the row."""
