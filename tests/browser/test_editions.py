"""A page open while the site is renewed: no other edition scores it, and nothing is lost."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PATIENCE
from tests.browser.server import SiteServer
from tests.browser.tool_page import (
    LANGUAGES,
    TRUST,
    TRUST_ANSWERS,
    address,
    answer_all,
    choice,
    see_result,
)

RENEWED = {
    "en": "The site has been updated while this page was open. Reload the page to go on; "
    "your answers are kept on this device.",
    "zh": "本页打开期间网站已更新。请重新载入本页再继续，答案已存在本设备上。",
}
NOTICE = ".notice--told:not(.engine-failed)"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_older_than_the_site_says_so_and_keeps_the_answers(
    page: Page, server: SiteServer, renewed: Path, language: str
) -> None:
    hold_back_definition(page)
    page.goto(address(TRUST, language))
    answer_all(page, TRUST_ANSWERS)
    server.folder = renewed
    page.unroute("**/definition-*.json")
    page.locator('[data-action="score"]').click()
    notice = page.locator(NOTICE)
    expect(notice).to_be_focused(timeout=PATIENCE)
    expect(notice.locator("p")).to_have_text(RENEWED[language])
    expect(page.locator(".engine-failed")).to_be_hidden()
    notice.locator(".notice-actions button").click()
    expect(choice(page, "perception.1", 3)).to_be_checked()
    see_result(page)


def test_an_engine_that_is_gone_is_no_fault_of_the_browser(
    page: Page, server: SiteServer, renewed: Path
) -> None:
    page.route("**/runtime/**", lambda route: route.abort())
    page.goto(address(TRUST))
    answer_all(page, TRUST_ANSWERS)
    server.folder = renewed
    page.unroute("**/runtime/**")
    page.locator('[data-action="score"]').click()
    expect(page.locator(f"{NOTICE} p")).to_have_text(RENEWED["en"])
    expect(page.locator(".engine-failed")).to_be_hidden()


def test_where_nothing_is_kept_the_answers_are_offered_first(
    page: Page, server: SiteServer, renewed: Path
) -> None:
    page.add_init_script("IDBFactory.prototype.open = () => { throw new Error('blocked'); };")
    hold_back_definition(page)
    page.goto(address(TRUST))
    answer_all(page, TRUST_ANSWERS)
    server.folder = renewed
    page.unroute("**/definition-*.json")
    page.locator('[data-action="score"]').click()
    renewed_notice = page.locator(NOTICE, has_text="The site has been updated")
    button = renewed_notice.get_by_role("button", name="Download my answers")
    with page.expect_download() as download:
        button.click()
    assert '"perception.1": 3' in download.value.path().read_text("utf-8")


def test_a_definition_that_is_answered_with_a_page_is_noticed(
    page: Page, server: SiteServer, renewed: Path
) -> None:
    page.route("**/definition-*.json", lambda route: route.fulfill(body="<!doctype html>"))
    page.goto(address(TRUST))
    answer_all(page, TRUST_ANSWERS)
    server.folder = renewed
    page.locator('[data-action="score"]').click()
    expect(page.locator(f"{NOTICE} p")).to_have_text(RENEWED["en"])


def test_a_definition_of_another_hash_is_not_used(page: Page, server: SiteServer) -> None:
    other = next((server.folder / "a" / "four-pain-points").glob("definition-*.json"))
    page.route("**/definition-*.json", lambda route: route.fulfill(path=other))
    page.goto(address(TRUST))
    page.locator('[data-action="score"]').click()
    told = page.locator("[data-error-summary], .engine-failed")
    expect(told.filter(visible=True)).to_be_visible()
    expect(page.locator("tool-report[data-report]")).to_be_hidden()


def test_the_next_page_of_a_visit_brings_its_own_scripts(
    page: Page, server: SiteServer, renewed: Path
) -> None:
    page.goto("/m/trust-stages/")
    page.locator("html[data-playbook=ready]").wait_for()
    page.evaluate("window.sameVisit = true")
    server.folder = renewed
    page.evaluate("document.querySelector('a[href*=\"a/trust-stage-diagnostic/\"]').click()")
    page.wait_for_url(f"**{address(TRUST)}**")
    page.locator("tool-form[data-started]").wait_for()
    expect(page.locator("script[type=module]")).to_have_attribute("src", entry_of(renewed))
    assert not page.evaluate("window.sameVisit === true")
    answer_all(page, TRUST_ANSWERS)
    see_result(page)


def hold_back_definition(page: Page) -> None:
    """Let the page come without its definition, so that it asks again for a score."""
    page.route("**/definition-*.json", lambda route: route.abort())


def entry_of(site: Path) -> str:
    """Return the address of the script that a tool's page of a site starts with."""
    [script] = (site / "assets" / "js").glob("playbook-*.js")
    return f"../../assets/js/{script.name}"
