"""What is wrong with a form: told by field, kept until it is mended, and one press away."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import answers_page
from tests.browser.axe import violations_by_day_and_night
from tests.browser.server import SiteServer
from tests.browser.tool_page import LANGUAGES, TRUST, address

PEOPLE = '[data-path="people"] > [data-row]'
INFLUENCE = '[data-path="people[].influence"]'


def summary(page: Page) -> Locator:
    return page.locator("[data-error-summary]")


def refuse(page: Page) -> None:
    """Ask for a result that cannot be had, and wait for the reasons."""
    page.locator('[data-action="score"]').click()
    expect(summary(page)).to_be_focused()


def fill(page: Page, values: dict[str, str]) -> None:
    for name, typed in values.items():
        page.locator(f'[name="{name}"]').fill(typed)


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_link_leads_to_the_very_field_and_nowhere_else(
    page: Page, server: SiteServer, language: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 720})
    page.goto(address("customer-ltv", language))
    fill(page, {"revenue": "many", "years": "many", "cac": "many"})
    refuse(page)
    links = summary(page).locator("a")
    texts = links.all_inner_texts()
    address_before, asked = page.url, len(server.asked)
    for number, name in enumerate(("revenue", "margin", "years", "cac")):
        links.nth(number).click()
        expect(page.locator(f'[name="{name}"]')).to_be_focused()
        assert is_below_the_bar(page)
    assert (page.url, server.asked[asked:]) == (address_before, [])
    assert links.all_inner_texts() == texts
    expect(page.locator(".field-error")).to_have_count(len(texts))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_link_leads_to_the_very_cell_of_a_row(
    page: Page, server: SiteServer, language: str
) -> None:
    page.goto(address("decision-chain-map", language))
    page.locator('[data-action="example"]').first.click()
    page.locator("tool-report[data-report] .summary").wait_for()
    cell = page.locator(PEOPLE).nth(2).locator(INFLUENCE)
    cell.fill("9")
    refuse(page)
    address_before, asked = page.url, len(server.asked)
    link = summary(page).locator("a").first
    text = link.inner_text()
    assert "3" in text
    labels = page.locator(PEOPLE).nth(2).locator(f".cell:has({INFLUENCE}) .cell-label")
    assert labels.inner_text().strip() in text
    assert (
        page.locator('[data-path="people"]')
        .first.locator("xpath=..")
        .locator("> legend")
        .inner_text()
        .strip()
        in text
    )
    link.press("Enter")
    expect(cell).to_be_focused()
    assert is_below_the_bar(page)
    assert (page.url, server.asked[asked:]) == (address_before, [])
    described = str(cell.get_attribute("aria-describedby")).split()
    shown = page.locator(f".cell:has({INFLUENCE}) > .field-error")
    assert shown.get_attribute("id") in described
    expect(cell).to_have_attribute("aria-invalid", "true")


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_what_was_mended_is_no_longer_told(page: Page, language: str) -> None:
    page.goto(address("customer-ltv", language))
    fill(page, {"revenue": "many", "years": "many", "cac": "many"})
    refuse(page)
    items = summary(page).locator("li")
    texts = items.all_inner_texts()
    assert len(texts) == 4
    fill(page, {"years": "5"})
    expect(items).to_have_count(3)
    left = "3 places left to check" if language == "en" else "还有3处需要检查"
    expect(summary(page).locator("[data-problems-left]")).to_have_text(left)
    assert items.all_inner_texts() == [texts[0], texts[1], texts[3]]
    expect(page.locator('[name="years"]')).not_to_have_attribute("aria-invalid", "true")
    expect(page.locator('[name="revenue"]')).to_have_attribute("aria-invalid", "true")
    expect(page.locator(".field-error")).to_have_count(3)
    expect(page.locator('[name="years"]')).to_be_focused()


def test_a_field_that_is_still_wrong_says_what_is_wrong_now(page: Page) -> None:
    page.goto(address("customer-ltv"))
    fill(page, {"revenue": "1000", "margin": "0.3", "years": "many"})
    refuse(page)
    fill(page, {"years": "50"})
    wrong = "“Period” must be from 1 to 30, not 50. Check the number and its unit."
    expect(summary(page).locator("li")).to_have_text([wrong])
    expect(page.locator(".field-error")).to_have_text([wrong])


def test_nothing_new_is_told_before_it_is_asked_for(page: Page) -> None:
    page.goto(address("customer-ltv"))
    fill(page, {"revenue": "many", "margin": "0.3"})
    refuse(page)
    fill(page, {"years": "many", "revenue": "1000"})
    expect(summary(page)).to_be_hidden()
    expect(page.locator(".field-error")).to_have_count(0)
    refuse(page)
    expect(summary(page).locator("li")).to_have_count(1)
    fill(page, {"years": "5"})
    expect(summary(page)).to_be_hidden()
    page.locator('[data-action="score"]').click()
    expect(page.locator("tool-report[data-report] .summary")).to_be_visible()


def test_what_is_wrong_with_a_row_goes_with_the_row(page: Page) -> None:
    page.goto(address("decision-chain-map"))
    page.locator('[data-action="example"]').first.click()
    page.locator("tool-report[data-report] .summary").wait_for()
    for row in (1, 2):
        page.locator(PEOPLE).nth(row).locator(INFLUENCE).fill("9")
    refuse(page)
    expect(summary(page).locator("li")).to_have_count(2)
    page.locator(PEOPLE).nth(1).locator('[data-action="remove-row"]').click()
    expect(summary(page).locator("li")).to_have_count(1)
    expect(summary(page).locator("li")).to_contain_text("“Influence” in row 2 of")
    summary(page).locator("a").click()
    expect(page.locator(PEOPLE).nth(1).locator(INFLUENCE)).to_be_focused()


def test_the_problems_of_one_subject_are_not_those_of_another(page: Page) -> None:
    page.goto(address("customer-ltv"))
    fill(page, {"revenue": "many"})
    refuse(page)
    answers_page.name(page, "Yunhe")
    fill(page, {"margin": "0.3"})
    answers_page.name(page, "Kestrel")
    answers_page.say_to(page, "Start again")
    expect(page.locator('[name="revenue"]')).to_have_value("")
    expect(summary(page)).to_be_hidden()
    expect(page.locator(".field-error")).to_have_count(0)


@pytest.mark.parametrize("tool", ["customer-ltv", TRUST])
def test_a_link_within_the_page_goes_there_without_fetching_it(
    page: Page, server: SiteServer, tool: str
) -> None:
    page.goto(address(tool))
    page.locator("tool-form[data-started]").wait_for()
    page.wait_for_load_state("networkidle")
    form = page.locator("tool-form").element_handle()
    for number in (0, 1):
        asked = len(server.asked)
        if not page.locator(".about-tool[open]").count():
            page.locator(".about-tool > summary").click()
        link = page.locator(".jumps a").nth(number)
        place = str(link.get_attribute("href")).rpartition("#")[2]
        link.click()
        expect(page).to_have_url(f"{server.address.rstrip('/')}{address_of(tool)}#{place}")
        expect(page.locator(f"[id='{place}']")).to_be_in_viewport()
        assert page.locator(f"[id='{place}']").evaluate(BELOW_THE_BAR)
        # An image of the bar is no page.
        assert [path for path in server.asked[asked:] if path.endswith("/")] == []
    assert form.evaluate("form => form.isConnected")


def test_a_link_leads_into_a_closed_box(page: Page) -> None:
    page.goto("/teach/")
    link = page.locator('a[href*="#"][href*="/m/"], td a, th a').first
    link.click()
    box = page.locator("details.facilitator")
    expect(box).to_have_attribute("open", "")
    expect(box.locator("summary")).to_be_in_viewport()
    page.goto("/m/trust-stages/#trust-stages.facilitator")
    expect(page.locator("details.facilitator")).to_have_attribute("open", "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_where_something_is_wrong(page: Page, language: str) -> None:
    page.goto(address("resource-allocation", language))
    fill(page, {"total": "1.2万"})
    row = page.locator("[data-row]").first
    row.locator('[data-path="accounts[].id"]').fill("Yunhe")
    row.locator('[data-path="accounts[].weight"]').fill("1.234.567,50")
    row.locator(".reading button").wait_for()
    refuse(page)
    assert violations_by_day_and_night(page) == []


BELOW_THE_BAR = """place => {
  const { top, bottom } = place.getBoundingClientRect();
  const bar = document.querySelector(".md-header").getBoundingClientRect();
  return top >= bar.bottom && bottom <= innerHeight;
}"""


def address_of(tool: str) -> str:
    return f"/{address(tool).lstrip('/')}"


def is_below_the_bar(page: Page) -> bool:
    """Tell whether what has the focus is whole in view, and nothing stands over it."""
    return bool(page.locator(":focus").evaluate(BELOW_THE_BAR))
