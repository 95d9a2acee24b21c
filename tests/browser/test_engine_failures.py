"""What the reader sees when the browser or the server keeps the engine from running."""

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser.engine_watch import wait_until_worker_says, watch_workers
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

PATIENCE_OVER = 21_000


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_webassembly_a_message_stands_there_at_once(
    page: Page, server: SiteServer, language: str
) -> None:
    forbid_in_worker(server, "script-src 'self'")
    page.goto(address(TRUST, language))
    answer_all(page, TRUST_ANSWERS)
    page.locator('[data-action="score"]').click()
    expect(page.locator(".engine-failed")).to_be_visible()
    expect(page.locator(".hand-table")).to_be_visible()
    page.reload()
    expect(choice(page, "perception.1", 3)).to_be_checked()


def test_a_file_that_does_not_arrive_ends_in_the_message_at_once(
    page: Page, context: BrowserContext
) -> None:
    context.route("**/*.wasm", lambda route: route.abort())
    page.goto(address(TRUST))
    page.locator('[data-action="score"]').click()
    expect(page.locator(".engine-failed")).to_be_visible()


def test_a_file_that_is_waited_for_ends_in_the_message_after_twenty_seconds(
    page: Page, context: BrowserContext
) -> None:
    context.route("**/*.wasm", wait_for_ever)
    page.clock.install()
    page.goto(address(TRUST))
    page.locator('[data-action="score"]').click()
    expect(page.locator(".engine-failed")).to_be_hidden()
    page.clock.fast_forward(PATIENCE_OVER)
    expect(page.locator(".engine-failed")).to_be_visible()


def test_a_worker_that_is_missing_ends_in_the_message(page: Page) -> None:
    page.route("**/runtime/worker-*.js", lambda route: route.fulfill(status=404))
    page.goto(address(TRUST))
    expect(page.locator(".engine-failed")).to_be_visible()


def test_without_the_definition_the_message_stands_beside_the_button(page: Page) -> None:
    page.route("**/definition-*.json", lambda route: route.abort())
    page.goto(address(TRUST))
    answer_all(page, TRUST_ANSWERS)
    page.locator('[data-action="score"]').click()
    expect(page.locator(".tool-steps + .engine-failed")).to_be_focused()
    expect(page.locator(".tool-steps + .engine-failed a")).to_be_in_viewport()
    page.unroute("**/definition-*.json")
    see_result(page)
    expect(page.locator(".engine-failed")).to_be_hidden()


def test_a_page_that_was_loaded_gives_its_result_offline(
    page: Page, context: BrowserContext
) -> None:
    watch_workers(context)
    page.goto(address(TRUST))
    answer_all(page, TRUST_ANSWERS)
    see_result(page)
    page.reload()
    page.wait_for_load_state("networkidle")
    wait_until_worker_says(page, "ready")
    context.set_offline(True)
    answer_all(page, {"perception.1": 0})
    see_result(page)
    context.set_offline(False)


def test_the_pressed_button_says_that_the_engine_works(page: Page, context: BrowserContext) -> None:
    page.clock.install()
    context.route("**/*.wasm", wait_for_ever)
    page.goto(address(TRUST))
    button = page.locator('[data-action="score"]')
    button.click()
    expect(button).to_have_attribute("aria-busy", "true")
    page.clock.fast_forward(1000)
    expect(page.locator('[data-action="score"] + .working')).not_to_be_empty()


def test_a_strict_policy_is_enough_for_the_engine(page: Page, server: SiteServer) -> None:
    forbid_in_worker(
        server, "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"
    )
    page.goto(address(TRUST))
    answer_all(page, TRUST_ANSWERS)
    see_result(page)
    expect(page.locator(".engine-failed")).to_be_hidden()


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_script_the_page_is_complete(page_without_scripts: Page, language: str) -> None:
    page = page_without_scripts
    page.goto(address(TRUST, language))
    expect(page.locator(".question")).to_have_count(15)
    expect(page.locator(".question .answer-text").first).to_be_visible()
    expect(page.locator("noscript .notice")).to_be_visible()
    expect(page.locator(".hand-table")).to_be_visible()
    for button in page.locator("[data-action]").all():
        expect(button).to_be_hidden()


def wait_for_ever(_: Route) -> None:
    """Never answer a request."""


def forbid_in_worker(server: SiteServer, policy: str) -> None:
    """Serve the worker's script under a policy of its own."""
    worker = next((server.folder / "assets" / "runtime").glob("worker-*.js"))
    server.headers[worker.name] = {"Content-Security-Policy": policy}
