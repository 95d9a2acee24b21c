"""Every reader can read it: axe, narrow windows, both ways of reading, light and dark, paper."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.axe import violations_by_day_and_night
from tests.browser.tool_page import (
    LANGUAGES,
    TRUST,
    TRUST_ANSWERS,
    address,
    answer_all,
    ready,
    see_result,
)

DATA = Path(__file__).resolve().parent.parent.parent / "playbook_data"
PAGES = {
    "home": "/",
    "module": "/m/trust-stages/",
    "assessment": address(TRUST),
    "calculator": address("customer-ltv"),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(page: Page, name: str, language: str) -> None:
    page.goto(PAGES[name] if language == "en" else f"/{language}{PAGES[name]}")
    assert violations_by_day_and_night(page) == []


SCREENS: Sequence[ViewportSize] = ({"width": 1280, "height": 800}, {"width": 360, "height": 740})
FIRST = ".dimension legend, .inputs .field"
"""What a tool asks first: a question, or a number with its name."""
LINE = 24
TOOLS = sorted(
    path.stem for kind in ("assessments", "calculators") for path in DATA.glob(f"{kind}/*.yml")
)


def test_the_first_question_of_a_tool_stands_in_the_first_screen(page: Page) -> None:
    for number, tool in enumerate(TOOLS):
        # In turn on a desk and on a phone, in the one language and in the other.
        screen = SCREENS[number % 2]
        language = LANGUAGES[number // 2 % 2]
        page.set_viewport_size(screen)
        page.goto(address(tool, language))
        ready(page)
        box = page.locator(FIRST).first.bounding_box()
        assert box, tool
        assert box["y"] < screen["height"] - LINE, f"{tool} in {language} on {screen}: {box}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_in_a_report(page: Page, language: str) -> None:
    page.goto(address(TRUST, language))
    answer_all(page, TRUST_ANSWERS)
    see_result(page)
    assert violations_by_day_and_night(page) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_a_phone_needs_no_sideways_scrolling(page: Page, name: str, language: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(PAGES[name] if language == "en" else f"/{language}{PAGES[name]}")
    if name == "assessment":
        answer_all(page, TRUST_ANSWERS)
        see_result(page)
    too_wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert too_wide <= 0


TOO_NEAR = """least => {
  const controls = ":is(.md-typeset, dialog) :is(.quiet, .action, .button, [type=text], [type=search])";
  const shown = [...document.querySelectorAll(controls)].filter((each) => each.checkVisibility({ visibilityProperty: true }));
  const over = document.querySelector("dialog[open]");
  const near = over ? shown.filter((each) => over.contains(each)) : shown;
  return near.flatMap((one, place) => near.slice(place + 1).flatMap((other) => {
    const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
    const across = Math.max(a.left - b.right, b.left - a.right);
    const down = Math.max(a.top - b.bottom, b.top - a.bottom);
    return Math.max(across, down) < least ? [`${one.outerHTML} ${other.outerHTML}`] : [];
  }));
}"""  # noqa: E501
APART = 4
"""Pixels between two controls, at least: a finger must not press both."""


@pytest.mark.parametrize("screen", SCREENS, ids=["desk", "phone"])
@pytest.mark.parametrize("path", ["/a/", "/me/", "/team/", "/teach/", address(TRUST)])
def test_controls_stand_apart(page: Page, path: str, screen: ViewportSize) -> None:
    page.set_viewport_size(screen)
    page.goto(path)
    page.locator("html[data-playbook=ready]").wait_for()
    if path == "/me/":
        page.locator('[data-act="sample"]').click()
        page.locator("tr[data-line]").first.wait_for()
        assert page.evaluate(TOO_NEAR, APART) == []
        page.locator('[data-act="rename"]').first.click()
        page.locator(".question-dialog").wait_for()
    assert page.evaluate(TOO_NEAR, APART) == []


IN_THE_BAR = """() => [".tool-progress progress", "[data-progress-text]", ".saved"].map((name) => {
  const range = document.createRange();
  const place = document.querySelector(name);
  if (place.tagName === "PROGRESS") return place.getBoundingClientRect().toJSON();
  range.selectNodeContents(place);
  return range.getBoundingClientRect().toJSON();
})"""


@pytest.mark.usefixtures("context")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screen", SCREENS, ids=["desk", "phone"])
def test_how_far_and_since_when_stand_side_by_side(
    page: Page, screen: ViewportSize, language: str
) -> None:
    page.set_viewport_size(screen)
    page.clock.set_fixed_time("2026-09-30T09:30:00Z")
    page.goto(address(TRUST, language))
    answer_all(page, TRUST_ANSWERS)
    page.clock.set_fixed_time("2026-12-01T09:30:00Z")
    page.reload()
    ready(page)
    expect(page.locator(".saved")).to_contain_text("30")
    bar, count, saved = page.evaluate(IN_THE_BAR)
    assert bar["width"] > LINE
    assert saved["left"] >= count["right"] or saved["top"] >= count["bottom"] - 1
    assert saved["right"] <= screen["width"]


def test_paper_shows_the_report_before_the_answers_and_no_controls(page: Page) -> None:
    page.goto(address(TRUST))
    answer_all(page, TRUST_ANSWERS)
    report = see_result(page)
    page.emulate_media(media="print")
    expect(report.locator(".summary")).to_be_visible()
    top = "element => element.getBoundingClientRect().top"
    assert report.evaluate(top) < page.locator(".tool-bar").evaluate(top)
    for chrome in (".md-header", ".md-footer", ".report-actions", '[data-action="score"]'):
        expect(page.locator(chrome).first).to_be_hidden()


def test_paper_shows_every_question_and_the_working(page: Page) -> None:
    page.goto(address(TRUST))
    answer_all(page, TRUST_ANSWERS)
    see_result(page)
    page.locator('[data-action="one-by-one"]').click()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".question").filter(visible=True)).to_have_count(15)
    closed = page.locator("tool-report[data-report] details:not([open])")
    expect(closed).to_have_count(0)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".question").filter(visible=True)).to_have_count(1)


@pytest.mark.parametrize("width", [360, 768, 1280])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_of_the_map_is_whole_and_leads_somewhere(
    page: Page, language: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/" if language == "en" else f"/{language}/")
    parts = page.locator(".map a")
    assert parts.count() > 30
    lost = parts.evaluate_all(
        """links => {
            const frame = document.querySelector(".map").getBoundingClientRect();
            const whole = (box) => box.left >= frame.left - 1 && box.right <= frame.right + 1;
            const fits = (link) => link.scrollWidth <= Math.ceil(link.clientWidth) + 9;
            const right = (link) => link.href && whole(link.getBoundingClientRect()) && fits(link);
            return links.filter((link) => !right(link)).map((link) => link.textContent);
        }"""
    )
    assert lost == []


MIRRORED = {
    "/": (".md-logo", ".language-switch", "a.door", ".map-area", "a.place", "li.path"),
    "/m/trust-stages/": (".md-sidebar--secondary", ".where-way li", ".steps > li", "summary", "td"),
    address(TRUST): (
        ".tool-bar",
        ".answer input",
        ".answer-value",
        ".summary",
        ".bar",
        ".bar-value",
    ),
}


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", MIRRORED)
def test_a_page_read_from_right_to_left_is_its_own_mirror(
    page: Page, path: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(path)
    if path == address(TRUST):
        answer_all(page, TRUST_ANSWERS)
        see_result(page)
    before = places(page, MIRRORED[path])
    page.evaluate("document.body.dir = document.documentElement.dir = 'rtl'")
    after = places(page, MIRRORED[path])
    room = page.evaluate("document.documentElement.clientWidth")
    for name, boxes in before.items():
        for (start, end), (end_there, start_there) in zip(boxes, after[name], strict=True):
            assert room - start_there == pytest.approx(start, abs=2), name
            assert room - end_there == pytest.approx(end, abs=2), name
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_a_dark_device_starts_dark_and_a_choice_of_light_stays(
    page: Page, page_without_scripts: Page
) -> None:
    for each in (page, page_without_scripts):
        each.emulate_media(color_scheme="dark")
        each.goto("/")
        assert ground(each) == "rgb(17, 23, 22)"
    page.locator("label[for=__palette_1]").click()
    page.reload()
    assert ground(page) == "rgb(251, 250, 247)"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_bar_of_a_phone_has_the_colour_of_the_ground(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto("/")
    bar = page.locator("meta[name=theme-color]")
    expect(bar).to_have_count(1)
    channels = [int(channel) for channel in re.findall(r"\d+", ground(page))]
    expect(bar).to_have_attribute("content", "#" + "".join(f"{each:02x}" for each in channels))


def places(page: Page, selectors: Sequence[str]) -> dict[str, list[tuple[float, float]]]:
    """Return where the visible boxes of each selector begin and end, from the left."""
    return {
        selector: [
            (box["x"], box["x"] + box["width"])
            for each in page.locator(selector).filter(visible=True).all()[:12]
            if (box := each.bounding_box())
        ]
        for selector in selectors
    }


def ground(page: Page) -> str:
    """Return the colour that the page lies on."""
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))
