"""The main journeys in Firefox: another engine, with a scrollbar and fonts of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.firefox import READY, SETTLED, Firefox, firefox_or_skip
from tests.browser.kept_site import STATE, KeptSite
from tests.browser.server import SiteServer
from tests.browser.test_engine_memory import FAULTS, LIBRARY, MEMORY, TRAP, WORKER, spoil
from tests.browser.tool_page import (
    ANSWER,
    LANGUAGES,
    TRUST,
    TRUST_ANSWERS,
    address,
    report_here,
)

pytestmark = pytest.mark.slow

EVERY_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)
GIVEN = [(name, answer) for name, answer in TRUST_ANSWERS.items() if answer is not None]
SOUGHT = {"en": "iron triangle", "zh": "铁三角"}
STRATEGIC = {"en": "Strategic", "zh": "战略"}
SHOWN = "tool-report[data-report]:not([hidden]) .summary"
CHOSEN = "() => document.querySelectorAll('.question input:checked').length"
TEXT = "selector => document.querySelector(selector).innerText"
STARTED = "() => document.documentElement.dataset.playbook === 'ready'"
WIDTHS = """marks => marks.map(mark => {
  const shown = document.createElement("span");
  shown.textContent = mark.repeat(20);
  document.querySelector("h1 + p, .lead").append(shown);
  const { width } = shown.getBoundingClientRect();
  shown.remove();
  return width / 20;
})"""
"""How wide marks are in the text of a page."""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    started = Firefox(firefox_or_skip(), tmp_path_factory.mktemp("downloads"))
    yield started
    started.close()


@pytest.fixture
def firefox(browser: Firefox, server: SiteServer) -> Iterator[Firefox]:
    """A visit without a past; the test fails when a script of a page did."""
    browser.visit(server.address)
    yield browser
    assert browser.do("faults") == []


@EVERY_LANGUAGE
def test_from_home_search_leads_to_a_module(firefox: Firefox, language: str) -> None:
    firefox.goto("/" if language == "en" else "/zh/")
    firefox.wait(STARTED)
    firefox.fits()
    firefox.run("() => { window.sameVisit = true; }")
    firefox.do("press", key="/")
    firefox.do("type", text=SOUGHT[language])
    firefox.see("site-search [role=option]")
    firefox.do("press", key="ArrowDown")
    firefox.do("press", key="Enter")
    firefox.wait("() => location.pathname.includes('/iron-triangle/')")
    firefox.wait("() => document.querySelector('.page--text, .page--module')")
    assert firefox.run("() => window.sameVisit"), "the page was loaded anew"
    firefox.fits()


def test_chinese_marks_are_as_wide_as_letters(firefox: Firefox) -> None:
    firefox.goto("/zh/m/trust-stages/")
    letter, *marks = firefox.run(WIDTHS, [*"信。，、：；！？“”（）《》"])
    assert letter > 10
    assert marks == pytest.approx([letter] * len(marks), abs=0.01)


@EVERY_LANGUAGE
def test_a_tool_is_answered_scored_kept_and_taken_along(
    firefox: Firefox, server: SiteServer, language: str
) -> None:
    firefox.goto(address(TRUST, language))
    score(firefox)
    assert server.file(MEMORY) in server.asked
    assert server.file(LIBRARY) not in server.asked
    firefox.fits()
    saved = firefox.downloaded('[data-action="export-json"]')
    assert saved["report"] == report_here(TRUST, saved["input"])
    assert saved["input"]["answers"] == dict(GIVEN)
    firefox.do("reload")
    firefox.see(SHOWN)
    assert firefox.run(CHOSEN) == len(GIVEN)
    firefox.goto("/me/" if language == "en" else "/zh/me/")
    firefox.see("my-results tbody tr:not([hidden])")
    firefox.fits()


@EVERY_LANGUAGE
def test_a_calculator_reckons_as_python_does(
    firefox: Firefox, server: SiteServer, language: str
) -> None:
    tool = {"en": "customer-ltv", "zh": "resource-allocation"}[language]
    firefox.goto(address(tool, language))
    firefox.wait(READY)
    firefox.click('button[data-action="example"]')
    firefox.see(SHOWN)
    firefox.fits()
    saved = firefox.downloaded('[data-action="export-json"]')
    assert saved["report"] == report_here(tool, saved["input"])
    assert server.file(LIBRARY) not in server.asked


@EVERY_LANGUAGE
def test_a_list_of_accounts_is_tried_and_scored(
    firefox: Firefox, server: SiteServer, language: str
) -> None:
    firefox.goto("/portfolio/" if language == "en" else "/zh/portfolio/")
    firefox.see("portfolio-list[data-started]")
    firefox.click('portfolio-list [data-act="sample"]')
    firefox.see(".portfolio-map [data-reading]")
    firefox.fits()
    firefox.click('portfolio-list [data-act="score"]')
    firefox.see(".portfolio-rows tbody tr:not([hidden])")
    assert STRATEGIC[language] in firefox.run(TEXT, ".portfolio-rows")
    firefox.fits()
    assert server.file(LIBRARY) not in server.asked


@pytest.mark.parametrize("fault", ["flipped", "trap"])
def test_a_memory_that_is_of_no_use_is_noticed_by_nobody(
    firefox: Firefox, server: SiteServer, fault: str
) -> None:
    if fault == "trap":
        spoil(server, WORKER, lambda content: TRAP.encode() + content)
    else:
        spoil(server, MEMORY, FAULTS[fault])
    firefox.goto(address(TRUST))
    score(firefox)
    assert server.file(LIBRARY) in server.asked
    refused = [each for each in firefox.do("faults") if "integrity" in each]
    assert len(refused) == (fault == "flipped")
    assert not firefox.run("() => document.querySelector('.engine-failed').checkVisibility()")


def test_after_one_visit_a_tool_works_without_the_server(
    firefox: Firefox, site: Path, tmp_path: Path
) -> None:
    kept = KeptSite(site, tmp_path / "kept", whole=False)
    firefox.visit(kept.address)
    firefox.goto("/m/trust-stages/")
    firefox.wait(f"() => {STATE}.then((has) => has.en === 'kept')")
    kept.server.close()
    firefox.goto(address(TRUST))
    firefox.see("site-news [data-news=away]")
    score(firefox)
    # It tells of links, looked at early, to pages that this small site lacks.
    assert [each for each in firefox.do("faults") if "ServiceWorker" not in each] == []


def score(firefox: Firefox) -> None:
    """Answer the questions of a tool's page and see its result."""
    firefox.wait(READY)
    firefox.run(ANSWER, GIVEN)
    firefox.wait(SETTLED)
    firefox.click('[data-action="score"]')
    firefox.see(SHOWN)
