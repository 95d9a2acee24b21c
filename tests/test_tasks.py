"""The tasks start with a bare Python, and install nothing twice."""

import subprocess
import sys
from pathlib import Path

import pytest

import tasks
from macros import machine

ROOT = Path(__file__).parent.parent


def test_the_tasks_need_nothing_but_python() -> None:
    asked = [sys.executable, "-S", "tasks.py", "--help"]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "python tasks.py" in done.stdout


def test_what_a_folder_holds_is_not_installed_again(tmp_path: Path) -> None:
    installed: list[str] = []
    for wanted in ("site", "test", "site", "test"):
        tasks.install_once(tmp_path, wanted, lambda: installed.append("."))
    assert len(installed) == 2


def test_what_was_in_a_folder_before_it_was_emptied_is_installed_again(tmp_path: Path) -> None:
    stamps = tmp_path / "installed.txt"
    tasks.install_once(tmp_path, "old", lambda: None)
    tasks.install_once(tmp_path, "new", stamps.unlink)
    assert tasks.stamps_in(stamps) == ["new"]


def test_what_could_not_be_installed_is_tried_again(tmp_path: Path) -> None:
    def fail() -> None:
        raise tasks.TaskError("no network")

    with pytest.raises(tasks.TaskError):
        tasks.install_once(tmp_path, "site", fail)
    assert tasks.stamps_in(tmp_path / "installed.txt") == []


VERSIONS = {"3.12.1": (3, 12), "3.13.0": (3, 13), "3.15.0": (3, 15)}


def test_a_python_under_a_folder_of_versions_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path))
    monkeypatch.setattr(machine, "version_of", lambda python: VERSIONS.get(python.parts[-3]))
    for version in VERSIONS:
        (tmp_path / "versions" / version / "bin").mkdir(parents=True)
        (tmp_path / "versions" / version / "bin" / "python3").touch()
    found = machine.python_since(tasks.OLDEST_FOR_PACKAGES)
    assert found == tmp_path / "versions" / "3.13.0" / "bin" / "python3"
