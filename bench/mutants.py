"""Change the engine in small ways, one after the other, and list the changes that no test notices.

python bench/mutants.py [FILE OR FOLDER of assessments/ ...] [--tests FILE ...] [--sample N]

Without files it is the whole engine, which takes a day; without tests, all that the engine has. A
sample tries N mutants of each file: the same ones each time, as long as the file is the same.

Each mutant is tried on the tests that run the function it stands in, until one of them fails. A
survivor is a gap in the tests, or a change that changes nothing: only a person can tell. Work and
results are kept in build/mutants, so that what was tried is not tried again while nothing changed.
"""

import argparse
import os
import random
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.conftest import is_beyond_the_engine  # noqa: E402

WORK = Path(os.environ.get("PLAYBOOK_MUTANTS", ROOT / "build" / "mutants"))
COPIED = ("assessments", "docs", "macros", "playbook_data", "tests")
NOT_COPIED = ("__pycache__",)
ENGINE = re.compile(r"^from (assessments|tests\.portfolio_asking)\b", re.MULTILINE)
"""What a test of the engine takes from: the engine, or who asks its door of lists."""
GENERATED = "assessments/words/*"
"""Sentences: whoever changes one changes what is meant to change."""
AT_ONCE = 2
KILLED = ("killed", "timeout", "segfault", "caught by type check")


def main() -> int:
    """Try every mutant of the files that are named, and say which survive."""
    parser = argparse.ArgumentParser(
        description="List the changes to the engine that no test sees."
    )
    parser.add_argument("paths", nargs="*", default=["assessments"], help="of assessments/")
    parser.add_argument("--tests", nargs="+", metavar="FILE", help="only these files of tests")
    parser.add_argument("--sample", type=int, metavar="N", help="try N mutants of each file")
    options = parser.parse_args()
    paths = [pattern(path) for path in options.paths]
    lay_out(paths, options.tests or list(engine_tests()))
    chosen = list(sample(paths, options.sample)) if options.sample else []
    mutmut("run", "--max-children", str(AT_ONCE), *chosen)
    found = [each for each in results(paths) if not chosen or each[0] in chosen]
    counts = Counter(status for _, status in found)
    said = ", ".join(f"{count} {status}" for status, count in counts.most_common())
    killed = sum(counts[status] for status in KILLED)
    print(f"\n{killed} of {len(found)} mutants are noticed ({said}).")
    for name, status in found:
        if status not in KILLED:
            print(f"\n{status}: {shown(name)}", flush=True)
    return 0


def pattern(path: str) -> str:
    """Return the files that a path means, as the tool of mutants writes them."""
    relative = (ROOT / path).resolve().relative_to(ROOT)
    if not (ROOT / relative).exists() or relative.parts[:1] != ("assessments",):
        raise SystemExit(f"There is no {path} in assessments/.")
    return relative.as_posix() if relative.suffix else f"{relative.as_posix()}/*"


def lay_out(patterns: Sequence[str], tests: Sequence[str]) -> None:
    """Copy what the engine's tests need to a folder of its own, with the settings of the tool."""
    WORK.mkdir(parents=True, exist_ok=True)
    for name in COPIED:
        shutil.rmtree(WORK / name, ignore_errors=True)
        shutil.copytree(ROOT / name, WORK / name, ignore=shutil.ignore_patterns(*NOT_COPIED))
    settings = {
        "source_paths": ["assessments"],
        "only_mutate": list(patterns),
        "do_not_mutate": [GENERATED],
        "also_copy": [name for name in COPIED if name != "assessments"],
        "pytest_add_cli_args": ["-p", "no:cacheprovider"],
        "pytest_add_cli_args_test_selection": list(tests),
    }
    lines = [f"{key} = {value}" for key, value in settings.items()]
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (WORK / "pyproject.toml").write_text("\n".join([text, "[tool.mutmut]", *lines, ""]), "utf-8")


def engine_tests() -> Iterator[str]:
    """Yield the files of tests that need nothing but the engine."""
    for file in sorted((ROOT / "tests").glob("test_*.py")):
        text = file.read_text(encoding="utf-8")
        # A file that is slow as a whole is one of many short tests.
        is_quick = not is_beyond_the_engine(file) and "@pytest.mark.slow" not in text
        if is_quick and ENGINE.search(text):
            yield f"tests/{file.name}"


def sample(patterns: Sequence[str], number: int) -> Iterator[str]:
    """Yield the names of some mutants of each file, chosen by chance that repeats itself."""
    # The tool makes its mutants before it finds that none has this name.
    command = [sys.executable, "-m", "mutmut", "run", "no mutant"]
    subprocess.run(command, cwd=WORK, check=False, capture_output=True)
    by_file: dict[str, list[str]] = {}
    for name, _ in results(patterns):
        by_file.setdefault(name.rpartition(".")[0], []).append(name)
    for file, names in sorted(by_file.items()):
        chance = random.Random(file)  # noqa: S311
        yield from chance.sample(names, min(number, len(names)))


def mutmut(*arguments: str) -> None:
    """Run the tool with its output visible."""
    subprocess.run([sys.executable, "-m", "mutmut", *arguments], cwd=WORK, check=True)


def told(*arguments: str) -> str:
    """Return what the tool says."""
    command = [sys.executable, "-m", "mutmut", *arguments]
    return subprocess.run(command, cwd=WORK, check=True, capture_output=True, text=True).stdout


def results(patterns: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the name of each mutant of these files and what became of it."""
    starts = tuple(
        each.removesuffix("*").removesuffix(".py").replace("/", ".") for each in patterns
    )
    for line in told("results", "--all", "true").splitlines():
        name, _, status = line.strip().rpartition(": ")
        if name.startswith(starts):
            yield name, status


def shown(name: str) -> str:
    """Return the place of a mutant and its change: the line that was, and the line that is."""
    difference = told("show", name).splitlines()
    file = next(line.removeprefix("--- ") for line in difference if line.startswith("--- "))
    changed = [line for line in difference if re.match(r"[-+](?![-+]{2})", line)]
    number = line_of(Path(file), name, changed[0][1:] if changed else "")
    return "\n".join([f"{file}:{number} ({name.rpartition('.')[2]})", *changed])


def line_of(file: Path, name: str, words: str) -> int:
    """Return the line of a file on which a mutant's function holds these words."""
    function = re.sub(r"^x_|^xǁ.*ǁ|__mutmut_\d+$", "", name.rpartition(".")[2])
    lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
    start = next(n for n, line in enumerate(lines) if re.match(rf"\s*def {function}\(", line))
    return next((n for n, line in enumerate(lines[start:], start + 1) if line == words), start + 1)


if __name__ == "__main__":
    sys.exit(main())
