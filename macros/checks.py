"""Every rule of a playbook in one run: within a file first, then between files."""

from collections.abc import Iterable

from macros.checks_engine import ENGINE_RULES
from macros.checks_ids import ID_RULES
from macros.checks_links import TEXT_RULES
from macros.checks_modules import MODULE_RULES
from macros.checks_tools import TOOL_RULES
from macros.files import Files, Rule
from macros.locks import LOCK_RULES
from macros.problems import Problem

RULES: tuple[Rule, ...] = (
    *ID_RULES,
    *MODULE_RULES,
    *TOOL_RULES,
    *TEXT_RULES,
    *ENGINE_RULES,
    *LOCK_RULES,
)
"""Each looks only at what fits its shape, so that no rule speaks because of another's problem."""


def find_problems(files: Files, rules: Iterable[Rule] = RULES) -> tuple[Problem, ...]:
    """Return every problem of every file, in the order of files and lines."""
    problems = [*files.problems]
    for _, file in files.all():
        problems += [*file.source.problems, *file.problems]
    for rule in rules:
        problems += rule(files)
    return tuple(sorted(set(problems)))
