"""A list compared with an earlier file of results: who moved and why, who is new or gone."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.portfolio_page import (
    EVERY_LANGUAGE,
    QUESTIONS,
    choose_earlier,
    fits,
    opened,
    saved,
    score,
    take,
)
from tests.portfolio_asking import csv

BEFORE = [("Acme", "3" * 12), ("Beta", "1" * 12), ("旧客户", "2" * 12)]
NOW = [("ACME", "333333330000"), ("Beta", "1" * 12), ("新客户", "2" * 12)]
TOLD = {
    "en": "Since earlier.csv: moved 1, unchanged 1, new 1, gone 1.",
    "zh": "与earlier.csv相比：变动1个，未变1个，新增1个，不在1个。",
}


def listed(page: Page, accounts: list[tuple[str, str]], name: str = "now.csv") -> None:
    take(page, name, csv(accounts).encode())
    expect(page.locator("[data-about]")).to_contain_text(name)
    score(page)


@EVERY_LANGUAGE
def test_the_file_of_last_quarter_tells_who_moved_and_why(page: Page, language: str) -> None:
    opened(page, language)
    listed(page, BEFORE, "before.csv")
    earlier = saved(page, '[data-ending=".csv"]')
    listed(page, NOW)
    choose_earlier(page, "earlier.csv", earlier)
    expect(page.locator("[data-since]")).to_have_text(TOLD[language])
    row = page.locator("[data-since-moves] tbody tr")
    expect(row).to_have_count(1)
    expect(row.locator("th")).to_have_text("ACME")
    expect(row.locator("td").last).to_contain_text("3 → 0")
    page.locator("[data-since-new] summary").press("Enter")
    expect(page.locator("[data-since-new] li")).to_have_text(["新客户"])
    page.locator("[data-since-gone] summary").press("Enter")
    expect(page.locator("[data-since-gone] li")).to_have_text(["旧客户"])
    fits(page)
    moves = saved(page, '[data-act="moves"]').decode("utf-8-sig").splitlines()
    assert moves[1].startswith("ACME,moved,strategic,key,strategic.1: 3 > 0;")
    assert moves[2:] == ["新客户,new,,,", "旧客户,gone,,,"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (csv(NOW).encode(), "its header has no column account, band"),
        (b"account,industry.1,band\nA,3,star\n", "come from another questionnaire"),
        (b"PK\x03\x04 nothing of a zip", "damaged or is none"),
        (f"account,{QUESTIONS[0]},band\nA,3,gold\n".encode(), "has the result “gold”"),
    ],
)
def test_a_file_that_holds_no_results_says_so_and_how_to_mend_it(
    page: Page, content: bytes, told: str
) -> None:
    opened(page)
    listed(page, NOW)
    choose_earlier(page, "wrong.csv", content)
    refused = page.locator("[data-earlier-refused]")
    expect(refused).to_be_focused()
    expect(refused).to_contain_text("wrong.csv cannot be used:")
    expect(refused).to_contain_text(told)
    expect(page.locator("[data-since]")).to_be_hidden()
    choose_earlier(page, "right.csv", saved(page, '[data-ending=".csv"]'))
    expect(page.locator("[data-since]")).to_contain_text("Since right.csv: moved 0")
    expect(refused).to_be_hidden()
