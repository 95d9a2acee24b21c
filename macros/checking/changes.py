"""Rules about what changed: latest first, about things that exist, each version told once."""

from collections.abc import Iterator
from itertools import pairwise

from macros.files import TOOL_KINDS, Files, Rule, stem
from macros.problems import Problem
from macros.published.ids import LINK_KINDS, collect_ids
from macros.values import did_you_mean


def the_latest_change_is_first(files: Files) -> Iterator[Problem]:
    """Changes stand in the order in which readers see them."""
    for file in files.of("changes"):
        for (_, later), (path, date) in pairwise(file.each("changes", "*", "date")):
            if date > later:
                message = f"The day {date} stands after {later}, which is earlier."
                yield file.source.problem(path, message, "Put the latest change first.")


def a_change_says_what_changed(files: Files) -> Iterator[Problem]:
    """There is a text, or versions whose histories hold it."""
    for file in files.of("changes"):
        for path, change in file.each("changes", "*"):
            if not (change.get("text") or change.get("versions")):
                hint = "Write a text in every language, or name versions of tools."
                yield file.source.problem(path, "The change does not say what changed.", hint)


def what_a_change_concerns_exists(files: Files) -> Iterator[Problem]:
    """A page that a change names is there, or was and is retired."""
    ids = collect_ids(files)
    entries = (each for file in files.of("playbook") for _, each in file.each("retired", "*"))
    retired = {entry["id"] for entry in entries}
    for file in files.of("changes"):
        for path, link in file.each("changes", "*", "concerns", "*"):
            word, _, name = link.partition(":")
            kind = LINK_KINDS[word]
            if not (link in retired or ids.find(kind, name)):
                message = f"There is no {kind} '{name}'."
                yield file.source.problem(path, message, did_you_mean(name, ids.names(kind)))


def every_version_is_told_once(files: Files) -> Iterator[Problem]:
    """Each version of a history but the first is of one change; a change names no other."""
    histories = {
        stem(tool): [version for _, version in tool.each("history", "*", "version")]
        for tool in files.of(*TOOL_KINDS)
    }
    told: dict[tuple[str, str], int] = {}
    for file in files.of("changes"):
        for path, version in file.each("changes", "*", "versions", "*"):
            tool, line = str(path[-1]), file.source.place(path).line
            if version not in histories.get(tool, ()):
                message = f"There is no tool '{tool}' whose history names {version}."
                hint = did_you_mean(tool, tuple(histories))
                if tool in histories:
                    hint = f"Say under history of the tool what changed with {version}."
                yield file.source.problem(path, message, hint)
            elif (tool, version) in told:
                message = (
                    f"Version {version} of '{tool}' is told on line {told[tool, version]} already."
                )
                yield file.source.problem(path, message, "Delete one of the two.")
            told.setdefault((tool, version), line)
    if not all(file.sound for file in files.of("changes")):
        return
    for each in files.of(*TOOL_KINDS):
        for path, version in [*each.each("history", "*", "version")][:-1]:
            if (stem(each), version) not in told:
                message = f"No change tells readers of {version}."
                hint = f"Add '{stem(each)}: {version}' to versions of a change in changes.yml."
                yield each.source.problem(path, message, hint)


CHANGE_RULES: tuple[Rule, ...] = (
    the_latest_change_is_first,
    a_change_says_what_changed,
    what_a_change_concerns_exists,
    every_version_is_told_once,
)
