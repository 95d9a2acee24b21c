"""Answers to another version: what changed, what it does to the result, taking over what fits."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.answers_page import (
    answer,
    file_of,
    given,
    name,
    notices,
    open_file,
    open_tool,
    press,
    reload,
    restore,
    tables,
)
from tests.browser.test_results import results, score
from tests.browser.tool_page import TRUST_ANSWERS, answer_all, settle

MOVE = """async ([from, changes]) => {
  const opening = indexedDB.open("playbook:trust-playbook");
  await new Promise((done) => (opening.onsuccess = done));
  const writing = opening.result.transaction("drafts", "readwrite");
  const drafts = writing.objectStore("drafts");
  drafts.getAll().onsuccess = ({ target }) => {
    for (const row of target.result) {
      drafts.delete([row.tool, row.version, row.subjectId]);
      drafts.put({ ...row, ...changes });
    }
  };
  await new Promise((done) => (writing.oncomplete = done));
  opening.result.close();
}"""
"""Make what is kept that of another version of the tool."""


def test_a_new_version_says_what_it_changes_before_it_is_taken_over(page: Page) -> None:
    open_tool(page)
    answer_all(page, TRUST_ANSWERS)
    score(page)
    [kept] = results(page, 1)
    told = {**kept["told"], "words": {"en": {"band": "Stage 3", "score": "3"}, "zh": {}}}
    restore(page, {"results": [{**kept, "version": "1.0.0", "hash": "old", "told": told}]})
    page.evaluate(MOVE, ["", {"version": "1.0.0", "hash": "old"}])
    reload(page)
    expect(notices(page)).to_contain_text("You answered version 1.0.0.")
    expect(notices(page)).to_contain_text("What has changed: Questions, choices and help")
    expect(notices(page)).not_to_contain_text("First edition")
    press(page, "See what it does to the result")
    expect(notices(page)).to_contain_text(
        "By version 1.0.0: Stage 3 · 3. By version 1.1.0: Stage 2"
    )


@pytest.mark.parametrize(
    ("language", "same", "other"),
    [
        (
            "en",
            "later than version 1.1.0 on this page. The questions are the same",
            "the older one",
        ),
        ("zh", "比本页的1.1.0版新。题目相同", "这个站点还没有更新"),
    ],
)
def test_a_later_version_is_not_called_an_old_one(
    page: Page, language: str, same: str, other: str
) -> None:
    open_tool(page, language=language)
    answer_all(page, TRUST_ANSWERS)
    page.evaluate(MOVE, ["", {"version": "1.10.0", "hash": "new"}])
    reload(page)
    expect(notices(page)).to_contain_text(same)
    expect(notices(page)).to_contain_text("1.10.0")
    for question, level in TRUST_ANSWERS.items():
        if level is not None:
            expect(page.locator(f'input[name="{question}"][value="{level}"]')).to_be_checked()
    page.evaluate(MOVE, ["", {"structure": "other"}])
    reload(page)
    expect(notices(page)).to_contain_text(other)
    expect(page.locator(".question input[type=radio]:checked")).to_have_count(0)
    expect(notices(page).locator(".notice-actions button")).to_have_count(3)
    # The last one is to reload: what is kept stays as it is.
    notices(page).locator(".notice-actions button").last.click()
    expect(notices(page)).to_contain_text(other)


def test_a_file_of_a_later_version_says_where_to_open_it(page: Page) -> None:
    open_tool(page)
    later = file_of(page, version="2.0.0", hash="new", structure="other")
    open_file(page, {**later, "input": {"answers": {"perception.1": 2}, "flags": []}})
    told = page.locator(
        ".notice--told", has_text="version 2.0.0, which is later than version 1.1.0"
    )
    expect(told).to_contain_text("Reload the page and open the file again.")
    expect(told.get_by_role("button", name="Reload the page")).to_have_count(1)


def test_what_fits_of_other_questions_is_taken_over_and_back(page: Page) -> None:
    open_tool(page)
    answers = {name: value for name, value in TRUST_ANSWERS.items() if value is not None}
    answers["perception.9"] = 3
    old = file_of(page, version="0.9.0", hash="old", structure="other")
    open_file(
        page,
        {**old, "input": {"answers": answers, "flags": ["gone"]}, "notes": {"perception.1": "why"}},
    )
    expect(page.get_by_text("The questions have changed since version 0.9.0")).to_contain_text(
        "They are only in the file."
    )
    expect(page.get_by_role("button", name="Download the old answers")).to_have_count(0)
    assert not given(page)
    page.get_by_role("button", name="See what it does to the result").click()
    expect(notices(page)).to_contain_text("Of 16 answers, 14 still fit. By version 1.1.0: Stage 2")
    press(page, "Carry over what fits")
    settle(page)
    expect(notices(page)).to_contain_text("What still fits is filled in")
    assert len(given(page)) == 14
    assert tables(page)["drafts"][0]["notes"] == {"perception.1": "why"}
    press(page, "Undo")
    expect(page.locator(".question input[type=radio]:checked")).to_have_count(0)


def test_a_file_of_other_questions_is_about_its_own_subject(page: Page) -> None:
    open_tool(page)
    name(page, "Beta")
    answer(page, 1, 3)
    settle(page)
    old = file_of(page, subject="Alpha", version="0.9.0", hash="old", structure="other")
    open_file(page, {**old, "input": {"answers": {"perception.1": 2}, "flags": []}})
    expect(page.locator('[name="subject"]')).to_have_value("Alpha")
    page.get_by_role("button", name="See what it does to the result").click()
    press(page, "Carry over what fits")
    settle(page)
    assert given(page) == {"perception.1": "2"}
    say = page.locator('[name="subject"]')
    say.fill("Beta")
    say.press("Tab")
    expect(page.locator(".question input[type=radio]:checked")).to_have_value("3")
