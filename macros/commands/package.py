"""playbook package: the engine as a package that any Pyodide or JupyterLite loads."""

import argparse
from pathlib import Path

from macros.browser import RuntimeBuildError, build_engine_package
from macros.commands.misuse import MisuseError

HELP = "make the engine a package for any Pyodide or JupyterLite, in build/packages/"
EXAMPLES = ("playbook package --tools build/packages-environment",)


def options(parser: argparse.ArgumentParser) -> None:
    """Declare where pyodide-build is."""
    parser.add_argument(
        "--tools",
        type=Path,
        required=True,
        metavar="FOLDER",
        help="an environment with pyodide-build, as `python tasks.py packages` makes it",
    )


def run(options: argparse.Namespace) -> int:
    """Build it where the engine changed."""
    try:
        made = build_engine_package(options.root, options.tools)
    except (RuntimeBuildError, OSError) as error:
        raise MisuseError(
            f"The package cannot be made: {error}", "Run: python tasks.py packages"
        ) from None
    for name in made.files:
        print(f"{made.folder / name}: {(made.folder / name).stat().st_size:,} bytes")
    return 0
