"""What the tests of the command line share: how they run a task and change a file."""

import io
from pathlib import Path

import pytest

from macros.__main__ import main

ROOT = Path(__file__).parent.parent
RIGHT = Path(__file__).parent / "mistakes" / "right"
ANSWERS = {"answers": {"skill.1": 3, "skill.2": 2, "will.1": 3}}


def run(project: Path, *arguments: str) -> int:
    return main(["--root", str(project), *arguments])


def give(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8"))


def change(path: Path, find: str, write: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(find) == 1
    path.write_text(text.replace(find, write), encoding="utf-8")
