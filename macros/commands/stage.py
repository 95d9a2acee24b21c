"""playbook stage: write the pages of the site as Markdown into build/docs."""

import argparse

from macros.staging import stage

HELP = "write the pages as Markdown into build/docs"
EXAMPLES = ("playbook stage",)


def options(parser: argparse.ArgumentParser) -> None:
    """Declare the options: none."""


def run(options: argparse.Namespace) -> int:
    """Stage the pages of every language."""
    stage(options.root)
    return 0
