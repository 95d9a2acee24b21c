"""A playbook speaks the languages that it names, in their order, and no other."""

import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from assessments.border.fingerprint import fingerprint
from macros.checking.texts import full_width_languages_have_their_own_marks
from macros.files import read_files
from macros.languages import NumberMarks
from macros.loading import join
from macros.numbers import range_text, shown
from macros.pages import list_pages
from macros.playbook import Playbook
from macros.published.lock_files import write_hashes
from macros.published.locks import hashes, translations_keep_up
from macros.rendering import Renderer
from macros.views import Book
from tests.other_languages import change, make_project, run

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def arabic_first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_project(tmp_path_factory.mktemp("ar"), ("ar", "en"), small=True)


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_project(tmp_path_factory.mktemp("zh"), ("zh",), small=True)


@pytest.fixture(scope="module")
def playbook(arabic_first: Path) -> Playbook:
    # The engine of this process does not speak these languages, so nothing is checked here.
    return join(read_files(arabic_first))


def rendered(playbook: Playbook, path: str, language: str) -> str:
    page = next(page for page in list_pages(playbook, language) if page.path == path)
    return Renderer(Book(playbook, language)).render(page)


def test_the_first_language_has_the_shared_files(playbook: Playbook) -> None:
    file = f"definition-{fingerprint(playbook.tools['survey'])['hash']}.json"
    assert f'data-definition="{file}"' in rendered(playbook, "a/survey.md", "ar")
    english = rendered(playbook, "a/survey.md", "en")
    assert f'data-definition="../../../a/survey/{file}"' in english
    assert "notes.csv" in rendered(playbook, "m/trust.md", "ar")
    assert "notes-en.csv" in rendered(playbook, "m/trust.md", "en")


def test_a_term_stands_beside_its_name_in_every_other_language(playbook: Playbook) -> None:
    page = rendered(playbook, "glossary.md", "ar")
    assert '<p class="term-other"><span lang="en">customer</span></p>' in page


def test_a_language_alone_has_no_other_names(alone: Path) -> None:
    page = rendered(join(read_files(alone)), "glossary.md", "zh")
    assert "term-other" not in page
    assert "其他语言" not in page


def test_sentences_are_joined_as_their_language_does(playbook: Playbook, alone: Path) -> None:
    assert Book(playbook, "ar").spoken.gap == " "
    assert Book(join(read_files(alone)), "zh").spoken.gap == ""


def test_a_number_on_a_page_has_the_decimal_mark_of_its_language(playbook: Playbook) -> None:
    marks = Book(playbook, "ar").spoken.numbers
    assert shown(Decimal("-1234567.50"), marks) == "−1234567٫5"
    words = Book(playbook, "en").words
    german = NumberMarks(decimal=",", group=".", grouped_from=10000)
    field = {"type": "number", "minimum": Decimal("0.5"), "maximum": 2, "default": Decimal("1.5")}
    assert range_text(field, german, words) == "0,5 to 2, default 1,5"


def test_a_language_that_is_new_is_no_change_of_the_others(tmp_path: Path) -> None:
    project = make_project(tmp_path, ("en", "zh", "ar"), small=True)
    files = read_files(project)
    published = {
        name: {code: each[code] for code in ("en", "zh")} for name, each in hashes(files).items()
    }
    write_hashes(project, published)
    assert not list(translations_keep_up(files))
    change(project, "glossary.yml", ("terms", 0, "definition", "en"), "Who decides.")
    [problem] = translations_keep_up(read_files(project))
    assert problem.path == "terms[0].definition.zh"


def test_full_width_marks_are_for_the_languages_that_have_them(tmp_path: Path) -> None:
    project = make_project(tmp_path, ("zh",), small=True)
    change(project, "modules/basics/trust.yml", ("steps", 0, "text", "zh"), "去看看,再听听。")
    assert len(list(full_width_languages_have_their_own_marks(read_files(project)))) == 1
    change(project, "languages/zh.yml", ("punctuation",), "half-width")
    assert not list(full_width_languages_have_their_own_marks(read_files(project)))


# The command line, in a process that imports the project's own engine


@pytest.fixture(scope="module")
def speaking(arabic_first: Path) -> Path:
    run(arabic_first, "-m", "macros", "words")
    return arabic_first


@pytest.mark.slow
def test_the_first_language_is_the_one_that_a_task_speaks(speaking: Path) -> None:
    assert "ريادينيسس" in run(speaking, "-m", "macros", "tools")
    assert "Readiness" in run(speaking, "-m", "macros", "tools", "--language", "en")
    refused = run(speaking, "-m", "macros", "tools", "--language", "zh", status=2)
    assert refused == "playbook: There is no language 'zh'.\n    Choose ar or en.\n"


@pytest.mark.slow
def test_readability_has_the_columns_of_each_language(speaking: Path) -> None:
    head = run(speaking, "-m", "macros", "readability").splitlines()[0]
    assert head.split() == [
        *("module", "ar", "words", "min", "w/sentence"),
        *("en", "words", "min", "w/sentence", "grade"),
    ]


@pytest.mark.slow
@pytest.mark.parametrize("code", ["ar", "en"], ids=["the first", "another"])
def test_a_language_that_the_theme_does_not_speak_is_told(
    speaking: Path, tmp_path: Path, code: str
) -> None:
    project = tmp_path / "project"
    shutil.copytree(speaking, project, symlinks=True)
    change(project, f"languages/{code}.yml", ("theme",), "tlh")
    said = run(project, "-m", "mkdocs", "build", "--quiet", status=1)
    assert (
        f"playbook_data/languages/{code}.yml: theme: The theme does not speak 'tlh'.\n"
        "    Name the language nearest to it of those that mkdocs-material speaks: en, for example."
    ) in said


@pytest.mark.slow
def test_a_new_file_holds_the_mark_of_each_language(speaking: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(speaking, project, symlinks=True)
    run(project, "-m", "macros", "new", "module", "promises")
    text = (project / "playbook_data/modules/basics/promises.yml").read_text("utf-8")
    assert '{ar: "<للكتابة>", en: "<to write>"}' in text
