"""Every report has the same bytes in the browser's Python and in each Python of this machine."""

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from assessments.browser import score
from assessments.reading import write_json
from macros.browser import build_runtime
from macros.browser.node import node
from tests.definitions import ROOT as DATA
from tests.definitions import definition
from tests.random_inputs import random_inputs

ROOT = Path(__file__).parent.parent
PYODIDE = ROOT / "build" / "node" / "node_modules" / "pyodide"
OTHER_PYTHONS = ("3.11", "3.12", "3.13", "3.14")
INPUTS_OF_A_TOOL = 24

pytestmark = pytest.mark.slow


def test_pyodide_answers_as_this_python_does() -> None:
    runtime = build_runtime(ROOT)
    command = [node(), str(ROOT / "tests" / "score_lines.mjs"), str(PYODIDE)]
    compare(answers_of([*command, str(runtime.folder / runtime.library)]))


@pytest.mark.parametrize("version", OTHER_PYTHONS)
def test_another_python_answers_as_this_one_does(version: str) -> None:
    if version == f"{sys.version_info.major}.{sys.version_info.minor}":
        pytest.skip(f"Python {version} is the one that runs the tests")
    interpreter = find_python(version)
    if interpreter is None:
        pytest.skip(f"Python {version} is not on this machine")
    compare(answers_of([interpreter, "-S", str(ROOT / "tests" / "score_lines.py")]))


def compare(answers: Sequence[str]) -> None:
    """Fail with the first request whose answer differs by a byte."""
    for request, expected, answer in zip(requests(), own_answers(), answers, strict=True):
        assert answer == expected, request


def answers_of(command: Sequence[str]) -> list[str]:
    """Return what a program answers to all requests."""
    given = "".join(json.dumps(request) + "\n" for request in requests())
    done = subprocess.run(
        command, input=given, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@cache
def own_answers() -> tuple[str, ...]:
    """Return what the engine answers in this Python."""
    return tuple(map(score, requests()))


@cache
def requests() -> tuple[str, ...]:
    """Return the requests for every tool, in one language or the other by turns."""
    return tuple(
        json.dumps(
            {
                "definition": write_json(definition(tool)),
                "input": given,
                "language": ("en", "zh")[number % 2],
                "formats": ["markdown", "csv"],
            },
            ensure_ascii=False,
        )
        for tool in tools()
        for number, given in enumerate(random_inputs(definition(tool), INPUTS_OF_A_TOOL))
    )


def tools() -> list[str]:
    """Return the ids of all tools."""
    return sorted(
        file.stem for kind in ("assessments", "calculators") for file in (DATA / kind).glob("*.yml")
    )


def find_python(version: str) -> str | None:
    """Return the path of an interpreter that starts, from PATH or from where pyenv keeps them."""
    kept = sorted(Path.home().glob(f".pyenv/versions/{version}.*/bin/python{version}"))
    candidates = [shutil.which(f"python{version}"), *map(str, kept)]
    return next((path for path in candidates if path and starts(path)), None)


def starts(path: str) -> bool:
    """Whether it is a Python and not only a name for one."""
    return subprocess.run([path, "-c", ""], capture_output=True, check=False).returncode == 0
