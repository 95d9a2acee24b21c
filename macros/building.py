"""Build the whole site aside and swap it in, so that the last good one stays until then."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from macros.browser import (
    RuntimeBuildError,
    build_page_scripts,
    build_runtime,
    build_search,
    compress_site,
)
from macros.loading import load_playbook

SITE = Path("site")
FRESH = Path("build/site")
PREVIOUS = Path("build/site-previous")
# The theme announces its successor at every build; authors cannot act on it.
QUIET = {"NO_MKDOCS_2_WARNING": "1"}


class BuildError(Exception):
    """The site could not be built; the message says which step failed."""


def build_site(root: Path, address: str | None = None, *, compressed: bool = False) -> None:
    """Check the playbook, make the engine ready, build every language, and swap the result in.

    *address* is where the site will be served: its pages change in place only when the address
    they were built for is the one they are read at. A site to publish is *compressed*: each of its
    texts has its twins beside it. Raises PlaybookError or BuildError.
    """
    load_playbook(root)
    try:
        _tell("Making the engine ready for the browser (a minute the first time) …")
        build_runtime(root)
        build_page_scripts(root)
        build_search(root)
        _tell("Building the pages of every language …")
        _build_pages(root, address)
        if compressed:
            _tell("Compressing what servers send (a minute or two the first time) …")
            compress_site(root, root / FRESH)
    except RuntimeBuildError as error:
        raise BuildError(f"{error}\nsite/ is as it was.") from None
    _swap(root)


def _build_pages(root: Path, address: str | None) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    environment = os.environ | QUIET | ({"SITE_URL": address} if address else {})
    status = subprocess.run(  # noqa: S603 (our own command)
        [*command, "--site-dir", str(root / FRESH)], cwd=root, env=environment, check=False
    ).returncode
    if status:
        raise BuildError(f"The command mkdocs build failed ({status}); site/ is as it was.")


def _swap(root: Path) -> None:
    shutil.rmtree(root / PREVIOUS, ignore_errors=True)
    if (root / SITE).exists():
        (root / SITE).rename(root / PREVIOUS)
    (root / FRESH).rename(root / SITE)


def _tell(text: str) -> None:
    print(text, flush=True)
