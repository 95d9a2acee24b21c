"""What is wrong in the files of a playbook: gathered as data here, said as text in one place.

Problems are gathered, not raised one by one: an author who made five mistakes sees five.
"""

from collections.abc import Iterable
from dataclasses import dataclass

Path = tuple[str | int, ...]
"""The way from the top of a file to one value: keys and positions."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Problem:
    """One broken rule."""

    file: str
    """From the project's folder, with slashes: playbook_data/glossary.yml."""
    line: int = 1
    column: int = 1
    path: str = ""
    """dimensions[0].questions[1].text; empty where the file as a whole is meant."""
    message: str
    """The rule that is broken and what was found."""
    hint: str = ""
    """What to do."""


class PlaybookError(Exception):
    """The playbook cannot be used: carries every problem that was found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__(f"{count_of(len(self.problems), 'problem')} in the playbook")

    def __reduce__(self) -> tuple[type["PlaybookError"], tuple[tuple[Problem, ...]]]:
        """Let another process raise it again with its problems."""
        return PlaybookError, (self.problems,)


def written(path: Path) -> str:
    """Return a path as an author reads it: dimensions[0].title.en."""
    text = ""
    for step in path:
        if isinstance(step, int):
            text += f"[{step}]"
        else:
            text += f".{step}" if text else step
    return text


def locate(problem: Problem) -> str:
    """Say a problem as text that an editor makes a link of."""
    place = f"{problem.file}:{problem.line}:{problem.column}: "
    subject = f"{problem.path}: " if problem.path else ""
    hint = f"\n    {problem.hint}" if problem.hint else ""
    return place + subject + problem.message + hint


def report(problems: Iterable[Problem]) -> str:
    """Say all problems, in the order of files and lines, and how many there are."""
    ordered = sorted(set(problems))
    lines = [locate(problem) for problem in ordered]
    files = len({problem.file for problem in ordered})
    lines.append(f"{count_of(len(ordered), 'problem')} in {count_of(files, 'file')}.")
    return "\n".join(lines)


def count_of(number: int, noun: str) -> str:
    """Return "1 file" or "2 files"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
