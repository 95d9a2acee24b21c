"""Every report has the same bytes in the browser's Python and in each Python of this machine."""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from assessments.browser import score
from macros.browser import FROM_THE_BEGINNING, build_runtime
from macros.browser.node import node
from tests.engine_requests import PROGRAM, answers_of, requests
from tests.split_runtime import split_leaving_nothing

ROOT = Path(__file__).parent.parent
OTHER_PYTHONS = ("3.11", "3.12", "3.13", "3.14")
INPUTS_OF_A_TOOL = {"": 24, FROM_THE_BEGINNING: 3}
"""Of the worker as pages start it, and of the one that most readers never have."""

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("fragment", INPUTS_OF_A_TOOL)
def test_the_worker_of_pages_answers_as_this_python_does(fragment: str) -> None:
    runtime = build_runtime(ROOT)
    worker = runtime.folder / runtime.worker
    command = [node(), str(ROOT / "tests" / "score_lines.mjs"), str(worker), fragment]
    compare(command, INPUTS_OF_A_TOOL[fragment])


@pytest.mark.parametrize("version", OTHER_PYTHONS)
def test_another_python_answers_as_this_one_does(version: str) -> None:
    if version == f"{sys.version_info.major}.{sys.version_info.minor}":
        pytest.skip(f"Python {version} is the one that runs the tests")
    interpreter = find_python(version)
    if interpreter is None:
        pytest.skip(f"Python {version} is not on this machine")
    compare([interpreter, "-S", str(PROGRAM)], INPUTS_OF_A_TOOL[""])


def test_functions_that_the_primary_module_lacks_answer_as_well(tmp_path: Path) -> None:
    runtime = build_runtime(ROOT)
    shutil.copytree(runtime.folder, tmp_path / "runtime")
    split = split_leaving_nothing(runtime)
    for name, content in split.items():
        (tmp_path / "runtime" / name).write_bytes(content)
    worker = tmp_path / "runtime" / runtime.worker
    command = [node(), str(ROOT / "tests" / "score_lines.mjs"), str(worker)]
    compare(command, INPUTS_OF_A_TOOL[FROM_THE_BEGINNING])


def compare(command: Sequence[str], inputs_of_a_tool: int) -> None:
    """Fail with the first request to which a program's answer differs by a byte."""
    asked = requests(inputs_of_a_tool)
    answers = answers_of(command, asked)
    for request, expected, answer in zip(
        asked, own_answers(inputs_of_a_tool), answers, strict=True
    ):
        assert answer == expected, request


@cache
def own_answers(inputs_of_a_tool: int) -> tuple[str, ...]:
    """Return what the engine answers in this Python."""
    return tuple(map(score, requests(inputs_of_a_tool)))


def find_python(version: str) -> str | None:
    """Return the path of an interpreter that starts, from PATH or from where pyenv keeps them."""
    kept = sorted(Path.home().glob(f".pyenv/versions/{version}.*/bin/python{version}"))
    candidates = [shutil.which(f"python{version}"), *map(str, kept)]
    return next((path for path in candidates if path and starts(path)), None)


def starts(path: str) -> bool:
    """Whether it is a Python and not only a name for one."""
    return subprocess.run([path, "-c", ""], capture_output=True, check=False).returncode == 0
