"""Any plain web server: at a sub-path, at another address, with one page for what is missing."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser.server import SiteServer
from tests.browser.tool_page import LANGUAGES, TRUST, TRUST_ANSWERS, address, answer_all, see_result

pytestmark = pytest.mark.early_engine

NOWHERE = ("/nothing/", "/zh/nothing/", "/zh/m/so/deep/nothing.html")
DARK = "rgb(17, 23, 22)"
INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)


@pytest.fixture
def below(site: Path, tmp_path: Path) -> Iterator[SiteServer]:
    """The site at a sub-path of an address that it was not built for."""
    (tmp_path / "guides").mkdir()
    (tmp_path / "guides" / "trust").symlink_to(site, target_is_directory=True)
    (tmp_path / "404.html").write_text("not here", "utf-8")
    server = SiteServer(tmp_path)
    yield server
    server.close()


def test_everything_works_at_a_sub_path_of_another_address(
    context: BrowserContext, below: SiteServer
) -> None:
    page = context.new_page()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    home = f"{below.address}guides/trust/"
    page.goto(home + address(TRUST, "zh")[1:])
    answer_all(page, TRUST_ANSWERS)
    see_result(page)
    page.locator(".about-tool > summary").click()
    page.locator("copy-button button").first.click()
    expect(page.locator("copy-button output").first).to_have_text("已复制")
    assert page.evaluate("navigator.clipboard.readText()") == home + address(TRUST, "zh")[1:]
    expect(page.locator("page-address")).to_have_text(home + address(TRUST, "zh")[1:])
    page.locator("site-search input").fill("信任")
    page.locator("site-search [role=option]").first.click()
    page.wait_for_url(f"{home}zh/**")
    assert [path for path in below.asked if not path.startswith("/guides/trust/")] == []


def test_the_address_is_copied_where_the_browser_has_no_clipboard(
    context: BrowserContext, server: SiteServer
) -> None:
    page = context.new_page()
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined });")
    page.goto(address(TRUST))
    page.evaluate("document.addEventListener('copy', () => { window.copied = true; })")
    page.locator(".about-tool > summary").click()
    page.locator("copy-button button").first.click()
    expect(page.locator("copy-button output").first).to_have_text("Copied")
    assert page.evaluate("window.copied")
    page.evaluate("document.execCommand = () => false")
    page.locator("copy-button button").first.click()
    expect(page.locator("copy-button output").first).to_contain_text(
        server.address + address(TRUST)[1:]
    )


@pytest.mark.parametrize("path", NOWHERE)
def test_one_page_for_what_is_missing_serves_every_language_at_any_depth(
    page: Page, server: SiteServer, path: str
) -> None:
    def answer(route: Route) -> None:
        route.fulfill(status=404, path=server.folder / "404.html")

    page.route(f"**{path}", answer)
    page.goto(path)
    page.locator("html[data-playbook=ready]").wait_for()
    expect(page.locator("h1")).to_have_text("This page does not exist")
    chinese = page.locator("section[lang=zh-Hans]")
    expect(chinese).to_contain_text("没有这个页面")
    hrefs = page.locator("article section a").evaluate_all("all => all.map(each => each.pathname)")
    assert hrefs == [
        f"{home}{name}/" for home in ("/", "/zh/") for name in ("method", "a", "glossary")
    ]
    switch = page.locator("language-switch a")
    assert switch.evaluate("link => link.pathname") == "/zh/"
    assert page.evaluate("getComputedStyle(document.body).getPropertyValue('--measure')") == "66ch"
    chinese.locator("a").first.click()
    page.wait_for_url("**/zh/method/")


def test_the_page_for_what_is_missing_says_its_own_language_first(page: Page) -> None:
    page.goto("/zh/404.html")
    expect(page.locator("h1")).to_have_text("没有这个页面")
    expect(page.get_by_role("heading", level=2)).to_have_text("This page does not exist")


def test_the_inline_scripts_are_the_same_on_every_page(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    scripts = {text for page in pages for text in INLINE.findall(page.read_text("utf-8"))}
    assert len(pages) > 100
    assert len(scripts) == 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_dark_device_sees_no_light_before_the_scripts_have_come(
    page: Page, language: str
) -> None:
    page.emulate_media(color_scheme="dark")
    page.route("**/*.js", lambda _: None)
    page.goto(address(TRUST, language), wait_until="commit")
    page.locator(".page-foot").wait_for()
    grounds = (
        "[document.body, document.documentElement].map(e => getComputedStyle(e).backgroundColor)"
    )
    painted = {ground for ground in page.evaluate(grounds) if ground != "rgba(0, 0, 0, 0)"}
    assert painted == {DARK}


def test_back_and_forward_leave_true_addresses(page: Page) -> None:
    start = "/m/trust-stages/"
    page.goto(start)
    page.locator("html[data-playbook=ready]").wait_for()
    page.evaluate("window.sameVisit = true")
    page.locator('.md-content a[href$="#trust-stages.idea"]').first.click()
    ways = [start, f"{start}#trust-stages.idea"]
    assert where(page) == ways[-1]
    for link in ("/glossary/", "/a/", "/a/trust-stage-diagnostic/"):
        scroll_about(page)
        assert where(page) == ways[-1]
        follow(page, link)
        ways.append(link)
    scroll_about(page)
    page.locator("site-search input").fill("price")
    page.locator("site-search [role=option]").first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: not url.endswith(ways[-1]))
    ways.append(where(page))
    for step in (page.go_back, page.go_forward):
        order = ways[-2::-1] if step == page.go_back else ways[1:]
        for expected in order:
            step()
            page.wait_for_function("path => location.pathname === path", arg=expected.split("#")[0])
            scroll_about(page)
            assert where(page) == expected
    assert page.evaluate("window.sameVisit"), "the page was loaded anew"


def where(page: Page) -> str:
    """Return the address of a page, with its place."""
    return str(page.evaluate("location.pathname + location.hash"))


def follow(page: Page, path: str) -> None:
    """Follow a link of the page."""
    page.evaluate(
        "path => [...document.links].find(link => link.pathname === path && !link.hash).click()",
        path,
    )
    page.wait_for_url(f"**{path}")
    page.locator("html[data-playbook=ready]").wait_for()


def scroll_about(page: Page) -> None:
    """Scroll down and up, and wait until the theme has noted each place."""
    for part in (0.3, 0.6, 0.1):
        page.evaluate("part => scrollTo(0, part * document.body.scrollHeight)", part)
        page.wait_for_function("history.state && Math.abs(history.state.y - scrollY) < 2")
