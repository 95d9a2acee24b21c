"""Controls appear when their script has started; where it does not, the page says what to do."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser.answers_page import start_over
from tests.browser.server import SiteServer
from tests.browser.tool_page import LANGUAGES, TRUST, address, choice, ready, see_result, settle

MISSING = {
    "en": "The script of this page has not started. This page is complete without script: print "
    "it, mark your answers and use the table at the end to score by hand.",
    "zh": "本页的脚本没有启动。没有脚本也能用：打印本页，勾选答案，再按文末的表手工计分。",
}
CONTROLS = ('[data-action="score"]', '[data-action="one-by-one"]', ".tool-progress")
IN_A_FRAME = '<iframe sandbox="allow-scripts" src="{address}" width="1200" height="900"></iframe>'


def wait_for_ever(_: Route) -> None:
    """Never answer a request."""


def expect_no_controls(page: Page) -> None:
    for control in CONTROLS:
        expect(page.locator(control).first).to_be_hidden()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("part", ["playbook", "tool"])
def test_a_script_that_is_missing_leaves_a_page_that_says_how_to_go_on(
    page: Page, language: str, part: str
) -> None:
    page.route(f"**/{part}-*.js", lambda route: route.fulfill(status=404))
    page.goto(address(TRUST, language))
    expect(page.locator(".script-missing")).to_be_visible()
    expect(page.locator(".script-missing p")).to_have_text(MISSING[language])
    expect_no_controls(page)
    expect(page.locator(".hand-table")).to_be_visible()


def test_a_script_of_a_wrong_type_leaves_a_page_that_says_how_to_go_on(
    page: Page, server: SiteServer
) -> None:
    plain = {"Content-Type": "text/plain", "X-Content-Type-Options": "nosniff"}
    for script in (server.folder / "assets" / "js").glob("*.js"):
        server.headers[script.name] = plain
    page.goto(address("customer-ltv"))
    expect(page.locator(".script-missing")).to_be_visible()
    expect_no_controls(page)


def test_a_page_in_a_file_says_how_to_go_on(page: Page, server: SiteServer) -> None:
    page.goto((server.folder / address(TRUST).strip("/") / "index.html").as_uri())
    expect(page.locator(".script-missing")).to_be_visible()
    expect_no_controls(page)


def test_a_page_in_a_closed_frame_says_how_to_go_on(
    context: BrowserContext, server: SiteServer
) -> None:
    # The theme's own scripts stumble there.
    page = context.new_page()
    page.set_content(IN_A_FRAME.format(address=server.address + address(TRUST).strip("/") + "/"))
    frame = page.frame_locator("iframe")
    expect(frame.locator(".script-missing")).to_be_visible()
    expect(frame.locator('[data-action="score"]')).to_be_hidden()


def test_a_script_on_its_way_shows_neither_controls_nor_the_sentence(page: Page) -> None:
    page.route("**/tool-*.js", wait_for_ever)
    page.goto(address(TRUST), wait_until="commit")
    page.locator(".page-foot").wait_for()
    expect_no_controls(page)
    assert page.locator(".script-missing").is_hidden()
    page.unroute("**/tool-*.js")
    expect(page.locator('[data-action="score"]')).to_be_visible()
    expect(page.locator(".script-missing")).to_be_hidden()


def test_what_a_script_brings_pushes_nothing_away(page: Page) -> None:
    page.set_viewport_size({"width": 412, "height": 823})
    for name, path in (("portfolio", "portfolio"), ("team", "team"), ("compose", "teach/compose")):
        page.route(f"**/{name}-*.js", wait_for_ever)
        page.goto(f"/{path}/", wait_until="domcontentloaded")
        page.locator("html[data-playbook=ready]").wait_for()
        foot = page.locator(".md-footer").bounding_box()
        assert foot, path
        assert foot["y"] > 823, path


def test_without_script_the_sentence_stands_there_once(page_without_scripts: Page) -> None:
    page_without_scripts.goto(address(TRUST))
    expect(page_without_scripts.locator("noscript .notice")).to_be_visible()
    page_without_scripts.wait_for_timeout(5500)
    expect(page_without_scripts.locator(".script-missing")).to_be_hidden()


# What was filled in before the script came


def test_answers_given_before_the_script_came_are_kept(page: Page) -> None:
    give_early(page, TRUST, lambda: choice(page, "perception.1", 2).check())
    expect(choice(page, "perception.1", 2)).to_be_checked()
    expect(page.locator("output.saved")).to_contain_text(":")
    page.reload()
    expect(choice(page, "perception.1", 2)).to_be_checked()
    start_over(page)
    expect(page.locator(".question input:checked")).to_have_count(0)


def test_early_answers_join_those_that_are_kept(page: Page) -> None:
    page.goto(address(TRUST))
    ready(page)
    page.locator('input[name="subject"]').fill("Yunhe")
    page.locator('input[name="subject"]').press("Tab")
    for question, answer in (("perception.1", 3), ("perception.2", 1)):
        choice(page, question, answer).check()
    settle(page)
    give_early(page, TRUST, lambda: choice(page, "perception.1", 0).check())
    expect(page.locator('input[name="subject"]')).to_have_value("Yunhe")
    expect(choice(page, "perception.1", 0)).to_be_checked()
    expect(choice(page, "perception.2", 1)).to_be_checked()


def test_early_rows_stand_after_those_that_are_kept(page: Page) -> None:
    names = page.locator('[data-row] [data-path="accounts[].id"]')
    page.goto(address("resource-allocation"))
    names.first.fill("Kept")
    expect(page.locator("output.saved")).to_contain_text(":")
    give_early(page, "resource-allocation", lambda: names.first.fill("Early"))
    expect(names.nth(1)).to_have_value("Early")
    assert names.evaluate_all("all => all.map(each => each.value)") == ["Kept", "Early"]


def test_the_name_of_a_row_is_kept_before_its_value(page: Page) -> None:
    name = page.locator("[data-key]").first
    give_early(page, "personal-dependency", lambda: name.fill("Lin"))
    expect(name).to_have_value("Lin")
    expect(page.locator("output.saved")).to_contain_text(":")
    page.reload()
    expect(name).to_have_value("Lin")


def give_early(page: Page, tool: str, act: Callable[[], None]) -> None:
    """Open a tool's page, do something before its script has come, and let it come."""
    page.route("**/tool-*.js", wait_for_ever)
    page.goto(address(tool), wait_until="commit")
    page.locator(".page-foot").wait_for()
    act()
    # Whatever waits goes on now.
    page.unroute("**/tool-*.js")
    page.locator("tool-form[data-started]").wait_for()


# Where the browser keeps nothing, and where a key is not a key


def test_one_question_at_a_time_works_where_storage_is_blocked(context: BrowserContext) -> None:
    # The theme's own scripts stumble there.
    page = context.new_page()
    page.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage'])"
        " Object.defineProperty(window, name, { get() { throw new Error('blocked'); } });"
    )
    page.goto(address(TRUST))
    page.locator('[data-action="one-by-one"]').click()
    expect(page.locator(".question").filter(visible=True)).to_have_count(1)
    page.locator('[data-action="one-by-one"]').click()
    expect(page.locator(".question").filter(visible=True)).to_have_count(15)
    choice(page, "perception.1", 3).check()
    see_result(page)


@pytest.mark.parametrize("extra", [{"isComposing": True}, {"keyCode": 229}])
def test_keys_of_an_input_method_are_no_answers(page: Page, extra: dict[str, object]) -> None:
    page.goto(address(TRUST))
    page.locator("tool-form[data-started]").wait_for()
    press = {"key": "3", "bubbles": True, "cancelable": True, **extra}
    choice(page, "perception.1", 0).evaluate(
        f"radio => radio.dispatchEvent(new KeyboardEvent('keydown', {json.dumps(press)}))"
    )
    expect(page.locator(".question input:checked")).to_have_count(0)


# Size


def test_a_list_of_five_hundred_people_opens(page: Page) -> None:
    people = [{"id": f"person {number}", "influence": 3} for number in range(500)]
    page.goto(address("decision-chain-map"))
    open_input(page, {"people": people})
    rows = page.locator('[data-path="people"] > [data-row]')
    expect(rows).to_have_count(500)
    expect(rows.last.locator('[data-path="people[].id"]')).to_have_value("person 499")
    assert rows.last.locator("[data-row-number]").text_content() == "500"


@pytest.mark.parametrize("what", [{"people": [{"id": "x"}] * 501}, {"note": "x" * 6_000_000}])
def test_a_file_that_holds_too_much_is_refused(page: Page, what: dict[str, object]) -> None:
    page.goto(address("decision-chain-map"))
    rows = page.locator('[data-path="people"] > [data-row]')
    before = rows.count()
    open_input(page, what)
    expect(page.locator(".tool-actions + .notice p")).to_have_text(
        "This file holds more than this tool takes, and nothing was changed. "
        "Choose a file that was downloaded from this site."
    )
    expect(rows).to_have_count(before)


def open_input(page: Page, given: dict[str, object]) -> None:
    """Open a file of answers to the tool of the page."""
    page.locator("tool-form[data-started]").wait_for()
    mark = page.locator("tool-form").evaluate(
        "({ dataset: { tool, version, hash, structure } }) => ({ tool, version, hash, structure })"
    )
    saved = {"subject": "", "saved": "2026-01-31T12:00:00Z", "notes": {}, "scored": False}
    record = {"format": "playbook-answers/1", **mark, **saved, "input": given}
    content = json.dumps(record).encode()
    with page.expect_file_chooser() as chooser:
        page.locator('[data-action="import"]').click()
    chooser.value.set_files({"name": "a.json", "mimeType": "application/json", "buffer": content})
