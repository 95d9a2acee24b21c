"""Build the whole site aside and swap it in, so that the last good one stays until then."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from errno import ENOSPC
from pathlib import Path

from macros.apart import apart
from macros.browser import (
    RuntimeBuildError,
    build_launcher,
    build_offline_workers,
    build_page_scripts,
    build_runtime,
    build_search,
    compress_site,
)
from macros.hosting.in_pages import bring_policy
from macros.hosting.inline import refused
from macros.hosting.policy import policies
from macros.licences.origins import unknown_files
from macros.loading import load_playbook
from macros.offline.writing import WORKER, write_removal, write_worker
from macros.staging import STAGED
from macros.values import Data

SITE = Path("site")
FRESH = Path("build/site")
PREVIOUS = Path("build/site-previous")
DISK_FULL = "There is no space left on the disk; site/ is as it was."
# The theme announces its successor at every build; authors cannot act on it.
QUIET = {"NO_MKDOCS_2_WARNING": "1"}


class BuildError(Exception):
    """The site could not be built; the message says which step failed."""


def build_site(
    root: Path,
    address: str | None = None,
    *,
    compressed: bool = False,
    policy_in_pages: bool = False,
    offline: bool = True,
) -> None:
    """Make the site as make_site does, and swap it in for the last one.

    Raises PlaybookError or BuildError.
    """
    make_site(
        root,
        address,
        compressed=compressed,
        policy_in_pages=policy_in_pages,
        offline=offline,
    )
    _swap(root)


def make_site(
    root: Path,
    address: str | None = None,
    *,
    compressed: bool = False,
    policy_in_pages: bool = False,
    offline: bool = True,
) -> None:
    """Check the playbook, make the engine ready and build every language aside, in FRESH.

    *address* is where the site will be served: its pages change in place only when the address
    they were built for is the one they are read at. A site to publish is *compressed*: each of its
    texts has its twins beside it. Where no server says what a page may do, the page brings it:
    *policy_in_pages*. Browsers keep it for times without a network where *offline* and playbook.yml
    say so. Raises PlaybookError or BuildError.
    """
    playbook = apart(_checked, root)
    keeps = offline and playbook.works_offline
    try:
        _tell("Making the engine ready for the browser (a minute the first time) …")
        build_runtime(root)
        build_page_scripts(root)
        build_launcher(root)
        build_search(root)
        _tell("Building the pages of every language …")
        _build_pages(root, address, offline=keeps)
        _refuse_fresh(root)
        if policy_in_pages:
            bring_policy(root / FRESH, policies(root / FRESH, playbook.settings).in_pages)
        _write_worker(root, playbook.languages, keeps=keeps)
        if compressed:
            _tell("Compressing what servers send (a minute or two the first time) …")
            compress_site(root, root / FRESH)
    except RuntimeBuildError as error:
        raise BuildError(f"{error}\nsite/ is as it was.") from None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Checked:
    """What of a right playbook is asked for once its pages stand; the whole is large."""

    settings: Data
    languages: tuple[str, ...]
    works_offline: bool


def _checked(root: Path) -> _Checked:
    playbook = load_playbook(root)
    return _Checked(
        settings=playbook.settings,
        languages=playbook.languages,
        works_offline=playbook.works_offline,
    )


def _build_pages(root: Path, address: str | None, *, offline: bool) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    environment = os.environ | QUIET | ({"SITE_URL": address} if address else {})
    environment |= {"OFFLINE": "true" if offline else "false"}
    done = subprocess.run(  # noqa: S603 (our own command)
        [*command, "--site-dir", str(root / FRESH)],
        cwd=root,
        env=environment,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        # What could not be finished would only fill the disk further.
        shutil.rmtree(root / FRESH, ignore_errors=True)
        if os.strerror(ENOSPC) in done.stderr:
            raise BuildError(DISK_FULL)
        sys.stderr.write(done.stderr)
        raise BuildError(
            f"The command mkdocs build failed ({done.returncode}); site/ is as it was."
        )


def _write_worker(root: Path, languages: Sequence[str], *, keeps: bool) -> None:
    """Let browsers keep what was built, or forget what they kept of an earlier site."""
    workers = build_offline_workers(root)
    if keeps:
        write_worker(root / FRESH, languages, workers)
    else:
        write_removal(root / FRESH, workers)


def _refuse_fresh(root: Path) -> None:
    try:
        refuse(root, root / FRESH)
    except BuildError as error:
        raise BuildError(f"{error} site/ is as it was.") from None


def refuse(root: Path, site: Path) -> None:
    """Raise BuildError where a site holds what nobody may publish.

    That is a file of which nobody says whose work it is, or what its own policy forbids.
    """
    strangers = [file for file in unknown_files(site, root / STAGED) if file != WORKER]
    if strangers:
        raise BuildError(
            f"Nobody says where {strangers[0]} of the site comes from, so its licence is not known:"
            " name it in macros/licences/origins.py."
        )
    place = next(refused(root, site), None)
    if place:
        raise BuildError(
            f"The policy of the site forbids what a page holds: {place}\n"
            "Scripts and styles stand in files of their own; an inline script stands word for word"
            " in a template of docs/overrides/."
        )


def _swap(root: Path) -> None:
    shutil.rmtree(root / PREVIOUS, ignore_errors=True)
    if (root / SITE).exists():
        (root / SITE).rename(root / PREVIOUS)
    (root / FRESH).rename(root / SITE)


def _tell(text: str) -> None:
    print(text, flush=True)
