"""Calculators: examples, rows, wrong entries, and the same results as Python's."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.answers_page import open_tool
from tests.browser.conftest import PATIENCE, new_context
from tests.browser.server import SiteServer
from tests.browser.tool_page import (
    LANGUAGES,
    address,
    go_to,
    ready,
    report_here,
    saved_file,
    see_result,
    settle,
)
from tests.definitions import calculators, definition


@pytest.fixture(scope="module")
def visitor(chromium: Browser, shared_server: SiteServer) -> Iterator[Page]:
    """One visitor for all examples, who stays on the site: the engine starts once."""
    context = new_context(chromium, shared_server)
    page = context.new_page()
    page.goto("/a/")
    yield page
    context.close()


@pytest.mark.parametrize("tool", calculators())
def test_every_example_computes_as_in_python(visitor: Page, tmp_path: Path, tool: str) -> None:
    go_to(visitor, "/a/")
    go_to(visitor, address(tool))
    ready(visitor)
    for number, example in enumerate(definition(tool)["examples"]):
        data = visitor.locator(f'template[data-example="{number}"]')
        given = json.loads(data.evaluate("it => it.content.textContent"))
        visitor.locator(f'button[data-action="example"][data-example="{number}"]').click()
        visitor.locator("tool-report[data-report]:not([hidden]) .summary").wait_for()
        saved = saved_file(visitor, tmp_path / "answers.json")
        assert saved["report"] == report_here(tool, given), example["title"]
        assert saved["report"] == report_here(tool, saved["input"]), example["title"]


def test_an_example_leaves_the_defaults_of_what_it_does_not_give(page: Page) -> None:
    page.goto(address("resource-allocation"))
    page.locator('[data-action="example"]').first.click()
    expect(page.locator("tool-report[data-report]")).to_be_visible(timeout=PATIENCE)
    defaults = {"scheme": "sabc", "basis": "class_total", "empty_class": "redistribute"}
    for name, default in defaults.items():
        expect(page.locator(f'[name="{name}"]')).to_have_value(default)
    weights = page.locator('[data-row] [data-path="accounts[].weight"]')
    assert weights.evaluate_all("all => all.map((each) => each.value)") == ["1"] * 5


def test_a_problem_names_its_field_once(page: Page) -> None:
    page.goto(address("customer-ltv"))
    page.locator('[data-action="score"]').click()
    problem = page.locator("[data-error-summary] li", has_text="margin")
    expect(problem).to_have_text("“Gross margin” is missing. Fill it in.", timeout=PATIENCE)


def test_a_currency_is_carried_by_each_amount_and_told_where_it_is_none(page: Page) -> None:
    page.goto(address("customer-ltv"))
    for name, typed in {"revenue": "1000", "margin": "1", "years": "1", "currency": "eur"}.items():
        page.locator(f'input[name="{name}"]').fill(typed)
    page.locator('[data-action="score"]').click()
    problem = page.locator("[data-error-summary] li")
    expect(problem).to_contain_text("Write one ISO 4217 code", timeout=PATIENCE)
    page.locator('input[name="currency"]').fill("EUR")
    see_result(page)
    expect(page.locator("tool-report[data-report] .summary")).to_contain_text("EUR\u00a0909.09")


def test_a_share_may_be_typed_as_a_percentage_but_a_number_of_years_not(
    page: Page, tmp_path: Path
) -> None:
    page.goto(address("customer-ltv"))
    for name, typed in {"revenue": "1000", "margin": "30%", "discount": "12.5 ％"}.items():
        page.locator(f'input[name="{name}"]').fill(typed)
    see_result(page)
    given = saved_file(page, tmp_path / "answers.json")["input"]
    assert isinstance(given, dict)
    assert (given["margin"], given["discount"]) == (0.3, 0.125)
    page.locator('input[name="years"]').fill("5%")
    page.locator('[data-action="score"]').click()
    problem = page.locator("[data-error-summary] li").first
    expect(problem).to_contain_text("“Period” must be a whole number", timeout=PATIENCE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wrong_entry_is_named_beside_its_field_and_takes_the_focus(
    page: Page, language: str
) -> None:
    page.goto(address("service-sla", language))
    page.locator('input[name="tickets"]').fill("many")
    page.locator('[data-action="score"]').click()
    summary = page.locator("[data-error-summary]")
    expect(summary).to_be_focused()
    expect(summary.locator("li").first).to_contain_text("many")
    expect(page.locator(".field-error").first).to_contain_text("many")
    label = page.locator('label[for="f.tickets"]').inner_text().strip()
    expect(summary.locator("li").first).to_contain_text(label)
    expect(page.locator('input[name="tickets"]')).to_have_attribute("aria-invalid", "true")
    expect(page.locator("tool-report[data-report]")).to_be_hidden()
    summary.locator("a").first.click()
    expect(page.locator('input[name="tickets"]')).to_be_focused()


def test_an_entry_of_a_row_is_named_by_its_row_and_label(page: Page) -> None:
    page.goto(address("decision-chain-map"))
    page.locator('[data-action="example"]').first.click()
    expect(page.locator("tool-report[data-report]")).to_be_visible(timeout=PATIENCE)
    row = page.locator('[data-path="people"] > [data-row]').nth(1)
    row.locator('[data-path="people[].influence"]').fill("9")
    page.locator('[data-action="score"]').click()
    problem = page.locator("[data-error-summary] li").first
    expect(problem).to_contain_text("“Influence” in row 2 of “The customer’s people”")
    expect(problem).not_to_contain_text("people[")


def test_a_mended_entry_is_no_longer_marked(page: Page) -> None:
    page.goto(address("service-sla"))
    page.locator('[data-action="score"]').click()
    expect(page.locator(".field-error").first).to_be_visible()
    page.locator('[data-action="example"]').first.click()
    page.locator("tool-report[data-report]").wait_for()
    expect(page.locator(".field-error")).to_have_count(0)
    expect(page.locator("[aria-invalid]")).to_have_count(0)


def test_rows_are_added_removed_and_kept(page: Page) -> None:
    open_tool(page, "resource-allocation")
    rows = page.locator('[data-path="accounts"] > [data-row]')
    before = rows.count()
    page.locator('[data-action="add-row"]').click()
    expect(rows).to_have_count(before + 1)
    expect(rows.last.locator("input, select").first).to_be_focused()
    page.keyboard.type("Orchid")
    rows.first.locator('[data-action="remove-row"]').click()
    expect(rows).to_have_count(before)
    settle(page)
    page.reload()
    expect(rows.first.locator("input").first).to_have_value("Orchid")


def test_full_width_digits_are_numbers(page: Page, tmp_path: Path) -> None:
    page.goto(address("universal-survey", "zh"))
    for name, typed in {
        "surveyed": "２００",
        "aware": "140",
        "favourable": "98",
        "loyal": "49",
    }.items():
        page.locator(f'input[name="{name}"]').fill(typed)
    see_result(page)
    saved = saved_file(page, tmp_path / "answers.json")
    assert saved["input"] == {"surveyed": 200, "aware": 140, "favourable": 98, "loyal": 49}
