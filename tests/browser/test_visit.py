"""A visit over several pages: instant navigation, and nothing that leaves the site."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.server import SiteServer
from tests.browser.tool_page import (
    TRUST,
    TRUST_ANSWERS,
    address,
    answer_all,
    choice,
    go_to,
    see_result,
)

pytestmark = pytest.mark.early_engine

PAGES = ("/", "/zh/", "/m/trust-stages/", "/zh/m/trust-stages/", address(TRUST))


@pytest.fixture
def asked(page: Page) -> list[str]:
    """The address of each request of the visit."""
    addresses: list[str] = []
    page.on("request", lambda request: addresses.append(request.url))
    return addresses


def test_no_request_leaves_the_site(page: Page, server: SiteServer, asked: list[str]) -> None:
    for path in PAGES:
        page.goto(path)
        page.wait_for_load_state("networkidle")
    answer_all(page, TRUST_ANSWERS)
    see_result(page)
    own = ("blob:", "data:", server.address)
    assert [address for address in asked if not address.startswith(own)] == []
    assert any(".wasm" in path for path in server.asked)


def test_only_pages_with_a_tool_load_the_engine(page: Page, server: SiteServer) -> None:
    for path in ("/", "/m/trust-stages/"):
        page.goto(path)
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(2500)
    assert [path for path in server.asked if "/runtime/" in path] == []


def test_instant_navigation_keeps_the_engine_and_the_answers(
    page: Page, server: SiteServer
) -> None:
    page.goto(address(TRUST))
    page.evaluate("window.sameVisit = true")
    answer_all(page, TRUST_ANSWERS)
    see_result(page)
    go_to(page, "/m/trust-stages/")
    go_to(page, address(TRUST))
    assert page.evaluate("window.sameVisit"), "the page was loaded anew"
    expect(choice(page, "perception.1", 3)).to_be_checked()
    page.locator("tool-report[data-report] .summary").wait_for()
    choice(page, "perception.1", 0).check()
    see_result(page)
    assert len([path for path in server.asked if path.endswith("/pyodide.asm.wasm")]) == 1
