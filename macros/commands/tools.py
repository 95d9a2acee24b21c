"""playbook tools: every assessment and calculator, and what it is for."""

import argparse

from macros.commands.choices import add_language, chosen_language
from macros.loading import load_playbook

HELP = "list the assessments and calculators"
EXAMPLES = ("playbook tools", "playbook tools --language zh")


def options(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    add_language(parser)


def run(options: argparse.Namespace) -> int:
    """Print id, kind, minutes, title and purpose of each tool."""
    language = chosen_language(options)
    for name, tool in load_playbook(options.root).tools.items():
        print(f"{name}  ({tool['kind']}, {tool['minutes']} min)")
        print(f"    {tool['title'][language]}")
        print(f"    {tool['purpose'][language]}")
    return 0
