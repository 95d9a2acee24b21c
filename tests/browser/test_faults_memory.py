"""What the engine keeps on this device: nothing of a person, and only as it was written."""

import json

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.engine_watch import wait_until_worker_says, watch_workers
from tests.browser.tool_page import TRUST, TRUST_ANSWERS, address, answer_all, see_result
from tests.browser.waiting import until

pytestmark = pytest.mark.early_engine

CACHE = "playbook-engine-clean"
SUBJECT = "Quetzalcoatlus 羽蛇神"
NOTE = "Rumpelstiltskin 此事绝密 Ümläutwörter"
PERSON = "Archaeopteryx 始祖鸟"
ALWAYS_THERE = "assessments.browser"
"""Of the engine itself: a search that does not find it finds nothing."""
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "latin-1")
KEPT = f"""async () => {{
  const keys = await (await caches.open("{CACHE}")).keys();
  return keys.map((key) => new URL(key.url).search).sort();
}}"""
ENTRIES_WITH = """async (needles) => {
  const found = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const key of await cache.keys()) {
      const bytes = await (await cache.match(key)).arrayBuffer();
      const text = new TextDecoder("x-user-defined").decode(bytes);
      const high = (byte) => String.fromCharCode(byte < 128 ? byte : 0xf700 + byte);
      for (const [what, needle] of needles)
        if (text.includes(needle.map(high).join(""))) found.push(what);
    }
  }
  return found;
}"""
SPOIL = f"""async (how) => {{
  const cache = await caches.open("{CACHE}");
  const [key] = await cache.keys();
  const kept = await cache.match(key);
  const headers = kept.headers;
  let bytes = new Uint8Array(await kept.arrayBuffer());
  if (how === "flipped") bytes[bytes.length - 1000] ^= 1;
  const trial = key.url.replace("snapshot", "trial");
  if (how === "unfinished") return cache.put(trial, new Response(""));
  const spoilt = {{ ...Object.fromEntries(headers), "x-test": how }};
  await cache.put(key, new Response(bytes, {{ headers: spoilt }}));
}}"""
IS_SPOILT = f"""async () => {{
  const cache = await caches.open("{CACHE}");
  const [key] = await cache.keys();
  return !key || (await cache.match(key))?.headers.has("x-test") !== false;
}}"""


@pytest.fixture
def page(context: BrowserContext) -> Page:
    watch_workers(context)
    return context.new_page()


def test_nothing_that_a_person_typed_is_in_what_the_engine_keeps(page: Page) -> None:
    page.goto(address("decision-chain-map"))
    page.locator('input[name="subject"]').fill(SUBJECT)
    page.locator('[data-path="people[].id"]').first.fill(PERSON)
    page.locator('[data-action="score"]').click()
    wait_until_worker_says(page, "id text")
    page.goto(address(TRUST))
    page.locator('input[name="subject"]').fill(SUBJECT)
    answer_all(page, TRUST_ANSWERS)
    page.locator("details.question-note summary").first.click()
    page.locator("textarea").first.fill(NOTE)
    see_result(page)
    wait_until_kept(page)
    needles = [
        (text, list(part.encode(encoding)))
        for text in (SUBJECT, NOTE, PERSON)
        for part in text.split()
        for encoding in ENCODINGS
        if can_encode(part, encoding)
    ]
    assert len(needles) > 30
    control = (ALWAYS_THERE, list(ALWAYS_THERE.encode()))
    # The second page's engine may be about to put its memory in the place of the first one's.
    assert until(page, ENTRIES_WITH, [*needles, control]) == [ALWAYS_THERE]


@pytest.mark.parametrize("how", ["flipped", "unfinished"])
def test_a_spoilt_memory_is_thrown_away_without_a_word(page: Page, how: str) -> None:
    page.goto(address(TRUST))
    wait_until_kept(page)
    answer_all(page, TRUST_ANSWERS)
    before = told(see_result(page))
    page.goto("/about/")
    page.evaluate(SPOIL, how)
    page.goto(address(TRUST))
    assert told(page.locator("tool-report[data-report]")) == before
    expect(page.locator(".engine-failed")).to_be_hidden()
    expect(page.locator("[data-notices]")).to_be_empty()
    until(page, f"() => ({IS_SPOILT})().then((spoilt) => !spoilt)")
    wait_until_kept(page)


def test_what_earlier_editions_kept_is_deleted_at_the_first_visit_of_any_page(page: Page) -> None:
    page.goto("/404.html")
    page.evaluate(
        "caches.open('playbook-engine').then((cache) => cache.put('/worker?snapshot',"
        f" new Response({json.dumps(SUBJECT)})))"
    )
    page.evaluate("caches.open('of-another-site')")
    page.goto("/m/trust-stages/")
    until(page, "caches.keys().then((names) => !names.includes('playbook-engine'))")
    assert page.evaluate("caches.keys()") == ["of-another-site"]


def test_a_memory_of_an_earlier_build_makes_room_for_that_of_this_one(page: Page) -> None:
    page.goto("/about/")
    page.evaluate(
        f"caches.open('{CACHE}').then((cache) => cache.put("
        "'/assets/runtime/worker-0123456789abcdef.js?snapshot', new Response('old')))"
    )
    page.goto(address(TRUST))
    wait_until_worker_says(page, "ready")
    wait_until_kept(page)


def told(report: Locator) -> str:
    """Return what a report says once its picture is drawn and its steps can become actions."""
    report.locator(".picture-image > *").first.wait_for()
    report.locator(".step-act").first.wait_for()
    return report.inner_text()


def wait_until_kept(page: Page) -> None:
    """Wait until the browser keeps one memory, and nothing of a trial."""
    until(page, f"() => ({KEPT})().then((kept) => kept.length === 1 && kept[0] === '?snapshot')")


def can_encode(text: str, encoding: str) -> bool:
    """Return whether an encoding has all letters of a text."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
