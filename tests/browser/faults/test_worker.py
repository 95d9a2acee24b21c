"""A worker that dies, stumbles or never ends: noticed, and never beside an old result."""

from statistics import median

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser.conftest import PATIENCE
from tests.browser.engine_watch import (
    kill_at_next_requests,
    milliseconds_to_notice,
    wait_until_worker_says,
    watch_workers,
)
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

pytestmark = pytest.mark.early_engine

NOTICED = 2000
"""Milliseconds within which a death must be noticed."""
FAILED = ".engine-failed"
AGAIN = f'{FAILED} [data-action="try-again"]'
ENDLESS = """
const say = self.postMessage.bind(self);
self.postMessage = (message) => { if (message.text) for (;;); say(message); };
"""
STUMBLING = """
const say = self.postMessage.bind(self);
self.postMessage = (message) => {
  if (message.text) throw new Error("out of memory");
  say(message);
};
"""
GIVES = {
    "en": (
        "The scoring engine gave no result. Your answers are still here. "
        "Try again, or score by hand: Score it by hand"
    ),
    "zh": "计分引擎没有算出结果，你的答案都还在。可以再试一次，也可以手工计分：手工计分",
}


@pytest.fixture
def page(context: BrowserContext) -> Page:
    watch_workers(context)
    return context.new_page()


@pytest.mark.parametrize("stage", ["starting", "idle", "scoring"])
def test_a_dead_worker_is_noticed_and_another_one_gives_the_result(
    page: Page, context: BrowserContext, stage: str
) -> None:
    if stage == "starting":
        # Chromium lets a busy worker live for two seconds more; this one waits for its files.
        context.route("**/*.wasm", wait_for_ever, times=1)
    page.goto(address(TRUST))
    answer_all(page, TRUST_ANSWERS)
    wait_until_worker_says(page, "held" if stage == "starting" else "ready")
    if stage == "scoring":
        kill_at_next_requests(page, 1)
        page.locator('[data-action="score"]').click()
    else:
        page.evaluate("kill()")
    noticed = milliseconds_to_notice(page)
    print(f"dead while {stage}: noticed after {noticed:.0f} ms")
    assert noticed < NOTICED
    if stage != "scoring":
        page.locator('[data-action="score"]').click()
    page.locator("tool-report[data-report] .summary").wait_for()
    expect(page.locator(FAILED)).to_be_hidden()


def wait_for_ever(_: Route) -> None:
    """Never answer a request."""


def test_deaths_are_noticed_at_once_again_and_again(page: Page) -> None:
    page.goto(address(TRUST))
    times = []
    for number in range(1, 6):
        wait_until_worker_says(page, "ready", number)
        # An answer in between: without one a page begins again only once.
        page.locator('[data-action="score"]').click()
        wait_until_worker_says(page, "id text", number)
        page.evaluate("kill()")
        times.append(milliseconds_to_notice(page, number + 1))
    print(f"median of {len(times)} deaths: noticed after {median(times):.0f} ms")
    assert max(times) < NOTICED


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_second_death_is_told_and_try_again_goes_on(page: Page, language: str) -> None:
    page.goto(address(TRUST, language))
    answer_all(page, TRUST_ANSWERS)
    wait_until_worker_says(page, "ready")
    kill_at_next_requests(page, 2)
    page.locator('[data-action="score"]').click()
    expect(page.locator(f".tool-steps + {FAILED}")).to_be_focused()
    expect(page.locator(f"{FAILED} p")).to_have_text(GIVES[language])
    expect(page.locator(AGAIN)).to_be_in_viewport()
    assert page.evaluate("workers.length") == 2
    page.locator(AGAIN).click()
    page.locator("tool-report[data-report] .summary").wait_for()
    expect(page.locator(FAILED)).to_be_hidden()


def test_an_old_report_never_stands_beside_new_answers(page: Page) -> None:
    page.goto(address(TRUST))
    answer_all(page, TRUST_ANSWERS)
    report = see_result(page)
    kill_at_next_requests(page, 2)
    choice(page, "perception.1", 0).check()
    expect(page.locator(FAILED)).to_be_visible()
    expect(report).to_be_hidden()
    expect(report.locator(".summary")).to_have_count(0)
    page.locator(AGAIN).click()
    expect(report.locator(".summary")).to_be_visible()
    expect(page.locator(FAILED)).to_be_hidden()


def test_a_report_that_is_worked_out_anew_is_marked_meanwhile(page: Page) -> None:
    page.goto(address(TRUST))
    answer_all(page, TRUST_ANSWERS)
    report = see_result(page)
    kill_at_next_requests(page, 1)
    choice(page, "perception.1", 0).check()
    milliseconds_to_notice(page)
    # The second worker is still starting.
    expect(report).to_have_attribute("data-old", "")
    expect(report).not_to_have_attribute("data-old", "")
    expect(report.locator(".summary")).to_be_visible()


def test_a_worker_that_hangs_is_noticed_by_its_silence(page: Page) -> None:
    page.goto(address(TRUST))
    answer_all(page, TRUST_ANSWERS)
    wait_until_worker_says(page, "ready")
    page.evaluate("workers[0].onmessage = null")
    [worker] = page.workers
    worker.evaluate("() => void setTimeout(() => { for (;;); }, 0)")
    page.evaluate("window.killed = performance.now()")
    page.locator('[data-action="score"]').click()
    assert milliseconds_to_notice(page) < NOTICED + 500
    page.locator("tool-report[data-report] .summary").wait_for()


@pytest.mark.parametrize("fault", [ENDLESS, STUMBLING], ids=["endless", "stumbling"])
def test_an_answer_that_never_comes_ends_in_the_message(
    page: Page, server: SiteServer, fault: str
) -> None:
    worker = server.file("assets/runtime/worker-*.js")
    server.headers[worker] = {"Cache-Control": "no-store"}
    server.spoilt[worker] = lambda code: fault.encode() + code
    page.clock.install()
    page.goto(address(TRUST))
    answer_all(page, TRUST_ANSWERS)
    wait_until_worker_says(page, "ready")
    page.locator('[data-action="score"]').click()
    if fault == ENDLESS:
        wait_until_worker_says(page, "received")
        expect(page.locator(FAILED)).to_be_hidden()
        page.clock.fast_forward(10_500)
    expect(page.locator(FAILED)).to_be_visible(timeout=PATIENCE)
    server.spoilt.clear()
    page.locator(AGAIN).click()
    page.locator("tool-report[data-report] .summary").wait_for()


@pytest.mark.parametrize("format_", ["csv", "md"])
def test_a_download_without_an_engine_is_told(page: Page, format_: str) -> None:
    page.goto(address(TRUST))
    answer_all(page, TRUST_ANSWERS)
    see_result(page)
    button = page.locator(f'[data-action="export"][data-extension="{format_}"]').first
    kill_at_next_requests(page, 2)
    button.click()
    expect(page.locator(FAILED)).to_be_focused()
    with page.expect_download():
        page.locator(AGAIN).click()
