"""SCORM packages: each page in a frame, tools with a result that their learner may send."""

from collections.abc import Mapping
from functools import partial

from macros.courses.packages.archive import MANIFEST, packed
from macros.courses.packages.contents import FRAME, TOOLS, Entry
from macros.courses.packages.identifiers import Identifiers, PackageError
from macros.courses.packages.launcher import SCRIPT, launcher
from macros.courses.packages.parts import PageFormat, Parts
from macros.courses.packages.scorm_manifest import (
    STANDARDS,
    Shown,
    Standard,
    manifest,
    reports,
)

START = "index.html"
KINDS = (*TOOLS, "course", "plan")
UNBUILT = "A package that stands alone is made from the built site: run `playbook site` first."


def thin(standard: Standard, parts: Parts) -> bytes:
    """Return a package that shows the site's pages for frames: the site must be within reach."""
    framed = {each.link: each.address + FRAME for each in parts.contents.entries}
    return package(standard, parts, framed, {})


def package(
    standard: Standard, parts: Parts, framed: Mapping[str, str], files: Mapping[str, bytes]
) -> bytes:
    """Return a package. *framed*: link of a page -> address in its frame. *files* lie beside."""
    script, entries = parts.launcher, parts.contents.entries
    if script is None:
        raise PackageError(UNBUILT)
    if not entries:
        raise PackageError("A package needs a page to show.")
    names, inside, shown = Identifiers(), {**files}, {}
    for entry in entries:
        start = START if len(entries) == 1 else _file(entry, names)
        own = standard.name if reports(entry) else ""
        inside[start] = launcher(entry, parts.spoken, own, framed[entry.link])
        if own:
            inside[SCRIPT] = script
        shown[entry.link] = Shown(start=start, files=(*((SCRIPT,) if own else ()), *files))
    return packed({MANIFEST: manifest(parts.contents, standard, shown), **inside})


def _file(entry: Entry, names: Identifiers) -> str:
    """Return the file of a page, beside the script."""
    return f"{names.of('page', *entry.link.split(':'))}.html"


FORMATS = tuple(
    PageFormat(
        name=f"{name}-thin",
        ending=f"{name}-thin.zip",
        media="application/zip",
        kinds=KINDS,
        make=partial(thin, standard),
    )
    for name, standard in STANDARDS.items()
)
