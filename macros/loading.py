"""From a folder to the playbook: read every file, check everything, join what belongs together."""

from collections.abc import Iterable, Mapping
from pathlib import Path as FilePath

from macros.checking.engine import proved
from macros.checks import PAGE_RULES, find_problems
from macros.files import (
    MANY,
    TOOL_KINDS,
    Files,
    fit_file,
    languages_of,
    read_files,
    read_yaml_file,
    stem,
)
from macros.languages import read_language
from macros.playbook import Module, Playbook
from macros.problems import PlaybookError
from macros.project import FOLDER, Glance
from macros.schema.fitted import Fitted
from macros.source.file import YamlFile
from macros.values import Data


def load_playbook(root: FilePath) -> Playbook:
    """Return the playbook of a project's folder, or raise PlaybookError with every problem.

    A translation that lags behind is told by `playbook check` and keeps no page from being made.
    """
    glance = Glance(root, "pages")
    files = read_files(root)
    if not glance.was_right():
        problems = find_problems(files, PAGE_RULES)
        if problems:
            raise PlaybookError(problems)
        glance.remember_right()
    return join(files)


def join(files: Files) -> Playbook:
    """Return the playbook that a set of right files makes."""
    settings = _record(files.of("playbook")[0])
    areas = tuple(settings["areas"])
    modules = files.stems["module"]
    tools = {stem(file): file for file in files.of(*TOOL_KINDS)}
    order = [*settings["tools"]["assessments"], *settings["tools"]["calculators"]]
    return Playbook(
        settings=settings,
        languages=files.languages,
        language_records={
            code: read_language(_record(files.stems["language"][code])) for code in files.languages
        },
        areas=areas,
        modules={
            name: Module(
                id=name, area=area["id"], data=_record(modules[name]), source=modules[name].source
            )
            for area in areas
            for name in area["modules"]
        },
        tools={name: _record(tools[name]) for name in order},
        tool_files={name: tools[name].source for name in order},
        courses={name: _record(files.stems["course"][name]) for name in settings["courses"]},
        terms=_by_id(files, "glossary", "terms"),
        sources=_by_id(files, "sources", "sources"),
        elements=_by_id(files, "elements", "elements"),
        company=_record(files.of("company")[0]),
        changes=tuple(_record(files.of("changes")[0])["changes"]),
        interface=_record(files.of("interface")[0]),
        search=_record(files.of("search")[0]),
        portfolio=_optional(files, "portfolio"),
    )


def _record(file: Fitted) -> Data:
    value = file.source.value
    if not isinstance(value, Mapping):
        raise TypeError(f"{file.source.file} was joined without having been checked")
    return value


def _optional(files: Files, kind: str) -> Data:
    found = files.of(kind)
    return _record(found[0]) if found else {}


def _by_id(files: Files, kind: str, key: str) -> Mapping[str, Data]:
    records: Iterable[Data] = _record(files.of(kind)[0])[key]
    return {record["id"]: record for record in records}


def load_tool(root: FilePath, name: str, *, whole: bool = False) -> tuple[Data, YamlFile] | None:
    """Return the definition of one tool and its file; None where there is no such tool.

    Only this file is checked: a mistake elsewhere must not keep anybody from scoring. A tool that
    is shown, not only scored, must be *whole*: the engine proves its questions and their anchors.
    """
    for kind in TOOL_KINDS:
        path = root / FOLDER / f"{kind}s" / f"{name}.yml"
        if path.is_file():
            source = read_yaml_file(path, root)
            fitted = fit_file(source, kind, languages_of(root))
            problems = [*source.problems, *fitted.problems]
            if whole and not problems and kind == "assessment":
                problems += proved(fitted)
            if problems:
                raise PlaybookError(problems)
            return _record(fitted), source
    return None


def tool_names(root: FilePath) -> tuple[str, ...]:
    """Return the ids of all tools, by their files."""
    return tuple(
        path.stem for kind in TOOL_KINDS for path in sorted((root / FOLDER).glob(MANY[kind]))
    )
