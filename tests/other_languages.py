"""The project in a folder of its own, in other languages than the real one."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from assessments.words.plurals import categories
from macros.source.writing import to_yaml
from macros.yaml_source import read_yaml

ROOT = Path(__file__).parent.parent
REAL = ("en", "zh")
COPIED = ("playbook_data", "docs", "macros", "assessments", "requirements", "mkdocs.yml")
RIGHT = Path(__file__).parent / "mistakes" / "right"
REAL_WORDS = ("interface.yml", "words")
MADE = ("charts", "compressed", "launcher", "page-scripts", "runtime", "search")
"""What is built for the browser, most with a record beside it: made anew only where it must be."""

LETTERS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "ابكديفجهيجقلمنوبقرستوفوخيز" * 2,
)
FORMS = re.compile(r"\{(\w+):([^{}]*)\}")
"""A gap with the forms of a word."""
KEPT = re.compile(r"(\{[^{}]*\}|\]\([^)\s]*\)|`[^`]*`|<[^<>]*>|https?://\S+)")
"""What stays as it is in a text: gaps and marks of Markdown, the targets of links, code, tags."""
FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
SAID = re.compile(r"^((?:title|description): )(.*)$", re.MULTILINE)

ARABIC = {
    "id": "ar",
    "name": "العربية",
    "tag": "ar",
    "locale": "ar-EG",
    "theme": "ar",
    "direction": "rtl",
    "punctuation": "half-width",
    "quotes": {"open": "«", "close": "»", "spaced": True},
    "numbers": {"decimal": "٫", "group": "٬", "grouped_from": 10000},
    "joints": {"sentences": " ", "items": "، ", "long_items": "؛ ", "unit": " ", "percent": " "},
    "plural": "ar",
    "search": {"cutter": "words", "stemmer": "none"},
    "reading": {"unit": "word", "a_minute": 180, "grade": "none"},
    "to_write": "<للكتابة>",
}


FIGURE = re.compile(r"\[([^\]\[]+)\]\(value:[^)]*\)")


def in_arabic_letters(text: str) -> str:
    """Return an English text in the letters of another script: nobody's language, but complete."""
    text = FORMS.sub(lambda gap: f"{{{gap[1]}:{_forms(gap[2])}}}", text)
    # Its figures keep the marks of English, so none may claim to be taken from elsewhere.
    text = FIGURE.sub(r"\1", text)
    parts = KEPT.split(text)
    return "".join(part if KEPT.fullmatch(part) else part.translate(LETTERS) for part in parts)


def _forms(english: str) -> str:
    one, other = english.split("|")
    forms = (one if category == "one" else other for category in categories("ar"))
    return "|".join(form.translate(LETTERS) for form in forms)


MADE_UP: Mapping[str, Callable[[str], str]] = {"ar": in_arabic_letters}
"""Language -> what makes its texts of the English ones."""


def make_project(folder: Path, languages: Sequence[str], *, small: bool = False) -> Path:
    """Copy the project and give it these languages, the first of them at the root of the site.

    A small one holds the real words and the few modules and tools of the right playbook.
    """
    project = folder / "project"
    for name in COPIED:
        _copy(ROOT / name, project / name)
    data = project / "playbook_data"
    if small:
        shutil.rmtree(data)
        _copy(RIGHT / "playbook_data", data)
        for name in REAL_WORDS:
            _copy(ROOT / "playbook_data" / name, data / name)
        # The pages that people write link to modules that the small playbook does not have.
        for code in REAL:
            shutil.rmtree(project / "docs" / code)
            _copy(RIGHT / "docs" / code, project / "docs" / code)
    copy_what_is_built(project)
    for code in {*REAL, *languages}:
        _speak(data / "languages" / f"{code}.yml", code, spoken=code in languages)
    for path in sorted(data.rglob("*.yml")):
        source = read_yaml(path.read_bytes(), path.name)
        assert not source.problems
        value = _translated(source.value, languages)
        if path.name == "playbook.yml" and isinstance(value, dict):
            value["languages"] = list(languages)
        path.write_text(to_yaml(value), encoding="utf-8")
    _write_pages(project / "docs", languages)
    return project


def copy_what_is_built(project: Path) -> None:
    """Take over what is built for the browser, which a project need not build again."""
    for name in MADE:
        for path in (ROOT / "build" / name, ROOT / "build" / f"{name}.json"):
            if path.exists():
                _copy(path, project / path.relative_to(ROOT))
    (project / "build").mkdir(exist_ok=True)
    (project / "build" / "node").symlink_to((ROOT / "build" / "node").resolve())


def run(project: Path, *arguments: str, status: int = 0) -> str:
    """Run Python in the project, with its own macros and assessments, and return what it says."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=project,
        env=os.environ | {"PYTHONPATH": str(project), "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    said = done.stdout + done.stderr
    assert done.returncode == status, said
    return said


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(source, target, ignore=ignored, dirs_exist_ok=True)
    else:
        shutil.copy(source, target)


def _speak(file: Path, code: str, *, spoken: bool) -> None:
    if not spoken:
        file.unlink()
    elif code == "ar":
        file.write_text(to_yaml(ARABIC), encoding="utf-8")


def _translated(value: object, languages: Sequence[str]) -> object:
    """Return a value with every text in these languages."""
    if isinstance(value, Mapping):
        if value and set(value) <= set(REAL):
            said = {code: _said(value, code) for code in languages}
            return {code: text for code, text in said.items() if text is not None}
        return {key: _translated(inner, languages) for key, inner in value.items()}
    if isinstance(value, list):
        return [_translated(inner, languages) for inner in value]
    return value


def _said(words: Mapping[str, object], code: str) -> object:
    """Return words in a language; none where a language may leave a list of words out."""
    if code in REAL:
        return words.get(code)
    english = words.get("en")
    return MADE_UP[code](english) if isinstance(english, str) else None


def _write_pages(docs: Path, languages: Sequence[str]) -> None:
    english = {path.name: path.read_text("utf-8") for path in (docs / "en").glob("*.md")}
    for code in languages:
        if code not in REAL:
            (docs / code).mkdir()
            for name, text in english.items():
                (docs / code / name).write_text(_page(text, MADE_UP[code]), encoding="utf-8")
    for code in REAL:
        if code not in languages:
            shutil.rmtree(docs / code)


def _page(text: str, translate: Callable[[str], str]) -> str:
    front = FRONT.match(text)
    assert front
    said = SAID.sub(lambda line: line[1] + translate(line[2]), front[0])
    return said + translate(text[front.end() :])


def change(project: Path, file: str, keys: Sequence[str | int], text: str) -> None:
    """Write another text at a path of keys in a file of playbook_data."""
    path = project / "playbook_data" / file
    value: Any = read_yaml(path.read_bytes(), path.name).value
    inner = value
    for key in keys[:-1]:
        inner = inner[key]
    inner[keys[-1]] = text
    path.write_text(to_yaml(value), encoding="utf-8")
