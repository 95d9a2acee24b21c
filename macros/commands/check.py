"""playbook check: every problem of every file in one run; silent when all is right."""

import argparse
from datetime import datetime, timedelta, timezone
from importlib import import_module

from macros.problems import report
from macros.project import Glance

HELP = "tell every problem of every file, with its line and what to do"
EXAMPLES = ("playbook check",)


def options(parser: argparse.ArgumentParser) -> None:
    """Declare the options: none."""


def run(options: argparse.Namespace) -> int:
    """Print the problems; 1 when there are any."""
    # Where the day begins first, so that today's review is over wherever its author lives.
    today = datetime.now(timezone(timedelta(hours=14))).date()
    glance = Glance(options.root, "check", today.isoformat())
    if glance.was_right():
        return 0
    # Reading the rules takes longer than seeing that nothing has changed.
    problems = import_module("macros.whole_check").whole_check(options.root, today)
    if problems:
        print(report(problems))
        return 1
    glance.remember_right()
    return 0
