"""Files that are missing, cut or empty, one at a time: no dead control, always a sentence."""

from collections.abc import Callable, Mapping

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.server import SiteServer
from tests.browser.tool_page import TRUST, TRUST_ANSWERS, address, answer_all, choice

pytestmark = pytest.mark.early_engine

SOON = 2000
"""Milliseconds after the page has loaded within which it must say what does not work."""
FAULTS: Mapping[str, Callable[[bytes], bytes | None]] = {
    "missing": lambda _: None,
    "cut": lambda content: content[: len(content) // 2],
    "empty": lambda _: b"",
}
NEEDED = ("assets/js/playbook-*.js", "assets/js/tool-*.js")
"""Without one of these a tool does not start."""
HELPFUL = (
    "assets/css/site-*.css",
    "assets/css/print-*.css",
)
"""Without one of these it does, if not as beautifully."""
ENGINE = (
    ("assets/runtime/worker-*.js",),
    ("assets/runtime/memory-*.wasm", "assets/runtime/engine-*.zip"),
    # Two files: a part for an engine that goes on, and all for one that starts from the beginning.
    ("assets/runtime/pyodide-*/pyodide.asm.wasm",),
    (f"a/{TRUST}/definition-*.json",),
)
"""The engine does without one of the files of a row, but not without all."""
SEARCH = ("assets/runtime/search-*.js", "assets/runtime/search-en-*.json")
TELLING = ".script-missing"
AGAIN = '.engine-failed [data-action="try-again"]'
DEAD = """() => [
  ...document.querySelectorAll("[data-action], copy-button button, site-search input")]
  .filter((control) => control.checkVisibility({ visibilityProperty: true }))
  .map((control) => control.outerHTML)"""
SINCE_LOAD = "performance.now() - performance.getEntriesByType('navigation')[0].loadEventEnd"


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A page whose scripts may stumble."""
    return context.new_page()


def spoil(server: SiteServer, pattern: str, fault: str) -> None:
    """Spoil what a pattern names; no browser may keep it as it is now."""
    for path in server.files(pattern):
        server.headers[path] = {"Cache-Control": "no-store"}
        server.spoilt[path] = FAULTS[fault]


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("pattern", NEEDED)
def test_without_its_script_a_tool_says_so_and_shows_no_control(
    page: Page, server: SiteServer, pattern: str, fault: str
) -> None:
    spoil(server, pattern, fault)
    page.goto(address(TRUST))
    expect(page.locator(TELLING)).to_be_visible()
    assert page.evaluate(SINCE_LOAD) < SOON
    expect(page.locator("tool-form [data-action]").filter(visible=True)).to_have_count(0)
    expect(page.locator(".hand-table")).to_be_visible()
    server.spoilt.clear()
    page.locator(f"{TELLING} a").click()
    page.locator("tool-form[data-started]").wait_for()
    expect(page.locator(TELLING)).to_be_hidden()


@pytest.mark.parametrize("language", ["", "/zh"])
@pytest.mark.parametrize("path", ["/", "/m/trust-stages/", "/about/", "/a/", "/404.html"])
def test_every_kind_of_page_says_that_its_script_is_missing(
    page: Page, server: SiteServer, path: str, language: str
) -> None:
    spoil(server, NEEDED[0], "missing")
    page.goto(language + path)
    told = page.locator(f"{TELLING} p")
    expect(told).to_be_visible()
    expect(told).to_contain_text("本页的脚本没有启动。" if language else "has not started.")
    assert page.evaluate(SINCE_LOAD) < SOON
    assert page.evaluate(DEAD) == []


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("pattern", HELPFUL)
def test_a_tool_starts_without_the_theme_and_without_styles(
    page: Page, server: SiteServer, pattern: str, fault: str
) -> None:
    spoil(server, pattern, fault)
    page.goto(address(TRUST))
    page.locator("tool-form[data-started]").wait_for()
    choice(page, "perception.1", 3).check()
    expect(page.locator(TELLING)).to_be_hidden()
    expect(page.locator("output.saved")).not_to_be_empty()


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("patterns", ENGINE, ids=lambda patterns: patterns[0])
def test_without_a_file_of_the_engine_the_page_says_so_and_try_again_works(
    page: Page, server: SiteServer, patterns: tuple[str, ...], fault: str
) -> None:
    for pattern in patterns:
        spoil(server, pattern, fault)
    silent = "worker" in patterns[0] and fault == "empty"
    if silent:
        page.clock.install()
    page.goto(address(TRUST))
    answer_all(page, TRUST_ANSWERS)
    page.locator('[data-action="score"]').click()
    if silent:
        # Such a worker may as well be on its way.
        page.clock.fast_forward(20_500)
    expect(page.locator(AGAIN)).to_be_visible()
    expect(page.locator("tool-report[data-report]")).to_be_hidden()
    server.spoilt.clear()
    page.locator(AGAIN).click()
    page.locator("tool-report[data-report] .summary").wait_for()
    expect(page.locator(AGAIN)).to_be_hidden()


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("pattern", SEARCH)
def test_without_a_file_of_the_search_the_box_says_so_and_try_again_works(
    page: Page, server: SiteServer, pattern: str, fault: str
) -> None:
    spoil(server, pattern, fault)
    page.goto("/m/trust-stages/")
    box = page.locator("site-search input")
    box.fill("price")
    again = page.locator('site-search [data-action="again"]')
    expect(again).to_be_visible()
    expect(page.locator("site-search [data-elsewhere] a").first).to_be_visible()
    server.spoilt.clear()
    again.click()
    expect(page.locator("site-search [role=option]").first).to_be_visible()
    expect(again).to_be_hidden()


@pytest.mark.parametrize("fault", FAULTS)
def test_without_a_picture_its_words_and_its_table_stay(
    page: Page, server: SiteServer, fault: str
) -> None:
    spoil(server, "assets/js/funnel-*.js", fault)
    page.goto(address("opportunity-conversion"))
    page.locator('[data-action="example"]').first.click()
    report = page.locator("tool-report[data-report]")
    report.locator(".summary").wait_for()
    expect(report.locator("[data-picture] table").first).to_be_visible()
    expect(report.locator(".picture-image")).to_have_count(0)
