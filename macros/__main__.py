"""The command line: `playbook TASK`, the same as `python -m macros TASK`."""

import argparse
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from types import ModuleType
from typing import TextIO

from macros.commands import (
    accept,
    ask,
    check,
    coverage,
    diff,
    doctor,
    engine,
    export,
    headers,
    new,
    package,
    portfolio,
    readability,
    schema,
    score,
    serve,
    site,
    sql,
    stage,
    tools,
    words,
)
from macros.commands.choices import MisuseError, tell
from macros.files import FOLDER
from macros.problems import PlaybookError, report

COMMANDS: dict[str, ModuleType] = {
    "check": check,
    "tools": tools,
    "score": score,
    "ask": ask,
    "sql": sql,
    "portfolio": portfolio,
    "export": export,
    "diff": diff,
    "coverage": coverage,
    "readability": readability,
    "new": new,
    "accept": accept,
    "words": words,
    "schema": schema,
    "engine": engine,
    "package": package,
    "stage": stage,
    "site": site,
    "serve": serve,
    "headers": headers,
    "doctor": doctor,
}
"""Task -> the file in commands/ that holds HELP, EXAMPLES, options() and run()."""

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
    options = parser().parse_args(arguments)
    options.root = options.root.resolve()
    if not (options.root / FOLDER).is_dir():
        tell(
            f"The folder {options.root} holds no folder {FOLDER}.",
            "Name another: playbook --root FOLDER.",
        )
        return MISUSED
    try:
        status = int(COMMANDS[options.task].run(options))
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


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    top = argparse.ArgumentParser(
        prog="playbook",
        description="Check, score and compare a playbook of YAML files in any languages.",
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
