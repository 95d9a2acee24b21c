"""Every rule of a playbook in one run: within a file, between files, and the engine's."""

from collections.abc import Iterable
from datetime import date

from macros.checking.changes import CHANGE_RULES
from macros.checking.company import COMPANY_RULES
from macros.checking.course_materials import COURSE_MATERIAL_RULES
from macros.checking.courses import COURSE_RULES
from macros.checking.engine import ENGINE_RULES
from macros.checking.figures import FIGURE_RULES
from macros.checking.handovers import HANDOVER_RULES
from macros.checking.ids import ID_RULES
from macros.checking.markdown import MARKDOWN_RULES
from macros.checking.modules import MODULE_RULES, reviews_are_over
from macros.checking.portfolio import PORTFOLIO_RULES
from macros.checking.sentences import SENTENCE_RULES
from macros.checking.sessions import SESSION_RULES
from macros.checking.texts import TEXT_RULES
from macros.checking.versions import VERSION_RULES
from macros.checking.words import WORD_RULES
from macros.checking.written import WRITTEN_RULES
from macros.files import Files, Rule
from macros.problems import Problem
from macros.published.locks import LOCK_RULES, locks_are_there, translations_keep_up

RULES: tuple[Rule, ...] = (
    *ID_RULES, *COMPANY_RULES, *MODULE_RULES, *SESSION_RULES, *COURSE_RULES,
    *COURSE_MATERIAL_RULES, *TEXT_RULES, *FIGURE_RULES, *MARKDOWN_RULES, *HANDOVER_RULES,
    *PORTFOLIO_RULES, *VERSION_RULES, *CHANGE_RULES, *WORD_RULES, *WRITTEN_RULES, *LOCK_RULES,
)  # fmt: skip
"""Each looks only at what fits its shape, so that no rule speaks because of another's problem."""

NOT_OF_PAGES = (translations_keep_up, locks_are_there)
PAGE_RULES: tuple[Rule, ...] = tuple(rule for rule in RULES if rule not in NOT_OF_PAGES)
"""What pages need: one can be shown while the translation of its last change is being written."""


def find_problems(
    files: Files, rules: Iterable[Rule] = RULES, today: date | None = None
) -> tuple[Problem, ...]:
    """Return every problem of every file, in the order of files and lines.

    Only whoever gives *today* is told of days that have not come: no page hangs on the clock.
    """
    problems = [*files.problems, *find_tool_problems(files)]
    for _, file in files.all():
        problems += [*file.source.problems, *file.problems]
    for rule in rules:
        problems += rule(files)
    if today:
        problems += reviews_are_over(files, today)
    return tuple(sorted(set(problems)))


def find_tool_problems(files: Files) -> list[Problem]:
    """Return what is wrong within tools; the engine speaks only of those that are right so far."""
    problems = [problem for rule in SENTENCE_RULES for problem in rule(files)]
    right = files.without({problem.file for problem in problems})
    return [*problems, *(problem for rule in ENGINE_RULES for problem in rule(right))]
