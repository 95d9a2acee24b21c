"""playbook tools: every assessment and calculator, and what it is for."""

import argparse

from macros.loading import load_playbook

HELP = "list the assessments and calculators"
EXAMPLES = ("playbook tools", "playbook tools --language zh")


def options(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--language", default="en", help="of the titles (default: en)")


def run(options: argparse.Namespace) -> int:
    """Print id, minutes, title and purpose of each tool."""
    playbook = load_playbook(options.root)
    if options.language not in playbook.languages:
        print(f"playbook: the languages are {', '.join(playbook.languages)}")
        return 2
    for name, tool in playbook.tools.items():
        print(f"{name}  ({tool['kind']}, {tool['minutes']} min)")
        print(f"    {tool['title'][options.language]}")
        print(f"    {tool['purpose'][options.language]}")
    return 0
