"""What the choices so far leave is what a form shows: fields that count, options to choose."""

import json

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.tool_page import LANGUAGES, address, ready, see_result, settle
from tests.browser.waiting import wait_until

CLASS = '[data-path="accounts[].class"]'
SCHEMES = {"sabc": ["S", "A", "B", "C"], "tiers": ["strategic", "key", "ordinary"]}
ROWS = (50, 500)


def offered(select: Locator) -> list[str]:
    """Return what can be chosen."""
    return list(
        select.evaluate(
            "it => [...it.options].filter(o => o.value && !o.hidden && !o.disabled)"
            ".map(o => o.value)"
        )
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_class_is_offered_with_the_classes_used_alone(page: Page, language: str) -> None:
    page.goto(address("resource-allocation", language))
    ready(page)
    first = page.locator(CLASS).first
    wait_until(page, lambda: offered(first) == SCHEMES["sabc"])
    page.locator('[name="scheme"]').select_option("tiers")
    assert offered(first) == SCHEMES["tiers"]
    page.locator('[data-action="add-row"]').click()
    assert offered(page.locator(CLASS).last) == SCHEMES["tiers"]
    settle(page)
    page.reload()
    ready(page)
    wait_until(page, lambda: offered(first) == SCHEMES["tiers"])


def test_what_was_chosen_before_stays_in_view_and_is_told(page: Page) -> None:
    page.goto(address("resource-allocation"))
    page.locator('[data-action="example"]').first.click()
    page.locator("tool-report[data-report] .summary").wait_for()
    page.locator('[name="scheme"]').select_option("tiers")
    first = page.locator(CLASS).first
    expect(first).to_have_value("S")
    assert offered(first) == ["S", *SCHEMES["tiers"]]
    page.locator('[data-action="score"]').click()
    expect(page.locator("[data-error-summary] li").first).to_contain_text("“Class” in row 1 of")
    for select in page.locator(CLASS).all():
        if select.input_value():
            select.select_option("key")
    expect(page.locator("[data-error-summary]")).to_be_hidden()
    assert offered(first) == SCHEMES["tiers"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_the_fields_that_count_are_shown(page: Page, language: str) -> None:
    page.goto(address("customer-saving", language))
    page.locator("tool-form[data-started]").wait_for()
    systems, upgrades = page.locator("[id='i.separate']"), page.locator("[id='i.upgrades']")
    expect(systems).to_be_visible()
    expect(upgrades).to_be_visible()
    page.locator('[name="base_cost"]').fill("1000")
    page.locator('[name="mode"]').select_option("integration")
    expect(systems).to_be_visible()
    expect(upgrades).to_be_hidden()
    page.locator('[name="mode"]').select_option("pre-embedding")
    expect(systems).to_be_hidden()
    expect(upgrades).to_be_visible()
    expect(page.locator('[name="base_cost"]')).to_have_value("1000")


def test_a_field_that_does_not_count_is_not_missed(page: Page) -> None:
    page.goto(address("customer-saving"))
    page.locator('[data-action="example"]').first.click()
    see_result(page)
    expect(page.locator("[data-error-summary]")).to_be_hidden()


def test_of_two_ratios_one_is_marked_and_missed_as_such(page: Page) -> None:
    page.goto(address("resource-allocation"))
    marks = page.locator("[id='i.preset'] .optional, [id='i.ratio'] > legend .optional")
    expect(marks).to_have_text(["(or “Your own ratio”)", "(or “Ratio”)"])
    page.locator('[name="total"]').fill("100")
    row = page.locator("[data-row]").first
    row.locator('[data-path="accounts[].id"]').fill("Yunhe")
    row.locator(CLASS).select_option("S")
    page.locator('[data-action="score"]').click()
    needed = "“Ratio” or “Your own ratio” is needed, and neither is filled in."
    expect(page.locator("[data-error-summary] li")).to_have_text(
        [f"{needed} Fill in one of the two."]
    )
    for number in range(4):
        page.locator(f'[data-path="ratio[{number}]"]').fill("1")
    expect(page.locator("[data-error-summary]")).to_be_hidden()


def test_the_work_of_many_rows_grows_as_their_number(page: Page) -> None:
    """The page's own work: what else the machine does is left out."""
    few, many = ROWS
    work = {rows: work_of_rows(page, rows) for rows in (few, few, many)}
    assert work[many] < 3 * many / few * work[few]


def work_of_rows(page: Page, rows: int) -> float:
    """Open an example of so many people and return the seconds of the page's own work."""
    page.goto(address("decision-chain-map"))
    ready(page)
    people = [
        {"id": f"p{number}", "roles": ["EB"], "influence": 3, "attitude": 0, "access": 1}
        for number in range(rows)
    ]
    page.evaluate(
        "data => document.querySelector('template[data-example=\"0\"]').content.textContent = data",
        json.dumps({"people": people}),
    )
    browser = page.context.new_cdp_session(page)
    browser.send("Performance.enable", {"timeDomain": "threadTicks"})

    def worked() -> float:
        metrics = browser.send("Performance.getMetrics")["metrics"]
        return float(next(each["value"] for each in metrics if each["name"] == "TaskDuration"))

    before = worked()
    page.locator('[data-action="example"]').first.click()
    last = page.locator('[data-path="people"] > [data-row]').nth(rows - 1)
    expect(last.locator("[data-row-number]")).to_have_text(str(rows))
    return worked() - before
