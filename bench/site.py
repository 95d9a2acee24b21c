"""What a site of many modules takes: seconds and memory of a build, and from saved to shown.

python bench/site.py [--modules 29 300 1000] [--keep FOLDER]

A playbook is made in a temporary folder: the real one, with copies of its modules under names of
their own. Each build is a process of its own, in both languages, without the twins for servers.
First: nothing is kept yet but what is built for the browser. Again: one text was changed. Shown:
from a changed text to its page in the site, in both languages, in a process that is at work.
Work is seconds of a processor, of the process and all that it started; memory is that of all of
them together, at most. The load of the machine stands beside them: other work slows the clock.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from os import getloadavg
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.memory import Effort, effort  # noqa: E402
from tests.other_languages import COPIED, copy_what_is_built  # noqa: E402

MODULES = "playbook_data/modules"
CHANGED = f"{MODULES}/deepen/trust-stages.yml"
IDEA = re.compile(r"^idea:\n  en: \|-\n    ", re.MULTILINE)
LOOP = """
import json, sys, time
from pathlib import Path
from macros.live.loop import Loop, Target
root, file = Path.cwd(), Path(sys.argv[1])
loop = Loop(target=Target(root=root, site=root / "site", address="http://127.0.0.1:8000/"))
loop.begin()
took = []
for number in range(3):
    text = file.read_text("utf-8")
    begin = "idea:\\n  en: |-\\n    "
    file.write_text(text.replace(begin, f"{begin}Saved {number}. "), "utf-8")
    wall, work = time.perf_counter(), time.process_time()
    loop.read()
    loop.show("/m/trust-stages/")
    loop.show("/zh/m/trust-stages/")
    took.append((time.perf_counter() - wall, time.process_time() - work))
    assert f"Saved {number}. " in (root / "site/m/trust-stages/index.html").read_text("utf-8")
print(json.dumps(took[1:]))
"""


def main(numbers: Sequence[int], keep: Path | None) -> None:
    """Print one line of a table for each number of modules."""
    print(
        "| modules | pages | first | work | memory | again | work | memory | shown | work | load |"
    )
    print("| ---: " * 11 + "|", flush=True)
    for number in numbers:
        with TemporaryDirectory() as folder:
            project = make_playbook((keep or Path(folder)) / f"{number}", number)
            first = measured(project, "-m", "macros", "site", "--plain")
            pages = sum(1 for _ in (project / "site").rglob("*.html"))
            file = project / CHANGED
            file.write_text(IDEA.sub(r"\g<0>Changed. ", file.read_text("utf-8")), "utf-8")
            again = measured(project, "-m", "macros", "site", "--plain")
            wall, work = min(json.loads(run(project, "-c", LOOP, CHANGED)))
            print(
                f"| {number} | {pages} | {_cells(first)} | {_cells(again)}"
                f" | {wall:.2f} s | {work:.2f} s | {getloadavg()[2]:.1f} |",
                flush=True,
            )


def make_playbook(project: Path, number: int) -> Path:
    """Lay out a project whose playbook has so many modules, and return its folder."""
    ignored = shutil.ignore_patterns("__pycache__")
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, project / name, ignore=ignored)
        else:
            shutil.copy(source, project / name)
    copy_what_is_built(project)
    originals = sorted((project / MODULES).rglob("*.yml"))
    settings = project / "playbook_data/playbook.yml"
    head, areas = settings.read_text("utf-8").split("\nareas:\n")
    for file, name in _names(originals, number - len(originals)):
        original = file.stem
        made = file.read_text("utf-8").replace(f"id: {original}\n", f"id: {name}\n", 1)
        made = re.sub(r"(?m)^(template:\n(?:  .*\n)*?  id: )(\S+)", rf"\g<1>{name}-sheet", made)
        # A tool belongs to one module, and the copy is another.
        made = re.sub(r" answers: [a-z-]+,", "", made)
        file.with_stem(name).write_text(made, "utf-8")
        areas = re.sub(rf"(?m)^( +- ){original}\n", rf"\g<0>\g<1>{name}\n", areas, count=1)
    settings.write_text(f"{head}\nareas:\n{areas}", "utf-8")
    return project


def _names(files: Sequence[Path], number: int) -> Iterator[tuple[Path, str]]:
    """Yield files in turn, each time with another name for a copy."""
    for at in range(number):
        file = files[at % len(files)]
        yield file, f"{file.stem}-{at // len(files) + 2}"


def _cells(took: Effort) -> str:
    return f"{took.wall:.0f} s | {took.work:.0f} s | {took.memory:.0f} MB"


def measured(project: Path, *arguments: str) -> Effort:
    """Run Python in a project and return what it took, with all that it started."""
    took, done = effort([sys.executable, *arguments], project, environment(project))
    if done.returncode:
        sys.exit(done.stdout)
    return took


def run(project: Path, *arguments: str) -> str:
    """Run Python in a project, with its own macros, and return what it prints."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=project,
        env=environment(project),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    return done.stdout


def environment(project: Path) -> dict[str, str]:
    """Return what a process of a project finds around it."""
    return {"PYTHONPATH": str(project), "NO_MKDOCS_2_WARNING": "1", "LANG": "C.UTF-8"}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--modules", type=int, nargs="+", default=[29, 300, 1000])
    parser.add_argument("--keep", type=Path, help="a folder to leave the playbooks in")
    given = parser.parse_args()
    main(given.modules, given.keep)
