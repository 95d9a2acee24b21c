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

    def copy(self, file: str, to: str, *pairs: tuple[str, str]) -> None:
        """Make a file like another one, with some words replaced."""
        shutil.copy(self.root / file, self.root / to)
        self.edit(to, *pairs)

    def without_history(self, file: str) -> None:
        """Take out what versions of the copied tool changed: a new tool has none of them."""
        path = self.root / file
        text = re.sub(r"^history:\n(?:  .*\n)+", "", path.read_text("utf-8"), flags=re.MULTILINE)
        path.write_text(text, "utf-8")

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


def add_course(copy: Copy) -> None:
    """Add a course by `playbook new` and write its texts."""
    copy.run("new", "course", "dummy-course")
    copy.write_texts("playbook_data/courses/dummy-course.yml")


def see_course(copy: Copy) -> None:
    """Find its page, and what is printed for it."""
    for name in ("dummy-course", "dummy-course/guide", "dummy-course/sheet"):
        assert copy.staged(f"en/c/{name}.md")
        assert copy.staged(f"zh/c/{name}.md")


def add_calculator(copy: Copy) -> None:
    """Add a calculator with a formula that the engine has."""
    folder = copy.root / "playbook_data" / "calculators"
    shutil.copy(folder / "universal-survey.yml", folder / "dummy-calculator.yml")
    copy.edit(
        "playbook_data/calculators/dummy-calculator.yml",
        ("id: universal-survey", "id: dummy-calculator"),
    )
    copy.without_history("playbook_data/calculators/dummy-calculator.yml")
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


def add_formula(copy: Copy) -> None:
    """Add a formula as one file, and a calculator that names it."""
    copy.copy(
        "assessments/calculators/formulas/universal_survey.py",
        "assessments/calculators/formulas/dummy_formula.py",
        ('name="universal-survey"', 'name="dummy-formula"'),
        ('picture="funnel"', 'picture="dummy-picture"'),
    )
    copy.copy(
        "playbook_data/calculators/universal-survey.yml",
        "playbook_data/calculators/dummy-formula.yml",
        ("id: universal-survey", "id: dummy-formula"),
        ("model: universal-survey", "model: dummy-formula"),
        ("picture: funnel", "picture: dummy-picture"),
    )
    copy.without_history("playbook_data/calculators/dummy-formula.yml")
    copy.edit(
        "playbook_data/playbook.yml",
        ("    - universal-survey\n", "    - universal-survey\n    - dummy-formula\n"),
    )


def see_formula(copy: Copy) -> None:
    """Calculate with it."""
    given = '{"surveyed": 200, "aware": 140, "favourable": 98, "loyal": 49}'
    assert json.loads(copy.run("score", "dummy-formula", text=given))["awareness"] == 70


MODEL_WORDS = """models:
  dummy-model:
    how: {en: "Add up.", zh: "相加。"}
    by_hand: {en: "Add up.", zh: "相加。"}
"""


def add_model(copy: Copy) -> None:
    """Add a model as one file with its words, and an assessment that names it."""
    copy.copy(
        "assessments/questionnaires/models/severity.py",
        "assessments/questionnaires/models/dummy_model.py",
        ('name="severity"', 'name="dummy-model"'),
    )
    copy.edit(
        "playbook_data/interface.yml",
        (
            "models:\n",
            MODEL_WORDS,
        ),
    )
    copy.copy(
        "playbook_data/assessments/four-pain-points.yml",
        "playbook_data/assessments/dummy-model.yml",
        ("id: four-pain-points", "id: dummy-model"),
        ("model: severity", "model: dummy-model"),
    )
    copy.without_history("playbook_data/assessments/dummy-model.yml")
    copy.edit(
        "playbook_data/playbook.yml",
        ("\n    - four-pain-points\n", "\n    - four-pain-points\n    - dummy-model\n"),
    )


def see_model(copy: Copy) -> None:
    """Score with it, and find its words."""
    report = json.loads(copy.run("score", "dummy-model", text='{"answers": {}}'))
    assert (report["model"], report["status"]) == ("dummy-model", "incomplete")
    assert "相加。" in copy.staged("zh/a/dummy-model.md")


def add_export(copy: Copy) -> None:
    """Add an export as one file, the words of its button, and an example."""
    copy.copy(
        "assessments/exports/csv.py",
        "assessments/exports/dummy.py",
        ('name="csv", extension="csv"', 'name="dummy", extension="txt"'),
    )
    copy.edit(
        "playbook_data/interface.yml",
        ("download:\n", 'download:\n  dummy: {en: "Download the dummy", zh: "下载样例"}\n'),
    )
    copy.edit(
        "README.md",
        ("playbook tools  ", "playbook score relationship-health --format dummy\nplaybook tools  "),
    )


def see_export(copy: Copy) -> None:
    """Write a report in it, and find its button."""
    answers = ("score", "relationship-health", "--format")
    text = '{"answers": {}}'
    assert copy.run(*answers, "dummy", text=text) == copy.run(*answers, "csv", text=text)
    assert "下载样例" in copy.staged("zh/a/relationship-health.md")


def add_picture(copy: Copy) -> None:
    """Add a picture: what it tells, and the folder that draws it."""
    copy.copy(
        "assessments/documents/pictures/funnel.py",
        "assessments/documents/pictures/dummy_picture.py",
        ('drawn("funnel"', 'drawn("dummy-picture"'),
        ('name="funnel"', 'name="dummy-picture"'),
    )
    folder = copy.root / "docs" / "assets" / "js" / "pictures"
    shutil.copytree(folder / "funnel", folder / "dummy-picture")


def see_picture(copy: Copy) -> None:
    """See a calculator's report tell it, as a table, and its drawing among the page's scripts."""
    made = "from pathlib import Path; from macros.browser import build_page_scripts as build"
    shown = "print(*build(Path.cwd()).files)"
    command = [sys.executable, "-c", f"{made}; {shown}"]
    done = subprocess.run(command, cwd=copy.root, capture_output=True, text=True, check=True)
    assert any(file.startswith("dummy-picture-") for file in done.stdout.split())
    given = '{"surveyed": 200, "aware": 140, "favourable": 98, "loyal": 49}'
    told, drawn_as_before = (
        [line for line in copy.run("score", tool, "--format", "markdown", text=given).splitlines()
         if line.startswith(("*", "|"))]
        for tool in ("dummy-formula", "dummy-calculator")
    )  # fmt: skip
    assert told == drawn_as_before != []


def add_kind_of_page(copy: Copy) -> None:
    """Add a kind of page: its row and its template."""
    copy.copy(
        "macros/page_kinds/glossary.py",
        "macros/page_kinds/dummy_page.py",
        ('name="glossary"', 'name="dummy-page"'),
        ("order=90", "order=95"),
        ('address="glossary.md"', 'address="dummy-page.md"'),
        ('    holds={"term": "term.{id}"},\n', ""),
        ('template="glossary"', 'template="dummy-page"'),
    )
    copy.copy("macros/templates/glossary.md.jinja", "macros/templates/dummy-page.md.jinja")


def see_kind_of_page(copy: Copy) -> None:
    """Find the page."""
    assert copy.staged("en/dummy-page.md")
    assert copy.staged("zh/dummy-page.md")


def add_written_page(copy: Copy) -> None:
    """Add a page that people write, in both languages."""
    copy.copy(
        "macros/page_kinds/privacy.py",
        "macros/page_kinds/dummy_written.py",
        ('written("privacy", order=120', 'written("dummy-written", order=125'),
    )
    for language in ("en", "zh"):
        copy.copy(f"docs/{language}/privacy.md", f"docs/{language}/dummy-written.md")


def see_written_page(copy: Copy) -> None:
    """Find the page."""
    assert copy.staged("zh/dummy-written.md")


CHANGES = (
    Change(name="module", row="a module", make=add_module, prove=see_module),
    Change(name="assessment", row="an assessment", make=add_assessment, prove=see_assessment),
    Change(name="model", row="an assessment", make=add_model, prove=see_model),
    Change(name="course", row="a course", make=add_course, prove=see_course),
    Change(name="calculator", row="a calculator", make=add_calculator, prove=see_calculator),
    Change(name="formula", row="a calculator", make=add_formula, prove=see_formula),
    Change(name="export", row="an export of a report", make=add_export, prove=see_export),
    Change(name="picture", row="a picture in a report", make=add_picture, prove=see_picture),
    Change(
        name="kind of page", row="a kind of page", make=add_kind_of_page, prove=see_kind_of_page
    ),
    Change(
        name="written page",
        row="a page that people write",
        make=add_written_page,
        prove=see_written_page,
    ),
)
"""What tests/test_languages.py adds, a language, is the one thing that is not here."""
