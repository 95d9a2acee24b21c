"""Overrides on the page of lists: set with a reason and a last day, shown beside, kept in files."""

from playwright.sync_api import Page, expect

from tests.browser.axe import violations_by_day_and_night
from tests.browser.portfolio_page import (
    EVERY_LANGUAGE,
    HELD,
    QUESTIONS,
    WIDTHS,
    dialog_of,
    fill,
    fits,
    opened,
    press,
    saved,
    score,
    take,
)
from tests.portfolio_asking import csv

ACCOUNTS = [("Acme", "3" * 12), ("Beta", "1" * 12)]
KEY = {"en": "Key until 9999-12-31: Owner leaves", "zh": "重点，至9999-12-31：Owner leaves"}


def cells(page: Page, account: str) -> list[str]:
    row = page.locator(".portfolio-rows tbody tr", has=page.get_by_text(account, exact=True))
    return [cell.inner_text() for cell in row.locator("td").all()]


@EVERY_LANGUAGE
def test_an_override_stands_beside_the_result_and_comes_back_from_the_file(
    page: Page, language: str
) -> None:
    opened(page, language)
    take(page, "list.csv", csv(ACCOUNTS).encode())
    score(page)
    strategic = cells(page, "Acme")[0]
    dialog = dialog_of(page, "Acme")
    dialog.locator(".portfolio-override-fold > summary").press("Enter")
    dialog.locator('[type="submit"]').press("Enter")
    refused = dialog.locator("[data-override-refused]")
    expect(refused.locator("li")).to_have_count(3)
    fill(dialog, "key", "", "2020-01-01")
    expect(refused.locator("li")).to_have_count(1)
    expect(refused).to_be_focused()
    assert violations_by_day_and_night(page, ".portfolio-dialog") == []
    fill(dialog, "key", "Owner leaves", "9999-12-31")
    expect(dialog).to_have_count(0)
    expect(page.locator('.portfolio-rows [data-act="account"]').first).to_be_focused()
    assert cells(page, "Acme")[:2] == [strategic, KEY[language]]
    expect(page.locator("[data-overrides]")).to_have_text(HELD[language])
    expect(page.locator(".portfolio-counts tbody tr").first.locator("td").last).to_have_text("0")
    for width in WIDTHS:
        fits(page, (width,))
        expect(page.get_by_text(KEY[language]).first).to_be_visible()
    page.locator("[data-only]").select_option("overridden")
    expect(page.locator('.portfolio-rows [data-act="account"]')).to_have_text(["Acme"])

    written = saved(page, '[data-ending=".csv"]')
    assert written.decode("utf-8-sig").splitlines()[1].endswith(",key,Owner leaves,9999-12-31")
    take(page, "again.csv", written)
    expect(page.locator("[data-about]")).to_contain_text("again.csv")
    score(page)
    assert cells(page, "Acme")[:2] == [strategic, KEY[language]]
    dialog = dialog_of(page, "Acme")
    expect(dialog).to_contain_text(KEY[language])
    dialog.locator("[data-remove]").press("Enter")
    expect(page.locator("[data-overrides]")).to_be_empty()
    press(page, "undo")
    expect(page.locator("[data-overrides]")).to_have_text(HELD[language])
    assert saved(page, '[data-ending=".csv"]') == written


def test_an_override_that_has_ended_is_told_and_does_not_count(page: Page) -> None:
    header = f"account,{','.join(QUESTIONS)},override,override.reason,override.until"
    line = f"Acme,{','.join('3' * 12)},key,Pilot,2020-01-01"
    opened(page)
    take(page, "list.csv", f"{header}\n{line}\n".encode())
    score(page)
    assert cells(page, "Acme")[:2] == ["Strategic", "ended on 2020-01-01, was Key: Pilot"]
    expect(page.locator("[data-overrides]")).to_have_text(
        "Overrides that hold: 0. Ended, and no longer applied: 1."
    )
    expect(page.locator(".portfolio-counts thead th")).to_have_count(3)
