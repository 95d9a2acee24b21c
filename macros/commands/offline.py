"""playbook offline: pack a copy of the site that opens by a double click, without a server."""

import argparse
import shutil
from pathlib import Path

from macros.browser import RuntimeBuildError
from macros.building import FRESH, BuildError, make_site
from macros.commands.misuse import MisuseError
from macros.folder_copy.packing import pack
from macros.folder_copy.pages import UnmarkedError
from macros.loading import load_playbook

HELP = "pack a copy of the site that opens from a folder, without a server or a network"
EXAMPLES = (
    "playbook offline",
    "playbook offline --out playbook.zip",
)
MEGABYTE = 1_000_000


def options(parser: argparse.ArgumentParser) -> None:
    """Declare where the zip goes."""
    parser.add_argument(
        "--out", metavar="FILE", type=Path, help="default: build/ID-VERSION-offline.zip"
    )


def run(options: argparse.Namespace) -> int:
    """Pack the copy; site/ stays as it is."""
    playbook = load_playbook(options.root)
    named = f"build/{playbook.settings['id']}-{playbook.settings['version']}-offline.zip"
    fresh = options.root / FRESH
    try:
        make_site(options.root, offline=False)
        copy = pack(options.root, fresh, playbook)
    except (BuildError, RuntimeBuildError, UnmarkedError) as error:
        raise MisuseError(str(error)) from None
    shutil.rmtree(fresh)
    (options.out or options.root / named).write_bytes(copy.content)
    print(
        f"{options.out or named} holds {copy.pages} pages, {len(copy.content) / MEGABYTE:.1f} MB; "
        f"unpacked {copy.unpacked / MEGABYTE:.1f} MB.\n"
        f"Unpack all of it, then open {copy.first} by a double click."
    )
    return 0
