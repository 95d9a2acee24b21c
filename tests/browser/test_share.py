"""A link with answers: made, opened, beside one's own, kept only when asked; and broken ones."""

import json
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.answers_page import given, name, open_tool, press, say_to, state, tables
from tests.browser.axe import violations
from tests.browser.test_results import fill_in, score
from tests.browser.tool_page import TRUST, address, choice, go_to, ready, settle
from tests.browser.waiting import wait_until

BROKEN = {
    "#r=2.00000000.AAAA": "made by another edition of this site",
    "#r=1.00000000.AAAA": "damaged or was cut",
    "#r=1.zz": "damaged or was cut",
    "#r=": "damaged or was cut",
}


def shared_link(page: Page) -> str:
    """Ask for a link, and close what shows it."""
    page.locator('[data-action="share"]').click()
    dialog = page.locator(".share-dialog")
    link = dialog.get_by_role("textbox").input_value()
    dialog.get_by_role("button", name="Close").click()
    expect(dialog).to_have_count(0)
    return link


def told(page: Page) -> Locator:
    """Return what the page says of the link."""
    return page.locator("tool-form .notice--told[tabindex]")


def report(page: Page, place: str = "data-report") -> Any:
    """Return the report of the page, or the comparison."""
    return page.locator(f"tool-report[{place}]")


MADE: list[str] = []
"""The link, made once."""


@pytest.fixture
def link(page: Page) -> str:
    """A link to answers of two everywhere about Alpha, of which this device forgot everything."""
    open_tool(page)
    if MADE:
        return MADE[0]
    name(page, "Alpha")
    fill_in(page, 2)
    score(page)
    made = shared_link(page)
    page.locator('[data-action="clear"]').click()
    say_to(page, "Remove and start over")
    wait_until(page, lambda: tables(page)["results"] == [])
    MADE.append(made)
    return made


@pytest.mark.usefixtures("context")  # whose clipboard refuses
def test_a_link_says_what_it_holds_and_can_be_copied(page: Page) -> None:
    open_tool(page)
    name(page, "Alpha")
    fill_in(page, 2)
    score(page)
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.evaluate("document.execCommand = () => false")
    button = page.locator('[data-action="share"]')
    button.focus()
    page.keyboard.press("Enter")
    dialog = page.locator(".share-dialog")
    expect(dialog).to_contain_text("your answers (15 answered)")
    expect(dialog).to_contain_text("never send to a server")
    expect(dialog).not_to_contain_text("replaced by numbers")
    assert violations(page, ".share-dialog") == []
    page.keyboard.press("Enter")
    expect(dialog.get_by_role("status")).to_contain_text("Select the text and copy it yourself")
    assert page.evaluate("String(getSelection())").startswith("http")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(button).to_be_focused()


def test_a_link_shows_answers_that_are_kept_only_when_asked(page: Page, link: str) -> None:
    page.goto("/a/")
    page.goto(link)
    expect(report(page)).to_contain_text("Stage 3")
    assert state(page) == "shared"
    expect(told(page)).to_contain_text("This link brought answers: 15 answered")
    assert urlsplit(page.url).fragment == ""
    assert "Alpha" not in page.locator("tool-form").inner_text()
    assert tables(page)["drafts"] == tables(page)["results"] == []
    page.locator("language-switch a").first.click()
    page.wait_for_url("**/zh/**")
    expect(told(page)).to_contain_text("此链接带来一份答案：已答15项")
    expect(report(page)).to_contain_text("阶段3")
    assert urlsplit(page.url).fragment == ""
    told(page).get_by_role("button", name="保存这份答案").click()
    expect(told(page)).to_contain_text("已存为")
    wait_until(page, lambda: len(tables(page)["results"]) == 1)
    page.locator("language-switch a").first.click()
    page.wait_for_url(lambda address: "/zh/" not in address)
    ready(page)
    assert state(page) == "kept"
    assert len(given(page)) == 15


def test_a_notice_on_a_phone_has_its_buttons_below_the_sentence(page: Page, link: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("/a/")
    page.goto(link)
    notice = told(page)
    places = [notice.locator(part) for part in ("p", "button.quiet", "[data-close]")]
    for place in places:
        expect(place).to_be_visible()
    text, button, close = (place.bounding_box() or {} for place in places)
    assert button["y"] >= text["y"] + text["height"]
    assert close["y"] < text["y"] + text["height"]
    assert text["width"] > 240


def test_a_link_stands_beside_ones_own_answers(page: Page, link: str) -> None:
    open_tool(page)
    name(page, "Beta")
    fill_in(page, 1)
    settle(page)
    # As when somebody pastes it into the address of a page that is open.
    page.evaluate("(link) => (location.hash = new URL(link).hash)", link)
    comparison = report(page, "data-change")
    expect(comparison).to_contain_text("Stage 3")
    expect(told(page)).to_contain_text("This link brought other answers: 15 answered")
    assert urlsplit(page.url).fragment == ""
    assert set(given(page).values()) == {"1"}
    told(page).get_by_role("button", name="Keep these answers").click()
    say_to(page, "Cancel")
    assert set(given(page).values()) == {"1"}
    told(page).get_by_role("button", name="Keep these answers").click()
    say_to(page, "Keep them, put mine aside")
    expect(told(page).last).to_contain_text("Kept about “Beta”")
    assert set(given(page).values()) == {"2"}
    press(page, "Show those instead")
    assert set(given(page).values()) == {"1"}
    go_to(page, "/a/")
    tool = page.locator(f'.md-content a[href*="{TRUST}"]').first
    tool.evaluate("(element, link) => element.setAttribute('href', link)", link)
    tool.click()
    expect(told(page)).to_contain_text("This link brought other answers")
    page.go_back()
    expect(page.locator("tool-form")).to_have_count(0)
    page.go_forward()
    wait_until(page, lambda: set(given(page).values()) == {"1"})
    assert urlsplit(page.url).fragment == ""


def test_a_link_that_cannot_be_read_says_why_and_changes_nothing(page: Page, link: str) -> None:
    open_tool(page)
    choice(page, "perception.1", 3).check()
    settle(page)
    broken = {**BROKEN, urlsplit(link).fragment.join(["#", ""])[:-9]: "damaged or was cut"}
    for fragment, sentence in broken.items():
        page.evaluate("(fragment) => (location.hash = fragment)", fragment)
        expect(told(page)).to_contain_text(sentence)
        page.evaluate("location.hash = ''")
    # The theme lays the page anew whose # was changed.
    wait_until(page, lambda: given(page) == {"perception.1": "3"})
    page.goto(address("relationship-health") + "#" + urlsplit(link).fragment)
    expect(told(page)).to_contain_text(f"another tool, {TRUST}")
    page.goto(address(TRUST) + "#%E0%A4%A")
    ready(page)
    wait_until(page, lambda: given(page) == {"perception.1": "3"})


def test_names_become_numbers_and_the_result_stays(page: Page) -> None:
    open_tool(page, "resource-allocation")
    page.locator('[data-action="example"]').first.click()
    expect(report(page)).to_be_visible()
    first = report(page).locator(".summary-headline").inner_text()
    account = page.locator('[data-path="accounts[].id"]').first
    name_before = account.input_value()
    page.locator('[data-action="share"]').click()
    expect(page.locator(".share-dialog")).to_contain_text(
        "Names that you typed are replaced by numbers"
    )
    link = page.locator(".share-dialog textarea").input_value()
    page.goto("/a/")
    page.goto(link)
    expect(report(page)).to_be_visible()
    assert report(page).locator(".summary-headline").inner_text() == first
    assert account.input_value() != name_before
    assert account.input_value().isdigit()


def test_a_file_is_compared_and_not_kept(page: Page) -> None:
    open_tool(page)
    name(page, "Beta")
    fill_in(page, 1)
    score(page)
    mark = page.locator("tool-form").evaluate("({ dataset: { tool, hash } }) => ({ tool, hash })")
    answers = {f"perception.{number}": 3 for number in range(1, 6)}
    file = {
        "format": "playbook-answers/1",
        **mark,
        "version": "0.9",
        "structure": "other",
        "subject": "Gamma",
        "saved": "2026-01-31T12:00:00Z",
        "notes": {},
        "input": {"answers": {**answers, "gone.1": 2}, "flags": []},
    }
    file["hash"] = "another"
    with page.expect_file_chooser() as chooser:
        page.locator('[data-action="compare-file"]').click()
    content = {
        "name": "a.json",
        "mimeType": "application/json",
        "buffer": json.dumps(file).encode(),
    }
    chooser.value.set_files(content)
    comparison = report(page, "data-change")
    expect(comparison).to_contain_text("Gamma → Beta")
    expect(comparison).to_be_focused()
    assert len(tables(page)["results"]) == 1
    assert set(given(page).values()) == {"1"}
