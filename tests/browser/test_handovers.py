"""Results of one tool become inputs of another, once the reader has seen and confirmed them."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.answers_page import tables
from tests.browser.axe import violations
from tests.browser.tool_page import (
    LANGUAGES,
    address,
    answer_all,
    go_to,
    ready,
    see_result,
    settle,
)
from tests.browser.waiting import wait_until
from tests.definitions import definition

PHONE = {"width": 360, "height": 740}
WORDS = {
    "en": {"look": "See what comes", "take": "Bring it in", "undo": "Undo"},
    "zh": {"look": "查看将带入的内容", "take": "带入", "undo": "撤销"},
}


def map_of_people(page: Page, language: str, subject: str) -> None:
    """Show the first example of the map as the reader's own."""
    page.goto(address("decision-chain-map", language))
    ready(page)
    page.locator('[data-action="example"]').first.click()
    page.locator("tool-report[data-report] .summary").wait_for()
    page.locator('[name="subject"]').fill(subject)
    page.locator('[name="subject"]').press("Tab")
    page.locator('[data-path="people[].influence"]').first.fill("4")
    kept = len(tables(page)["results"])
    see_result(page)
    # The report of the example stands there already.
    wait_until(page, lambda: len(tables(page)["results"]) > kept)
    settle(page)


def questions(tool: str) -> list[str]:
    dimensions = definition(tool)["dimensions"]
    return [question["id"] for each in dimensions for question in each["questions"]]


def bring_in(page: Page, name: str) -> None:
    """Open what other tools offer, and bring it in."""
    page.locator("details[data-receives] > summary").click()
    entry(page, name).get_by_role("button", name=WORDS["en"]["look"]).click()
    page.get_by_role("dialog").get_by_role("button", name=WORDS["en"]["take"], exact=True).click()


def entry(page: Page, name: str) -> Locator:
    return page.locator(f'[data-entry="{name}"]')


@pytest.mark.parametrize("language", LANGUAGES)
def test_people_come_from_the_map_are_confirmed_and_taken_back(page: Page, language: str) -> None:
    if language == "zh":
        page.set_viewport_size(PHONE)
    words = WORDS[language]
    map_of_people(page, language, "Yunhe")
    people = page.locator('[data-path="people"] > [data-row]').count()
    onward = page.locator(".hands-on a")
    expect(onward).to_have_count(3)
    onward.and_(page.locator('[href*="relationship-depth"]')).press("Enter")
    page.wait_for_url("**/a/relationship-depth/**")
    ready(page)
    expect(page.locator("details[data-receives]")).to_have_attribute("open", "")
    offer = entry(page, "people")
    expect(offer).to_have_attribute("data-ready", "")
    expect(offer.locator("option")).to_contain_text("Yunhe")
    look = offer.get_by_role("button", name=words["look"])
    look.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog.locator("tbody tr")).to_have_count(people)
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(look).to_be_focused()
    rows = page.locator('[data-path="people"] > [data-row]')
    expect(page.locator('[data-path="people[].influence"]').first).to_have_value("")
    look.press("Enter")
    dialog.get_by_role("button", name=words["take"], exact=True).press("Enter")
    expect(rows).to_have_count(people)
    expect(page.locator('[data-path="people[].influence"]').first).to_have_value("4")
    settle(page)
    page.reload()
    ready(page)
    expect(page.locator('[data-path="people[].influence"]').first).to_have_value("4")
    expect(page.locator("details[data-receives]")).to_have_attribute("open", "")
    look.press("Enter")
    dialog.get_by_role("button", name=words["take"], exact=True).press("Enter")
    undo = page.get_by_role("button", name=words["undo"], exact=True)
    undo.wait_for()
    page.locator('[data-path="people[].influence"]').first.fill("2")
    undo.press("Enter")
    expect(page.locator('[data-path="people[].influence"]').first).to_have_value("4")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_where_the_offers_are_open(page: Page, language: str) -> None:
    page.goto(address("improvement-plan", language))
    ready(page)
    page.locator("details[data-receives] > summary").click()
    expect(page.locator(".receives-title").first).to_be_visible()
    assert violations(page) == []


def test_what_gave_way_to_a_result_is_kept_beside_it_in_the_other_language_too(page: Page) -> None:
    map_of_people(page, "en", "Yunhe")
    page.goto(address("relationship-depth"))
    ready(page)
    influence = page.locator('[data-path="people[].influence"]').first
    page.locator('[name="subject"]').fill("Yunhe")
    page.locator('[name="subject"]').press("Tab")
    # Until the name is taken, what is typed is about nobody.
    expect(page.get_by_text("Switched to “Yunhe”")).to_be_attached()
    influence.fill("2")
    settle(page)
    bring_in(page, "people")
    expect(influence).to_have_value("4")
    settle(page)
    page.goto(address("relationship-depth", "zh"))
    ready(page)
    expect(influence).to_have_value("4")
    page.get_by_role("button", name="改为显示那一份").click()
    expect(influence).to_have_value("2")


def test_undo_keeps_what_was_typed_since(page: Page) -> None:
    map_of_people(page, "en", "Yunhe")
    page.goto(address("relationship-depth"))
    ready(page)
    influence = page.locator('[data-path="people[].influence"]').first
    bring_in(page, "people")
    expect(influence).to_have_value("4")
    influence.fill("3")
    settle(page)
    page.get_by_role("button", name=WORDS["en"]["undo"], exact=True).click()
    expect(influence).to_have_value("")
    page.get_by_role("button", name="Show those instead").click()
    expect(influence).to_have_value("3")


def test_what_is_asked_must_be_a_number_within_its_limits(page: Page) -> None:
    page.goto(address("customer-ltv"))
    ready(page)
    page.locator('[data-action="example"]').first.click()
    page.locator("tool-report[data-report] .summary").wait_for()
    page.locator('[data-path="years"]').fill("4")
    see_result(page)
    settle(page)
    go_to(page, address("pressure-ratio"))
    ready(page)
    page.locator("details[data-receives] > summary").click()
    offer = entry(page, "cap")
    chance = offer.locator("[data-asked=chance]")
    chance.fill("3")
    offer.locator("[data-look]").click()
    assert chance.evaluate("field => field.validationMessage") == "Write a number from 0 to 1."
    expect(page.get_by_role("dialog")).to_have_count(0)
    chance.fill("30 %")
    offer.locator("[data-look]").click()
    page.get_by_role("dialog").get_by_role("button", name="Bring it in").click()
    expect(page.locator('[data-path="cap"]')).not_to_have_value("")


def test_every_account_with_a_tier_joins_the_allocation(page: Page) -> None:
    for subject, answer in (("Yunhe", 3), ("Orchid", 0)):
        page.goto(address("customer-value-tiering"))
        ready(page)
        page.locator('[name="subject"]').fill(subject)
        page.locator('[name="subject"]').press("Tab")
        if subject == "Orchid":
            page.get_by_role("button", name="Start again about “Orchid”").click()
            expect(page.locator(".question input[type=radio]:checked")).to_have_count(0)
        answer_all(page, dict.fromkeys(questions("customer-value-tiering"), answer))
        see_result(page)
        settle(page)
    page.goto(address("resource-allocation"))
    ready(page)
    page.locator("details[data-receives] > summary").click()
    expect(page.locator("[data-slot=ready]")).to_have_text("ready: 1")
    offer = entry(page, "tiers")
    expect(offer.locator("option")).to_contain_text("all with a result: 2")
    offer.locator("[data-look]").click()
    page.get_by_role("dialog").get_by_role("button", name="Bring it in").click()
    names = page.locator('[data-path="accounts[].id"]')
    wait_until(page, lambda: {"Yunhe", "Orchid"} <= {each.input_value() for each in names.all()})
    # The blank rows that stood there are no accounts.
    expect(names).to_have_count(2)
    expect(page.locator('[name="scheme"]')).to_have_value("tiers")
