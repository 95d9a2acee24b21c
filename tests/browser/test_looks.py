"""Every reader can read it: axe, narrow windows, paper."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import ROOT
from tests.browser.server import SiteServer
from tests.browser.tool_page import (
    LANGUAGES,
    TRUST,
    TRUST_ANSWERS,
    address,
    answer_all,
    see_result,
)

AXE = ROOT / "build" / "node" / "node_modules" / "axe-core" / "axe.min.js"
PAGES = {
    "home": "/",
    "module": "/m/trust-stages/",
    "assessment": address(TRUST),
    "calculator": address("customer-ltv"),
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(
    chromium: Browser, server: SiteServer, name: str, language: str, scheme: str
) -> None:
    context = chromium.new_context(base_url=server.address, color_scheme=scheme)
    page = context.new_page()
    page.goto(PAGES[name] if language == "en" else f"/{language}{PAGES[name]}")
    assert violations(page) == []
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_in_a_report(
    chromium: Browser, server: SiteServer, language: str, scheme: str
) -> None:
    context = chromium.new_context(base_url=server.address, color_scheme=scheme)
    page = context.new_page()
    page.goto(address(TRUST, language))
    answer_all(page, TRUST_ANSWERS)
    see_result(page)
    assert violations(page) == []
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_a_phone_needs_no_sideways_scrolling(page: Page, name: str, language: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(PAGES[name] if language == "en" else f"/{language}{PAGES[name]}")
    if name == "assessment":
        answer_all(page, TRUST_ANSWERS)
        see_result(page)
    too_wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert too_wide <= 0


def test_paper_shows_the_report_before_the_answers_and_no_controls(page: Page) -> None:
    page.goto(address(TRUST))
    answer_all(page, TRUST_ANSWERS)
    report = see_result(page)
    page.emulate_media(media="print")
    expect(report.locator(".summary")).to_be_visible()
    top = "element => element.getBoundingClientRect().top"
    assert report.evaluate(top) < page.locator(".tool-bar").evaluate(top)
    for chrome in (".md-header", ".md-footer", ".report-actions", '[data-action="score"]'):
        expect(page.locator(chrome).first).to_be_hidden()


def test_paper_shows_every_question_and_the_working(page: Page) -> None:
    page.goto(address(TRUST))
    answer_all(page, TRUST_ANSWERS)
    see_result(page)
    page.locator('[data-action="one-by-one"]').click()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".question").filter(visible=True)).to_have_count(15)
    closed = page.locator("tool-report details:not([open])")
    expect(closed).to_have_count(0)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".question").filter(visible=True)).to_have_count(1)


def violations(page: Page) -> list[str]:
    """Return what axe objects to, a line each."""
    page.add_script_tag(path=AXE)
    results = page.evaluate("axe.run()")
    return [
        f"{found['id']}: {node['html'][:160]} ({node['failureSummary']})"
        for found in results["violations"]
        for node in found["nodes"]
    ]
