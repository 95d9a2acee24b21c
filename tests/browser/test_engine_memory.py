"""The engine goes on from the memory of the build; what is wrong with that, no reader hears of."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from macros.browser import build_runtime
from tests.browser.engine_watch import wait_until_worker_says, watch_workers
from tests.browser.portfolio_page import opened, press, score
from tests.browser.server import SiteServer
from tests.browser.tool_page import TRUST, TRUST_ANSWERS, address, answer_all, see_result
from tests.split_runtime import split_leaving_nothing

pytestmark = pytest.mark.early_engine

ROOT = Path(__file__).parents[2]
MEMORY = "assets/runtime/memory-*.wasm"
REST = "assets/runtime/rest-*.zip"
LIBRARY = "assets/runtime/engine-*.zip"
SECONDARY = "assets/runtime/secondary-*.wasm"
WORKER = "assets/runtime/worker-*.js"
OF_ANOTHER_BUILD = b"\0asm\1\0\0\0"
"""Right in itself, and of an engine that has not started."""
FAULTS: Mapping[str, Callable[[bytes], bytes | None]] = {
    "flipped": lambda content: content[:-9] + bytes([content[-9] ^ 1]) + content[-8:],
    "cut": lambda content: content[: len(content) // 2],
    "of another build": lambda _: OF_ANOTHER_BUILD,
    "missing": lambda _: None,
}
FULL = """
const { grow } = WebAssembly.Memory.prototype;
WebAssembly.Memory.prototype.grow = function () {
  WebAssembly.Memory.prototype.grow = grow;
  throw new RangeError("no memory left");
};
"""
TRAP = """
if (!location.hash) {
  let memory = { buffer: [] };
  const { grow } = WebAssembly.Memory.prototype;
  WebAssembly.Memory.prototype.grow = function (pages) {
    memory = this;
    return grow.call(this, pages);
  };
  const say = postMessage;
  globalThis.postMessage = (message) => {
    if (message.ready) new Uint8Array(memory.buffer).fill(255, 2 ** 20);
    say(message);
  };
}
"""


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A page that may have more than one worker."""
    watch_workers(context)
    return context.new_page()


@pytest.fixture(scope="module")
def report() -> dict[str, str]:
    """What each test's reader sees, and must see the same."""
    return {}


def test_an_engine_that_goes_on_needs_no_library(
    page: Page, server: SiteServer, report: dict[str, str]
) -> None:
    see_report(page, report)
    assert server.file(MEMORY) in server.asked
    assert server.file(LIBRARY) not in server.asked
    assert server.file(SECONDARY) not in server.asked
    assert server.file(REST) not in server.asked


def test_what_a_score_does_not_need_is_fetched_when_a_list_asks_for_it(
    page: Page, server: SiteServer
) -> None:
    see_scored_list(page)
    assert server.asked.count(server.file(REST)) == 1
    assert server.file(LIBRARY) not in server.asked
    assert server.file(SECONDARY) not in server.asked
    assert page.evaluate("workers.length") == 1


@pytest.mark.parametrize("fault", FAULTS)
def test_where_that_does_not_come_as_it_was_built_the_engine_starts_from_the_beginning(
    page: Page, server: SiteServer, fault: str
) -> None:
    spoil(server, REST, FAULTS[fault])
    see_scored_list(page)
    assert server.file(LIBRARY) in server.asked
    assert page.evaluate("workers.length") == 2


@pytest.fixture(scope="module")
def lacking() -> Mapping[str, bytes]:
    """Path in the site -> what an engine goes on with that has none of its functions at hand."""
    split = split_leaving_nothing(build_runtime(ROOT))
    return {f"assets/runtime/{name}": content for name, content in split.items()}


def test_a_function_that_is_not_at_hand_is_fetched(
    page: Page, server: SiteServer, report: dict[str, str], lacking: Mapping[str, bytes]
) -> None:
    for path, content in lacking.items():
        spoil(server, path, lambda _, content=content: content)
    see_report(page, report)
    assert server.asked.count(server.file(SECONDARY)) == 1
    assert server.file(LIBRARY) not in server.asked
    assert page.evaluate("workers.length") == 1


@pytest.mark.parametrize("fault", ["cut", "missing"])
def test_without_a_function_that_is_called_the_engine_starts_from_the_beginning(
    page: Page,
    server: SiteServer,
    report: dict[str, str],
    lacking: Mapping[str, bytes],
    fault: str,
) -> None:
    primary, secondary = lacking
    spoil(server, primary, lambda _: lacking[primary])
    spoil(server, secondary, lambda _: FAULTS[fault](lacking[secondary]))
    see_report(page, report)
    assert server.file(LIBRARY) in server.asked


@pytest.mark.parametrize("fault", FAULTS)
def test_a_memory_that_is_not_as_it_was_built_is_not_used(
    page: Page, server: SiteServer, report: dict[str, str], fault: str
) -> None:
    spoil(server, MEMORY, FAULTS[fault])
    see_report(page, report)
    assert server.file(LIBRARY) in server.asked
    assert page.evaluate("workers.length") == 1


@pytest.mark.parametrize(("fault", "workers"), [(FULL, 1), (TRAP, 2)], ids=["full", "trap"])
def test_a_memory_that_fails_its_engine_is_left(
    page: Page, server: SiteServer, report: dict[str, str], fault: str, workers: int
) -> None:
    spoil(server, WORKER, lambda content: fault.encode() + content)
    see_report(page, report)
    assert server.file(LIBRARY) in server.asked
    assert page.evaluate("workers.length") == workers


def spoil(server: SiteServer, pattern: str, change: Callable[[bytes], bytes | None]) -> None:
    """Change one file of the site; no browser may keep it as it is now."""
    path = server.file(pattern)
    server.headers[path] = {"Cache-Control": "no-store"}
    server.spoilt[path] = change


def see_report(page: Page, report: dict[str, str]) -> None:
    """Ask for a result and see the same as all others do, and no message."""
    page.goto(address(TRUST))
    wait_until_worker_says(page, "ready")
    answer_all(page, TRUST_ANSWERS)
    shown = see_result(page)
    shown.locator(".step-act").first.wait_for()
    assert shown.inner_text() == report.setdefault("text", shown.inner_text())
    expect(page.locator(".engine-failed")).to_be_hidden()
    expect(page.locator("[data-notices]")).to_be_empty()


def see_scored_list(page: Page) -> None:
    """Score the list that the site brings along."""
    opened(page)
    press(page, "sample")
    score(page)
    expect(page.locator("[data-found]")).to_contain_text("accounts")
