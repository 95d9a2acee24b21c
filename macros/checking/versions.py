"""Rules about the history of a tool: it tells every version that readers may have answered."""

from collections.abc import Iterator

from macros.files import TOOL_KINDS, Files, Rule
from macros.problems import Problem


def histories_begin_with_the_present(files: Files) -> Iterator[Problem]:
    """The first entry of a history is the version of the tool; each later one is older."""
    for tool in files.of(*TOOL_KINDS):
        present = next((version for _, version in tool.each("version")), None)
        later = None
        for path, version in tool.each("history", "*", "version"):
            if later is None and present is not None and version != present:
                message = f"The history begins with {version}, but the tool is {present}."
                hint = f"Say first what changed with {present}."
                yield tool.source.problem(path, message, hint)
            elif later is not None and _order(version) >= _order(later):
                message = f"{version} stands after {later}, which is no later version."
                yield tool.source.problem(path, message, "Put the latest version first.")
            later = version


def _order(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


VERSION_RULES: tuple[Rule, ...] = (histories_begin_with_the_present,)
