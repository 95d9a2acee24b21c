"""Slides in the browser: shown one at a time, by keys and swipes; a list to read without script."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.axe import violations_by_day_and_night
from tests.browser.server import SiteServer
from tests.browser.tool_page import LANGUAGES

MODULE, COURSE = "m/trust-stages", "c/one-day"
EVERY_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)
SLIDE = "section.slide"
SHOWN = f"{SLIDE}[data-shown]"


def address(what: str = MODULE, language: str = "en", slide: str = "") -> str:
    place = f"#{what.partition('/')[2]}.slide.{slide}" if slide else ""
    return f"{'/zh' if language == 'zh' else ''}/{what}/slides/{place}"


def opened(page: Page, what: str = MODULE, language: str = "en", slide: str = "") -> Locator:
    page.goto(address(what, language, slide))
    expect(page.locator("slide-show[data-started]")).to_be_attached()
    return page.locator(SLIDE)


def present(page: Page) -> None:
    page.locator(".slide-acts [data-act=present]").click()
    expect(page.locator(SHOWN)).to_have_count(1)


def at(page: Page, name: str) -> None:
    """Wait until a slide is the one shown, in the address and on the screen."""
    expect(page.locator(SHOWN)).to_have_id(f"trust-stages.slide.{name}")
    expect(page).to_have_url(re.compile(rf"#trust-stages\.slide\.{name}$"))
    expect(page.locator(SHOWN)).to_be_focused()


@EVERY_LANGUAGE
def test_keys_lead_from_slide_to_slide(page: Page, language: str) -> None:
    slides = opened(page, language=language)
    present(page)
    at(page, "cover")
    for key, name in (
        ("ArrowRight", "goals"), (" ", "idea"), ("PageDown", "use"), ("ArrowLeft", "idea"),
        ("End", "further"), ("ArrowRight", "further"), ("Shift+ ", "monday"), ("Home", "cover"),
        ("ArrowUp", "cover"), ("ArrowDown", "goals"),
    ):  # fmt: skip
        page.keyboard.press(key.replace("+ ", "+Space"))
        at(page, name)
    expect(page.locator(".slide-place")).to_have_text(f"2 / {slides.count()}")
    expect(page.locator(".md-header")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(page.locator(SHOWN)).to_have_count(0)
    expect(page.locator(".md-header")).to_be_visible()
    expect(slides.nth(1)).to_be_focused()
    expect(slides.nth(1)).to_be_in_viewport()


def test_buttons_do_what_keys_do(page: Page) -> None:
    opened(page)
    present(page)
    controls = page.locator(".slide-controls")
    controls.locator("[data-act=next]").click()
    at(page, "goals")
    controls.locator("[data-act=next]").press(" ")
    at(page, "idea")
    controls.locator("[data-act=previous]").click()
    at(page, "goals")
    controls.locator("[data-act=leave]").click()
    expect(controls).to_be_hidden()


def test_the_show_begins_at_the_slide_of_the_address(page: Page) -> None:
    opened(page, slide="steps")
    present(page)
    at(page, "steps")


def test_a_part_that_a_language_has_not_leads_to_its_first(page: Page) -> None:
    slides = opened(page, slide="steps-9")
    steps = slides.and_(page.locator("[id='trust-stages.slide.steps']"))
    expect(steps).to_be_in_viewport()
    present(page)
    at(page, "steps")


def test_the_other_language_shows_the_same_slide(page: Page) -> None:
    opened(page)
    present(page)
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    at(page, "picture")
    page.keyboard.press("Escape")
    expect(page.locator(SHOWN)).to_have_count(0)
    page.locator("language-switch a").click()
    expect(page).to_have_url(
        re.compile(r"/zh/m/trust-stages/slides/#trust-stages\.slide\.picture$")
    )
    expect(page.locator("slide-show[data-started]")).to_be_attached()
    present(page)
    at(page, "picture")
    expect(page.locator(f"{SHOWN} h2")).to_have_text("信任路径")


@EVERY_LANGUAGE
def test_notes_come_and_go_with_a_key_and_a_box(page: Page, language: str) -> None:
    opened(page, language=language, slide="exercise")
    notes = page.locator("[id='trust-stages.slide.exercise'] .slide-notes")
    answer = {"en": "Expected: stage 1, stage 3 hollow", "zh": "参考答案：阶段1，阶段3空心"}
    expect(notes).not_to_have_attribute("open", "")
    present(page)
    expect(notes).to_be_hidden()
    page.keyboard.press("n")
    expect(notes).to_contain_text(answer[language])
    expect(notes).to_be_visible()
    expect(page.locator(".slide-controls [data-act=notes]")).to_be_checked()
    page.keyboard.press("n")
    expect(notes).to_be_hidden()
    page.keyboard.press("Escape")
    page.locator(".slide-acts [data-act=notes]").check()
    expect(notes.locator("dd").first).to_be_visible()


LATE_FULL_SCREEN = """
const real = Element.prototype.requestFullscreen;
Element.prototype.requestFullscreen = function () {
  return new Promise((done) => (globalThis.grant = () => real.call(this).then(done)));
};
"""


def test_who_left_before_the_full_screen_came_has_the_page_again(page: Page) -> None:
    page.add_init_script(LATE_FULL_SCREEN)
    opened(page)
    present(page)
    page.keyboard.press("Escape")
    expect(page.locator(SHOWN)).to_have_count(0)
    page.evaluate("grant()")
    page.wait_for_function("!document.fullscreenElement")
    page.locator("language-switch a").click()
    expect(page).to_have_url(re.compile("/zh/"))


def test_a_swipe_turns_over_where_there_is_no_full_screen(
    chromium: Browser, server: SiteServer
) -> None:
    context = chromium.new_context(
        base_url=server.address, viewport={"width": 360, "height": 740}, has_touch=True
    )
    # As on many telephones.
    context.add_init_script("delete Element.prototype.requestFullscreen")
    page = context.new_page()
    opened(page)
    present(page)
    for distance, name in ((-120, "goals"), (-120, "idea"), (120, "goals"), (10, "goals")):
        swipe(page, distance)
        at(page, name)
    context.close()


def swipe(page: Page, distance: int) -> None:
    """Draw a finger across the slide, by so many pixels."""
    session = page.context.new_cdp_session(page)
    for kind, points in (
        ("touchStart", [{"x": 180, "y": 300}]),
        ("touchMove", [{"x": 180 + distance, "y": 304}]),
        ("touchEnd", []),
    ):
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    session.detach()


def test_a_letter_typed_on_the_list_does_nothing(page: Page) -> None:
    opened(page)
    page.locator("body").press("n")
    page.locator("body").press("ArrowRight")
    expect(page.locator("slide-show[data-notes]")).to_have_count(0)
    expect(page).to_have_url(re.compile(r"/slides/$"))


@EVERY_LANGUAGE
def test_without_script_the_page_is_a_list_of_slides(
    chromium: Browser, server: SiteServer, language: str
) -> None:
    context = chromium.new_context(base_url=server.address, java_script_enabled=False)
    page = context.new_page()
    page.goto(address(language=language))
    slides = page.locator(SLIDE)
    assert slides.count() >= 10
    for slide in slides.all():
        expect(slide.locator(".slide-title")).to_be_visible()
        expect(slide.locator(".slide-notes")).to_be_visible()
    expect(page.locator(".slide-acts")).to_be_hidden()
    expect(page.locator(".slide-controls")).to_be_hidden()
    expect(page.locator("a[download]")).to_be_visible()
    context.close()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("what", [MODULE, COURSE])
@EVERY_LANGUAGE
def test_nothing_is_wider_than_its_slide(page: Page, what: str, language: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    opened(page, what, language)
    wide = page.evaluate(
        """() => [...document.querySelectorAll(".slide-face *")]
          .filter((each) => {
            const face = each.closest(".slide-face").getBoundingClientRect();
            const { left, right, bottom, width } = each.getBoundingClientRect();
            const isBeside = left < face.left - 1 || right > face.right + 1;
            return width > 0 && (isBeside || bottom > face.bottom + 1);
          }).map((each) => each.textContent.trim())"""
    )
    assert wide == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("what", [MODULE, COURSE])
@EVERY_LANGUAGE
def test_every_slide_has_the_shape_of_a_screen(page: Page, what: str, language: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 720})
    opened(page, what, language)
    shapes = page.evaluate(
        """() => [...document.querySelectorAll(".slide")].map((slide) => {
          const { width, height } = slide.querySelector(".slide-face").getBoundingClientRect();
          return [slide.id, Math.round(100 * width / height)];
        })"""
    )
    # Sixteen to nine: what did not fit would make its slide higher.
    assert [shape for shape in shapes if abs(shape[1] - 178) > 1] == []


@EVERY_LANGUAGE
def test_axe_has_nothing_to_say(page: Page, language: str) -> None:
    opened(page, COURSE, language)
    assert violations_by_day_and_night(page) == []
    opened(page, MODULE, language)
    page.locator(".slide-acts [data-act=notes]").check()
    assert violations_by_day_and_night(page) == []
    present(page)
    assert violations_by_day_and_night(page) == []


def test_on_paper_a_slide_is_a_page(page: Page) -> None:
    slides = opened(page)
    count = slides.count()
    content = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", content)) == count
    # 297 and 167.06 millimetres, in points.
    assert re.search(rb"/MediaBox\s*\[0 0 84[12][.\d]* 47[34][.\d]*\]", content)


@EVERY_LANGUAGE
def test_the_pages_of_modules_and_courses_lead_to_slides_and_file(
    page: Page, language: str
) -> None:
    for what, file in ((MODULE, "m-trust-stages"), (COURSE, "c-one-day")):
        page.goto(address(what, language).removesuffix("slides/"))
        links = page.locator(f".md-content a[href$='{file}.{language}.pptx']")
        expect(links.first).to_be_attached()
        expect(page.locator(".md-content a[href$='slides/']").first).to_be_attached()
        answer = page.request.get(links.first.evaluate("link => link.href"))
        assert answer.body()[:2] == b"PK"
