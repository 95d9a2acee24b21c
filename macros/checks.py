"""Every rule of a playbook in one run: within a file, between files, and the engine's."""

from collections.abc import Iterable

from macros.checking.engine import ENGINE_RULES
from macros.checking.ids import ID_RULES
from macros.checking.modules import MODULE_RULES
from macros.checking.sentences import SENTENCE_RULES
from macros.checking.texts import TEXT_RULES
from macros.checking.tools import TOOL_RULES
from macros.checking.words import WORD_RULES
from macros.checking.written import WRITTEN_RULES
from macros.files import Files, Rule
from macros.problems import Problem
from macros.published.locks import LOCK_RULES, translations_keep_up

RULES: tuple[Rule, ...] = (
    *ID_RULES, *MODULE_RULES, *TEXT_RULES, *WORD_RULES, *WRITTEN_RULES, *LOCK_RULES,
)  # fmt: skip
"""Each looks only at what fits its shape, so that no rule speaks because of another's problem."""

PAGE_RULES: tuple[Rule, ...] = tuple(rule for rule in RULES if rule is not translations_keep_up)
"""What pages need: one can be shown while the translation of its last change is being written."""


def find_problems(files: Files, rules: Iterable[Rule] = RULES) -> tuple[Problem, ...]:
    """Return every problem of every file, in the order of files and lines."""
    problems = [*files.problems, *find_tool_problems(files)]
    for _, file in files.all():
        problems += [*file.source.problems, *file.problems]
    for rule in rules:
        problems += rule(files)
    return tuple(sorted(set(problems)))


def find_tool_problems(files: Files) -> list[Problem]:
    """Return what is wrong within tools; the engine speaks only of those that are right so far."""
    problems = [problem for rule in (*TOOL_RULES, *SENTENCE_RULES) for problem in rule(files)]
    right = files.without({problem.file for problem in problems})
    return [*problems, *(problem for rule in ENGINE_RULES for problem in rule(right))]
