"""The three locks as files: what a line of each must look like, read and written.

`playbook accept` alone writes them, so any other line is the slip of a merge or of an editor.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path as FilePath

from macros.problems import Problem
from macros.project import FOLDER
from macros.values import quoted

Hashes = Mapping[str, str]
"""Language -> hash of the text."""

DIGITS = 7
"""Of a hash: one stale text in 250 million would be missed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """One of the three locks."""

    file: str
    """From the project's folder."""
    head: str
    """The comment at its top."""
    line: re.Pattern[str]
    """What each line of it looks like."""


IDS = Lock(
    file=f"{FOLDER}/ids.lock",
    head="# Every id ever published. Written by `playbook accept`; retire an id in playbook.yml.",
    line=re.compile(r"[a-z]+:[A-Za-z0-9._-]+(#[A-Za-z0-9._-]+)?"),
)
TRANSLATIONS = Lock(
    file=f"{FOLDER}/translations.lock",
    head="# A hash of every text in each language. Written by `playbook accept`.",
    line=re.compile(rf"\S+( [A-Za-z-]+=[0-9a-f]{{{DIGITS}}})+"),
)
ADDRESSES = Lock(
    file=f"{FOLDER}/addresses.lock",
    head="# Every address and place on a page ever published. Written by `playbook accept`.",
    line=re.compile(r"/(?:[\w.-]+/)*(?:#[\w.-]+)?"),
)
LOCKS = (IDS, ADDRESSES, TRANSLATIONS)

CONFLICT = re.compile(r"(<{7}|={7}|>{7}|\|{7})( |$)")
RESTORE = "Take the published file from git, then run playbook accept."


def read_ids(root: FilePath) -> tuple[str, ...]:
    """Return the ids of ids.lock, leaving out what is no id."""
    return tuple(line for _, line in right_lines(root, IDS))


def line_of_id(root: FilePath, link: str) -> int:
    """Return the line on which ids.lock holds an id."""
    return next(number for number, line in right_lines(root, IDS) if line == link)


def read_hashes(root: FilePath) -> dict[str, Hashes]:
    """Return the hashes of translations.lock, leaving out what is none."""
    found: dict[str, Hashes] = {}
    for _, line in right_lines(root, TRANSLATIONS):
        name, *pairs = line.split(" ")
        found[name] = dict(pair.split("=") for pair in pairs)
    return found


def missing_locks(root: FilePath) -> Iterator[Problem]:
    """Yield a problem for each lock that is not there."""
    for lock in LOCKS:
        if not (root / lock.file).exists():
            hint = "Bring it back from git; a new playbook gets it by playbook accept."
            yield Problem(file=lock.file, message="The file is missing.", hint=hint)


def broken_locks(root: FilePath) -> Iterator[Problem]:
    """Yield a problem for each lock that cannot be read, or for the first of its wrong lines."""
    for lock in LOCKS:
        try:
            lines = _lines(root / lock.file)
        except FileNotFoundError:
            continue
        except OSError as error:
            message = f"The file cannot be read: {error.strerror}."
            yield Problem(file=lock.file, message=message, hint=RESTORE)
        except UnicodeDecodeError:
            message = "The file is not UTF-8 text."
            yield Problem(file=lock.file, message=message, hint=RESTORE)
        else:
            if not lines and not (root / lock.file).stat().st_size:
                yield Problem(file=lock.file, message="The file is empty.", hint=RESTORE)
            wrong = ((number, line) for number, line in lines if not lock.line.fullmatch(line))
            for number, line in list(wrong)[:1]:
                message = f"The line is none that playbook accept writes: {quoted(line)}."
                if CONFLICT.match(line):
                    message = "The line is a mark of a conflict that git could not resolve."
                yield Problem(file=lock.file, line=number, message=message, hint=RESTORE)


def right_lines(root: FilePath, lock: Lock) -> Iterator[tuple[int, str]]:
    """Yield number and text of the lines of a lock that are as they must be."""
    try:
        lines = _lines(root / lock.file)
    except (OSError, UnicodeDecodeError):
        return
    yield from ((number, line) for number, line in lines if lock.line.fullmatch(line))


def _lines(path: FilePath) -> list[tuple[int, str]]:
    """Return the lines that hold something, each with its number."""
    lines = enumerate(path.read_text(encoding="utf-8").split("\n"), start=1)
    return [(number, line) for number, line in lines if line and not line.startswith("#")]


def write_ids(root: FilePath, ids: Iterable[str]) -> None:
    """Write ids.lock."""
    _write(root, IDS, sorted(ids))


def write_addresses(root: FilePath, addresses: Iterable[str]) -> None:
    """Write addresses.lock."""
    _write(root, ADDRESSES, sorted(addresses))


def write_hashes(root: FilePath, texts: Mapping[str, Hashes]) -> None:
    """Write translations.lock."""
    lines = [
        " ".join((name, *(f"{language}={value}" for language, value in sorted(each.items()))))
        for name, each in sorted(texts.items())
    ]
    _write(root, TRANSLATIONS, lines)


def _write(root: FilePath, lock: Lock, lines: Iterable[str]) -> None:
    text = "\n".join([lock.head, *lines]) + "\n"
    (root / lock.file).write_text(text, encoding="utf-8", newline="\n")
