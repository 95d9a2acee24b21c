"""Each authoring mistake, made in a small right playbook, is told with its place and its remedy."""

import os
import re
import shutil
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from random import Random

import pytest

from macros.checks import find_problems
from macros.files import read_files
from macros.problems import Problem, locate
from macros.project import FOLDER
from macros.yaml_source import read_yaml

pytestmark = pytest.mark.slow

TODAY = date(2026, 11, 22)
MISTAKES = Path(__file__).parent / "mistakes"
RIGHT = MISTAKES / "right"
CASES = sorted(MISTAKES.glob("*.yml"))
RUBBLE = (
    "No", "1.10", "null", "{}", "[]", "- ", "  ", '"', ": ", " #x", "*a", "&a ", "!t ", "\t", "{",
    "}", "true", "[1, 2]", "{en: a}", "-1", "9" * 40, "id: x", "en:", "\0", "\u200b", "",
)  # fmt: skip

Change = Mapping[str, object]
"""file, and what becomes of it: find and write, write, move, delete, folder, link or encoding."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_mistake_is_told_with_its_place_and_its_remedy(case: Path, tmp_path: Path) -> None:
    record = read_yaml(case.read_bytes(), case.name)
    assert not record.problems
    problems = told(record.value["changes"], tmp_path)
    assert "\n".join(locate(problem) for problem in problems) == record.value["says"]
    assert problems, "a mistake is told"
    for problem in problems:
        has_the_common_voice(problem)


def test_the_right_playbook_has_no_problem() -> None:
    assert find_problems(read_files(RIGHT)) == ()


def test_there_are_many_mistakes() -> None:
    assert len(CASES) >= 90


def test_a_language_that_is_listed_twice_hides_no_other(tmp_path: Path) -> None:
    changes = [{"file": "playbook.yml", "find": "[en, zh]", "write": "[en, en]"}]
    assert [locate(problem).splitlines()[0] for problem in told(changes, tmp_path)] == [
        "playbook_data/languages/zh.yml:2:1: No page is made in this language: it is not listed.",
        (
            "playbook_data/playbook.yml:6:17: languages[1]: The id 'en' is listed twice; "
            "the first is on line 6."
        ),
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_no_file_to_wait_for(tmp_path: Path) -> None:
    shutil.copytree(RIGHT, tmp_path, dirs_exist_ok=True)
    os.mkfifo(tmp_path / FOLDER / "assessments" / "pipe.yml")
    [problem] = find_problems(read_files(tmp_path))
    assert problem.message == "The file cannot be read: it is no ordinary file."


def test_a_new_language_is_asked_for_every_text(tmp_path: Path) -> None:
    changes = [{"file": "playbook.yml", "find": "[en, zh]", "write": "[en, zh, fr]"}]
    lines = "\n".join(locate(problem) for problem in told(changes, tmp_path)).splitlines()
    pages = [line for line in lines if line.startswith("docs/fr/")]
    assert pages == [
        f"docs/fr/{name}.md:1:1: The file is missing."
        for name in ("about", "privacy", "provenance", "warehouse")
    ]
    lines = lines[2 * len(pages) :]
    nowhere = lines.index(
        "playbook_data/playbook.yml:6:21: languages[2]: There is no playbook_data/languages/fr.yml."
    )
    assert lines[nowhere + 1] == (
        "    Copy the file of a language that is near to it, and change what differs."
    )
    del lines[nowhere : nowhere + 2]
    silent = lines.index(
        "playbook_data/playbook.yml:6:21: languages[2]: The engine has no sentences in 'fr'."
    )
    del lines[silent : silent + 2]
    places = [line for line in lines if line.endswith("The text in 'fr' is missing.")]
    words = sum(
        text.count("zh: ") for path in RIGHT.rglob("*.yml") for text in [path.read_text("utf-8")]
    )
    # A language may have none: aliases and avoid of the one term, two lists of search.yml.
    lists_of_words = 4
    assert len(places) == words - lists_of_words
    assert lines[1::2] == ['    Add fr: "…".'] * len(places)


@pytest.mark.parametrize("seed", range(60))
def test_whatever_is_broken_is_told_and_never_breaks_the_check(seed: int, tmp_path: Path) -> None:
    chance = Random(seed)
    shutil.copytree(RIGHT, tmp_path, dirs_exist_ok=True)
    path = chance.choice(sorted((tmp_path / FOLDER).rglob("*.yml")))
    lines = path.read_text(encoding="utf-8").split("\n")
    for _ in range(3):
        place = chance.randrange(len(lines))
        cut = chance.randrange(len(lines[place]) + 1)
        lines[place] = lines[place][:cut] + chance.choice(RUBBLE) + lines[place][cut + 2 :]
        lines.insert(chance.randrange(len(lines)), lines[place])
    path.write_text("\n".join(lines), encoding="utf-8")
    problems = [each for each in find_problems(read_files(tmp_path)) if is_of(each, path)]
    assert problems, "three pieces of rubble in one file never go unnoticed"
    for problem in problems:
        has_the_common_voice(problem)
        assert 1 <= problem.line <= len(lines) + 1


def is_of(problem: Problem, path: Path) -> bool:
    return path.as_posix().endswith(problem.file)


def has_the_common_voice(problem: Problem) -> None:
    """A whole sentence says what is wrong, and another what to do."""
    assert re.fullmatch(r"[A-Z].*[.]", problem.message, re.DOTALL), problem.message
    assert re.fullmatch(r"[A-Z].*[.?]", problem.hint, re.DOTALL), problem.hint


def told(changes: Sequence[Change], folder: Path) -> tuple[Problem, ...]:
    """Return what check finds in the right playbook after some changes."""
    shutil.copytree(RIGHT, folder, dirs_exist_ok=True)
    for change in changes:
        make(change, folder / FOLDER)
    return find_problems(read_files(folder), today=TODAY)


def make(change: Change, folder: Path) -> None:
    """Change one file; <U+200B> stands for a character that no file of ours may hold."""
    path = folder / str(change["file"])
    if "delete" in change:
        path.unlink()
    elif "folder" in change:
        path.unlink(missing_ok=True)
        path.mkdir()
    elif "link" in change:
        path.symlink_to(str(change["link"]))
    elif "move" in change:
        target = folder / str(change["move"])
        target.parent.mkdir()
        path.rename(target)
    elif "find" in change:
        text = path.read_text(encoding="utf-8")
        assert text.count(str(change["find"])) == 1, "the words to change must stand there once"
        text = text.replace(str(change["find"]), with_characters(str(change["write"])))
        path.write_text(text, encoding="utf-8")
    elif "encoding" in change:
        path.write_bytes(path.read_text(encoding="utf-8").encode(str(change["encoding"])))
    else:
        path.parent.mkdir(exist_ok=True)
        path.write_text(with_characters(str(change["write"])), encoding="utf-8")


def with_characters(text: str) -> str:
    return re.sub("<U[+]([0-9A-F]{4})>", lambda match: chr(int(match[1], 16)), text)
