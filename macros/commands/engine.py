"""playbook engine: make the engine and the scripts of pages and search ready for the browser."""

import argparse

from macros.browser import RuntimeBuildError, build_page_scripts, build_runtime, build_search
from macros.commands.misuse import MisuseError

HELP = "make the engine and the scripts of pages and search ready for the browser, in build/"
EXAMPLES = ("playbook engine",)


def options(parser: argparse.ArgumentParser) -> None:
    """Declare the options: none."""


def run(options: argparse.Namespace) -> int:
    """Build what changed, and say how large it is."""
    try:
        made = (build_runtime, build_page_scripts, build_search)
        built = [make(options.root) for make in made]
    except RuntimeBuildError as error:
        raise MisuseError(str(error)) from None
    for each in built:
        size = sum((each.folder / name).stat().st_size for name in each.files)
        print(f"{len(each.files)} files, {size / 1_000_000:.1f} MB in {each.folder}")
    return 0
