"""What a reader does beside giving answers is a part of its own: no press is lost meanwhile."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect

from tests.browser.answers_page import given, open_tool
from tests.browser.server import SiteServer
from tests.browser.test_results import fill_in, score
from tests.browser.test_share import shared_link
from tests.browser.tool_page import LANGUAGES, TRUST, address, choice, ready

ACTS = "assets/js/acts-*.js"
MISSING = {
    "en": "A part of this page did not come; the connection may be gone. "
    "Your answers are still here.",
    "zh": "本页有一部分没有载入，可能是网络断了。你的答案都还在。",
}
RENEWED = {
    "en": "The site has been updated while this page was open. Reload the page to go on; "
    "your answers are kept on this device.",
    "zh": "本页打开期间网站已更新。请重新载入本页再继续，答案已存在本设备上。",
}
PRINTS = "globalThis.printed = 0; globalThis.print = () => void printed++"


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page of its own, whose part may come late or not at all."""
    page = context.new_page()
    page.add_init_script(PRINTS)
    yield page
    page.close()


def blank_sheet(page: Page) -> Locator:
    return page.locator('.tool-actions [data-action="print"][data-sheet="blank"]')


def asked(server: SiteServer) -> int:
    """Return how often the part was asked for."""
    return len([path for path in server.asked if "/acts-" in path])


@pytest.mark.early_engine
def test_a_reader_who_only_looks_does_not_load_it(page: Page, server: SiteServer) -> None:
    with page.expect_response("**/worker-*.js"):
        page.goto(address(TRUST))
    ready(page)
    assert asked(server) == 0
    with page.expect_response("**/acts-*.js"):
        choice(page, "perception.1", 2).focus()


def test_what_is_kept_brings_it(page: Page, server: SiteServer) -> None:
    open_tool(page)
    fill_in(page, 2)
    assert asked(server) == 0
    score(page)
    expect(page.locator("[data-plan]")).to_be_visible()
    expect(page.locator("[data-earlier]")).to_be_visible()
    server.asked.clear()
    page.reload()
    expect(page.locator("[data-plan]")).to_be_visible()
    assert asked(server) == 1


def test_a_press_waits_for_it_and_counts_once(page: Page) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/acts-*.js", hold)
    open_tool(page)
    blank_sheet(page).click()
    expect(page.locator(".tool-actions .working")).to_have_text("Loading …")
    blank_sheet(page).click()
    assert page.evaluate("printed") == 0
    held[0].continue_()
    expect(page.locator('html[data-print="blank"]')).to_be_attached()
    expect(page.locator(".tool-actions .working")).to_have_count(0)
    assert page.evaluate("printed") == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_part_that_does_not_come_is_told_and_the_act_done_after_all(
    page: Page, server: SiteServer, language: str
) -> None:
    path = server.file(ACTS)
    server.headers[path] = {"Cache-Control": "no-store"}
    server.spoilt[path] = lambda _: None
    page.goto(address(TRUST, language))
    ready(page)
    choice(page, "perception.1", 2).check()
    blank_sheet(page).click()
    notice = page.locator(".notice--told")
    expect(notice.locator("[data-slot=text]")).to_have_text(MISSING[language])
    expect(notice).to_be_focused()
    assert given(page) == {"perception.1": "2"}
    server.spoilt.clear()
    notice.locator(".notice-actions button").click()
    expect(page.locator('html[data-print="blank"]')).to_be_attached()
    expect(notice).to_have_count(0)


def test_a_result_is_shown_without_it_and_its_lack_told_once(
    page: Page, server: SiteServer
) -> None:
    server.spoilt[server.file(ACTS)] = lambda _: None
    open_tool(page)
    fill_in(page, 2)
    score(page)
    notice = page.locator(".notice--told [data-slot=text]")
    expect(notice).to_have_text(MISSING["en"])
    before = asked(server)
    choice(page, "perception.1", 0).check()
    expect(page.locator("tool-report[data-report]:not([data-old])")).to_be_visible()
    assert asked(server) == before
    with page.expect_download():
        page.locator('[data-action="export-json"]').click()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_part_of_an_edition_that_is_gone_says_reload(
    page: Page, server: SiteServer, renewed: Path, language: str
) -> None:
    page.goto(address(TRUST, language))
    ready(page)
    server.folder = renewed
    blank_sheet(page).click()
    notice = page.locator(".notice--told")
    expect(notice.locator("[data-slot=text]")).to_have_text(RENEWED[language])
    notice.locator(".notice-actions button").click()
    page.locator("tool-form[data-started]").wait_for()
    blank_sheet(page).click()
    expect(page.locator('html[data-print="blank"]')).to_be_attached()


def test_answers_of_a_link_are_shown_once_the_part_comes(page: Page, server: SiteServer) -> None:
    open_tool(page)
    fill_in(page, 2)
    score(page)
    link = shared_link(page)
    page.goto("/")
    path = server.file(ACTS)
    server.headers[path] = {"Cache-Control": "no-store"}
    server.spoilt[path] = lambda _: None
    page.goto(link)
    notice = page.locator(".notice--told")
    expect(notice.locator("[data-slot=text]")).to_have_text(MISSING["en"])
    server.spoilt.clear()
    notice.locator(".notice-actions button").click()
    expect(notice.filter(has_text="are the same as yours")).to_be_visible()
