"""Which files make a playbook, and every one of them read and laid against its shape."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from hashlib import sha256
from pathlib import Path as FilePath

from macros.kept_yaml import read_yaml_kept
from macros.problems import Problem
from macros.project import FOLDER
from macros.schema.content import FILES, SHAPES
from macros.schema.fitted import Fitted
from macros.schema.fitting import fit
from macros.schema.forms import LANGUAGE
from macros.source.file import REFUSED, YamlFile
from macros.values import did_you_mean

# Kind of file -> where its files stand in playbook_data.
SINGLE = {
    "playbook": "playbook.yml",
    "company": "company.yml",
    "changes": "changes.yml",
    "glossary": "glossary.yml",
    "sources": "sources.yml",
    "elements": "elements.yml",
    "interface": "interface.yml",
    "search": "search.yml",
    "portfolio": "portfolio.yml",
}
OPTIONAL = frozenset({"portfolio"})
"""Files that a playbook may do without."""
MANY = {
    "language": "languages/*.yml",
    "words": "words/*.yml",
    "module": "modules/*/*.yml",
    "assessment": "assessments/*.yml",
    "calculator": "calculators/*.yml",
    "course": "courses/*.yml",
}
LOCKS = ("ids.lock", "addresses.lock", "translations.lock")
TOOL_KINDS = ("assessment", "calculator")


@dataclass(frozen=True, kw_only=True, eq=False)
class Files:
    """Every file of a playbook, by kind, right or wrong; compared by identity."""

    root: FilePath
    """The project's folder, which holds playbook_data."""
    by_kind: Mapping[str, tuple[Fitted, ...]]
    languages: tuple[str, ...]
    problems: tuple[Problem, ...] = ()
    """Files that are missing or that nobody reads."""

    def all(self) -> Iterator[tuple[str, Fitted]]:
        """Yield every file with its kind."""
        for kind, files in self.by_kind.items():
            for file in files:
                yield kind, file

    def of(self, *kinds: str) -> tuple[Fitted, ...]:
        """Return the files of some kinds."""
        return tuple(file for kind in kinds for file in self.by_kind.get(kind, ()))

    def of_languages(self, key: str) -> Mapping[str, str]:
        """Return language -> what its file says under a key, where it says that rightly."""
        return {stem(file): value for file in self.of("language") for _, value in file.each(key)}

    def without(self, names: Collection[str]) -> "Files":
        """Return the same playbook without some of its files."""
        kept = {
            kind: tuple(file for file in files if file.source.file not in names)
            for kind, files in self.by_kind.items()
        }
        return replace(self, by_kind=kept)

    @cached_property
    def stems(self) -> Mapping[str, Mapping[str, Fitted]]:
        """Return kind -> name of the file without .yml -> the file, for kinds of many files."""
        return {kind: {stem(file): file for file in self.of(kind)} for kind in MANY}


Rule = Callable[[Files], Iterable[Problem]]
"""One thing that must be so, between the parts of a file or between files."""


def stem(file: Fitted) -> str:
    """Return a file's name without .yml, which is the id of what it holds."""
    return FilePath(file.source.file).stem


def read_files(root: FilePath) -> Files:
    """Read every file of the playbook in a project's folder."""
    folder = root / FOLDER
    found = {kind: [folder / name] for kind, name in SINGLE.items() if (folder / name).is_file()}
    found |= {kind: sorted(folder.glob(pattern)) for kind, pattern in MANY.items()}
    sources = {
        kind: [read_yaml_file(path, root) for path in paths] for kind, paths in found.items()
    }
    languages = _languages(folder, sources.get("playbook", []))
    return Files(
        root=root,
        by_kind={
            kind: tuple(fit_file(source, kind, languages) for source in read)
            for kind, read in sources.items()
        },
        languages=languages,
        problems=(*_missing(folder), *_strangers(folder, found.values())),
    )


def read_yaml_file(path: FilePath, root: FilePath) -> YamlFile:
    """Return one file as it was read; the same bytes are read once."""
    file = path.relative_to(root).as_posix()
    try:
        if path.is_fifo() or path.is_socket() or path.is_char_device():
            return _unreadable(file, "it is no ordinary file")
        content = path.read_bytes()
    except OSError as error:
        return _unreadable(file, error.strerror or str(error))
    return _read_once(content, file, root)


def _unreadable(file: str, reason: str) -> YamlFile:
    """Return a folder, a pipe, a link to itself or a locked file that is named like one to read."""
    message = f"The file cannot be read: {reason}."
    problem = Problem(file=file, message=message, hint="Put a readable file in its place.")
    return YamlFile(file=file, value=REFUSED, places={}, lines=(), problems=(problem,))


MOST_FILES = 4096
"""Of one playbook; a longer scan would find nothing of the one before."""

_read: dict[tuple[str, bytes], YamlFile] = {}
"""Name and digest of a file -> what it says; the same bytes say the same in every project."""


# While an author works, one file of seventy changes between two builds.
def _read_once(content: bytes, file: str, root: FilePath) -> YamlFile:
    key = (file, sha256(content).digest())
    # What was asked for last stands last; the first goes when there are too many.
    found = _read.pop(key, None) or read_yaml_kept(content, file, root)
    _read[key] = found
    if len(_read) > MOST_FILES:
        del _read[next(iter(_read))]
    return found


@lru_cache(maxsize=MOST_FILES)
def fit_file(source: YamlFile, kind: str, languages: tuple[str, ...]) -> Fitted:
    """Return a file laid against the shape of its kind."""
    return fit(source, FILES[kind], languages, SHAPES)


def languages_of(root: FilePath) -> tuple[str, ...]:
    """Return the languages that playbook.yml names; those that have a file where it names none."""
    path = root / FOLDER / SINGLE["playbook"]
    return _languages(root / FOLDER, [read_yaml_file(path, root)] if path.is_file() else [])


def _languages(folder: FilePath, sources: Iterable[YamlFile]) -> tuple[str, ...]:
    """Return the languages of a playbook; where their list is wrong, only its shape tells so."""
    described = [path.stem for path in sorted(folder.glob(MANY["language"]))]
    for source in sources:
        named = source.value.get("languages") if isinstance(source.value, dict) else None
        entries = named if isinstance(named, list) else []
        codes = [each for each in entries if isinstance(each, str) and LANGUAGE.fits(each)]
        if len(set(codes)) < len(entries):
            codes += described
        if codes:
            return tuple(dict.fromkeys(codes))
    return tuple(described)


def _missing(folder: FilePath) -> Iterator[Problem]:
    for kind, name in SINGLE.items():
        if kind not in OPTIONAL and not (folder / name).is_file():
            yield Problem(
                file=f"{FOLDER}/{name}",
                message="The file is missing.",
                hint="Every playbook has one: bring it back.",
            )


def _strangers(folder: FilePath, found: Iterable[list[FilePath]]) -> Iterator[Problem]:
    known = {path for paths in found for path in paths} | {folder / name for name in LOCKS}
    places = (*SINGLE.values(), *MANY.values())
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path not in known and not path.name.startswith("."):
            name = path.relative_to(folder).as_posix()
            yield Problem(
                file=f"{FOLDER}/{name}",
                message="Nothing reads this file.",
                hint=did_you_mean(name, places, "Delete it, or give it the right name."),
            )
