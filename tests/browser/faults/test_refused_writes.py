"""A browser that refuses every write, or one: nothing goes, and the page says so."""

import json
import re

import pytest
from playwright.sync_api import BrowserContext, FrameLocator, Page, expect

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
    say_to,
    start_over,
    state,
    subject,
    tables,
)
from tests.browser.server import SiteServer
from tests.browser.tool_page import LANGUAGES, TRUST, address, choice, see_result, settle

REFUSE_NTH = """(first) => {
  globalThis.writes = 0;
  for (const method of ["put", "delete"]) {
    const real = IDBObjectStore.prototype[method];
    IDBObjectStore.prototype[method] = function (...what) {
      globalThis.writes += 1;
      if (globalThis.writes === first) {
        this.transaction.abort();
        throw new DOMException("no room", "QuotaExceededError");
      }
      return real.apply(this, what);
    };
  }
}"""
"""Refuse one write: the transaction that it belongs to fails, as where the device is full."""
BLOCKED = {
    "throws": "IDBFactory.prototype.open = () => { throw new DOMException('', 'SecurityError'); };",
    "fails": "IDBFactory.prototype.open = function () {"
    " const request = new EventTarget();"
    " setTimeout(() => request.dispatchEvent(new Event('error')));"
    " return Object.assign(request, { error: new DOMException('no', 'InvalidStateError') }); };",
    "missing": "Object.defineProperty(globalThis, 'indexedDB', { value: undefined });",
}
BACK = re.compile("Show what stood here|Show those instead")
"""What gave way is on the page alone, or put aside: that depends on which write was refused."""
SAYS_NOTHING_KEPT = {"en": "keeps nothing here", "zh": "无法保存"}


def journey(page: Page) -> None:
    """Answer, name, answer, rename, open a file, bring back, start over and undo."""
    answer(page, 1, 3)
    name(page, "Alpha")
    expect(notices(page)).to_contain_text(re.compile("“Alpha”|Nothing was renamed"))
    answer(page, 2, 1)
    if subject(page).input_value() == "Alpha":
        name(page, "Alpha Ltd")
        say_to(page, "Rename")
    settle(page)
    open_file(page, file_of(page, subject=subject(page).input_value()))
    say_to(page, "Replace them with the file")
    settle(page)
    press(page, BACK)
    expect(choice(page, "perception.1", 3)).to_be_checked()


def test_no_refused_write_of_a_journey_loses_an_answer_or_goes_unsaid(page: Page) -> None:
    """Refuse the first write, then the second, and so on, until the journey has no more."""
    number = 0
    while True:
        number += 1
        open_tool(page)
        page.evaluate(REFUSE_NTH, number)
        journey(page)
        assert given(page) == {"perception.1": "3", "perception.2": "1"}, number
        if page.evaluate("writes") < number:
            break
        told = notices(page).inner_text() + page.locator(".saved").inner_text()
        answer(page, 3, 2)
        expect(page.locator(".tool-status"), told).to_have_attribute("data-kept", "kept")
        reload(page)
        assert given(page) == {"perception.1": "3", "perception.2": "1", "perception.3": "2"}, (
            number
        )
        start_over(page)
        expect(page.locator(".question input:checked")).to_have_count(0)
        page.evaluate("sessionStorage.clear()")
    assert number > 10


def test_answers_that_gave_way_unkept_come_back_one_after_the_other(page: Page) -> None:
    open_tool(page)
    answer(page, 1, 3)
    for number in (1, 2):
        page.evaluate(REFUSE_NTH, 1)
        content = {"answers": {"perception.5": number}, "flags": []}
        open_file(page, file_of(page, input=content))
        say_to(page, "Replace them with the file")
        expect(choice(page, "perception.5", number)).to_be_checked()
        settle(page)
    press(page, "Show what stood here")
    assert given(page) == {"perception.5": "1"}
    answer(page, 2, 2)
    kept = tables(page)
    assert [row["input"]["answers"] for row in kept["drafts"]] == [
        {"perception.2": 2, "perception.5": 1}
    ]
    assert [row["input"]["answers"] for row in kept["aside"]] == [
        {"perception.1": 3}, {"perception.5": 2}
    ]  # fmt: skip


def test_a_refused_write_is_told_offered_as_a_file_and_tried_again(page: Page) -> None:
    open_tool(page)
    answer(page, 1, 3)
    page.evaluate(REFUSE_NTH, 1)
    choice(page, "perception.2", 1).check()
    expect(notices(page)).to_contain_text("Not kept: this device has no room left")
    expect(notices(page)).to_be_in_viewport()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download my answers").click()
    saved = json.loads(download.value.path().read_text("utf-8"))
    assert saved["input"]["answers"] == {"perception.1": 3, "perception.2": 1}
    assert [row["input"]["answers"] for row in tables(page)["drafts"]] == [{"perception.1": 3}]
    answer(page, 3, 2)
    expect(notices(page)).to_be_empty()
    reload(page)
    assert len(given(page)) == 3


def test_answers_that_are_not_kept_do_not_give_way_unasked(page: Page) -> None:
    open_tool(page)
    name(page, "Alpha")
    answer(page, 1, 3)
    name(page, "Beta")
    say_to(page, "Start again")
    page.evaluate(REFUSE_NTH, 1)
    choice(page, "perception.2", 1).check()
    expect(notices(page)).to_contain_text("Not kept")
    name(page, "Alpha")
    expect(page.locator(".question-dialog")).to_contain_text(
        "1 answered. If you go on, they are lost"
    )
    say_to(page, "Cancel")
    expect(subject(page)).to_have_value("Beta")
    assert given(page) == {"perception.2": "1"}


def test_a_refused_removal_and_a_refused_name_change_nothing(page: Page) -> None:
    open_tool(page)
    name(page, "Alpha")
    answer(page, 1, 3)
    page.evaluate(REFUSE_NTH, 1)
    start_over(page)
    expect(notices(page)).to_contain_text("Nothing was removed")
    assert given(page) == {"perception.1": "3"}
    page.evaluate(REFUSE_NTH, 1)
    name(page, "Gamma")
    say_to(page, "Rename")
    expect(notices(page)).to_contain_text("Nothing was renamed")
    expect(subject(page)).to_have_value("Alpha")
    start_over(page)
    expect(notices(page)).to_contain_text("are removed")
    page.evaluate(REFUSE_NTH, 1)
    press(page, "Undo")
    expect(notices(page)).to_contain_text("refused to put the answers about “Alpha” back")
    press(page, "Undo")
    expect(notices(page)).to_contain_text("The answers about “Alpha” are back")
    assert given(page) == {"perception.1": "3"}


@pytest.mark.parametrize("how", BLOCKED)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_browser_that_keeps_nothing_says_so_and_all_else_works(
    context: BrowserContext, how: str, language: str
) -> None:
    page = context.new_page()
    page.add_init_script(BLOCKED[how])
    open_tool(page, language=language)
    expect(notices(page)).to_contain_text(SAYS_NOTHING_KEPT[language])
    name(page, "Alpha")
    answer(page, 1, 3)
    assert state(page) == "blocked"
    page.evaluate("scrollTo(0, 3000)")
    expect(notices(page)).to_be_in_viewport()
    name(page, "")
    expect(page.locator(".question input:checked")).to_have_count(0)
    name(page, "alpha")
    expect(choice(page, "perception.1", 3)).to_be_checked()
    if language == "en":
        start_over(page)
        press(page, "Undo")
        assert given(page) == {"perception.1": "3"}


def test_in_a_frame_without_an_origin_the_tool_scores_and_says_that_nothing_is_kept(
    context: BrowserContext, server: SiteServer
) -> None:
    # The theme's own scripts stumble there.
    for name_ in ("", "Access-Control-Allow-Origin"):
        if name_:
            for ending in (".js", ".json", ".wasm", ".zip"):
                server.headers[ending] = {name_: "*"}
    page = context.new_page()
    source = server.address + address(TRUST).lstrip("/")
    page.set_content(
        f'<iframe sandbox="allow-scripts" src="{source}" width="1200" height="900"></iframe>'
    )
    frame = page.frame_locator("iframe")
    expect(frame.locator(".tool-notices")).to_contain_text("keeps nothing here")
    answer_in(frame, "perception.1", 3)
    frame.locator('[data-action="clear"]').click()
    dialog = frame.locator(".question-dialog")
    expect(dialog).to_be_visible()
    dialog.get_by_role("button", name="Remove and start over").click()
    expect(frame.locator(".question input:checked")).to_have_count(0)
    frame.locator(".tool-notices").get_by_role("button", name="Undo").click()
    expect(frame.locator(".question input:checked")).to_have_count(1)


def answer_in(frame: FrameLocator, question: str, value: int) -> None:
    frame.locator(f'input[name="{question}"][value="{value}"]').check()


def test_ticks_that_are_not_kept_are_told(context: BrowserContext) -> None:
    page = context.new_page()
    page.add_init_script(BLOCKED["throws"])
    page.goto("/m/trust-stages/")
    page.locator("check-list input").first.check()
    expect(page.locator(".checklist-status")).to_contain_text("This browser does not keep it")


def test_a_result_is_shown_where_nothing_is_kept(context: BrowserContext) -> None:
    context.unroute_all()
    page = context.new_page()
    page.add_init_script(BLOCKED["throws"])
    open_tool(page)
    for dimension in ("perception", "benefit", "synergy"):
        for number in range(1, 6):
            choice(page, f"{dimension}.{number}", 2).check()
    see_result(page)
