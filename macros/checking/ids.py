"""Rules about ids: a file is named as its id, listed once, and whatever is named exists."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from macros.files import MANY, TOOL_KINDS, Files, Rule, stem
from macros.problems import Path, Problem
from macros.published.ids import collect_ids
from macros.schema.fitted import Fitted
from macros.values import did_you_mean, listed

LISTS = {"module": ("areas", "*", "modules", "*"), "assessment": ("tools", "assessments", "*"),
         "calculator": ("tools", "calculators", "*"), "language": ("languages", "*"),
         "course": ("courses", "*")}  # fmt: skip
"""Kind of file -> where playbook.yml lists the ids of such files."""


def files_bear_their_ids(files: Files) -> Iterator[Problem]:
    """The name of a file is the id of what it holds."""
    for kind in MANY:
        for file in files.of(kind):
            for path, name in file.each("id"):
                if name != stem(file):
                    message = f"The id is '{name}', but the file is named '{stem(file)}.yml'."
                    yield file.source.problem(path, message, "Give both the same name.")


def every_file_is_listed_once(files: Files) -> Iterator[Problem]:
    """Every module stands in one area, every tool in one list of tools."""
    for settings in files.of("playbook"):
        for kind, pattern in LISTS.items():
            first: dict[str, Path] = {}
            for path, name in settings.each(*pattern):
                if name in first:
                    line = settings.source.place(first[name]).line
                    message = f"The id '{name}' is listed twice; the first is on line {line}."
                    yield settings.source.problem(path, message, "Delete one of the two.")
                first.setdefault(name, path)
            for file in files.of(kind):
                readable = bool(file.source.lines)
                if readable and stem(file) not in first and _can_be_listed(settings, pattern):
                    yield _unlisted(file, kind, settings)


def every_language_has_its_file(files: Files) -> Iterator[Problem]:
    """A language that playbook.yml names is described in a file of its own."""
    for settings in files.of("playbook"):
        for path, code in settings.each("languages", "*"):
            if code not in files.stems["language"]:
                message = f"There is no playbook_data/languages/{code}.yml."
                hint = "Copy the file of a language that is near to it, and change what differs."
                yield settings.source.problem(path, message, hint)


def marks_of_numbers_differ(files: Files) -> Iterator[Problem]:
    """A decimal mark is not the mark of groups as well: 1,200 would be two numbers."""
    for file in files.of("language"):
        decimals = dict(file.each("numbers", "decimal"))
        for path, group in file.each("numbers", "group"):
            if group in decimals.values():
                message = f"The mark “{group}” stands before decimals already."
                hint = "Give the mark that this language sets between groups of digits."
                yield file.source.problem(path, message, hint)


def _can_be_listed(settings: Fitted, pattern: tuple[str, ...]) -> bool:
    """Whether the lists of playbook.yml are readable, so that what is not in them is not listed."""
    return not any(path[:1] == pattern[:1] for path in settings.broken)


def _unlisted(file: Fitted, kind: str, settings: Fitted) -> Problem:
    place = PurePosixPath(file.source.file).parent.name
    where = f"area '{place}'" if kind == "module" else f"tools.{place}"
    hint = f"Add '- {stem(file)}' to {where} of {settings.source.file}."
    if kind == "course":
        hint = f"Add '- {stem(file)}' to courses of {settings.source.file}."
    if kind == "language":
        hint = f"Add '{stem(file)}' to languages of {settings.source.file}, or delete the file."
        return file.source.problem((), "No page is made in this language: it is not listed.", hint)
    return file.source.problem((), f"No page leads to this {kind}: it is not listed.", hint)


def modules_stand_in_their_area(files: Files) -> Iterator[Problem]:
    """The folder of a module is the area that lists it."""
    for settings in files.of("playbook"):
        for path, area in settings.each("areas", "*", "id"):
            for _, name in settings.each("areas", path[1], "modules", "*"):
                file = files.stems["module"].get(name)
                folder = PurePosixPath(file.source.file).parent if file else None
                if file and folder and folder.name != area:
                    message = (
                        f"The area '{area}' lists this module, but its folder is '{folder.name}'."
                    )
                    hint = f"Move the file to {folder.parent}/{area}/."
                    yield file.source.problem(("id",), message, hint)


def names_are_free(files: Files) -> Iterator[Problem]:
    """No two modules and no two tools have the same id."""
    for kinds in (("module",), TOOL_KINDS):
        first: dict[str, Fitted] = {}
        for file in files.of(*kinds):
            other = first.setdefault(stem(file), file)
            if other is not file:
                message = f"The id '{stem(file)}' is taken by {other.source.file}."
                yield file.source.problem(("id",), message, "Choose another id and file name.")


def whatever_is_named_exists(files: Files) -> Iterator[Problem]:
    """A role, a module, a tool, a source or an element that a key names is there."""
    ids = collect_ids(files)
    for _, file in files.all():
        for mention in file.mentions:
            kinds = mention.kinds
            unknown = not any(ids.find(kind, mention.id) for kind in kinds)
            if unknown and not ids.unreadable.intersection(kinds):
                message = f"There is no {listed(kinds)} '{mention.id}'."
                hint = did_you_mean(mention.id, ids.names(*kinds))
                yield file.source.problem(mention.path, message, hint)


def tools_stand_in_the_right_list(files: Files) -> Iterator[Problem]:
    """An assessment is listed as an assessment, a calculator as a calculator."""
    other: Mapping[str, str] = {"assessment": "calculator", "calculator": "assessment"}
    for settings in files.of("playbook"):
        for kind, wrong in other.items():
            for path, name in settings.each(*LISTS[kind]):
                if name in files.stems[wrong] and name not in files.stems[kind]:
                    message = f"The {wrong} '{name}' stands in the list of {kind}s."
                    yield settings.source.problem(path, message, f"Move it to tools.{wrong}s.")


ID_RULES: tuple[Rule, ...] = (
    files_bear_their_ids,
    every_file_is_listed_once,
    every_language_has_its_file,
    marks_of_numbers_differ,
    modules_stand_in_their_area,
    names_are_free,
    whatever_is_named_exists,
    tools_stand_in_the_right_list,
)
