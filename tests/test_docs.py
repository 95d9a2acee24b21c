"""The documentation is true: it names every task and every export, and what it names exists."""

import re
import shlex
from pathlib import Path

import pytest

from assessments.exports import EXPORTS
from macros.__main__ import TASKS, command_of, parser

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
DOCUMENTS = README + CONTRIBUTING
EXAMPLES = [(task, line) for task in TASKS for line in command_of(task).EXAMPLES]
IN_README = re.findall(r"^(playbook .*?)(?:  +#.*)?$", README, re.MULTILINE)


@pytest.mark.parametrize("task", TASKS)
def test_every_task_is_named(task: str) -> None:
    assert re.search(rf"playbook {task}\b", DOCUMENTS), f"say in CONTRIBUTING what {task} is for"


@pytest.mark.parametrize("line", [*IN_README, *(line for _, line in EXAMPLES)])
def test_every_example_is_a_command_that_exists(line: str) -> None:
    command = (
        line.partition("#")[0].split("|")[-1].split("&&")[-1].partition("<")[0].partition(">")[0]
    )
    words = shlex.split(command)
    assert words[0] == "playbook"
    parser(words[1:]).parse_args(words[1:])


@pytest.mark.parametrize("name", EXPORTS)
def test_every_export_is_shown_in_an_example(name: str) -> None:
    assert any(f"--format {name} " in f"{line} " for line in IN_README)


def test_every_file_that_is_named_exists() -> None:
    named = re.findall(r"`((?:playbook_data|assessments|macros|docs|tests)/[\w./-]*)`", DOCUMENTS)
    assert named
    missing = [name for name in named if not (ROOT / name).exists() and "<" not in name]
    assert not missing


def test_every_kind_of_link_is_explained() -> None:
    for example in ("(m:", "(a:", "(term:", "(source:"):
        assert example in CONTRIBUTING
