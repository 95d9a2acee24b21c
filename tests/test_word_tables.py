"""The engine's tables of words are made from YAML, for any languages in any order."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from assessments import write_json
from assessments.words import LANGUAGES, grouped
from assessments.words.plurals import categories
from assessments.words.sentence import GAP
from macros.__main__ import main
from macros.checking.words import tables_tell_the_same
from macros.files import read_files
from macros.problems import locate
from macros.source.writing import to_yaml
from macros.word_tables import FOLDER, literal, module_name, word_tables
from macros.yaml_source import read_yaml
from tests.definitions import definition

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent
MADE_UP = "ar"
REMEDY = "\n    Run 'playbook words'."
SIX = len(categories("ar"))


def test_the_tables_are_what_playbook_words_makes_now() -> None:
    found = {path.name: path.read_text("utf-8") for path in (ROOT / FOLDER).glob("*.py")}
    assert found == word_tables(read_files(ROOT))


def test_a_table_that_is_behind_is_told_with_its_line(project: Path) -> None:
    words = project / "playbook_data/words/report.yml"
    words.write_text(words.read_text("utf-8").replace('"Scores"', '"Marks"'), encoding="utf-8")
    line = line_of(project / FOLDER / "en.py", '"scores.heading"')
    assert told(project) == [
        f"{FOLDER}/en.py:{line}:1: The table is not what playbook_data says now." + REMEDY
    ]
    assert run(project, "words") == 0
    assert told(project) == []


EVERY_FILE = ("errors", "pictures", "portfolio", "report", "team", "terminal", "working")


@pytest.mark.parametrize("names", [("errors",), ("errors", "working"), None])
def test_words_that_are_missing_are_told(project: Path, names: tuple[str, ...] | None) -> None:
    words = project / "playbook_data/words"
    for path in list(words.iterdir()) if names is None else [words / f"{n}.yml" for n in names]:
        path.unlink()
    if names is None:
        words.rmdir()
    assert told(project) == [
        f"playbook_data/words/{name}.yml:1:1: The file is missing: the engine says its sentences.\n"
        "    Bring it back. Where the engine says them no longer, run 'playbook words'."
        for name in names or EVERY_FILE
    ]


def test_a_table_of_no_language_is_told_and_goes(project: Path) -> None:
    (project / FOLDER / "fr.py").write_text("", encoding="utf-8")
    assert told(project) == [f"{FOLDER}/fr.py:1:1: The table belongs to no language." + REMEDY]
    assert run(project, "words") == 0
    assert not (project / FOLDER / "fr.py").exists()


def test_words_that_are_wrong_make_no_tables(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = project / "playbook_data/words/report.yml"
    words.write_text('status.ok: {en: "complete {nope}", zh: "完整"}\n', encoding="utf-8")
    before = (project / FOLDER / "en.py").read_text("utf-8")
    assert run(project, "words") == 1
    assert capsys.readouterr().err == (
        "playbook_data/words/report.yml:1:36: status.ok.zh: The gap {nope} is missing, but another"
        " language has it.\n    Add {nope}.\n1 problem in 1 file.\n"
    )
    assert (project / FOLDER / "en.py").read_text("utf-8") == before


def test_a_third_language_with_other_marks_and_six_forms_is_spoken(project: Path) -> None:
    speak(project, ("en", "zh", MADE_UP), lambda words: {**words, MADE_UP: made_up(words["en"])})
    record = with_third_language(definition("customer-ltv"))
    example = json.dumps(in_third_language(record["examples"][0]["input"]), default=float)
    lines = report(project, record, example, MADE_UP).splitlines()
    # The numbers are worked in test_charts.
    figure = "««CNY 1٬500٬377٫29» — «Positive value»»"
    assert lines[2] == f"**««Lifetime value, in today’s money»: {figure}»**"
    assert "| 2 | 424٬297٫52 | 723٬388٫43 |" in lines
    assert "- «Lifetime value: 1٬750٬377٫29 − 250٬000 = 1٬500٬377٫29.»" in lines


def test_each_of_six_forms_is_chosen(project: Path) -> None:
    speak(project, ("en", "zh", MADE_UP), lambda words: {**words, MADE_UP: made_up(words["en"])})
    numbers = (0, 1, 2, 3, 11, 100, 103)
    code = (
        "from assessments.words import say\n"
        f"for number in {numbers}: print(say('notice.open', '{MADE_UP}', {{'count': number}}))"
    )
    said = python(project, "-c", code).stdout.splitlines()
    forms = (0, 1, 2, 3, 4, 5, 3)
    assert said == [
        f"«{number} {form}questions are not answered yet.»"
        for number, form in zip(numbers, forms, strict=True)
    ]


def test_the_first_language_is_spoken_where_none_is_asked_for(project: Path) -> None:
    speak(project, ("zh", "en"), lambda words: {"zh": words["zh"], "en": words["en"]})
    done = python(project, "-m", "assessments", "score", "nowhere.json", stdin="{}")
    assert json.loads(done.stderr)["error"]["message"] == "无法读取“nowhere.json”：没有这个文件。"


def test_one_language_alone_is_enough(project: Path) -> None:
    speak(project, ("zh",), lambda words: {"zh": words["zh"]})
    assert sorted(path.name for path in (project / FOLDER).glob("*.py")) == ["__init__.py", "zh.py"]
    done = python(project, "-m", "assessments", "prove", "x.json", "--language", "en")
    assert "invalid choice: 'en' (choose from " in done.stderr


def test_a_table_is_as_the_formatter_would_write_it(project: Path) -> None:
    speak(project, ("en", "zh", MADE_UP), lambda words: {**words, MADE_UP: made_up(words["en"])})
    shutil.copy(ROOT / "pyproject.toml", project)
    for task in (("format", "--check"), ("check",)):
        done = python(project, "-m", "ruff", *task, "--no-cache", FOLDER)
        assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("code", "name"), [("en", "en"), ("pt-BR", "pt_br"), ("is", "is_"), ("zh-Hant", "zh_hant")]
)
def test_a_table_is_named_as_its_language(code: str, name: str) -> None:
    assert module_name(code) == name


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("plain", '"plain"'),
        ('say "a"', "'say \"a\"'"),
        ("it's", '"it\'s"'),
        ("a\\b\n", '"a\\\\b\\n"'),
        ("1\u202f000", '"1\\u202f000"'),
    ],
)
def test_a_text_is_written_as_python_reads_it(text: str, written: str) -> None:
    assert literal(text) == written


def test_a_number_is_written_with_the_marks_of_its_language() -> None:
    german = replace(LANGUAGES["en"], decimal_mark=",", group_mark=".", grouped_from=1000)
    assert grouped(Decimal("1159.19"), german) == "1.159,19"
    assert grouped(Decimal(-1234567), german, 1) == "−1.234.567,0"
    assert grouped(999, german) == "999"
    wide = replace(LANGUAGES["en"], grouped_from=10000)
    assert grouped(9999, wide) == "9999"
    assert grouped(10000, wide) == "10,000"


# A playbook and an engine of their own


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Lay out the engine and all that its words are made from."""
    shutil.copytree(
        ROOT / "assessments", tmp_path / "assessments", ignore=shutil.ignore_patterns("__pycache__")
    )
    for name in ("languages", "words"):
        shutil.copytree(ROOT / "playbook_data" / name, tmp_path / "playbook_data" / name)
    shutil.copy(ROOT / "playbook_data/playbook.yml", tmp_path / "playbook_data")
    return tmp_path


def run(project: Path, task: str) -> int:
    return main(["--root", str(project), task])


def told(project: Path) -> list[str]:
    return [locate(problem) for problem in tables_tell_the_same(read_files(project))]


def line_of(path: Path, words: str) -> int:
    lines = path.read_text("utf-8").split("\n")
    return next(number for number, line in enumerate(lines, start=1) if words in line)


def python(project: Path, *command: str, stdin: str = "") -> "subprocess.CompletedProcess[str]":
    """Run Python with the project's own engine."""
    return subprocess.run(
        [sys.executable, *command], input=stdin, capture_output=True, encoding="utf-8",
        cwd=project, check=False,
    )  # fmt: skip


Change = Callable[[Mapping[str, str]], Mapping[str, str]]


def speak(project: Path, languages: tuple[str, ...], change: Change) -> None:
    """Name other languages in playbook.yml, change each sentence, and make the tables."""
    data = project / "playbook_data"
    settings = data / "playbook.yml"
    text = settings.read_text("utf-8")
    assert text.count("languages: [en, zh]") == 1
    settings.write_text(
        text.replace("[en, zh]", f"[{', '.join(languages)}]"), encoding="utf-8", newline="\n"
    )
    for path in (data / "words").glob("*.yml"):
        sentences: Any = read_yaml(path.read_bytes(), path.name).value
        changed = {key: change(words) for key, words in sentences.items()}
        path.write_text(to_yaml(changed), encoding="utf-8")
    if MADE_UP in languages:
        record: Any = read_yaml((data / "languages/en.yml").read_bytes(), "en.yml").value
        quotes = {"open": "«", "close": "»", "spaced": True}
        numbers = {"decimal": "٫", "group": "٬", "grouped_from": 1000}
        other = {"id": MADE_UP, "quotes": quotes, "numbers": numbers, "plural": MADE_UP}
        (data / f"languages/{MADE_UP}.yml").write_text(to_yaml({**record, **other}), "utf-8")
    assert run(project, "words") == 0


def made_up(text: str) -> str:
    """Return a text of the third language: in marks of its own, with six forms for each choice."""

    def forms(place: re.Match[str]) -> str:
        name, choice = place.groups()
        if choice is None:
            return place.group()
        last = choice.rpartition("|")[2]
        return f"{{{name}:{'|'.join(f'{number}{last}' for number in range(SIX))}}}"

    return f"«{GAP.sub(forms, text)}»"


def with_third_language(value: Any) -> Any:
    """Return a definition with a third text beside every two."""
    if isinstance(value, Mapping):
        if set(value) == {"en", "zh"}:
            return {**value, MADE_UP: made_up(value["en"])}
        return {key: with_third_language(inner) for key, inner in value.items()}
    return [with_third_language(each) for each in value] if isinstance(value, list) else value


def in_third_language(value: Any) -> Any:
    """Return an example as somebody types it: the numbers as they are, the English words."""
    if isinstance(value, Mapping):
        if MADE_UP in value:
            return value["en"]
        return {key: in_third_language(inner) for key, inner in value.items()}
    return [in_third_language(each) for each in value] if isinstance(value, list) else value


def report(project: Path, record: object, given: str, language: str) -> str:
    """Return the Markdown that the project's own engine writes."""
    file = project / "definition.json"
    file.write_text(write_json(record), encoding="utf-8")
    task = ("score", file.name, "--format", "markdown", "--language", language)
    done = python(project, "-m", "assessments", *task, stdin=given)
    assert done.returncode == 0, done.stderr
    return done.stdout
