"""What search can find, how texts and queries are cut, and the file that the browser loads."""

import json
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from macros.browser.node import node
from macros.exporters.search import make_indexes
from macros.exporters.search_documents import Document, Languages, list_documents
from macros.exporters.search_index import write_index
from macros.exporters.search_pages import read_page
from macros.exporters.search_pinyin import spellings
from macros.exporters.search_stems import stem
from macros.exporters.search_words import Vocabulary, read_vocabulary
from macros.files import read_files
from macros.loading import join
from macros.pages import list_pages
from macros.playbook import Playbook
from macros.rendering import Renderer
from macros.views import Book
from tests.golden_queries import read_queries
from tests.site_playbook import small_playbook

ROOT = Path(__file__).parent.parent
TRADITIONAL = {"關": "关", "係": "系", "戶": "户", "龜": "龟"}
WRITTEN = "---\ntitle: About\ndescription: What it is.\n---\n\n# About { #about }\n\nIt is free.\n"
MADE = (
    '---\ntitle: "Sources"\ndescription: "All."\n---\n\n<!-- Made from x: edit there. -->\n\n'
    "## <b>A</b> book { #source.book }\n\nText.\n"
)
LEAST = {
    "chinese": 60, "english": 60, "traditional": 15, "cross-language": 15, "plain-questions": 20,
}  # fmt: skip


@pytest.fixture(scope="module")
def playbook(tmp_path_factory: pytest.TempPathFactory) -> Playbook:
    return small_playbook(tmp_path_factory.mktemp("search"))


@pytest.fixture(scope="module")
def whole() -> Playbook:
    """The playbook itself."""
    return join(read_files(ROOT))


@pytest.fixture(scope="module")
def index(whole: Playbook, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the Chinese site."""
    file = tmp_path_factory.mktemp("search") / "index.json"
    file.write_bytes(indexes_of(whole)["zh"])
    return file


@pytest.fixture(scope="module")
def vocabulary(playbook: Playbook) -> Vocabulary:
    return read_vocabulary(playbook.search)


@pytest.fixture(scope="module")
def documents(playbook: Playbook) -> dict[str, Document]:
    languages = Languages(Book(playbook, "en"), (Book(playbook, "zh"),))
    pages = {"en": {"about.md": WRITTEN}, "zh": {"about.md": WRITTEN}}
    return {document.address: document for document in list_documents(languages, pages)}


# Words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Customers", ("customer",)),
        ("how companies agree", ("company", "agree")),
        ("客户怎么信任", ("客户", "信任")),
        ("我们的客户", ("我们", "客户")),
        ("ＳＬＡ与4:3", ("sla", "与", "4", "3")),
        ("信", ("信",)),
        ("…", ()),
    ],
)
def test_a_text_is_cut_into_stems_and_pairs(
    vocabulary: Vocabulary, text: str, words: tuple[str, ...]
) -> None:
    assert vocabulary.words(text) == words


@pytest.mark.parametrize(
    ("forms", "short"),
    [
        ("box boxes", "box"),
        ("loss losses", "loss"),
        ("bonus bonuses", "bonus"),
        ("tie ties", "tie"),
        ("decide decides decided deciding", "decid"),
        ("plan plans planned planning", "plan"),
        ("negotiate negotiation negotiating", "negoti"),
        ("agree agreed agreement", "agree"),
        ("reply replies replied", "reply"),
        ("standardise standardize standardisation standardization", "standardis"),
        ("behaviour behavior", "behavior"),
        ("relation relations relationship", "relat"),
        ("quick quickly", "quick"),
        ("busy", "busy"),
        ("business", "business"),
        ("customer customers", "customer"),
        ("bring", "bring"),
        ("need needs", "need"),
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms: str, short: str) -> None:
    assert {stem(form) for form in forms.split()} == {short}


@pytest.mark.parametrize("text", ["Who buys?", "a purchase", "如何采购设备", "PURCHASES"])
def test_words_of_one_group_stand_for_each_other_in_both_languages(
    vocabulary: Vocabulary, text: str
) -> None:
    assert vocabulary.groups_in(text) == {"=buying"}


def test_a_name_is_spelt_by_initials_and_whole() -> None:
    assert spellings("决策链（DSTE）、教练") == ("jcl", "juecelian", "jl", "jiaolian")


# Documents


def test_every_kind_of_thing_is_a_document(documents: dict[str, Document]) -> None:
    assert Counter(document.kind for document in documents.values()) == {
        "module": 2, "assessment": 1, "calculator": 1, "term": 1, "area": 1, "page": 1,
    }  # fmt: skip
    assert {"m/trust/", "a/readiness/", "glossary/#term.customer", "about/"} <= documents.keys()


def test_a_module_is_found_by_its_words_in_both_languages(documents: dict[str, Document]) -> None:
    fields = documents["m/trust/"].fields
    assert fields["title"] == ("Trust",)
    assert fields["other"] == ("信任",)
    assert fields["keywords"] == ("confidence", "信心")
    assert "怎样增长？" in fields["questions"]
    assert {"customer", "key customer", "client", "客户"} <= set(fields["terms"])


def test_its_text_holds_no_ids_and_no_marks(documents: dict[str, Document]) -> None:
    text = documents["m/trust/"].fields["body"]
    assert "A customer trusts slowly. See visits and the check." in text
    assert not [each for each in text if "](" in each or "book L3" in each or each == "seller"]


def test_a_page_that_people_wrote_is_read_and_one_that_is_made_is_not() -> None:
    assert read_page(WRITTEN).text == ("# About", "It is free.")
    made = read_page(MADE)
    assert (made.title, made.headings, made.text) == ("Sources", (("source.book", "A book"),), ())


# The file


def test_the_file_keeps_what_repeats_and_the_characters_that_are_needed(
    vocabulary: Vocabulary,
) -> None:
    body = ("客户关系。", "客户支持 loyal")
    document = Document(kind="page", address="", title="A", note="", fields={"body": body})
    file = json.loads(write_index([document], vocabulary, TRADITIONAL))
    body_field = str(file["index"]["fieldIds"]["body"])
    postings = {word: fields[body_field]["0"] for word, fields in file["index"]["index"]}
    assert postings == {"loyal": 1, "客户": 2}
    assert file["traditional"] == ["關係戶", "关系户"]


def test_the_same_playbook_makes_the_same_file(playbook: Playbook) -> None:
    made = [indexes_of(playbook) for _ in range(2)]
    assert made[0] == made[1]
    assert set(made[0]) == {"en", "zh"}


def test_the_page_cuts_words_as_the_index_was_cut(whole: Playbook, index: Path) -> None:
    texts = [query.typed for query in read_queries() if TRADITIONAL.keys().isdisjoint(query.typed)]
    vocabulary = read_vocabulary(whole.search)
    for text, (words, groups) in zip(texts, in_node(index, texts)["cut"], strict=True):
        assert words == list(dict.fromkeys(vocabulary.words(text))), text
        assert set(groups) == vocabulary.groups_in(text), text


def test_the_library_reads_the_whole_index(index: Path) -> None:
    answer = in_node(index, [])
    assert answer["terms"] == len(json.loads(index.read_bytes())["index"]["index"])
    assert all(answer["found"].values())


def test_traditional_characters_are_read_as_simplified_ones(index: Path) -> None:
    traditional, simplified = in_node(index, ["客戶關係", "客户关系"])["cut"]
    assert traditional == simplified


def test_a_slip_of_the_keys_is_read_as_the_word_that_is_meant(index: Path) -> None:
    typed = ["decision chian", "competiter", "complaning", "guarant", "qwxzvty", "SLA 客戶"]
    read = ["decision chain", "competitor", "complain", "guarant", "qwxzvty", "sla 客户"]
    assert in_node(index, typed)["mended"] == read


# The golden queries


def test_there_are_enough_golden_queries_and_each_is_asked_once() -> None:
    queries = list(read_queries())
    counts = Counter(query.group for query in queries)
    assert {group: counts[group] >= least for group, least in LEAST.items()} == dict.fromkeys(
        LEAST, True
    )
    asked = Counter((query.site, query.typed) for query in queries)
    assert [query for query, times in asked.items() if times > 1] == []


def indexes_of(playbook: Playbook) -> dict[str, bytes]:
    books = [Book(playbook, language) for language in playbook.languages]
    pages = {
        book.language: {
            page.path: Renderer(book).render(page)
            for page in list_pages(playbook, book.language)
            if page.id in ("glossary", "sources", "tools")
        }
        for book in books
    }
    indexes = make_indexes(books, pages, TRADITIONAL)
    return {language: index.content for language, index in indexes.items()}


def in_node(index: Path, texts: list[str]) -> dict[str, list[object]]:
    scripts = ROOT / "docs" / "assets" / "js" / "search" / "words.js"
    library = ROOT / "build" / "node" / "node_modules" / "minisearch" / "dist" / "es" / "index.js"
    done = subprocess.run(
        [node(), ROOT / "tests" / "search_words.mjs", scripts, library, index],
        input="\n".join(map(json.dumps, texts)), capture_output=True, text=True, check=True,
    )  # fmt: skip
    return json.loads(done.stdout)
