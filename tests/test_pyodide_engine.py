"""Every report has the same bytes in the browser's Python and in each Python of this machine."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from assessments.border.reading import write_json
from assessments.browser import score
from macros.browser import build_runtime
from macros.browser.node import node
from tests.answering import assessments, given
from tests.definitions import calculators, definition
from tests.random_inputs import random_inputs

ROOT = Path(__file__).parent.parent
PYODIDE = ROOT / "build" / "node" / "node_modules" / "pyodide"
OTHER_PYTHONS = ("3.11", "3.12", "3.13", "3.14")
CASES = ROOT / "tests" / "cases"
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
    asked = [*random_questions(), *worked_questions()]
    return tuple(
        json.dumps(
            {
                "definition": write_json(definition(tool)),
                "input": given,
                "group": isinstance(given, list),
                "language": ("en", "zh")[number % 2],
                "formats": ["markdown", "csv"],
            },
            ensure_ascii=False,
        )
        for number, (tool, given) in enumerate(asked)
    )


def random_questions() -> Iterator[tuple[str, object]]:
    """Each tool with its random inputs."""
    for tool in (*assessments(), *calculators()):
        for made in random_inputs(definition(tool), INPUTS_OF_A_TOOL):
            yield tool, made


def worked_questions() -> Iterator[tuple[str, object]]:
    """Each worked case: its tool and its input, or the inputs of a group."""
    for case in cases("assessments.json"):
        yield case["tool"], given(case["tool"], case["answers"], *case.get("flags", []))
    for case in (*cases("calculators.json"), *cases("calculator_rules.json")):
        yield case["tool"], case["input"]
    for case in cases("groups.json"):
        yield case["tool"], [given(case["tool"], answers) for answers in case["group"]]


def cases(name: str) -> list[dict[str, Any]]:
    """Return the worked cases of a file."""
    return json.loads((CASES / name).read_text(encoding="utf-8"))


def find_python(version: str) -> str | None:
    """Return the path of an interpreter that starts, from PATH or from where pyenv keeps them."""
    kept = sorted(Path.home().glob(f".pyenv/versions/{version}.*/bin/python{version}"))
    candidates = [shutil.which(f"python{version}"), *map(str, kept)]
    return next((path for path in candidates if path and starts(path)), None)


def starts(path: str) -> bool:
    """Whether it is a Python and not only a name for one."""
    return subprocess.run([path, "-c", ""], capture_output=True, check=False).returncode == 0
