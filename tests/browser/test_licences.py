"""The page of licences: reached from every page, whole on a phone, with the list for machines."""

import json

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations

PHONE = {"width": 360, "height": 740}


@pytest.mark.parametrize(
    ("home", "name", "first"), [("/", "Licences", "In every page"), ("/zh/", "许可证", "每个页面")]
)
def test_the_footer_leads_to_the_licence_of_each_part(
    page: Page, home: str, name: str, first: str
) -> None:
    page.set_viewport_size(PHONE)
    page.goto(home)
    page.locator(".site-links").get_by_role("link", name=name, exact=True).click()
    expect(page.locator("h1")).to_contain_text(name)
    expect(page.locator("h2").first).to_contain_text(first)
    pyodide = page.locator("details.licence", has=page.locator("summary", has_text="Pyodide"))
    pyodide.locator("summary").click()
    expect(pyodide.locator("pre")).to_contain_text("Mozilla Public License")
    page.locator("details.licence").evaluate_all(
        "all => all.forEach((each) => { each.open = true; })"
    )
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    assert violations(page) == []
    bill = page.locator('a[href$="sbom.cdx.json"]').evaluate("link => link.href")
    parts = json.loads(page.request.get(bill).text())["components"]
    assert len(parts) == page.locator("details.licence").count()
