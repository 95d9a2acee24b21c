"""playbook tools: every assessment and calculator, and what it is for."""

import argparse
import sys
from collections.abc import Iterator

from macros.commands.choices import add_language, chosen_language
from macros.files import TOOL_KINDS, Files, read_files
from macros.problems import report

HELP = "list the assessments and calculators"
EXAMPLES = ("playbook tools", "playbook tools --language zh")


def options(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    add_language(parser)


def run(options: argparse.Namespace) -> int:
    """Print id, kind, minutes, title and purpose of each tool that is whole; 1 when one is not.

    What is wrong elsewhere does not matter: nobody waits for a module to see the tools.
    """
    language = chosen_language(options)
    files = read_files(options.root)
    for name in _in_order(files):
        tool = next(file for kind in TOOL_KINDS if (file := files.stems[kind].get(name)))
        for _, record in tool.each():
            print(f"{name}  ({record['kind']}, {record['minutes']} min)")
            print(f"    {record['title'][language]}")
            print(f"    {record['purpose'][language]}")
    problems = [
        problem
        for tool in files.of(*TOOL_KINDS)
        for problem in (*tool.source.problems, *tool.problems)
    ]
    if problems:
        print(report(problems), file=sys.stderr)
    return 1 if problems else 0


def _in_order(files: Files) -> Iterator[str]:
    """Yield the ids of all tools, those that playbook.yml lists in its order, then the others."""
    known = [name for kind in TOOL_KINDS for name in files.stems[kind]]
    listed = [
        name
        for settings in files.of("playbook")
        for kind in TOOL_KINDS
        for _, name in settings.each("tools", f"{kind}s", "*")
        if name in known
    ]
    yield from dict.fromkeys([*listed, *known])
