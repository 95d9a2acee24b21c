"""GIFT and Moodle XML: readers that nobody here wrote find every question, answer and credit."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pytest
from lxml import etree
from moodle_xml_parser.parser import parse_bytes

from macros.browser.node import NodeError, run_node
from macros.courses.packages.asked import (
    CREDIT,
    RIGHT,
    WRONG,
    Asked,
    questions_of,
    questions_of_course,
)
from macros.courses.packages.gift import gift
from macros.courses.packages.moodle_xml import moodle_xml
from macros.values import Data
from macros.views import Book
from tests.package_samples import hard_tool
from tests.schemas import ROOT
from tests.site_playbook import real_playbook

pytestmark = pytest.mark.slow

MODULES = ROOT / "build" / "node" / "node_modules"


Tools = Mapping[str, Data]
Spoil = Callable[[bytes], bytes]
Read = list[tuple[str, str, list[tuple[str, float]]]]
"""Name, text and answers with their credit in percent of each question."""


def of_courses() -> list[Asked]:
    """Return every question of every course in both languages."""
    playbook = real_playbook()
    books = [Book(playbook, language) for language in playbook.languages]
    return [
        asked
        for book in books
        for course in book.courses.values()
        for asked in questions_of_course(course)
    ]


@pytest.fixture(scope="module")
def tools() -> Tools:
    """Return every assessment in both languages, and one with hard texts."""
    playbook = real_playbook()
    real = {
        f"{name}.{language}": tool
        for language in playbook.languages
        for name, tool in Book(playbook, language).tools.items()
        if tool["kind"] == "assessment"
    }
    return {"hard": hard_tool(), **real}


def by_gift_pegjs(content: bytes) -> list[dict[str, Any]]:
    """Return what gift-pegjs reads."""
    if not (MODULES / "gift-pegjs").is_dir():
        pytest.fail("gift-pegjs is not installed: python tasks.py test installs it")
    printed = run_node(ROOT / "tests" / "gift_questions.mjs", MODULES, given=content.decode())
    return [each for each in json.loads(printed) if each["type"] != "Category"]


def by_moodle_xml_parser(content: bytes) -> Read:
    """Return what moodle-xml-parser reads."""
    return [
        (
            each.name,
            each.text_pre_parse,
            [(option.answer, option.score_fraction) for option in each.options],
        )
        for each in parse_bytes(content)["multichoice"]
    ]


def meant(asked: Iterable[Asked]) -> Read:
    """Return what moodle-xml-parser is to find: it takes away what ends a section of plain text."""
    return [
        (
            each.id,
            each.text.replace("]]>", ""),
            [(said.replace("]]>", ""), float(credit)) for credit, said in each.answers],
        )
        for each in asked
    ]


def test_moodle_xml_holds_every_question_with_its_scale(tools: Tools) -> None:
    for tool in tools.values():
        root = etree.fromstring(moodle_xml(questions_of(tool)))
        questions = root.findall("question[@type='multichoice']")
        asked = list(questions_of(tool))
        assert [each.findtext("idnumber") for each in questions] == [each.id for each in asked]
        for read, wanted in zip(questions, asked, strict=True):
            assert read.findtext("questiontext/text") == wanted.text
            answers = read.findall("answer")
            scale = [(each.get("fraction"), each.findtext("text")) for each in answers]
            assert scale == list(wanted.answers)
            assert read.findtext("single") == "true"
            assert read.findtext("shuffleanswers") == "false"


def test_a_question_stands_with_its_help_and_its_anchors(tools: Tools) -> None:
    asked = {each.id: each for each in questions_of(tools["relationship-health.en"])}
    found = asked["relationship-health.trust.1"]
    assert found.text == (
        "Of the promises due in the last six months, what share did we keep?\n"
        "Not applicable: no promise fell due."
    )
    assert found.answers[1] == ("33.33333", "50% to under 80%")


def test_gift_is_read_by_another_reader_as_it_was_meant(tools: Tools) -> None:
    asked = [each for tool in tools.values() for each in questions_of(tool)]
    read = by_gift_pegjs(b"\n".join(gift(questions_of(tool)) for tool in tools.values()))
    assert [each["title"] for each in read] == [each.id for each in asked]
    for found, wanted in zip(read, asked, strict=True):
        assert found["type"] == "MC"
        assert found["stem"] == {"format": "plain", "text": wanted.text}
        choices = found["choices"]
        assert [each["text"]["text"] for each in choices] == [said for _, said in wanted.answers]
        assert [each["weight"] for each in choices] == [0, 33.33333, 66.66667, None]
        assert [each["isCorrect"] for each in choices] == [False, False, False, True]


def test_credit_is_the_place_on_the_scale() -> None:
    # Moodle takes only fractions that it knows, to five places.
    assert CREDIT == ("0", "33.33333", "66.66667", "100")
    assert [round(100 * value / 3, 5) for value in range(4)] == [float(each) for each in CREDIT]


def test_every_mark_of_gift_is_escaped() -> None:
    tool = hard_tool()
    tool["dimensions"][0]["questions"] = [
        {"id": "x.1", "text": "~=#{}:\\", "anchors": ["~a", "=b", "{c}", "d#e"]}
    ]
    assert gift(questions_of(tool)).decode().splitlines()[2:] == [
        "::readiness.x.1::[plain]\\~\\=\\#\\{\\}\\:\\\\ {",
        "\t~%0%\\~a",
        "\t~%33.33333%\\=b",
        "\t~%66.66667%\\{c\\}",
        "\t=d\\#e",
        "}",
    ]


def test_a_category_is_one_for_each_dimension_and_keeps_its_slashes() -> None:
    tool = hard_tool()
    tool["title"] = "Pros/cons"
    root = etree.fromstring(moodle_xml(questions_of(tool)))
    [category] = root.findall("question[@type='category']/category/text")
    assert category.text == f"$course$/top/Pros//cons/{tool['dimensions'][0]['title']}"
    assert gift(questions_of(tool)).decode().startswith("$CATEGORY: $course$/top/Pros//cons/")


def test_a_question_of_a_course_has_one_right_answer_and_its_reason() -> None:
    course = Book(real_playbook(), "en").courses["one-day"]
    first, *_ = questions_of_course(course)
    assert first.id == "one-day.weak-layer"
    assert [credit for credit, _ in first.answers] == [WRONG, RIGHT, WRONG]
    assert first.answers[1][1] == "The organisational layer: function to function, with names"
    assert first.why.startswith("Goodwill above and below does not carry a request across.")
    for asked in of_courses():
        assert [credit for credit, _ in asked.answers].count(RIGHT) == 1


def test_questions_of_courses_are_read_by_another_reader_as_they_were_meant() -> None:
    asked = of_courses()
    read = by_gift_pegjs(gift(asked))
    assert [each["title"] for each in read] == [each.id for each in asked]
    for found, wanted in zip(read, asked, strict=True):
        assert found["stem"]["text"] == wanted.text
        assert found["globalFeedback"]["text"] == wanted.why
        said = [(each["isCorrect"], each["text"]["text"]) for each in found["choices"]]
        assert said == [(credit == RIGHT, answer) for credit, answer in wanted.answers]


def test_moodle_xml_holds_the_questions_of_courses_with_their_reasons() -> None:
    asked = of_courses()
    read = etree.fromstring(moodle_xml(asked)).findall("question[@type='multichoice']")
    for found, wanted in zip(read, asked, strict=True):
        assert found.findtext("generalfeedback/text") == wanted.why
        assert found.findtext("shuffleanswers") == "true"
        scale = [(each.get("fraction"), each.findtext("text")) for each in found.findall("answer")]
        assert scale == list(wanted.answers)


def test_moodle_xml_is_read_by_another_reader_as_it_was_meant(tools: Tools) -> None:
    for tool in tools.values():
        asked = list(questions_of(tool))
        assert by_moodle_xml_parser(moodle_xml(asked)) == meant(asked)
    assert by_moodle_xml_parser(moodle_xml(of_courses())) == meant(of_courses())


def test_another_reader_finds_kind_order_and_reason_of_each_question() -> None:
    asked = of_courses()
    for found, wanted in zip(parse_bytes(moodle_xml(asked))["multichoice"], asked, strict=True):
        assert (found.single, found.shuffle_answers) == (True, True)
        assert (found.default_grade, found.penalty) == (1, 0)
        assert (found.answernumbering, found.general_feedback) == ("none", wanted.why)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda content: content.replace(b'type="multichoice"', b'type="essay"', 1),
        lambda content: content.replace(b'fraction="33.33333"', b'fraction="30"', 1),
        lambda content: content.replace(b"<questiontext", b"<question-text").replace(
            b"</questiontext", b"</question-text"
        ),
        lambda content: content.replace(b"<answer ", b"<choice ").replace(
            b"</answer>", b"</choice>"
        ),
    ],
    ids=["kind", "credit", "text", "answers"],
)
def test_another_reader_finds_what_is_wrong_with_moodle_xml(wrong: Spoil, tools: Tools) -> None:
    asked = list(questions_of(tools["hard"]))
    right = moodle_xml(asked)
    assert by_moodle_xml_parser(wrong(right)) != meant(asked)


def test_another_reader_refuses_moodle_xml_that_is_cut_off(tools: Tools) -> None:
    content = moodle_xml(questions_of(tools["hard"]))
    with pytest.raises(ValueError, match="XML parsing error"):
        by_moodle_xml_parser(content[:-20])


@pytest.mark.parametrize("mark", [b"~", b"=", b"{", b"}", b":"])
def test_another_reader_refuses_gift_with_a_mark_that_is_not_escaped(
    mark: bytes, tools: Tools
) -> None:
    right = gift(questions_of(tools["hard"]))
    assert b"\\" + mark in right
    refused(right.replace(b"\\" + mark, mark))


def test_another_reader_refuses_gift_that_is_cut_off_or_names_no_credit(tools: Tools) -> None:
    right = gift(questions_of(tools["hard"]))
    refused(right[:-30])
    refused(right.replace(b"%33.33333%", b"%a third%", 1))


def refused(content: bytes) -> None:
    with pytest.raises(NodeError, match="SyntaxError"):
        by_gift_pegjs(content)


def test_another_reader_finds_another_credit_and_another_right_answer(tools: Tools) -> None:
    right = gift(questions_of(tools["hard"]))
    read = by_gift_pegjs(right)
    assert by_gift_pegjs(right.replace(b"%33.33333%", b"%30%", 1)) != read
    assert by_gift_pegjs(right.replace(b"\t=", b"\t~", 1)) != read
