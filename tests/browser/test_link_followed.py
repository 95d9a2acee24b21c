"""What the page says of a link is so after every change, and it offers only what there is."""

import base64
import json
import zlib
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect

from tests.browser.answers_page import answer, file_of, given, name, open_tool, press, tables
from tests.browser.test_results import fill_in, score
from tests.browser.test_share import report, told
from tests.browser.tool_page import LANGUAGES, TRUST, address, choice, ready, settle
from tests.browser.waiting import wait_until

WORDS = {
    "en": {
        "shown": "This link brought answers",
        "beside": "This link brought other answers",
        "changed": "The form says something else now than this link. The link brought",
        "same": "The answers in this link are the same as yours about “Alpha”",
        "empty": "This link holds no answers",
        "nothing": "The two have no answer in common, so there is nothing to compare.",
        "keep": "Keep these answers",
        "compare": "Compare with mine",
    },
    "zh": {
        "shown": "此链接带来一份答案",
        "beside": "此链接带来另一份答案",
        "changed": "表单内容现已与此链接不同。链接带来的是",
        "same": "此链接中的答案与你“Alpha”的答案相同",
        "empty": "此链接中没有答案",
        "nothing": "两份答案没有共同作答的部分，无从比较。",
        "keep": "保存这份答案",
        "compare": "与我的答案比较",
    },
}


def link(page: Page, answers: dict[str, int], **other: str) -> str:
    """Return the part of a link after the address, to answers to the tool of the page."""
    mark = {key: file_of(page)[key] for key in ("tool", "version", "hash", "structure")}
    shared = {**mark, **other, "saved": "2026-01-31T12:00:00.000Z"}
    shared |= {"input": {"answers": answers, "flags": []}}
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    packed = packer.compress(json.dumps(shared).encode()) + packer.flush()
    content = base64.urlsafe_b64encode(packed).decode().rstrip("=")
    return f"#r=1.{zlib.crc32(packed):08x}.{content}"


def open_link(page: Page, language: str, answers: dict[str, int], **other: Any) -> Locator:
    """Open a link to answers in a browser without any; return what the page says of it."""
    open_tool(page, language=language)
    made = link(page, answers, **other)
    page.goto("about:blank")
    page.goto(address(TRUST, language) + made)
    ready(page)
    return told(page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_changed_form_is_not_called_the_links(page: Page, language: str) -> None:
    words = WORDS[language]
    sentence = open_link(page, language, {f"perception.{each}": 2 for each in range(1, 6)})
    expect(sentence).to_contain_text(words["shown"])
    field = choice(page, "perception.1", 3)
    field.check()
    expect(sentence).to_contain_text(words["changed"])
    # The reader goes on where he is.
    expect(field).to_be_focused()
    sentence.get_by_role("button", name=words["compare"]).click()
    expect(report(page, "data-change")).to_be_visible()
    choice(page, "perception.1", 2).check()
    name(page, "Alpha")
    expect(sentence).to_contain_text(words["same"])
    expect(sentence.get_by_role("button", name=words["keep"])).to_have_count(0)


def test_a_result_that_comes_late_does_not_take_a_reader_out_of_a_field(
    context: BrowserContext, page: Page
) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    context.route("**/memory-*.wasm", hold)
    open_link(page, "en", {f"perception.{each}": 2 for each in range(1, 6)})
    field = choice(page, "perception.1", 3)
    field.check()
    wait_until(page, lambda: bool(held))
    held[0].continue_()
    expect(report(page)).to_be_visible()
    expect(field).to_be_focused()
    expect(field).to_be_in_viewport()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_link_brought_is_said_before_any_result_stands_there(
    context: BrowserContext, page: Page, language: str
) -> None:
    context.route("**/*.wasm", lambda _: None)  # The engine never starts.
    words = WORDS[language]
    sentence = open_link(page, language, {"perception.1": 2})
    expect(sentence).to_contain_text(words["shown"])
    expect(report(page)).to_be_hidden()
    answer(page, 1, 3)
    settle(page)
    made = link(page, {"perception.1": 2})
    page.goto("about:blank")
    page.goto(address(TRUST, language) + made)
    ready(page)
    # One's own answers stand in the form, and those of the link only beside them.
    expect(sentence).to_contain_text(words["beside"])
    assert given(page) == {"perception.1": "3"}
    expect(sentence.get_by_role("button", name=words["keep"])).to_be_visible()


def test_what_came_with_a_link_is_kept_about_a_name_when_the_reader_says_so(page: Page) -> None:
    sentence = open_link(page, "en", {"perception.1": 2})
    expect(sentence).to_contain_text(WORDS["en"]["shown"])
    name(page, "Alpha")
    wait_until(page, lambda: page.locator("[name=subject]").input_value() == "Alpha")
    assert tables(page)["drafts"] == []
    sentence.get_by_role("button", name="Keep these answers").click()
    wait_until(page, lambda: [row["name"] for row in tables(page)["subjects"]] == ["Alpha"])
    assert given(page) == {"perception.1": "2"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_link_without_answers_is_not_offered_to_be_kept(page: Page, language: str) -> None:
    sentence = open_link(page, language, {})
    expect(sentence).to_contain_text(WORDS[language]["empty"])
    expect(sentence.locator(".notice-actions button")).to_have_count(0)
    assert given(page) == {}


def test_a_form_without_answers_makes_no_link(page: Page) -> None:
    open_tool(page)
    page.locator('[data-action="share"]').evaluate("(button) => button.click()")
    expect(told(page)).to_contain_text("Nothing is answered yet")
    expect(page.locator(".share-dialog")).to_have_count(0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_answers_to_another_version_are_compared_once_there_are_some(
    page: Page, language: str
) -> None:
    words = WORDS[language]
    other = {"version": "0.9.0", "hash": "0", "structure": "0"}
    sentence = open_link(page, language, {"perception.1": 2, "gone.1": 1}, **other)
    expect(sentence).to_contain_text("0.9.0")
    compare = sentence.get_by_role("button", name=words["compare"])
    expect(compare).to_have_count(0)
    answer(page, 1, 1, "benefit")
    compare.click()
    expect(page.locator("[data-notices]")).to_contain_text(words["nothing"])
    expect(report(page, "data-change")).to_be_hidden()
    answer(page, 1, 3)
    compare.click()
    expect(report(page, "data-change")).to_be_visible()


def test_an_empty_form_is_not_compared(page: Page) -> None:
    open_tool(page)
    name(page, "Alpha")
    fill_in(page, 2)
    score(page)
    page.locator('[data-action="clear"]').click()
    page.locator(".question-dialog").get_by_role("button", name="Start again, keep").click()
    page.locator('[data-earlier] [data-act="compare"]').click()
    expect(told(page)).to_contain_text("There are no answers of yours in the form yet")
    expect(report(page, "data-change")).to_be_hidden()


def test_answers_typed_after_those_of_another_version_were_taken_stay(page: Page) -> None:
    open_tool(page)
    answer(page, 1, 0)
    old = file_of(page, version="0.9", hash="0", structure="0", saved="2026-01-01T12:00:00Z")
    with page.expect_file_chooser() as chooser:
        page.locator('[data-action="import"]').click()
    content = json.dumps(old).encode()
    chooser.value.set_files({"name": "a.json", "mimeType": "application/json", "buffer": content})
    told(page).get_by_role("button", name="See what it does to the result").click()
    page.locator(".notice--told").get_by_role("button", name="Carry over what fits").click()
    expect(choice(page, "perception.5", 1)).to_be_checked()
    answer(page, 2, 3)
    press(page, "Undo")
    settle(page)
    expect(choice(page, "perception.1", 0)).to_be_checked()
    press(page, "Show those instead")
    expect(choice(page, "perception.2", 3)).to_be_checked()
