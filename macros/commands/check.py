"""playbook check: every problem of every file in one run; silent when all is right."""

import argparse
from datetime import datetime, timedelta, timezone

from macros.checks import find_problems
from macros.files import read_files
from macros.problems import report

HELP = "tell every problem of every file, with its line and what to do"
EXAMPLES = ("playbook check",)


def options(parser: argparse.ArgumentParser) -> None:
    """Declare the options: none."""


def run(options: argparse.Namespace) -> int:
    """Print the problems; 1 when there are any."""
    # Where the day begins first, so that today's review is over wherever its author lives.
    today = datetime.now(timezone(timedelta(hours=14))).date()
    problems = find_problems(read_files(options.root), today=today)
    if problems:
        print(report(problems))
    return 1 if problems else 0
