"""The site is renewed while a page is open: its own edition goes on, or the page says reload."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.server import SiteServer
from tests.browser.tool_page import TRUST, TRUST_ANSWERS, address, answer_all, choice, see_result

pytestmark = pytest.mark.early_engine

RENEWED = {
    "": "The site has been updated while this page was open. Reload the page to search; "
    "these lists are complete:",
    "/zh": "本页打开期间网站已更新，请重新载入本页再搜索。这些清单是完整的：",
}


@pytest.mark.parametrize("language", RENEWED)
def test_a_search_that_is_gone_says_reload(
    page: Page, server: SiteServer, renewed: Path, language: str
) -> None:
    page.goto(f"{language}/m/trust-stages/")
    page.locator("site-search[data-started]").wait_for()
    server.folder = renewed
    page.locator("site-search input").fill("price")
    expect(page.locator("site-search [data-status]")).to_have_text(RENEWED[language])
    page.locator('site-search [data-action="reload"]').click()
    page.locator("site-search[data-started] input").fill("price")
    expect(page.locator("site-search [role=option]").first).to_be_visible()


def test_a_page_that_has_its_engine_goes_on_with_its_own_edition(
    page: Page, server: SiteServer, renewed: Path
) -> None:
    page.goto(address(TRUST))
    answer_all(page, TRUST_ANSWERS)
    report = see_result(page)
    server.folder = renewed
    before = report.inner_text()
    choice(page, "perception.1", 0).check()
    page.wait_for_function(
        "before => { const report = document.querySelector('tool-report');"
        " return report.innerText !== before && !report.hasAttribute('data-old'); }",
        arg=before,
    )
    assert [path for path in server.asked if "definition-" in path][1:] == []


@pytest.mark.parametrize(
    ("status", "body"), [(503, "Back soon data-playbook-script"), (200, "Sign in to the network")]
)
def test_a_server_out_of_order_has_not_been_renewed(page: Page, status: int, body: str) -> None:
    def answer(route: Route) -> None:
        route.fulfill(status=status, body=body)

    page.route("**/definition-*.json", lambda route: route.abort())
    page.goto(address(TRUST))
    page.route(f"**{address(TRUST)}", answer)
    page.locator('[data-action="score"]').click()
    expect(page.locator('.engine-failed [data-action="try-again"]')).to_be_visible()
    expect(page.locator('[data-notices] [data-slot="action"]')).to_have_count(0)
