"""The command line: `playbook TASK`, the same as `python -m macros TASK`."""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from types import ModuleType
from typing import TextIO

from macros.commands.misuse import MisuseError, tell
from macros.problems import PlaybookError, report
from macros.project import FOLDER

TASKS = (
    "check",
    "tools",
    "score",
    "ask",
    "sql",
    "portfolio",
    "export",
    "diff",
    "coverage",
    "readability",
    "new",
    "accept",
    "words",
    "schema",
    "engine",
    "package",
    "stage",
    "site",
    "offline",
    "serve",
    "headers",
    "doctor",
)
"""Each is a file in commands/ that holds HELP, EXAMPLES, options() and run()."""

CONTENT_WRONG, MISUSED, INTERRUPTED, OUTPUT_CLOSED = 1, 2, 130, 141


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one task and return its exit status."""
    if not _open_streams():
        tell("The result cannot be written: standard output is closed.")
        return MISUSED
    # A terminal or a pipe of another encoding must not break a report in another language.
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper) and stream.encoding.lower() != "utf-8":
            stream.reconfigure(encoding="utf-8")
    options = parser(arguments).parse_args(arguments)
    options.root = options.root.resolve()
    if not (options.root / FOLDER).is_dir():
        tell(
            f"The folder {options.root} holds no folder {FOLDER}.",
            "Name another: playbook --root FOLDER.",
        )
        return MISUSED
    try:
        status = int(command_of(options.task).run(options))
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever reads has seen enough (head, less).
        _close_output()
        return OUTPUT_CLOSED
    except (MisuseError, OSError, PlaybookError) as error:
        return _refused(error)
    return status


def _open_streams() -> bool:
    """Put an empty stream in the place of each that the caller closed; False where output was."""
    has_output = sys.stdout is not None
    sys.stdin = sys.stdin or _nothing("r")
    sys.stdout = sys.stdout or _nothing("w")
    sys.stderr = sys.stderr or _nothing("w")
    return has_output


def _nothing(mode: str) -> TextIO:
    return Path(os.devnull).open(mode, encoding="utf-8")  # type: ignore[return-value]


def _refused(error: MisuseError | OSError | PlaybookError) -> int:
    """Say why a task could not be carried out, and return its exit status."""
    if isinstance(error, PlaybookError):
        print(report(error.problems), file=sys.stderr)
        return CONTENT_WRONG
    if isinstance(error, MisuseError):
        tell(error.message, error.hint)
    elif error.filename is None:
        _close_output()
        tell(f"The result cannot be written: {error.strerror}.")
    else:
        tell(f"The file {error.filename} cannot be used: {error.strerror}.")
    return MISUSED


def _close_output() -> None:
    """Let nothing more be written to an output that takes nothing, not even at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def command_of(task: str) -> ModuleType:
    """Return the file of a task."""
    return import_module(f"macros.commands.{task}")


def parser(arguments: Sequence[str] | None = None) -> argparse.ArgumentParser:
    """Return the parser of the whole command line, or of the one task that *arguments* name.

    Reading the files of all tasks takes longer than most tasks.
    """
    top = argparse.ArgumentParser(
        prog="playbook",
        description="Check, score and compare a playbook of YAML files in any languages.",
        allow_abbrev=False,
    )
    top.add_argument(
        "--root", type=Path, default=Path(), metavar="FOLDER",
        help=f"the folder that holds {FOLDER} (default: this one)",
    )  # fmt: skip
    tasks = top.add_subparsers(dest="task", required=True, metavar="TASK")
    for name in _named(sys.argv[1:] if arguments is None else arguments):
        command = command_of(name)
        sub = tasks.add_parser(
            name,
            help=command.HELP,
            description=command.HELP[0].upper() + command.HELP[1:] + ".",
            epilog="examples:\n" + "\n".join(f"  {line}" for line in command.EXAMPLES),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        command.options(sub)
    return top


def _named(arguments: Sequence[str]) -> Sequence[str]:
    """Return the task of a command line; all of them where it names none that exists."""
    words = iter(arguments)
    for word in words:
        if word == "--root":
            next(words, None)
        elif not word.startswith("-"):
            return (word,) if word in TASKS else TASKS
    return TASKS


if __name__ == "__main__":
    sys.exit(main())
