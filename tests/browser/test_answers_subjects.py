"""Whom answers are about: switching, renaming, naming, beginning anew; each has its way back."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.answers_page import (
    answer,
    given,
    name,
    notices,
    open_tool,
    press,
    reload,
    say_to,
    start_over,
    subject,
    tables,
)
from tests.browser.tool_page import LANGUAGES

OTHER_TOOL = "relationship-health"
"""Another assessment of an account."""


@pytest.fixture
def alpha(page: Page) -> Page:
    """A page with an answer about Alpha."""
    open_tool(page)
    name(page, "Alpha")
    answer(page, 1, 3)
    return page


@pytest.fixture
def alpha_and_beta(alpha: Page) -> Page:
    """A page with an answer about Alpha; one about Beta is kept as well."""
    begin_anew(alpha, "Beta")
    answer(alpha, 2, 1)
    name(alpha, "Alpha")
    expect(notices(alpha)).to_contain_text("Switched to “Alpha”: 1 answered")
    return alpha


def begin_anew(page: Page, other: str) -> None:
    name(page, other)
    say_to(page, "Start again")
    expect(notices(page)).to_contain_text(f"Switched to “{other}”: 0 answered")


@pytest.mark.parametrize("typed", ["Beta", "beta", " BETA ", "Ｂｅｔａ"])
def test_a_known_name_in_any_spelling_switches_and_leads_back(
    alpha_and_beta: Page, typed: str
) -> None:
    name(alpha_and_beta, typed)
    expect(subject(alpha_and_beta)).to_have_value("Beta")
    expect(notices(alpha_and_beta)).to_contain_text("Switched to “Beta”: 1 answered")
    assert given(alpha_and_beta) == {"perception.2": "1"}
    press(alpha_and_beta, "Back to “Alpha”")
    expect(subject(alpha_and_beta)).to_have_value("Alpha")
    assert given(alpha_and_beta) == {"perception.1": "3"}


def test_a_new_name_names_answers_that_have_none_and_can_be_taken_back(page: Page) -> None:
    open_tool(page)
    answer(page, 1, 3)
    name(page, "Alpha")
    expect(notices(page)).to_contain_text("These answers are now about “Alpha”")
    assert given(page) == {"perception.1": "3"}
    assert [row["subjectId"] for row in tables(page)["drafts"]] != [""]
    press(page, "Undo")
    expect(subject(page)).to_have_value("")
    reload(page)
    assert given(page) == {"perception.1": "3"}
    assert tables(page)["subjects"] == []


def test_a_renamed_subject_has_its_answers_in_every_tool_and_its_old_name_back(
    alpha: Page,
) -> None:
    open_tool(alpha, OTHER_TOOL)
    name(alpha, "alpha")
    expect(subject(alpha)).to_have_value("Alpha")
    open_tool(alpha)
    name(alpha, "Alpha Ltd")
    say_to(alpha, "Rename")
    expect(notices(alpha)).to_contain_text("“Alpha” is now called “Alpha Ltd”")
    assert given(alpha) == {"perception.1": "3"}
    reload(alpha)
    expect(subject(alpha)).to_have_value("Alpha Ltd")
    name(alpha, "Alpha LTD")
    expect(notices(alpha)).to_contain_text("is now called “Alpha LTD”")
    press(alpha, "Undo")
    expect(subject(alpha)).to_have_value("Alpha Ltd")
    assert [row["name"] for row in tables(alpha)["subjects"]] == ["Alpha Ltd"]


def test_a_name_taken_back_changes_nothing(alpha: Page) -> None:
    name(alpha, "Alpha Ltd")
    expect(alpha.locator(".question-dialog")).to_be_visible()
    alpha.keyboard.press("Escape")
    expect(alpha.locator(".question-dialog")).to_have_count(0)
    expect(subject(alpha)).to_have_value("Alpha")
    assert given(alpha) == {"perception.1": "3"}
    assert [row["name"] for row in tables(alpha)["subjects"]] == ["Alpha"]


def test_a_name_that_goes_leads_to_the_answers_without_one(alpha: Page) -> None:
    name(alpha, "")
    expect(notices(alpha)).to_contain_text("Switched to the answers without a name: 0 answered")
    press(alpha, "Back to “Alpha”")
    assert given(alpha) == {"perception.1": "3"}


def test_names_are_known_in_every_tool_of_their_kind(alpha: Page) -> None:
    open_tool(alpha, OTHER_TOOL)
    expect(alpha.locator("[data-subjects] option")).to_have_count(1)
    assert alpha.locator("[data-subjects] option").get_attribute("value") == "Alpha"
    open_tool(alpha, "four-pain-points")
    expect(alpha.locator("[data-subjects] option")).to_have_count(0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_starting_over_names_what_goes_and_can_be_undone(
    alpha_and_beta: Page, language: str
) -> None:
    page = open_tool(alpha_and_beta, language=language)
    page.locator('[data-action="clear"]').click()
    dialog = page.locator(".question-dialog")
    expect(dialog).to_contain_text("Alpha")
    expect(dialog).to_contain_text(page.locator("tool-form").get_attribute("data-title") or "?")
    with page.expect_download() as download:
        dialog.locator("button").nth(1).click()
    assert "Alpha" in download.value.suggested_filename
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    assert given(page) == {"perception.1": "3"}
    page.locator('[data-action="clear"]').click()
    dialog.locator("button").first.click()
    expect(notices(page)).to_contain_text("Alpha")
    expect(subject(page)).to_have_value("")
    assert [row["name"] for row in tables(page)["subjects"]] == ["Beta"]
    notices(page).locator("button.quiet").click()
    expect(subject(page)).to_have_value("Alpha")
    assert given(page) == {"perception.1": "3"}
    assert sorted(row["name"] for row in tables(page)["subjects"]) == ["Alpha", "Beta"]


def test_starting_over_removes_every_version_and_what_was_put_aside(alpha: Page) -> None:
    [draft] = tables(alpha)["drafts"]
    alpha.evaluate(
        """async (rows) => {
          const opening = indexedDB.open("playbook:trust-playbook");
          await new Promise((done) => (opening.onsuccess = done));
          const writing = opening.result.transaction(["drafts", "aside"], "readwrite");
          for (const row of rows) writing.objectStore("drafts").put(row);
          writing.objectStore("aside").put(rows[0]);
          await new Promise((done) => (writing.oncomplete = done));
          opening.result.close();
        }""",
        [{**draft, "version": "0.1.0"}, {**draft, "version": "0.2.0", "structure": "other"}],
    )
    old = f"playbook:trust-playbook:{draft['tool']}:0.0.1:Alpha"
    alpha.evaluate("(key) => localStorage.setItem(key, 'cut off')", old)
    start_over(alpha)
    expect(notices(alpha)).to_contain_text("are removed")
    kept = tables(alpha)
    assert (kept["drafts"], kept["aside"], kept["subjects"]) == ([], [], [])
    assert alpha.evaluate("(key) => localStorage.getItem(key)", old) is None
    press(alpha, "Undo")
    expect(subject(alpha)).to_have_value("Alpha")
    kept = tables(alpha)
    assert len(kept["drafts"]) == 3
    assert len(kept["aside"]) == 1
    assert alpha.evaluate("(key) => localStorage.getItem(key)", old) == "cut off"


def test_a_question_of_the_page_gives_the_focus_back(alpha: Page) -> None:
    button = alpha.locator('[data-action="clear"]')
    button.focus()
    alpha.keyboard.press("Enter")
    expect(alpha.locator(".question-dialog button").last).to_be_focused()
    alpha.keyboard.press("Escape")
    expect(button).to_be_focused()


def test_a_name_typed_just_before_the_language_is_changed_is_asked_about_there(alpha: Page) -> None:
    subject(alpha).fill("Alpha Two")
    # As a click that comes before anything could be asked.
    alpha.locator('language-switch a[hreflang="zh-Hans"]').evaluate("(link) => link.click()")
    dialog = alpha.locator(".question-dialog")
    expect(dialog).to_contain_text("Alpha Two")
    dialog.get_by_role("button", name="改名为“Alpha Two”").click()
    expect(subject(alpha)).to_have_value("Alpha Two")
    assert [row["name"] for row in tables(alpha)["subjects"]] == ["Alpha Two"]
    reload(alpha)
    expect(subject(alpha)).to_have_value("Alpha Two")
    expect(dialog).to_have_count(0)
