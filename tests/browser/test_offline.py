"""After one visit the site works without its server, and no edition is mixed with another."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import new_context
from tests.browser.kept_site import CACHES, REGISTERED, KeptSite, wait_for
from tests.browser.portfolio_page import opened, press, score
from tests.browser.tool_page import TRUST, TRUST_ANSWERS, address, answer_all, see_result
from tests.browser.waiting import until

MODULE = "/m/trust-stages/"
AWAY = "site-news [data-news=away]"
UPDATED = "site-news [data-news=updated]"


@pytest.fixture
def kept(site: Path, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[KeptSite]:
    """A site that browsers may keep; the whole of it where a test asks for that."""
    made = KeptSite(site, tmp_path / "kept", whole=getattr(request, "param", None) == "whole")
    yield made
    made.server.close()


@pytest.fixture
def visit(chromium: Browser, kept: KeptSite) -> Iterator[Page]:
    """A page of a reader who does not save data."""
    context = new_context(chromium, kept.server, saves_data=False)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    context.close()
    assert not faults, faults


def search(page: Page, words: str) -> None:
    """Find something with the search of a page."""
    page.locator("site-search[data-started] input").fill(words)
    page.locator("site-search [role=option]").first.wait_for()


@pytest.mark.parametrize("kept", ["whole"], indirect=True)
def test_after_one_visit_pages_search_tools_and_lists_work_without_the_server(
    visit: Page, kept: KeptSite
) -> None:
    visit.goto(MODULE)
    wait_for(visit, "en")
    assert not any("/embed/" in path or "/zh/m/" in path for path in kept.server.asked)
    kept.server.close()
    visit.goto(address(TRUST))
    expect(visit.locator(AWAY)).to_be_visible()
    answer_all(visit, TRUST_ANSWERS)
    see_result(visit)
    search(visit, "price")
    visit.locator("site-search [role=option]").first.click()
    visit.wait_for_url(lambda url: TRUST not in url)
    visit.goto(f"{MODULE}slides/?from=here")
    expect(visit.locator("slide-show[data-started]")).to_be_attached()
    opened(visit)
    press(visit, "sample")
    score(visit)
    visit.goto("/zh/m/trust-stages/")
    expect(visit.locator("h1")).to_contain_text("本设备没有保存这一页")
    expect(visit.locator("missing-page li:visible")).to_have_text("English")
    expect(visit.locator("missing-page a[data-wanted]")).to_have_attribute(
        "href", "/zh/m/trust-stages/"
    )


def test_a_new_edition_is_told_and_never_mixed_with_the_one_that_is_open(
    visit: Page, kept: KeptSite
) -> None:
    visit.goto(MODULE)
    wait_for(visit, "en")
    [script] = scripts(visit)
    kept.renew()
    visit.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(visit.locator(UPDATED)).to_be_visible()
    # What this page needs is gone from the server.
    search(visit, "price")
    assert scripts(visit) == [script]
    wait_for(visit, "en")
    kept.server.close()
    visit.locator(UPDATED).get_by_role("button").click()
    expect(visit.locator(AWAY)).to_be_visible()
    assert scripts(visit) != [script]
    search(visit, "price")
    visit.goto("about:blank")
    visit.goto(MODULE)
    until(
        visit, f"{CACHES}.then(names => new Set(names.map(name => name.split(' ')[2])).size === 1)"
    )


def scripts(page: Page) -> list[str]:
    """Return the addresses of the script with which a page started."""
    found = "all => all.map(script => script.src).filter(src => src.includes('/playbook-'))"
    page.locator("html[data-playbook=ready]").wait_for()
    return list(page.locator("script[type=module]").evaluate_all(found))


def test_more_is_kept_when_its_size_was_shown_and_there_is_room(
    visit: Page, kept: KeptSite
) -> None:
    quota = visit.context.new_cdp_session(visit)
    origin = {"origin": kept.address.rstrip("/")}
    quota.send("Storage.overrideQuotaForOrigin", {**origin, "quotaSize": 5_000_000})
    visit.goto("/zh/privacy/")
    keep = visit.locator('offline-memory [data-part="zh"]')
    expect(keep).to_have_accessible_name(
        re.compile(r"^保存“中文：页面、搜索、工具和工作表”，\d+ MB$")
    )
    keep.click()
    expect(visit.locator("offline-memory [data-status]")).to_contain_text("本设备空间不足")
    quota.send("Storage.overrideQuotaForOrigin", origin)
    keep.click()
    expect(visit.locator("offline-memory [data-status]")).to_contain_text("没有网络也能使用")
    assert not any(path == MODULE for path in kept.server.asked)
    visit.locator("offline-memory [data-action=forget]").click()
    until(visit, f"{CACHES}.then(names => names.length === 0)")


def test_a_site_published_without_it_removes_what_was_kept(visit: Page, kept: KeptSite) -> None:
    visit.goto(MODULE)
    wait_for(visit, "en")
    kept.publish_without()
    visit.goto(address(TRUST))
    until(visit, f"{REGISTERED}.then(number => number === 0)")
    assert visit.evaluate(CACHES) == []


def test_a_reader_who_saves_data_fetches_nothing_for_later(
    chromium: Browser, kept: KeptSite
) -> None:
    context = new_context(chromium, kept.server)
    page = context.new_page()
    page.goto(MODULE)
    page.locator("html[data-playbook=ready]").wait_for()
    page.goto("/privacy/")
    page.locator('offline-memory [data-part="en"]').wait_for()
    assert page.evaluate(CACHES) == []
    assert not any("/runtime/memory" in path for path in kept.server.asked)
    context.close()
