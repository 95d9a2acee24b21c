"""playbook engine: make the engine and its standard library ready for the browser."""

import argparse

from macros.browser import RuntimeBuildError, build_runtime
from macros.commands.choices import MisuseError

HELP = "make the engine ready for the browser, in build/runtime"
EXAMPLES = ("playbook engine",)


def options(parser: argparse.ArgumentParser) -> None:
    """Declare the options: none."""


def run(options: argparse.Namespace) -> int:
    """Build the runtime where something changed, and say how large it is."""
    try:
        runtime = build_runtime(options.root)
    except RuntimeBuildError as error:
        raise MisuseError(str(error)) from None
    size = sum((runtime.folder / name).stat().st_size for name in runtime.files)
    print(f"{len(runtime.files)} files, {size / 1_000_000:.1f} MB in {runtime.folder}")
    return 0
