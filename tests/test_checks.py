"""Each authoring mistake, made in a small right playbook, is told with its place and its remedy."""

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random

import pytest

from macros.checks import find_problems
from macros.files import FOLDER, read_files
from macros.problems import locate
from macros.yaml_source import read_yaml

MISTAKES = Path(__file__).parent / "mistakes"
RIGHT = MISTAKES / "right"
CASES = sorted(MISTAKES.glob("*.yml"))
RUBBLE = (
    "No", "1.10", "null", "{}", "[]", "- ", "  ", '"', ": ", " #x", "*a", "&a ", "!t ", "\t", "{",
    "}", "true", "[1, 2]", "{en: a}", "-1", "9" * 40, "id: x", "en:", "\0", "\u200b", "",
)  # fmt: skip

Change = Mapping[str, object]
"""file, and what happens to it: find and write, write alone, move, delete or encoding."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_mistake_is_told_with_its_place_and_its_remedy(case: Path, tmp_path: Path) -> None:
    record = read_yaml(case.read_bytes(), case.name)
    assert not record.problems
    assert said(record.value["changes"], tmp_path) == record.value["says"]


def test_the_right_playbook_has_no_problem() -> None:
    assert find_problems(read_files(RIGHT)) == ()


def test_there_are_many_mistakes() -> None:
    assert len(CASES) >= 90


def test_a_new_language_is_asked_for_every_text(tmp_path: Path) -> None:
    changes = [{"file": "playbook.yml", "find": "[en, zh]", "write": "[en, zh, fr]"}]
    told = said(changes, tmp_path).splitlines()
    pages = [line for line in told if line.startswith("docs/fr/")]
    assert pages == [
        f"docs/fr/{name}.md:1:1: The file is missing."
        for name in ("about", "privacy", "provenance")
    ]
    told = told[2 * len(pages) :]
    nowhere = told.index(
        "playbook_data/playbook.yml:6:21: languages[2]: there is no playbook_data/languages/fr.yml"
    )
    assert told[nowhere + 1] == (
        "    copy the file of a language that is near to it, and change what differs"
    )
    del told[nowhere : nowhere + 2]
    silent = told.index(
        "playbook_data/playbook.yml:6:21: languages[2]: The engine has no sentences in 'fr'."
    )
    del told[silent : silent + 2]
    places = [line for line in told if line.endswith("the text in 'fr' is missing")]
    words = sum(
        text.count("zh: ") for path in RIGHT.rglob("*.yml") for text in [path.read_text("utf-8")]
    )
    # A language may have none: aliases and avoid of the one term, two lists of search.yml.
    lists_of_words = 4
    assert len(places) == words - lists_of_words
    assert told[1::2] == ['    add fr: "…"'] * len(places)


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
    problems = find_problems(read_files(tmp_path))
    assert all(problem.message and problem.line >= 1 for problem in problems)


def said(changes: Sequence[Change], folder: Path) -> str:
    """Return what check says of the right playbook after some changes."""
    shutil.copytree(RIGHT, folder, dirs_exist_ok=True)
    for change in changes:
        make(change, folder / FOLDER)
    return "\n".join(locate(problem) for problem in find_problems(read_files(folder)))


def make(change: Change, folder: Path) -> None:
    path = folder / str(change["file"])
    if "delete" in change:
        path.unlink()
    elif "move" in change:
        target = folder / str(change["move"])
        target.parent.mkdir()
        path.rename(target)
    elif "find" in change:
        text = path.read_text(encoding="utf-8")
        assert text.count(str(change["find"])) == 1, "the words to change must stand there once"
        path.write_text(text.replace(str(change["find"]), str(change["write"])), encoding="utf-8")
    elif "encoding" in change:
        path.write_bytes(path.read_text(encoding="utf-8").encode(str(change["encoding"])))
    else:
        path.parent.mkdir(exist_ok=True)
        path.write_text(str(change["write"]), encoding="utf-8")
