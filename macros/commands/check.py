"""playbook check: every problem of every file in one run; silent when all is right."""

import argparse
from datetime import datetime, timedelta, timezone

from macros.checks import find_problems
from macros.files import read_files
from macros.kept_addresses import broken_promises
from macros.loading import join
from macros.problems import report
from macros.staging import pages_of

HELP = "tell every problem of every file, with its line and what to do"
EXAMPLES = ("playbook check",)


def options(parser: argparse.ArgumentParser) -> None:
    """Declare the options: none."""


def run(options: argparse.Namespace) -> int:
    """Print the problems; 1 when there are any."""
    # Where the day begins first, so that today's review is over wherever its author lives.
    today = datetime.now(timezone(timedelta(hours=14))).date()
    files = read_files(options.root)
    problems = find_problems(files, today=today)
    if not problems:
        # Pages can be made only from a playbook that is right.
        playbook = join(files)
        problems = tuple(broken_promises(options.root, playbook, pages_of(playbook, options.root)))
    if problems:
        print(report(problems))
    return 1 if problems else 0
