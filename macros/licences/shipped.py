"""Every part of the site that somebody else made, found where the site takes it from.

Bundles bring the licences of the packages that they hold as a file beside them; the source maps of
the theme name the packages in its styles. A part without a text stops the build.
"""

import json
import re
from collections.abc import Iterator
from functools import cache
from importlib.metadata import distribution
from pathlib import Path

from macros.browser.bundles import NODE_MODULES, RuntimeBuildError
from macros.browser.page_scripts import read_page_scripts
from macros.browser.previews import FONT
from macros.browser.runtime import read_runtime
from macros.browser.search import read_search
from macros.licences.notice import Notice, stored_text

THEME = "mkdocs-material"
IN_THEME = {
    "material-design-color": "MIT",
}
"""Package in the theme's styles -> its licence; docs/licences holds the text."""
IN_ENGINE = {
    "bzip2": "bzip2-1.0.6",
    "emscripten": "MIT",
    "expat": "MIT",
    "libffi": "MIT",
    "libmpdec": "BSD-2-Clause",
    "musl": "MIT",
    "sqlite": "blessing",
    "xz": "LicenseRef-public-domain",
    "zlib": "Zlib",
    "zstd": "BSD-3-Clause",
}
"""Library in Pyodide's WebAssembly -> its licence; docs/licences holds the text."""
PACKAGE = re.compile(r"node_modules/((?:@[^/]+/)?[^/]+)/")
TITLE = re.compile(r"^(@?[\w/.-]+) (\d[\w.-]*) \(([\w .()-]+)\)$", re.MULTILINE)
"""What publishing.mjs writes above the licences of a package: echarts 6.1.0 (Apache-2.0)."""
LICENCES = re.compile(r"-licences-[0-9a-f]+\.txt$")


def shipped(root: Path) -> tuple[Notice, ...]:
    """Return a notice for each part that a site of the project at *root* ships now."""
    return (*_theme(root), *_scripts(root), *_engine(root), *_search(root), *_previews(root))


def _theme(root: Path) -> Iterator[Notice]:
    yield _of_python(THEME, "pages")
    theme = distribution(THEME)
    icons = Path(str(theme.locate_file("material/templates/.icons/material/LICENSE")))
    yield Notice(
        name="Material Design Icons",
        licence="Apache-2.0",
        where="pages",
        text=icons.read_text("utf-8"),
    )
    for name in _packages_of_the_theme():
        if name not in IN_THEME:
            raise RuntimeBuildError(
                f"The theme ships {name}, whose licence nobody has looked at: name it in "
                "macros/licences/shipped.py and put its text into docs/licences."
            )
        yield Notice(
            name=name,
            licence=IN_THEME[name],
            where="pages",
            text=stored_text(root, name),
            package=f"pkg:npm/{name}",
        )


@cache
def _packages_of_the_theme() -> tuple[str, ...]:
    """Return the packages that the source maps of the theme's styles name."""
    assets = Path(str(distribution(THEME).locate_file("material/templates/assets")))
    maps = tuple(assets.glob("stylesheets/*.map"))
    sources = [source for file in maps for source in json.loads(file.read_text("utf-8"))["sources"]]
    if not sources:
        raise RuntimeBuildError(f"{THEME} brings no source maps, so its parts are not known.")
    return tuple(sorted({found[1] for source in sources if (found := PACKAGE.search(source))}))


@cache
def _of_python(name: str, where: str) -> Notice:
    """Return the notice of an installed Python package, which brings its licence along."""
    package = distribution(name)
    files = [
        file
        for file in package.files or ()
        if re.search(r"dist-info/.*LICEN[CS]E", file.as_posix())
    ]
    if not files:
        raise RuntimeBuildError(f"The package {name} brings no licence along.")
    return Notice(
        name=name,
        version=package.version,
        licence="MIT",
        where=where,
        text=files[0].read_text("utf-8"),
        package=f"pkg:pypi/{name.lower()}",
    )


def _scripts(root: Path) -> Iterator[Notice]:
    scripts = read_page_scripts(root)
    if scripts:
        # What two bundles hold is one part.
        yield from dict.fromkeys(_in_bundles(scripts.folder, scripts.files, "scripts"))


def _search(root: Path) -> Iterator[Notice]:
    search = read_search(root)
    if search:
        yield from _in_bundles(search.folder, search.files, "search")
        yield _of_python("pypinyin", "search")


def _previews(root: Path) -> Iterator[Notice]:
    """Yield the font whose outlines stand in pictures."""
    font = root / NODE_MODULES / FONT
    if font.is_dir():
        yield Notice(
            name="Noto Sans SC",
            version=json.loads((font / "package.json").read_text("utf-8"))["version"],
            licence="OFL-1.1",
            where="previews",
            text=(font / "LICENSE").read_text("utf-8"),
            package=f"pkg:npm/{FONT.replace('@', '%40')}",
        )


def _in_bundles(folder: Path, files: tuple[str, ...], where: str) -> Iterator[Notice]:
    """Yield the packages that stand with their licences in the files beside bundles."""
    for file in files:
        if LICENCES.search(file):
            _, *parts = TITLE.split((folder / file).read_text("utf-8"))
            for name, version, licence, text in zip(*[iter(parts)] * 4, strict=True):
                yield Notice(
                    name=name,
                    version=version,
                    licence=licence,
                    where=where,
                    text=text.strip("\n") + "\n",
                    package=f"pkg:npm/{name.replace('@', '%40')}",
                )


def _engine(root: Path) -> Iterator[Notice]:
    if read_runtime(root) is None:
        return
    pyodide = root / NODE_MODULES / "pyodide"
    about = json.loads((pyodide / "package.json").read_text("utf-8"))
    python = json.loads((pyodide / "pyodide-lock.json").read_text("utf-8"))["info"]["python"]
    yield Notice(
        name="Pyodide",
        version=about["version"],
        licence=about["license"],
        where="engine",
        text=stored_text(root, "pyodide"),
        package="pkg:npm/pyodide",
    )
    yield Notice(
        name="CPython",
        version=python,
        licence="PSF-2.0",
        where="engine",
        text=stored_text(root, "cpython"),
        package="pkg:github/python/cpython",
    )
    for name, licence in IN_ENGINE.items():
        yield Notice(name=name, licence=licence, where="engine", text=stored_text(root, name))
