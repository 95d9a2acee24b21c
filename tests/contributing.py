"""The table of CONTRIBUTING as data, and the dummies that a test adds by it to a copy.

A new kind of thing is one more `Change` in CHANGES: how a newcomer adds it, and how one sees that
it is there. Nothing else of the test changes.
"""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).parent.parent
NEW = Path(__file__).parent / "newcomer"
"""What a newcomer writes, each file at its place in the project."""
COPIED = ("assessments", "docs", "macros", "playbook_data", "requirements")
MADE_BY_MACHINE = ("build/*", "*.pyc", "playbook_data/*.lock")
HOMES = {"playbook.yml": "playbook_data/playbook.yml"}
"""Files that the table names without their folder."""
TO_WRITE = {"<to write>": "Words to read.", "<待写>": "可读的文字。"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that a newcomer adds."""

    name: str
    row: str
    """The first cell of its row in the table."""
    make: Callable[["Copy"], None]
    prove: Callable[["Copy"], None]
    """Runs after all changes were made and the playbook was checked and staged."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of the project that may be changed."""

    root: Path

    def run(self, *arguments: str, text: str = "") -> str:
        """Run a task of the copy's own `playbook` and return what it prints."""
        command = [sys.executable, "-m", "macros", *arguments]
        done = subprocess.run(
            command, cwd=self.root, input=text, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"{arguments}\n{done.stdout}\n{done.stderr}"
        return done.stdout

    def contents(self) -> dict[str, bytes]:
        """Return every file that people write, with its bytes."""
        files = {path.relative_to(self.root).as_posix(): path for path in self.root.rglob("*")}
        return {
            name: path.read_bytes()
            for name, path in files.items()
            if path.is_file() and not any(fnmatch(name, each) for each in MADE_BY_MACHINE)
        }

    def edit(self, file: str, *pairs: tuple[str, str]) -> None:
        """Replace words of a file, each where it stands first."""
        path = self.root / file
        text = path.read_text("utf-8")
        for old, new in pairs:
            assert old in text, f"{file} holds no {old!r}"
            text = text.replace(old, new, 1)
        path.write_text(text, "utf-8")

    def add(self, *files: str) -> None:
        """Add files and folders that a newcomer writes."""
        for file in files:
            for path in (NEW / file).rglob("*") if (NEW / file).is_dir() else (NEW / file,):
                target = self.root / path.relative_to(NEW)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(path, target)

    def write_texts(self, file: str) -> None:
        """Write a text in each place that is still to be written."""
        path = self.root / file
        text = path.read_text("utf-8")
        for mark, words in TO_WRITE.items():
            text = text.replace(mark, words)
        path.write_text(text, "utf-8")

    def staged(self, page: str) -> str:
        """Return a staged page."""
        return (self.root / "build" / "docs" / page).read_text("utf-8")


def copy_of_the_project(folder: Path) -> Copy:
    """Lay out a copy of all that people write."""
    for name in COPIED:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for file in ROOT.glob("*.*"):
        if file.is_file():
            shutil.copy(file, folder)
    (folder / "build").mkdir()
    (folder / "build" / "node").symlink_to((ROOT / "build" / "node").resolve())
    return Copy(folder)


def table() -> dict[str, list[str]]:
    """Return change -> the files and folders that the table tells to touch."""
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    rows = re.findall(r"^\| (.*?) \| (.*?) \| .*? \|$", text, re.MULTILINE)
    return {change: re.findall(r"`([\w./<>*-]+)`", touch) for change, touch in rows}


def allowed(file: str, named: Iterable[str]) -> bool:
    """Whether a file is one that the table names, or stands in a folder that it names."""
    for name in named:
        pattern = re.sub("<.*?>", "*", HOMES.get(name, name))
        if fnmatch(file, f"{pattern}*" if pattern.endswith("/") else pattern):
            return True
    return False


# What a newcomer does


def add_module(copy: Copy) -> None:
    """Add a module by `playbook new` and write its texts."""
    copy.run("new", "module", "dummy-module")
    (file,) = (copy.root / "playbook_data" / "modules").glob("*/dummy-module.yml")
    copy.write_texts(file.relative_to(copy.root).as_posix())


def see_module(copy: Copy) -> None:
    """Find its page in both languages, with a way to it."""
    for language in ("en", "zh"):
        assert copy.staged(f"{language}/m/dummy-module.md")


def add_assessment(copy: Copy) -> None:
    """Add an assessment by `playbook new` and write its texts."""
    copy.run("new", "assessment", "dummy-assessment")
    copy.write_texts("playbook_data/assessments/dummy-assessment.yml")


def see_assessment(copy: Copy) -> None:
    """Score it, and find its page."""
    report = copy.run("score", "dummy-assessment", text='{"answers": {"first.1": 3, "first.2": 3}}')
    assert json.loads(report)["overall"] == 100
    assert copy.staged("zh/a/dummy-assessment.md")


def add_calculator(copy: Copy) -> None:
    """Add a calculator with a formula that the engine has."""
    folder = copy.root / "playbook_data" / "calculators"
    shutil.copy(folder / "universal-survey.yml", folder / "dummy-calculator.yml")
    copy.edit(
        "playbook_data/calculators/dummy-calculator.yml",
        ("id: universal-survey", "id: dummy-calculator"),
    )
    copy.edit(
        "playbook_data/playbook.yml",
        ("    - universal-survey\n", "    - universal-survey\n    - dummy-calculator\n"),
    )


def see_calculator(copy: Copy) -> None:
    """Calculate with it, and find its page."""
    given = '{"surveyed": 200, "aware": 140, "favourable": 98, "loyal": 49}'
    # 140 of 200
    assert json.loads(copy.run("score", "dummy-calculator", text=given))["awareness"] == 70
    assert copy.staged("en/a/dummy-calculator.md")


def add_picture(copy: Copy) -> None:
    """Add what tells a picture and what draws it."""
    copy.add("assessments/documents/pictures/dummy_dots.py", "docs/assets/js/pictures/dummy-dots")


def see_picture(copy: Copy) -> None:
    """Find its drawing among the scripts of the page, its style in the sheet of the site."""
    made = "from pathlib import Path; from macros.browser import build_page_scripts as build"
    shown = "print(*build(Path.cwd()).folder.rglob('*.js'))"
    command = [sys.executable, "-c", f"{made}; {shown}"]
    done = subprocess.run(command, cwd=copy.root, capture_output=True, text=True, check=True)
    scripts = [(copy.root / name).read_text("utf-8") for name in done.stdout.split()]
    assert any("dummy-dot" in script for script in scripts)
    (sheet,) = (copy.root / "build" / "docs" / "en" / "assets" / "css").glob("site-*.css")
    assert ".dummy-dot" in sheet.read_text("utf-8")


def add_formula(copy: Copy) -> None:
    """Add a formula, and a calculator of it by `playbook new`."""
    copy.add("assessments/calculators/formulas/dummy_double.py")
    copy.run("new", "calculator", "dummy-double", "--formula", "dummy-double")
    copy.write_texts("playbook_data/calculators/dummy-double.yml")


def see_formula(copy: Copy) -> None:
    """Calculate with it; its report has the picture that another newcomer drew."""
    report = copy.run("score", "dummy-double", text='{"number": 1.5}')
    assert json.loads(report)["double"] == 3
    told = copy.run("score", "dummy-double", "--format", "markdown", text='{"number": 1.5}')
    assert "3.0" in told


def add_export(copy: Copy) -> None:
    """Add a format, and the words of its button."""
    copy.add("assessments/exports/dummy.py")
    words = '  dummy: {en: "Download a dummy", zh: "下载样例"}\n'
    copy.edit("playbook_data/interface.yml", ("download:\n", f"download:\n{words}"))


def see_export(copy: Copy) -> None:
    """Get a report in the format, and find its button on the pages."""
    given = '{"answers": {"shallow.1": 3}}'
    assert copy.run("score", "four-pain-points", "--format", "dummy", text=given) == (
        "four-pain-points\n"
    )
    assert "下载样例" in copy.staged("zh/a/four-pain-points.md")


def add_kind_of_page(copy: Copy) -> None:
    """Add a kind of page and its template."""
    copy.add("macros/page_kinds/dummy.py", "macros/templates/dummy.md.jinja")


def see_kind_of_page(copy: Copy) -> None:
    """Find the page in both languages."""
    for language in ("en", "zh"):
        assert "{ #dummy }" in copy.staged(f"{language}/dummy.md")


CHANGES = (
    Change(name="a module", row="a module", make=add_module, prove=see_module),
    Change(name="an assessment", row="an assessment", make=add_assessment, prove=see_assessment),
    Change(name="a calculator", row="a calculator", make=add_calculator, prove=see_calculator),
    Change(name="a picture", row="a picture in a report", make=add_picture, prove=see_picture),
    Change(name="a formula", row="a calculator", make=add_formula, prove=see_formula),
    Change(name="an export", row="an export of a report", make=add_export, prove=see_export),
    Change(
        name="a kind of page", row="a kind of page", make=add_kind_of_page, prove=see_kind_of_page
    ),
)
