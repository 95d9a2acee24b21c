"""A figure in a text is that of its source, however its language writes it."""

import shutil
from pathlib import Path

import pytest

from macros.checking.figures import fault_of_figure
from macros.files import Files, read_files
from macros.plain_text import plain
from macros.project import FOLDER
from macros.texts import inline, linked, markdown

ROOT = Path(__file__).parent.parent
RIGHT = ROOT / "tests" / "mistakes" / "right"
ORDERS, WEIGHT = "value:company.shop.orders", "value:readiness.dimensions.skill.weight"
SAMPLE = "value:survey.examples.0.input.surveyed"
AWARE = "value:survey.examples.0.result.awareness"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """Return the small playbook in the languages of the real one."""
    project = tmp_path_factory.mktemp("figures")
    shutil.copytree(RIGHT, project, dirs_exist_ok=True)
    shutil.copytree(ROOT / FOLDER / "languages", project / FOLDER / "languages", dirs_exist_ok=True)
    return read_files(project)


@pytest.mark.parametrize(
    ("words", "target", "language"),
    [
        ("12,500", ORDERS, "en"),
        ("12.5 thousand", ORDERS, "en"),
        ("12.5k", ORDERS, "en"),
        ("12,500.00", ORDERS, "zh"),
        ("1.25万", ORDERS, "zh"),
        ("60", WEIGHT, "en"),
        ("60%", WEIGHT, "zh"),
        ("60.0 %", WEIGHT, "en"),
        ("200", SAMPLE, "en"),
        # 140 of 200.
        ("70.0", AWARE, "en"),
        ("70%", AWARE, "zh"),
    ],
)
def test_a_figure_may_be_written_in_each_manner_of_its_language(
    files: Files, words: str, target: str, language: str
) -> None:
    assert fault_of_figure(words, target, language, files) is None


@pytest.mark.parametrize(
    ("words", "target", "language", "right"),
    [
        ("12500", ORDERS, "en", "12,500"),
        ("1.3万", ORDERS, "zh", "1.25万"),
        ("−12,500", ORDERS, "en", "12,500"),
        ("12,500 or so", ORDERS, "en", "12,500"),
        ("twelve", ORDERS, "en", "12,500"),
        ("6,0", WEIGHT, "en", "60"),
        ("61%", WEIGHT, "en", "60%"),
    ],
)
def test_other_words_are_told_the_right_ones(
    files: Files, words: str, target: str, language: str, right: str
) -> None:
    fault = fault_of_figure(words, target, language, files)
    assert fault
    assert fault[1] == f"Write “{right}”."


def test_pages_show_the_words_alone() -> None:
    text = f"It is [12,500]({ORDERS}) a year."
    for shown in (markdown(text, "x.md", {}), inline(text, "x.md", {}), linked(text, "x.md", {})):
        assert shown == plain(text) == "It is 12,500 a year."
