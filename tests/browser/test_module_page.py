"""The folded boxes of a module: links open them, buttons copy, paper leaves some of them out."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import ROOT

MODULE = "/m/trust-stages/"
SCREEN = {"width": 1280, "height": 800}
MOST_SCREENS = 8


def closed_part(page: Page) -> str:
    """Return the id of the first folded part of the commentary."""
    summary = page.locator(".commentary details:not([open]) > summary[id]").nth(1)
    return str(summary.get_attribute("id"))


def test_a_link_opens_the_part_that_it_leads_to(page: Page) -> None:
    page.goto(MODULE)
    part = closed_part(page)
    page.goto(f"{MODULE}#{part}")
    box = page.locator(".commentary details").filter(has=page.locator(f"[id='{part}']"))
    expect(box).to_have_attribute("open", "")
    expect(page.locator(f"[id='{part}']")).to_be_in_viewport()


@pytest.mark.parametrize("place", ["trust-stages.perception", "trust-stages.choices"])
def test_another_place_in_the_address_opens_its_part_and_paper_has_it(
    page: Page, place: str
) -> None:
    page.goto(f"{MODULE}#trust-stages.idea")
    expect(page.locator("html[data-playbook=ready]")).to_be_attached()
    box = page.locator(f"details:has(> summary[id='{place}']), details[id='{place}']")
    expect(box).not_to_have_attribute("open", "")
    page.evaluate("place => { location.hash = place; }", place)
    expect(box).to_have_attribute("open", "")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(box).to_be_visible()


@pytest.mark.parametrize(
    "place", ["trust-stages.perception", "trust-stages.judgement", "trust-stages.facilitator"]
)
def test_a_place_in_a_closed_box_is_shown_when_the_address_names_it(page: Page, place: str) -> None:
    page.goto(MODULE)
    expect(page.locator("html[data-playbook=ready]")).to_be_attached()
    found = page.locator(f"[id='{place}']")
    page.evaluate("place => { location.hash = place; }", place)
    box = page.locator(f"details:has(> summary[id='{place}']), details[id='{place}']")
    expect(box).to_have_attribute("open", "")
    expect(found).to_be_in_viewport()


def test_paper_leaves_out_the_commentary_that_is_folded(page: Page) -> None:
    page.goto(MODULE)
    expect(page.locator("html[data-playbook]")).to_be_attached()
    part = closed_part(page)
    box = page.locator(".commentary details").filter(has=page.locator(f"[id='{part}']"))
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(box).to_be_hidden()
    expect(page.locator(".commentary")).to_be_hidden()
    expect(page.locator(".message-words").first).to_be_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    page.locator(f"[id='{part}']").click()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(box).to_be_visible()
    expect(page.locator(".commentary details").last).to_be_hidden()


def test_words_to_say_are_copied_without_their_answers(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(MODULE)
    message = page.locator("details.message").first
    message.locator("summary").click()
    message.locator("copy-button button").click()
    expect(message.locator("copy-button output")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.split() == message.locator(".message-words").inner_text().split()


@pytest.mark.parametrize("language", ["", "zh/"], ids=["en", "zh"])
def test_a_module_is_read_on_few_screens(page: Page, site: Path, language: str) -> None:
    page.set_viewport_size(SCREEN)
    heights = {}
    for module in sorted((site / language / "m").glob("*/index.html")):
        page.goto(f"/{language}m/{module.parent.name}/")
        page.evaluate("document.fonts.ready")
        for status in page.locator(".checklist-status").all():
            expect(status).to_be_visible()
        heights[module.parent.name] = page.evaluate("document.documentElement.scrollHeight")
    most = MOST_SCREENS * SCREEN["height"]
    assert {name: height for name, height in heights.items() if height > most} == {}
    assert len(heights) == len(list((ROOT / "playbook_data/modules").glob("*/*.yml")))
