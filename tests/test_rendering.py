"""What stands on the pages: golden pages, links, provenance, forms complete without script."""

import json
import re
from decimal import Decimal
from pathlib import Path

import pytest
from jinja2 import UndefinedError
from lxml import html

from assessments.border.fingerprint import fingerprint
from macros.languages import NumberMarks
from macros.numbers import band_ranges, filled, range_text, run_sheet, unfilled, unit_of
from macros.page_kind import Page
from macros.page_table import PAGE_KINDS
from macros.pages import list_pages
from macros.plain_text import plain
from macros.playbook import Playbook
from macros.rendering import TEMPLATES, PageEnvironment, Renderer, environment
from macros.texts import inline, markdown
from macros.values import in_language
from macros.views import Book
from tests.conftest import Golden
from tests.site_playbook import small_playbook

MARKS = NumberMarks(decimal=".", group=",", grouped_from=10000)
NO_TERMS: dict[str, str] = {}
MADE = (
    "index", "method/index", "method/basics/index", "m/trust", "m/visits", "a/index", "a/readiness",
    "a/survey", "teach", "teach/packages", "teach/compose", "c/first-steps", "c/first-steps/guide",
    "c/first-steps/sheet", "c/first-steps/handout", "c/first-steps/cards", "glossary", "company",
    "sources", "licences", "changes",
)  # fmt: skip


@pytest.fixture(scope="module")
def playbook(tmp_path_factory: pytest.TempPathFactory) -> Playbook:
    return small_playbook(tmp_path_factory.mktemp("rendering"))


def page_at(playbook: Playbook, path: str, language: str = "en") -> Page:
    return next(page for page in list_pages(playbook, language) if page.path == path)


def rendered(playbook: Playbook, path: str, language: str = "en") -> str:
    return Renderer(Book(playbook, language)).render(page_at(playbook, path, language))


# Whole pages


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", MADE)
def test_a_page_is_the_golden_one(
    playbook: Playbook, golden: Golden, name: str, language: str
) -> None:
    golden(f"pages/{language}/{name}.md", rendered(playbook, f"{name}.md", language))


def test_participants_get_a_case_and_whoever_leads_them_its_answer(playbook: Playbook) -> None:
    case = playbook.modules["visits"].data["judgement"]
    handout = rendered(playbook, "c/first-steps/handout.md")
    guide = rendered(playbook, "c/first-steps/guide.md")
    answers = [case[key]["en"] for key in ("model", "changes", "wrong")]
    assert case["task"]["en"] in handout
    assert [text for text in answers if text in handout] == []
    assert [text for text in (case["task"]["en"], *answers) if text not in guide] == []


@pytest.mark.parametrize("name", MADE)
def test_ids_are_the_same_in_both_languages(playbook: Playbook, name: str) -> None:
    def ids(language: str) -> list[str]:
        return re.findall(
            r'\{ #(\S+) \}|\bid="([^"]+)"', rendered(playbook, f"{name}.md", language)
        )

    if name == "glossary":  # in the order of each alphabet
        en, zh = (
            sorted(each for each in ids(code) if "glossary.letter." not in "".join(each))
            for code in ("en", "zh")
        )
        assert en == zh
    else:
        assert ids("en") == ids("zh")


@pytest.mark.parametrize("name", MADE)
def test_no_id_stands_twice_on_a_page(playbook: Playbook, name: str) -> None:
    text = re.sub(r"<template.*?</template>", "", rendered(playbook, f"{name}.md"), flags=re.DOTALL)
    ids = [one or other for one, other in re.findall(r'\{ #(\S+) \}|\bid="([^"]+)"', text)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", MADE)
def test_a_page_asks_nobody_else_for_anything(playbook: Playbook, name: str) -> None:
    loaded = re.findall(r'(?:src|srcset|data-worker)="([^"]*)"', rendered(playbook, f"{name}.md"))
    assert not [address for address in loaded if "//" in address]


def test_every_question_stands_on_the_page_with_all_its_answers(playbook: Playbook) -> None:
    page = rendered(playbook, "a/readiness.md", "zh")
    for dimension in playbook.tools["readiness"]["dimensions"]:
        for question in dimension["questions"]:
            assert question["text"]["zh"] in page
            for value, anchor in enumerate(question["anchors"]):
                assert f'name="{question["id"]}" value="{value}"' in page
                assert anchor["zh"] in page


def test_a_module_tells_what_comes_from_where(playbook: Playbook) -> None:
    page = rendered(playbook, "m/trust.md")
    assert '<div class="provenance provenance--says" markdown>' in page
    assert 'href="../../sources/#source.book"' in page


def test_the_definition_stands_once_for_both_languages(playbook: Playbook) -> None:
    mark = fingerprint(playbook.tools["survey"])["hash"]
    file = f"definition-{mark}.json"
    assert f'data-definition="{file}"' in rendered(playbook, "a/survey.md")
    chinese = rendered(playbook, "a/survey.md", "zh")
    assert f'data-definition="../../../a/survey/{file}"' in chinese


def test_the_engine_is_named_where_it_was_built(playbook: Playbook) -> None:
    renderer = Renderer(Book(playbook, "zh"), "worker-1.js")
    page = renderer.render(page_at(playbook, "a/survey.md", "zh"))
    assert 'data-worker="../../../assets/runtime/worker-1.js"' in page


def test_a_hand_written_page_may_link_by_id(playbook: Playbook) -> None:
    renderer = Renderer(Book(playbook, "en"))
    page = page_at(playbook, "about.md")
    assert renderer.render(page, "See [it](m:trust).") == "See [it](m/trust.md).\n"


# Texts


def test_a_link_by_id_becomes_a_link_to_a_file_in_markdown() -> None:
    text = "See [the steps](m:trust#steps) and [*why*](a:readiness)."
    assert markdown(text, "m/visits.md", NO_TERMS) == (
        "See [the steps](trust.md#trust.steps) and [*why*](../a/readiness.md)."
    )


def test_a_link_by_id_becomes_an_address_in_html() -> None:
    assert inline("[a & b](m:trust)", "index.md", NO_TERMS) == '<a href="m/trust/">a &amp; b</a>'


def test_a_term_brings_its_definition() -> None:
    definitions = {"customer": 'Who pays, "the boss".'}
    assert markdown("A [buyer](term:customer).", "m/trust.md", definitions) == (
        'A <a class="term" href="../../glossary/#term.customer"'
        ' data-definition="Who pays, &quot;the boss&quot;.">buyer</a>.'
    )


def test_markup_of_an_author_is_text() -> None:
    assert markdown("if a < b: <script>", "index.md", NO_TERMS) == "if a &lt; b: &lt;script>"
    assert inline("<b> & **c** `d`", "index.md", NO_TERMS) == (
        "&lt;b&gt; &amp; <strong>c</strong> <code>d</code>"
    )


def test_a_star_is_not_emphasis_where_it_stands_alone() -> None:
    assert inline("B* and C* are ours", "index.md", NO_TERMS) == "B* and C* are ours"


def test_plain_text_has_no_marks() -> None:
    assert plain("**See** [the\n steps](m:trust#steps), `now`") == "See the steps, now"


def test_a_text_of_the_record_is_escaped() -> None:
    environment = PageEnvironment(autoescape=True)
    template = environment.from_string("<p>{{ module.title }}</p>")
    assert template.render(module={"title": "<i>"}) == "<p>&lt;i&gt;</p>"


def test_data_in_a_page_survive_its_markup() -> None:
    data = {"title": '</template><b> &copy &quot; "R&D" \u2028'}
    made = environment().from_string("<template>{{ data|json }}</template>").render(data=data)
    [shown] = html.fromstring(f"<div>{made}</div>").iter("template")
    assert json.loads(shown.text_content()) == data


def test_no_line_of_markdown_reads_marks_in_words_that_have_none() -> None:
    bare = re.compile(r"^(?:#+ |[-*] |)\{\{ words\.[\w.]+ \}\}.*$", re.MULTILINE)
    found = {file.name: bare.findall(file.read_text("utf-8")) for file in TEMPLATES.rglob("*")
             if file.is_file()}  # fmt: skip
    assert {name: lines for name, lines in found.items() if lines} == {}


def test_no_element_of_our_own_begins_a_paragraph_of_markdown() -> None:
    """Python-Markdown takes it for text, and would read marks in the words inside."""
    begins = re.compile(r"^<[a-z]+-[a-z-]+ .*\{\{ words\..*$", re.MULTILINE)
    texts = {file.name: file.read_text("utf-8") for file in TEMPLATES.rglob("*.jinja")}
    read = {name: text for name, text in texts.items() if " markdown>" in text}
    assert "messages.jinja" in read
    assert {name for name, text in read.items() if begins.search(text)} == set()


def test_a_key_is_read_before_a_method_of_the_record() -> None:
    template = PageEnvironment(autoescape=True).from_string("{{ words.items }} {{ words.copy }}")
    assert template.render(words={"items": "things", "copy": "twin"}) == "things twin"


def test_a_key_that_is_not_there_stops_the_page() -> None:
    template = environment().from_string("{{ words.doors.nowhere }}")
    with pytest.raises(UndefinedError, match="'dict object' has no attribute 'nowhere'"):
        template.render(words={"doors": {}})


def test_a_record_in_one_language_has_that_text_alone() -> None:
    record = {"title": {"en": "Trust", "zh": "信任"}, "rows": [{"en": "", "zh": ""}], "weight": 3}
    assert in_language(record, "zh", ("en", "zh")) == {"title": "信任", "rows": [""], "weight": 3}


# Numbers


def test_placeholders_are_filled_or_become_letters() -> None:
    assert filled("{done} of {total}", MARKS, done=1, total=9) == "1 of 9"
    assert unfilled("{owner} holds {percent} %; {owner} leaves") == "X holds Y %; X leaves"
    assert unfilled("In {count} {count:cell|cells}: {names}.") == "In X cells: Y."


def test_limits_are_told_in_words(playbook: Playbook) -> None:
    words = Book(playbook, "en").words
    field = {"type": "number", "minimum": 0, "maximum": 100, "default": 5}
    assert range_text(field, MARKS, words) == "0 to 100, default 5"
    assert range_text({"type": "integer", "minimum": 1}, MARKS, words) == "at least 1, whole number"
    assert range_text({"type": "number", "above": 0}, MARKS, words) == "more than 0"
    assert (
        range_text({"type": "integer", "minimum": -2, "maximum": 2}, MARKS, words) == "\u22122 to 2"
    )
    assert range_text({"type": "text"}, MARKS, words) == ""


def test_a_unit_takes_the_form_that_fits_its_number(playbook: Playbook) -> None:
    english, chinese = (Book(playbook, code).spoken for code in ("en", "zh"))
    numbers = (1, Decimal(1), 0, 2, Decimal("1.5"), None)
    said = [unit_of("visit|visits", english, number) for number in numbers]
    assert said == ["visit", "visit", "visits", "visits", "visits", "visits"]
    assert [unit_of("次", chinese, number) for number in numbers] == ["次"] * len(numbers)


def test_bands_tell_where_they_begin_and_end(playbook: Playbook) -> None:
    words = Book(playbook, "en").words
    tool = {"model": "weighted-mean", "bands": [{"from": 0}, {"from": 40}, {"from": 80}]}
    assert band_ranges(tool, MARKS, words) == ["0 to under 40", "40 to under 80", "80 and above"]
    assert band_ranges({"model": "selection", "bands": [{"id": "star"}]}, MARKS, words) == []


def test_a_run_sheet_counts_the_time() -> None:
    entries = [{"minutes": 50}, {"minutes": 15}, {"minutes": 5}]
    assert [entry["start"] for entry in run_sheet(entries)] == ["0:00", "0:50", "1:05"]


def test_templates_are_all_used() -> None:
    folder = Path(__file__).parent.parent / "macros" / "templates"
    used = {kind.template for kind in PAGE_KINDS} - {""}
    assert {path.name.removesuffix(".md.jinja") for path in folder.glob("*.jinja")} == used
