"""Everything that `playbook check` looks at: every rule, and the addresses that were published."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from macros.checks import find_problems
from macros.files import read_files
from macros.kept_addresses import broken_promises
from macros.loading import join
from macros.page_texts import pages_of
from macros.problems import Problem


def whole_check(root: Path, today: date) -> Iterable[Problem]:
    """Return every problem of a project's playbook on a day."""
    files = read_files(root)
    problems = find_problems(files, today=today)
    if problems:
        # Pages can be made only from a playbook that is right.
        return problems
    playbook = join(files)
    return tuple(broken_promises(root, playbook, pages_of(playbook, root)))
