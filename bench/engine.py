"""What one scoring costs, for every tool: in this Python, and in the browser's Python under Node.

python bench/engine.py [--rounds 15] [--tools ID ...] [--no-pyodide]

One request as the page sends it is answered as the page gets it: definition and input as text in,
report and document as text out. A page asks for one tool again and again, so each tool is asked
many times on end; "first" is the request that also reads the definition. Both Pythons take turns,
request by request, so that whatever else the machine does slows both; each other figure is a
median, each ratio comes from the same run.
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from assessments.border.reading import write_json
from assessments.browser import score
from assessments.questionnaires.models import MODELS
from assessments.words import LANGUAGES
from macros.browser import RuntimeBuildError, build_runtime
from macros.browser.bundles import NODE_MODULES
from macros.browser.node import NodeError, node
from macros.values import in_language
from macros.yaml_source import read_yaml

ROOT = Path(__file__).resolve().parent.parent
LIMIT, LIMIT_HOW_SURE = 5.0, 25.0
"""Milliseconds that an assessment may take in Pyodide; more where it tells how sure a tier is."""
LANGUAGE = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """One tool, a request to it, and how long each answer took."""

    id: str
    request: str
    limit: float | None
    """Milliseconds in Pyodide; None for a calculator, which has no limit."""
    cpython: list[float] = field(default_factory=list)
    """Milliseconds; the first one reads the definition."""
    pyodide: list[float] = field(default_factory=list)
    """Milliseconds; empty where Pyodide does not run."""

    def row(self) -> str:
        """Return the line of the table."""
        own = later(self.cpython)
        if not self.pyodide:
            return f"{self.id:<34}{own:>10.2f}{'-':>10}{'-':>8}{'-':>8}"
        other = later(self.pyodide)
        slow = self.limit is not None and other > self.limit
        over = f"  more than {self.limit:.0f} ms" if slow else ""
        first = self.pyodide[0]
        return f"{self.id:<34}{own:>10.2f}{other:>10.2f}{other / own:>8.1f}{first:>8.1f}{over}"


def later(times: list[float]) -> float:
    """Return the median of all but the first."""
    return median(times[1:])


def main() -> None:
    """Measure all tools by turns and print the table."""
    options = parse()
    tools = [tool for tool in read_tools() if not options.tools or tool.id in options.tools]
    runner = None if options.no_pyodide else start_pyodide()
    try:
        for tool in tools:
            for _ in range(options.rounds + 1):
                measure(tool, runner)
    finally:
        if runner is not None:
            runner.kill()
    report(tools, options.rounds)


def parse() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=15, help="answers per tool (default: 15)")
    parser.add_argument("--tools", nargs="*", default=[], metavar="ID", help="only these tools")
    parser.add_argument("--no-pyodide", action="store_true", help="measure this Python only")
    return parser.parse_args()


def read_tools() -> Iterator[Tool]:
    """Yield every tool with the request that its page would send."""
    for file in sorted((ROOT / "playbook_data").glob("*s/*.yml")):
        if file.parent.name not in ("assessments", "calculators"):
            continue
        definition = read_yaml(file.read_bytes(), file.name).value
        if isinstance(definition, Mapping):
            yield Tool(id=file.stem, request=request(definition), limit=limit(definition))


def limit(definition: Mapping[str, object]) -> float | None:
    """Return how many milliseconds one scoring may take in Pyodide."""
    if definition["kind"] == "calculator":
        return None
    model = MODELS[str(definition["model"])]
    return LIMIT if model.how_sure is None else LIMIT_HOW_SURE


def request(definition: Mapping[str, object]) -> str:
    """Return the request for an example, or for a form that is nearly full."""
    if definition["kind"] == "assessment":
        given: object = {"answers": dict(answers(definition))}
    else:
        examples = definition["examples"]
        example = examples[0]["input"] if isinstance(examples, list) else {}
        given = in_language(example, LANGUAGE, tuple(LANGUAGES))
    compiled = {"definition": write_json(definition), "input": given, "language": LANGUAGE}
    return write_json(compiled)


def answers(definition: Mapping[str, object]) -> Iterator[tuple[str, int | None]]:
    """Yield an answer to each question; one in nine is open, so that there are bounds to find."""
    dimensions = definition["dimensions"]
    questions = [
        question["id"]
        for dimension in (dimensions if isinstance(dimensions, list) else ())
        for question in dimension["questions"]
    ]
    for number, question in enumerate(questions):
        yield question, None if number % 9 == 4 else (2, 3, 1, 2, 3, 0)[number % 6]


def start_pyodide() -> "subprocess.Popen[str] | None":
    """Start the browser's Python under Node; None, with the reason, where it cannot run."""
    try:
        runtime = build_runtime(ROOT)
        command = [node(), str(Path(__file__).with_suffix(".mjs")), str(ROOT / NODE_MODULES)]
    except (NodeError, RuntimeBuildError) as error:
        print(f"Pyodide is left out: {error}", file=sys.stderr)
        return None
    return subprocess.Popen(
        [*command, str(runtime.folder / runtime.library)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8",
    )  # fmt: skip


def measure(tool: Tool, runner: "subprocess.Popen[str] | None") -> None:
    """Answer a request once in each Python."""
    start = time.perf_counter()
    answer = score(tool.request)
    tool.cpython.append(1000 * (time.perf_counter() - start))
    if "report" not in json.loads(answer):
        sys.exit(f"{tool.id} gave no report: {answer[:300]}")
    if runner is None or runner.stdin is None or runner.stdout is None:
        return
    runner.stdin.write(json.dumps(tool.request) + "\n")
    runner.stdin.flush()
    tool.pyodide.append(float(runner.stdout.readline()))


def report(tools: list[Tool], rounds: int) -> None:
    """Print a line for each tool and one for all of them."""
    version = ".".join(map(str, sys.version_info[:2]))
    print(f"Milliseconds for one request, median of {rounds}, by turns; this Python is {version}")
    print(f"{'tool':<34}{'CPython':>10}{'Pyodide':>10}{'ratio':>8}{'first':>8}")
    for tool in tools:
        print(tool.row())
    own = [later(tool.cpython) for tool in tools]
    other = [later(tool.pyodide) for tool in tools if tool.pyodide]
    print(f"median of all tools: CPython {median(own):.2f}, largest {max(own):.2f}")
    if other:
        print(f"median of all tools: Pyodide {median(other):.2f}, largest {max(other):.2f}")


if __name__ == "__main__":
    main()
