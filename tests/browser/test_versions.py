"""Answers to another version: what changed, what it does to the result, taking over what fits."""

from playwright.sync_api import Page, expect

from tests.browser.answers_page import (
    file_of,
    given,
    notices,
    open_file,
    open_tool,
    press,
    reload,
    tables,
)
from tests.browser.test_results import KEEP, results, score
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
    page.evaluate(KEEP, {**kept, "version": "1.0.0", "hash": "old", "told": told})
    page.evaluate(MOVE, ["", {"version": "1.0.0", "hash": "old"}])
    reload(page)
    expect(notices(page)).to_contain_text("You answered version 1.0.0.")
    expect(notices(page)).to_contain_text("What has changed: Questions, choices and help")
    expect(notices(page)).not_to_contain_text("First edition")
    press(page, "See what it does to the result")
    expect(notices(page)).to_contain_text(
        "By version 1.0.0: Stage 3 · 3. By version 1.1.0: Stage 2"
    )


def test_what_fits_of_other_questions_is_taken_over_and_back(page: Page) -> None:
    open_tool(page)
    answers = {name: value for name, value in TRUST_ANSWERS.items() if value is not None}
    answers["perception.9"] = 3
    old = file_of(page, version="0.9.0", hash="old", structure="other")
    open_file(
        page,
        {**old, "input": {"answers": answers, "flags": ["gone"]}, "notes": {"perception.1": "why"}},
    )
    expect(page.get_by_text("The questions have changed since version 0.9.0")).to_be_visible()
    assert not given(page)
    page.get_by_role("button", name="See what it does to the result").click()
    expect(notices(page)).to_contain_text("Of 16 answers, 14 still fit. By version 1.1.0: Stage 2")
    press(page, "Take over what fits")
    settle(page)
    expect(notices(page)).to_contain_text("What still fits is filled in")
    assert len(given(page)) == 14
    assert tables(page)["drafts"][0]["notes"] == {"perception.1": "why"}
    press(page, "Undo")
    expect(page.locator("input[type=radio]:checked")).to_have_count(0)
