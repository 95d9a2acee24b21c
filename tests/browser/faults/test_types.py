"""Servers that send files under a wrong type or none: what can work works, all else is told."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.faults.test_files import AGAIN, DEAD, NEEDED, SINCE_LOAD, SOON, TELLING
from tests.browser.server import SiteServer
from tests.browser.tool_page import TRUST, TRUST_ANSWERS, address, answer_all, see_result

pytestmark = pytest.mark.early_engine

STRICT = {"X-Content-Type-Options": "nosniff"}
PLAIN = {"Content-Type": "text/plain", **STRICT}
OCTETS = {"Content-Type": "application/octet-stream", **STRICT}
NONE = {"Content-Type": "", **STRICT}


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A page whose scripts may stumble."""
    return context.new_page()


@pytest.mark.parametrize(
    ("ending", "headers"),
    [
        (".wasm", OCTETS),
        (".wasm", PLAIN),
        (".wasm", NONE),
        (".wasm", {"Content-Type": "application/wasm; charset=utf-8"}),
        (".zip", PLAIN),
        (".json", PLAIN),
        (".json", NONE),
        (".css", PLAIN),
    ],
)
def test_a_tool_gives_its_result_whatever_the_type_of(
    page: Page, server: SiteServer, ending: str, headers: dict[str, str]
) -> None:
    server.headers[ending] = headers
    page.goto(address(TRUST))
    answer_all(page, TRUST_ANSWERS)
    see_result(page)
    expect(page.locator(AGAIN)).to_be_hidden()
    expect(page.locator(TELLING)).to_be_hidden()
    assert any(path.endswith(ending) for path in server.asked)


@pytest.mark.parametrize("headers", [PLAIN, OCTETS, NONE], ids=["plain", "octets", "none"])
@pytest.mark.parametrize("pattern", NEEDED)
def test_a_script_of_a_wrong_type_is_told_soon(
    page: Page, server: SiteServer, pattern: str, headers: dict[str, str]
) -> None:
    server.headers[server.file(pattern)] = headers
    page.goto(address(TRUST))
    expect(page.locator(TELLING)).to_be_visible()
    assert page.evaluate(SINCE_LOAD) < SOON
    expect(page.locator("tool-form [data-action]").filter(visible=True)).to_have_count(0)


def test_a_page_all_of_whose_scripts_have_a_wrong_type_has_no_dead_control(
    page: Page, server: SiteServer
) -> None:
    server.headers[".js"] = PLAIN
    page.goto(address(TRUST))
    expect(page.locator(TELLING)).to_be_visible()
    assert page.evaluate(DEAD) == []


def test_a_worker_of_a_wrong_type_is_told_with_the_way_by_hand(
    page: Page, server: SiteServer
) -> None:
    server.headers[server.file("assets/runtime/worker-*.js")] = PLAIN
    page.goto(address(TRUST))
    expect(page.locator(AGAIN)).to_be_visible()
    expect(page.locator(".engine-failed a")).to_be_visible()


def test_a_search_of_a_wrong_type_is_told(page: Page, server: SiteServer) -> None:
    server.headers[server.file("assets/runtime/search-*.js")] = PLAIN
    page.goto("/zh/m/trust-stages/")
    page.locator("site-search input").fill("信任")
    expect(page.locator('site-search [data-action="again"]')).to_have_text("再试一次")
