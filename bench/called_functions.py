"""Write down which functions of Pyodide's module the engine calls, for an edition of Pyodide.

The worker of pages, with the whole module, answers requests of every tool, of the composer, and
whatever the tests of lists ask, in Node, which says what it compiles at the first call. What stands
between two functions that are near to each other is kept with them: it is of the same source file,
and may be called by an input that nobody tried. Browsers call no others than Node does.

`python tasks.py bench called_functions`, once for each new Pyodide.
"""

import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from assessments.border.reading import write_json  # noqa: E402
from macros.browser.bundles import NODE_MODULES, SCRIPTS  # noqa: E402
from macros.browser.node import node, run_node  # noqa: E402
from macros.browser.runtime import RUNTIME  # noqa: E402
from macros.courses.packages.table import PAGE_FORMATS  # noqa: E402
from macros.exporters.shelf import plan_of_course, shelf_text  # noqa: E402
from macros.loading import load_playbook  # noqa: E402
from macros.views import Book  # noqa: E402
from tests.engine_requests import requests  # noqa: E402

RECORD = SCRIPTS / "called_functions.json"
TELLING = ("--wasm-lazy-compilation", "--trace-wasm-compilation-times")
COMPILED = re.compile(r"^Compiled function (0x[0-9a-f]+)#([0-9]+) using", re.MULTILINE)
INPUTS_OF_A_TOOL = 40
NEAR = 6
"""Functions that nobody called between two that were: as many are kept."""
A_LINE = 8
LISTS = "from tests.portfolio_asking import"
"""Stands in the tests that ask the door of lists."""


def main() -> None:
    """Ask, and write the record."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        modules = ROOT / NODE_MODULES
        built = json.loads(run_node(SCRIPTS / RUNTIME.script, ROOT, modules, folder, "whole"))
        called = compiled(folder / built["worker"])
    shipped = (modules / "pyodide" / "pyodide.asm.wasm").read_bytes()
    runs = list(joined(sorted(called)))
    RECORD.write_text(written(hashlib.sha256(shipped).hexdigest(), runs), "utf-8")
    kept = sum(last - first + 1 for first, last in runs)
    print(f"{len(called)} functions are called, {kept} are kept, in {len(runs)} runs.")


def compiled(worker: Path) -> set[int]:
    """Return the numbers of the functions that a worker's Python compiles."""
    command = [node(), *TELLING, str(ROOT / "tests" / "score_lines.mjs"), str(worker)]
    given = "".join(f"{json.dumps(line)}\n" for line in lines())
    # What Node says may stand in the middle of a letter of an answer.
    done = subprocess.run(
        command, input=given, capture_output=True, encoding="utf-8", errors="replace", check=False
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    by_module: dict[str, set[int]] = {}
    for module, number in COMPILED.findall(done.stdout):
        by_module.setdefault(module, set()).add(int(number))
    # The others are a few functions that make way between Python and JavaScript.
    return max(by_module.values(), key=len)


def lines() -> Iterator[object]:
    """Yield what is asked, as `tests/score_lines.mjs` reads it."""
    yield from requests(INPUTS_OF_A_TOOL)
    yield from of_lists()
    yield from of_composer()


def of_lists() -> Iterator[object]:
    """Yield what the tests of lists ask their door, in their order."""
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "asked"
        tests = sorted((ROOT / "tests").glob("test_*.py"))
        asking = [str(test) for test in tests if LISTS in test.read_text("utf-8")]
        command = [sys.executable, "-m", "pytest", "-q", "-p", "tests.recorded_lists", *asking]
        subprocess.run(command, cwd=ROOT, env=os.environ | {"RECORDED": str(file)}, check=True)
        for line in file.read_text("utf-8").splitlines():
            yield json.loads(line)


def of_composer() -> Iterator[object]:
    """Yield what the composer asks: each course as a file of each format."""
    playbook = load_playbook(ROOT)
    shelf = shelf_text(playbook, b"// the launcher")
    definitions = {name: write_json(tool) for name, tool in playbook.tools.items()}
    common = {
        "shelf": shelf,
        "address": "https://playbook.example.org/",
        "now": "2026-12-01T08:00:00Z",
    }
    for language in playbook.languages:
        plan = plan_of_course(Book(playbook, language), next(iter(playbook.courses))).as_data()
        for form in PAGE_FORMATS:
            asked = {"plan": plan, "definitions": definitions, "format": form, "language": language}
            yield {"text": json.dumps({**common, **asked}), "door": "compose"}


def joined(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last number of each run, with what stands between near ones."""
    first = last = None
    for number in numbers:
        if first is None or last is None:
            first = number
        elif number - last > NEAR + 1:
            yield first, last
            first = number
        last = number
    if first is not None and last is not None:
        yield first, last


def written(module: str, runs: list[tuple[int, int]]) -> str:
    """Return the record as a text that shows what changed."""
    pairs = [f"[{first}, {last}]" for first, last in runs]
    rows = [", ".join(pairs[at : at + A_LINE]) for at in range(0, len(pairs), A_LINE)]
    joined_rows = ",\n    ".join(rows)
    return f'{{\n  "module": "{module}",\n  "functions": [\n    {joined_rows}\n  ]\n}}\n'


if __name__ == "__main__":
    main()
