"""A tool tells itself: what a model or a format is called stands in its own file alone."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from assessments import score, write_json
from assessments.documents.texts import Texts
from assessments.exports import EXPORTS
from assessments.questionnaires.models import MODELS
from assessments.words import LANGUAGES
from macros.yaml_source import read_yaml
from tests.answering import assessments, questionnaire

ROOT = Path(__file__).parent.parent
OWN_FILES = ROOT / "assessments" / "questionnaires" / "models"
SQL_FILES = ROOT / "macros" / "sql" / "models"
"""What each model is in a warehouse, in a file of the same name."""
SOURCES = [
    path
    for folder in ("assessments", "macros", "bench", "docs/assets", "docs/overrides")
    for path in sorted((ROOT / folder).rglob("*"))
    if path.suffix in {".py", ".jinja", ".js", ".mjs", ".html"}
]
HOMONYMS = {
    # The trust stages are a module of the method, too.
    ("macros/schema/forms.py", "trust-stages"),
    # A request for service has a severity, too.
    ("assessments/calculators/formula_parts/service_groups.py", "severity"),
}
SHARED_RESULTS = {"band", "overall", "class", "stage", "fit"}
"""Keys that mean other things elsewhere: of all reports, of HTML, of a funnel."""
QUESTIONNAIRES = [
    path
    for path in SOURCES
    if path.is_relative_to(ROOT / "assessments")
    and path.parent not in (OWN_FILES, OWN_FILES.parent / "model_parts")
    and not {"calculators", "words", "pictures"} & set(path.parts)
    and path.name not in {"calculator.py", "calculator_texts.py"}
]


def quoted_in(path: Path) -> set[str]:
    return set(re.findall(r"""["']([a-z_-]+)["']""", path.read_text(encoding="utf-8")))


def own_file(name: str) -> Path:
    return OWN_FILES / f"{name.replace('-', '_')}.py"


def test_a_model_is_named_in_its_own_file_alone() -> None:
    for path in SOURCES:
        for name in MODELS.keys() & quoted_in(path):
            place = path.relative_to(ROOT).as_posix()
            own = path in (own_file(name), SQL_FILES / own_file(name).name)
            assert own or (place, name) in HOMONYMS, f"{place} names {name}"


def test_a_result_of_a_model_is_named_in_the_files_of_models_alone() -> None:
    results = {each.key for model in MODELS.values() for each in model.telling.results}
    for path in QUESTIONNAIRES:
        named = (results - SHARED_RESULTS) & quoted_in(path)
        assert not named, f"{path.relative_to(ROOT)} names {', '.join(sorted(named))}"


@pytest.mark.parametrize("name", MODELS)
def test_a_model_stands_in_the_file_of_its_name(name: str) -> None:
    assert own_file(name).is_file()


@pytest.mark.parametrize("name", EXPORTS)
def test_a_format_stands_in_the_file_of_its_name(name: str) -> None:
    assert (ROOT / "assessments" / "exports" / f"{name}.py").is_file()


def test_every_button_of_a_format_has_words() -> None:
    file = ROOT / "playbook_data" / "interface.yml"
    interface: Any = read_yaml(file.read_bytes(), file.name).value
    offered = {name for name, export in EXPORTS.items() if export.button}
    assert offered <= interface["download"].keys()


@pytest.mark.parametrize("name", MODELS)
def test_everything_that_a_model_tells_has_words(name: str) -> None:
    telling = MODELS[name].telling
    keys = {each.key for each in telling.results}
    assert telling.headline in keys
    assert not telling.progress or telling.progress in keys
    words = [f"measure.{key}" for key in keys] + [telling.unit]
    words += [f"{each.words}.{option}" for each in telling.results for option in each.options]
    for language in LANGUAGES:
        assert all(Texts({}, language).say(key, stages=3) for key in words)


@pytest.mark.parametrize("tool", assessments())
def test_a_report_holds_what_its_model_tells_and_nothing_else(tool: str) -> None:
    telling = MODELS[questionnaire(tool).model].telling
    for answers in ({}, dict.fromkeys(questionnaire(tool).questions, 2)):
        results = score(questionnaire(tool), {"answers": answers}).results
        told = [each.key for each in telling.results if each.key in results]
        assert set(told) == results.keys()


NEW_EXPORT = """
from assessments.documents.export import Export

EXPORT = Export(
    name="shout",
    extension="txt",
    media_type="text/plain",
    write=lambda _, report, language, about=None: str(report.as_data()["band"]).upper(),
)
"""
NEW_MODEL = """
from dataclasses import replace

from assessments.questionnaires.models import weighted_mean

MODEL = replace(weighted_mean.MODEL, name="plain-mean")
"""


def test_a_new_model_and_a_new_export_are_one_file_each(tmp_path: Path) -> None:
    engine = tmp_path / "assessments"
    shutil.copytree(ROOT / "assessments", engine)
    (engine / "exports" / "shout.py").write_text(NEW_EXPORT, encoding="utf-8")
    (engine / "questionnaires" / "models" / "plain_mean.py").write_text(NEW_MODEL, encoding="utf-8")
    pantry = json.loads((ROOT / "tests" / "cases" / "pantry.json").read_text(encoding="utf-8"))
    definition = write_json({**pantry, "model": "plain-mean"})
    (tmp_path / "definition.json").write_text(definition, encoding="utf-8")
    command = [sys.executable, "-m", "assessments", "score", "definition.json", "--format", "shout"]
    answers = write_json({"answers": {"food.1": 3, "food.2": 3, "drink.1": 3, "drink.2": 3}})
    done = subprocess.run(
        command, cwd=tmp_path, input=answers, capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("FINE", "")
