"""Concentration on the page of lists: the column with money is found, another can be picked."""

from playwright.sync_api import Page, expect

from tests.browser.portfolio_page import EVERY_LANGUAGE, QUESTIONS, fits, opened, press, score, take

LIST = "Account;Net Sales;Staff;City\nA;1.500,5;10;Rome\nB;99,5;30;Bonn\nC;400;;Lodz\n"
# 1,500.5 of 2,000 is 75.025 %, and 30 of 40 is 75 %.
TOLD = {
    "en": "The largest 20% of the accounts (1 of 3) bring 75% of “Net Sales”, which adds up to"
    " 2,000.",
    "zh": "最大的20%客户（3个中的1个）占“Net Sales”的75%，该列合计2,000。",
}


@EVERY_LANGUAGE
def test_the_share_of_the_largest_accounts_is_told(page: Page, language: str) -> None:
    opened(page, language)
    take(page, "list.csv", LIST.encode())
    score(page)
    told = page.locator("[data-concentrated]")
    expect(told).to_have_text(TOLD[language])
    shares = page.locator(".portfolio-shares tbody tr")
    expect(shares).to_have_count(4)
    expect(shares.first.locator("td")).to_have_text(["1", "75%"])
    fits(page)
    assert page.locator("[data-size] option").count() == 3
    page.locator("[data-size]").select_option("Staff")
    expect(told).to_contain_text("“Staff”")
    expect(told).to_contain_text({"en": "1 blank", "zh": "空白1个"}[language])
    page.locator("[data-size]").select_option("")
    expect(told).to_be_hidden()


def test_the_sample_has_a_column_of_money(page: Page) -> None:
    opened(page)
    press(page, "sample")
    score(page)
    expect(page.locator("[data-concentrated]")).to_contain_text("(6 of 26)")


def test_numbers_that_can_be_read_in_two_ways_are_asked_about(page: Page) -> None:
    opened(page)
    answers, rest = ",".join(QUESTIONS), "," * 12
    take(page, "list.csv", f"Account,Net Sales,{answers}\nA,1.234{rest}\nB,2.345{rest}\n".encode())
    score(page)
    expect(page.locator("[data-size-notices]")).to_contain_text("can be read in two ways")
    page.locator("[data-size-decimal]").select_option(".")
    expect(page.locator("[data-concentrated]")).to_contain_text("adds up to 3.6")
    expect(page.locator("[data-size-notices]")).to_be_hidden()
