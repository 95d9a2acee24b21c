"""What this device keeps for a later visit: the started engine, ticked lists, answers."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.tool_page import (
    TRUST,
    TRUST_ANSWERS,
    address,
    answer_all,
    choice,
    see_result,
)

KEPT = (
    "caches.open('playbook-engine').then((cache) => cache.keys())"
    ".then((keys) => keys.map((key) => new URL(key.url).search))"
)
PUT_ASIDE = """async ([kind, content]) => {
  const cache = await caches.open("playbook-engine");
  const [kept] = await cache.keys();
  const key = new URL(kept.url);
  key.search = kind;
  await cache.put(key, new Response(content));
}"""


def test_the_engine_goes_on_from_where_an_earlier_visit_left_it(context: BrowserContext) -> None:
    shown = [report_text(context) for _ in range(2)]
    assert shown[0] == shown[1]


@pytest.mark.parametrize(
    ("kind", "content"), [("?snapshot", "damaged"), ("?trial", "")], ids=["damaged", "unfinished"]
)
def test_a_snapshot_that_does_not_work_is_thrown_away(
    context: BrowserContext, kind: str, content: str
) -> None:
    before = report_text(context)
    page = context.new_page()
    page.goto("/about/")
    page.evaluate(PUT_ASIDE, [kind, content])
    page.close()
    assert report_text(context) == before


def test_an_example_does_not_replace_what_is_kept(page: Page) -> None:
    page.goto(address("universal-survey"))
    page.locator('input[name="surveyed"]').fill("77")
    page.once("dialog", lambda dialog: dialog.accept())
    page.locator('[data-action="example"]').first.click()
    expect(page.locator("tool-report")).to_be_visible()
    expect(page.locator('input[name="surveyed"]')).not_to_have_value("77")
    page.reload()
    expect(page.locator('input[name="surveyed"]')).to_have_value("77")


def test_a_checklist_remembers_its_ticks(page: Page) -> None:
    page.goto("/m/trust-stages/")
    box = page.locator("check-list input[type=checkbox]").first
    box.check()
    status = page.locator(".checklist-status").inner_text()
    page.goto("/zh/m/trust-stages/")
    expect(box).to_be_checked()
    page.goto("/m/trust-stages/")
    expect(page.locator(".checklist-status")).to_have_text(status)


def test_the_address_of_a_page_is_copied(context: BrowserContext, page: Page) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(address(TRUST))
    page.locator("copy-button button").first.click()
    expect(page.locator("copy-button output").first).to_be_visible()
    canonical = page.locator("link[rel=canonical]").get_attribute("href")
    assert page.evaluate("navigator.clipboard.readText()") == canonical


def report_text(context: BrowserContext) -> str:
    """Visit the page, see the report, and stay until the engine has been kept."""
    page = context.new_page()
    page.goto(address(TRUST))
    page.evaluate("localStorage.clear()")
    page.reload()
    answer_all(page, TRUST_ANSWERS)
    text = see_result(page).inner_text()
    expect(choice(page, "perception.1", 3)).to_be_checked()
    page.wait_for_function(f"() => {KEPT}.then((kinds) => kinds.join() === '?snapshot')")
    page.close()
    return text
