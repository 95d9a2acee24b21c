"""The command line: `playbook TASK`, the same as `python -m macros TASK`."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

from macros.commands import check, tools
from macros.files import FOLDER
from macros.problems import PlaybookError, report

COMMANDS: dict[str, ModuleType] = {
    "check": check,
    "tools": tools,
}
"""Task -> the file in commands/ that holds HELP, EXAMPLES, options() and run()."""

CONTENT_WRONG, MISUSED, INTERRUPTED = 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one task and return its exit status."""
    options = parser().parse_args(arguments)
    # A terminal or a pipe of another encoding must not break a report in two languages.
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    options.root = options.root.resolve()
    if not (options.root / FOLDER).is_dir():
        print(f"playbook: {options.root} holds no folder {FOLDER}", file=sys.stderr)
        print("    go to the project's folder, or name it: playbook --root FOLDER", file=sys.stderr)
        return MISUSED
    try:
        return int(COMMANDS[options.task].run(options))
    except PlaybookError as error:
        print(report(error.problems), file=sys.stderr)
        return CONTENT_WRONG
    except KeyboardInterrupt:
        return INTERRUPTED


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    top = argparse.ArgumentParser(
        prog="playbook", description="Check, score and compare a playbook of bilingual YAML files."
    )
    top.add_argument(
        "--root", type=Path, default=Path(), metavar="FOLDER",
        help=f"the folder that holds {FOLDER} (default: this one)",
    )  # fmt: skip
    tasks = top.add_subparsers(dest="task", required=True, metavar="TASK")
    for name, command in COMMANDS.items():
        sub = tasks.add_parser(
            name,
            help=command.HELP,
            description=command.HELP[0].upper() + command.HELP[1:] + ".",
            epilog="examples:\n" + "\n".join(f"  {line}" for line in command.EXAMPLES),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        command.options(sub)
    return top


if __name__ == "__main__":
    sys.exit(main())
