"""playbook stage: write the pages of the site as Markdown into build/docs."""

import argparse

from macros.browser import RuntimeBuildError
from macros.commands.misuse import MisuseError, tell
from macros.staging import stage

HELP = "write the pages as Markdown into build/docs"
EXAMPLES = ("playbook stage",)


def options(parser: argparse.ArgumentParser) -> None:
    """Declare the options: none."""


def run(options: argparse.Namespace) -> int:
    """Stage the pages of every language."""
    try:
        staged = stage(options.root)
    except RuntimeBuildError as error:
        raise MisuseError(str(error)) from None
    if not staged.search:
        tell("the pages have no search yet; `playbook engine` makes what it needs")
    return 0
