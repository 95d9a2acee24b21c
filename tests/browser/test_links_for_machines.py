"""What the head of a built page names for machines is there, at the address that it names."""

import json
import re
from urllib.parse import urlsplit

import pytest
from lxml import etree
from playwright.sync_api import Page, expect

from tests.browser.server import SiteServer

PAGES = ("m/trust-stages/", "a/relationship-health/", "a/customer-ltv/", "c/one-day/")


def link_of(page: Page, kind: str) -> str:
    """Return the address of the one alternate of a kind that a page names."""
    links = page.locator(f'head link[rel~="alternate"][type="{kind}"]')
    expect(links).to_have_count(1)
    return str(links.evaluate("each => each.href"))


@pytest.mark.parametrize("folder", ["", "zh/"])
@pytest.mark.parametrize("address", PAGES)
def test_a_page_names_its_answer_to_oembed(
    page: Page, server: SiteServer, address: str, folder: str
) -> None:
    page.goto(f"{server.address}{folder}{address}")
    named = urlsplit(link_of(page, "application/json+oembed"))
    assert named.netloc
    answer = json.loads((server.folder / named.path.lstrip("/")).read_text("utf-8"))
    assert page.title().startswith(answer["title"])
    [source] = re.findall('src="([^"]*)"', answer["html"])
    page.goto(server.address + urlsplit(source).path.lstrip("/"))
    expect(page.locator(".embed-line")).to_be_visible()


@pytest.mark.parametrize("folder", ["", "zh/"])
@pytest.mark.parametrize("address", ["", *PAGES])
def test_a_page_names_its_picture(
    page: Page, server: SiteServer, address: str, folder: str
) -> None:
    page.goto(f"{server.address}{folder}{address}")

    def said(name: str) -> str:
        return page.locator(f'head meta[property="og:image{name}"]').get_attribute("content") or ""

    named = urlsplit(said(""))
    assert named.netloc
    shown = page.evaluate(
        """async (address) => {
          const image = Object.assign(new Image(), { src: address });
          await image.decode();
          return [image.naturalWidth, image.naturalHeight];
        }""",
        server.address + named.path.lstrip("/"),
    )
    assert shown == [int(said(":width")), int(said(":height"))]
    assert said(":alt")
    card = page.locator('head meta[name="twitter:card"]')
    expect(card).to_have_attribute("content", "summary_large_image")


@pytest.mark.parametrize("folder", ["", "zh/"])
def test_every_page_names_the_feed_of_its_language(
    page: Page, server: SiteServer, folder: str
) -> None:
    for address in ("", "teach/", "m/trust-stages/", "changes/"):
        page.goto(f"{server.address}{folder}{address}")
        named = link_of(page, "application/atom+xml")
        assert named == f"{server.address}{folder}changes/feed.xml"
    tree = etree.parse(server.folder / folder / "changes/feed.xml")
    assert tree.getroot().tag == "{http://www.w3.org/2005/Atom}feed"


@pytest.mark.parametrize("folder", ["", "zh/"])
def test_one_gets_from_a_page_to_what_changed_on_it(
    page: Page, server: SiteServer, folder: str
) -> None:
    page.goto(f"{server.address}{folder}m/service-standards/")
    link = page.locator(".last-change a")
    place = (link.get_attribute("href") or "").partition("#")[2]
    link.click()
    # The theme names the day above it in the address, where that comes into view first.
    expect(page.locator(f".change[id='{place}']")).to_be_in_viewport()
    few = page.locator("#change\\.customer-information .change-pages a").first
    few.click()
    expect(page).to_have_url(f"{server.address}{folder}m/service-standards/")
    page.locator(".site-links a[href$='changes/']").click()
    expect(page.locator("h1")).to_have_id("changes")
    page.goto(f"{server.address}{folder}teach/")
    page.locator(".actions a[href$='changes/']").click()
    expect(page.locator("h1")).to_have_id("changes")
    # The theme looks for languages among the links of a page.
    sitemaps = {path for path in server.asked if path.endswith("sitemap.xml")}
    assert sitemaps <= {"/sitemap.xml", "/zh/sitemap.xml"}


def test_a_page_that_stands_in_no_frame_offers_none(page: Page, server: SiteServer) -> None:
    page.goto(f"{server.address}changes/")
    expect(page.locator('head link[type="application/json+oembed"]')).to_have_count(0)
