"""What the search index holds beside the text of the pages."""

from pathlib import Path

import pytest

from macros.searching import improve_index
from macros.views import Book
from tests.site_playbook import small_playbook

BREAK = "\u200b"
INDEX = {
    "config": {"lang": ["en"]},
    "docs": [
        {"location": "m/trust/", "title": "Trust", "text": ""},
        {"location": "m/trust/#trust.steps", "title": "Steps", "text": ""},
    ],
}


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    return Book(small_playbook(tmp_path_factory.mktemp("searching")), "zh")


def test_every_question_of_a_module_can_be_found(book: Book) -> None:
    entries = {entry["location"]: entry for entry in improve_index(INDEX, book)["docs"]}
    question = entries["m/trust/#trust.questions.1"]
    assert question["title"].replace(BREAK, "") == "怎样增长？"
    assert BREAK in question["title"]


def test_a_page_is_found_by_words_of_the_other_language(book: Book) -> None:
    first, second, *_ = improve_index(INDEX, book)["docs"]
    assert first["tags"] == ["信心", "Trust", "confidence"]
    assert "tags" not in second


def test_the_rest_of_the_index_stays(book: Book) -> None:
    improved = improve_index(INDEX, book)
    assert improved["config"] == INDEX["config"]
    assert improved["docs"][1] == INDEX["docs"][1]


def test_places_of_questions_are_on_the_page() -> None:
    page = Path(__file__).parent / "golden/pages/zh/m/trust.md"
    assert 'id="trust.questions.1"' in page.read_text("utf-8")
