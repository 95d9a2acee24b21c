"""Every rule of a playbook in one run: within a file first, then between files."""

from collections.abc import Callable, Iterable

from macros.checks_ids import ID_RULES
from macros.files import Files
from macros.problems import Problem

Rule = Callable[[Files], Iterable[Problem]]

RULES: tuple[Rule, ...] = (*ID_RULES,)
"""Each rule looks only at what fits its shape, so that no rule speaks because of another's problem."""


def find_problems(files: Files) -> tuple[Problem, ...]:
    """Return every problem of every file, in the order of files and lines."""
    problems = [*files.problems]
    for _, file in files.all():
        problems += [*file.source.problems, *file.problems]
    for rule in RULES:
        problems += rule(files)
    return tuple(sorted(set(problems)))
