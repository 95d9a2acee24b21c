"""What the tasks share: choose an address, a language and a tool, and refuse what there is not."""

import argparse
import re
from pathlib import Path

from macros.commands.misuse import MisuseError
from macros.files import languages_of
from macros.loading import load_tool, tool_names
from macros.values import Data, did_you_mean

ADDRESS = re.compile(r"https?://[^\s\"'<>\\{}?#@]+")
"""Where a site may be served; without a name, a password or a question."""


def chosen_address(options: argparse.Namespace) -> str | None:
    """Return where the site is served, None where it is not said; refuse what is no such place."""
    if options.address and not ADDRESS.fullmatch(options.address):
        raise MisuseError(
            f"A site cannot be served at '{options.address}'.",
            "Write it like this: https://playbook.example.org/",
        )
    return options.address or None


def add_language(parser: argparse.ArgumentParser) -> None:
    """Declare --language."""
    parser.add_argument(
        "--language", metavar="CODE", help="of playbook.yml (default: its first language)"
    )


def chosen_language(options: argparse.Namespace) -> str:
    """Return the language, the first where none is named, or say which there are."""
    languages = languages_of(options.root)
    if options.language is None and languages:
        return languages[0]
    if options.language not in languages:
        raise MisuseError(
            f"There is no language '{options.language}'.", f"Choose {' or '.join(languages)}."
        )
    return str(options.language)


def chosen_tool(root: Path, name: str, *, whole: bool = False) -> Data:
    """Return the definition of a tool, or say which there are."""
    found = load_tool(root, name, whole=whole)
    if found is None:
        names = tool_names(root)
        hint = did_you_mean(name, names, "The command 'playbook tools' lists them.")
        raise MisuseError(f"There is no tool '{name}'.", hint)
    return found[0]
