"""Every picture, from its folder's example: drawn, in words, as a table, on screens and paper."""

from collections.abc import Iterator, Mapping

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.axe import violations_by_day_and_night
from tests.browser.conftest import new_context
from tests.browser.picture_page import example, hand_over, show, show_block
from tests.browser.server import SiteServer
from tests.browser.tool_page import TRUST, address
from tests.picture_examples import KINDS, LANGUAGES

DESK = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 740}
OUTSIDE = """figure => [...figure.querySelectorAll(".picture-image *")].filter(each => {
  const box = each.getBoundingClientRect();
  return box.left < -1 || box.right > innerWidth + 1;
}).length"""


@pytest.fixture(scope="module")
def pages(chromium: Browser, shared_server: SiteServer) -> Iterator[Mapping[str, Page]]:
    """A tool's page in each language, where one picture after the other is shown."""
    context = new_context(chromium, shared_server)
    pages = {language: context.new_page() for language in LANGUAGES}
    for language, page in pages.items():
        page.goto(address(TRUST, language))
    yield pages
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_is_drawn_with_its_words_and_its_table(
    pages: Mapping[str, Page], kind: str, language: str
) -> None:
    block = example(kind, language)
    figure = show_block(pages[language], block)
    expect(figure).to_have_attribute("data-picture", kind)
    image = figure.get_by_role("img", name=block["alternative"], exact=True)
    expect(image).to_be_visible()
    size = image.bounding_box()
    assert size
    assert size["height"] > 80
    expect(figure.locator(".picture-alternative")).to_have_count(0)
    see_table(figure, block["data"].get("rows", []))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_in_a_picture_on_any_screen(
    pages: Mapping[str, Page], kind: str, language: str
) -> None:
    page = pages[language]
    page.set_viewport_size(DESK)
    figure = show_block(page, example(kind, language))
    figure.locator("details").evaluate_all("all => all.forEach(each => (each.open = true))")
    assert violations_by_day_and_night(page, "figure.picture") == []
    page.set_viewport_size(PHONE)
    assert violations_by_day_and_night(page, "figure.picture") == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert figure.evaluate(OUTSIDE) == 0


@pytest.mark.parametrize("kind", KINDS)
def test_paper_shows_picture_and_table_on_white(pages: Mapping[str, Page], kind: str) -> None:
    page = pages["en"]
    page.emulate_media(media="screen", color_scheme="dark")
    figure = show_block(page, example(kind))
    page.emulate_media(media="print", color_scheme="dark")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(figure.locator(".picture-image")).to_be_visible()
    expect(figure.locator("details:not([open])")).to_have_count(0)
    ground = figure.evaluate("figure => getComputedStyle(figure).getPropertyValue('--surface')")
    assert ground.strip() == "#ffffff"


def test_a_picture_is_loaded_when_a_report_shows_it(page: Page, server: SiteServer) -> None:
    show(page, "funnel")
    pictures = [path for path in server.asked if any(f"/{kind}-" in path for kind in KINDS)]
    assert len(pictures) == 1
    assert "/funnel-" in pictures[0]


def test_a_picture_that_nobody_can_draw_is_told_in_words(page: Page) -> None:
    page.route("**/funnel-*.js", lambda route: route.abort())
    page.goto(address(TRUST))
    hand_over(page, example("funnel"))
    figure = page.locator("figure.picture")
    expect(figure.locator("table")).to_be_visible()
    expect(figure.locator(".picture-alternative")).to_have_text(example("funnel")["alternative"])
    expect(figure.locator(".picture-frame")).to_have_count(0)


def see_table(figure: Locator, rows: list[list[str]]) -> None:
    """Open the same as a table, where there is one."""
    expect(figure.locator("tbody tr")).to_have_count(len(rows))
    if not rows:
        return
    expect(figure.locator("table")).to_be_hidden()
    figure.locator("summary").press("Enter")
    expect(figure.locator("tbody tr").first).to_contain_text(rows[0][0])
