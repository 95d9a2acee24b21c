"""A playbook that was found right is not looked at again, and any change of it is noticed."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from macros import project as subject
from macros.__main__ import main
from macros.loading import load_playbook
from macros.problems import PlaybookError
from macros.project import FOLDER, READ, VERDICTS, Glance

pytestmark = pytest.mark.slow

MODULE = f"{FOLDER}/modules/basics/trust.yml"
DAY = date(2026, 1, 5).isoformat()


@pytest.fixture
def right(project: Path) -> Path:
    """A project that `playbook check` found right."""
    assert check(project) == 0
    return project


def check(project: Path) -> int:
    return main(["--root", str(project), "check"])


def looked_at(monkeypatch: pytest.MonkeyPatch, project: Path) -> bool:
    """Return whether the next check looks at every rule."""
    looks = []
    monkeypatch.setattr("macros.whole_check.whole_check", lambda *_: looks.append(1) or ())
    assert check(project) == 0
    return bool(looks)


def test_what_was_right_is_not_looked_at_again(
    right: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not looked_at(monkeypatch, right)


def write_a_line(project: Path, name: str) -> None:
    with (project / name).open("a", encoding="utf-8") as file:
        file.write("\n")


CHANGES = {
    "a file of the playbook": lambda project: write_a_line(project, MODULE),
    "a page that people write": lambda project: write_a_line(project, "docs/en/home.md"),
    "a lock": lambda project: write_a_line(project, f"{FOLDER}/ids.lock"),
    "a file that nobody reads": lambda project: (project / FOLDER / "a.txt").write_text("a"),
    "a file that went": lambda project: (project / MODULE).unlink(),
    "another name": lambda project: (project / MODULE).rename(project / FOLDER / "trust.yml"),
    "a pipe": lambda project: os.mkfifo(project / FOLDER / "pipe.yml"),
    "a link to nothing": lambda project: (project / FOLDER / "a.yml").symlink_to("nowhere"),
    "an empty folder": lambda project: (project / FOLDER / "modules/other").mkdir(),
    "what is remembered, cut short": lambda project: (project / VERDICTS).write_text("{"),
    "what is remembered, of another kind": lambda project: (project / VERDICTS).write_text("[]"),
    "what is remembered, gone": lambda project: (project / VERDICTS).unlink(),
}


@pytest.mark.parametrize("name", CHANGES)
def test_whatever_changes_is_looked_at(
    name: str, right: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    CHANGES[name](right)
    assert looked_at(monkeypatch, right)


def test_files_behind_a_link_are_looked_at(
    right: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (right / FOLDER / "modules/basics").rename(tmp_path / "elsewhere")
    (right / FOLDER / "modules/basics").symlink_to(tmp_path / "elsewhere")
    (right / FOLDER / "modules/basics/again").symlink_to(tmp_path / "elsewhere")
    assert looked_at(monkeypatch, right)
    assert not looked_at(monkeypatch, right)
    with (tmp_path / "elsewhere/trust.yml").open("a") as file:
        file.write("\n")
    assert looked_at(monkeypatch, right)


def test_another_day_is_another_question(project: Path) -> None:
    Glance(project, "check", DAY).remember_right()
    assert Glance(project, "check", DAY).was_right()
    assert not Glance(project, "check", "2026-01-06").was_right()
    assert not Glance(project, "pages", DAY).was_right()


def test_other_rules_look_again(right: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subject, "digest_of_code", lambda: "others")
    assert looked_at(monkeypatch, right)


def test_what_changed_while_it_was_looked_at_is_not_remembered(project: Path) -> None:
    glance = Glance(project, "check", DAY)
    write_a_line(project, MODULE)
    glance.remember_right()
    assert not (project / VERDICTS).exists()


def test_a_project_that_cannot_be_written_to_is_checked_each_time(project: Path) -> None:
    (project / VERDICTS).mkdir(parents=True)
    assert check(project) == 0
    assert check(project) == 0
    found = {path.name for path in (project / "build").iterdir()}
    assert found <= {Path(VERDICTS).name, "kept"}


def test_a_mistake_is_told_after_a_right_state_and_never_remembered(right: Path) -> None:
    assert load_playbook(right)
    before = (right / MODULE).read_text(encoding="utf-8")
    (right / MODULE).write_text(before.replace("owner: seller", "owner: nobody"), encoding="utf-8")
    for _ in range(2):
        assert check(right) == 1
        with pytest.raises(PlaybookError):
            load_playbook(right)
    (right / MODULE).write_text(before, encoding="utf-8")
    assert Glance(right, "pages").was_right()


OPENED = """
import os, sys
from pathlib import Path
root = Path(sys.argv[1])
opened = set()
def hear(event, arguments):
    if event in ("open", "os.listdir", "os.scandir") and isinstance(arguments[0], (str, Path)):
        opened.add(os.path.abspath(arguments[0]))
sys.addaudithook(hear)
from macros.whole_check import whole_check
from datetime import date
assert not whole_check(root, date.today())
for name in sorted(opened):
    if Path(name).is_relative_to(root):
        print(Path(name).relative_to(root).as_posix())
"""


def test_a_check_opens_nothing_but_what_is_looked_at(project: Path) -> None:
    command = (sys.executable, "-c", OPENED, str(project))
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    opened = done.stdout.split()
    assert MODULE in opened
    unseen = [name for name in opened if not name.startswith(tuple(f"{each}" for each in READ))]
    assert all(name.startswith("build/") for name in unseen)


def test_what_is_remembered_is_plain_to_read(right: Path) -> None:
    (digest,) = json.loads((right / VERDICTS).read_text(encoding="utf-8")).values()
    assert len(digest) == 64
