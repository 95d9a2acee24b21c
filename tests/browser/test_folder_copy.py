"""The copy of the site, opened from a folder: no server, no network, both languages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.browser import build_folder_scripts, build_runtime, build_search
from macros.folder_copy.contents import contents
from tests.browser.conftest import PATIENCE
from tests.browser.tool_page import TRUST, TRUST_ANSWERS, answer_all, choice, see_result
from tests.site_playbook import real_playbook

ROOT = Path(__file__).parent.parent.parent
FROM_THE_FOLDER = ("file:", "data:", "blob:")


@pytest.fixture(scope="module")
def folder(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy in a folder of a name as people give them."""
    scripts = build_folder_scripts(ROOT, build_runtime(ROOT), build_search(ROOT))
    top = tmp_path_factory.mktemp("copies") / "手册 copy #1 100%"
    for name, content in contents(site, real_playbook(), scripts).items():
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_bytes(content)
    return top


@pytest.fixture
def reader(chromium: Browser) -> Iterator[Page]:
    """A page that fails its test for whatever the console tells, and for a request elsewhere."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on(
        "request",
        lambda each: None if each.url.startswith(FROM_THE_FOLDER) else told.append(each.url),
    )
    yield page
    context.close()
    assert told == []


def search_for(page: Page, typed: str, path: str) -> None:
    """Follow a result of search to a page."""
    page.locator("site-search input").fill(typed)
    page.locator(f'.site-search__result[href$="{path}/"]').first.click()
    page.wait_for_url(f"**{path}/index.html")


def test_a_reader_searches_scores_and_sees_charts_in_both_languages(
    reader: Page, folder: Path
) -> None:
    page = reader
    page.goto((folder / "index.html").as_uri())
    search_for(page, "trust stage diagnostic", f"/a/{TRUST}")
    answer_all(page, TRUST_ANSWERS)
    expect(see_result(page).locator("figure.picture .stage")).to_have_count(3)
    expect(page.locator("[data-apart]")).to_be_hidden()
    page.reload()
    expect(choice(page, "perception.1", 3)).to_be_checked()
    page.locator("tool-report[data-report] .summary").wait_for()
    page.locator("language-switch a").click()
    page.wait_for_url(f"**/zh/a/{TRUST}/index.html*")
    expect(page.locator("tool-report[data-report] figure.picture .stage")).to_have_count(3)
    search_for(page, "客户终身价值", "/a/customer-ltv")
    page.locator('button[data-action="example"]').first.click()
    page.locator("figure.picture .picture-image svg").wait_for()
    page.locator("nav a", has_text="我的结果").first.click()
    page.wait_for_url("**/zh/me/index.html")
    row = page.locator("my-results tbody tr").first
    expect(row).to_contain_text("阶段2")
    # A link that a script wrote, to a page and not to its file.
    row.get_by_role("link").click()
    page.wait_for_url(f"**/zh/a/{TRUST}/index.html")
    expect(choice(page, "perception.1", 3)).to_be_checked()
    expect(page.locator(".site-note")).to_contain_text("副本")
