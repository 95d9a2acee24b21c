"""A page that is left while it writes: what it had to write is written by the next one."""

from collections.abc import Mapping

import pytest
from playwright.sync_api import Page, expect

from tests.browser.answers_page import answer, given, name, notices, open_tool, tables
from tests.browser.tool_page import choice, ready, settle
from tests.browser.waiting import until

HOLD = """async (name) => {
  const opening = indexedDB.open(name);
  await new Promise((done) => (opening.onsuccess = done));
  const transaction = opening.result.transaction([...opening.result.objectStoreNames], "readwrite");
  const goOn = () => (transaction.objectStore("drafts").count().onsuccess = goOn);
  goOn();
}"""
"""Keep everybody else from writing as long as this page lives."""
DATABASE = "playbook:trust-playbook"
LEFT = """() => {
  const texts = Object.entries({ ...localStorage }).filter(([key]) => key.includes(":unwritten:"));
  return texts.length && texts;
}"""


@pytest.fixture
def leaving(page: Page) -> Page:
    """A page with one answer about Alpha, which can write no more."""
    open_tool(page)
    name(page, "Alpha")
    answer(page, 1, 3)
    page.evaluate(HOLD, DATABASE)
    return page


def choose(page: Page, answers: Mapping[str, int]) -> None:
    """Answer without waiting until it is kept."""
    for question, value in answers.items():
        choice(page, question, value).check()


def leave(page: Page) -> Page:
    """Close the tab, and come back in another one."""
    another = page.context.new_page()
    page.close(run_before_unload=False)
    return open_tool(another)


def test_what_was_being_written_is_there_on_the_next_page(leaving: Page) -> None:
    choose(leaving, {"perception.1": 2, "perception.2": 0})
    third = leaving.locator(".question").nth(2)
    third.locator("summary").click()
    third.locator("textarea").fill("seen on Monday")
    page = leave(leaving)
    assert given(page) == {"perception.1": "2", "perception.2": "0"}
    [draft] = tables(page)["drafts"]
    assert draft["notes"] == {"perception.3": "seen on Monday"}
    assert tables(page)["aside"] == []
    assert not page.evaluate(LEFT)


def test_a_reload_finds_what_was_taken_back(leaving: Page) -> None:
    choice(leaving, "perception.1", 3).focus()
    leaving.keyboard.press("2")
    leaving.keyboard.press("Control+z")
    leaving.keyboard.press("Control+z")
    leaving.reload()
    ready(leaving)
    assert not leaving.evaluate(LEFT)
    assert given(leaving) == {}


def test_what_was_written_there_since_stays(leaving: Page) -> None:
    other = leaving.context.new_page()
    other.goto("/")
    choose(leaving, {"perception.1": 0})
    leaving.close(run_before_unload=False)
    [[key, text]] = until(other, LEFT)
    other.evaluate("(key) => localStorage.removeItem(key)", key)
    open_tool(other)
    answer(other, 2, 1)
    other.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, text])
    page = leave(other)
    assert given(page) == {"perception.1": "3", "perception.2": "1"}
    expect(notices(page)).to_contain_text("Other answers about “Alpha” are put aside: 1 answered")
    assert not page.evaluate(LEFT)


def test_a_page_that_comes_back_leaves_nothing_behind(page: Page) -> None:
    open_tool(page)
    choice(page, "perception.1", 3).check()
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
    settle(page)
    choice(page, "perception.2", 3).check()
    settle(page)
    assert not page.evaluate(LEFT)


def test_an_unknown_text_under_the_same_key_stays_there(page: Page) -> None:
    open_tool(page)
    key = f"{DATABASE}:unwritten:abc"
    for text in ("nobody's", "[]", '[{"draft": {}}]', '{"format": 2}'):
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, text])
        page.reload()
        ready(page)
        kept = page.evaluate("(key) => localStorage.getItem(key)", key)
        assert kept == (None if text == "[]" else text)
        assert tables(page)["drafts"] == []
    expect(notices(page)).to_be_empty()
