"""One page for the board about a list: everything that was asked for, on one sheet of A4."""

import re

from playwright.sync_api import Page, expect

from tests.browser.portfolio_page import (
    EVERY_LANGUAGE,
    QUESTIONS,
    choose_earlier,
    dialog_of,
    fill,
    opened,
    press,
    saved,
    score,
    take,
)

SHEETS = re.compile(rb"/Type\s*/Page\b(?!s)")


def accounts(shift: int, count: int = 60) -> bytes:
    """Return a list with a column of money, whose answers follow from their numbers."""
    lines = [["Account", "Net Sales", *QUESTIONS]]
    for n in range(1, count + 1):
        answers = [str((n * 7 + q // 4 * 3 + shift * (n % 3)) % 4) for q in range(12)]
        lines.append([f"Konto {n} mit einem recht langen Namen", str(9000 // n), *answers])
    return "\n".join(map(",".join, lines)).encode()


@EVERY_LANGUAGE
def test_everything_that_was_asked_for_fits_on_one_sheet(page: Page, language: str) -> None:
    page.add_init_script("window.print = () => {}")
    opened(page, language)
    take(page, "spring.csv", accounts(0))
    expect(page.locator("[data-about]")).to_contain_text("spring.csv")
    score(page)
    earlier = saved(page, '[data-ending=".csv"]')
    take(page, "autumn.csv", accounts(1))
    expect(page.locator("[data-about]")).to_contain_text("autumn.csv")
    score(page)
    choose_earlier(page, "spring.csv", earlier)
    expect(page.locator("[data-since]")).to_contain_text("spring.csv")
    names = page.locator('.portfolio-rows [data-act="account"]').all_inner_texts()[:8]
    for name in names:
        fill(dialog_of(page, name), "strategic", "Owner leaves in spring", "9999-12-31")
        expect(page.locator(".portfolio-dialog")).to_have_count(0)
    page.locator("[data-total]").fill("400")
    press(page, "split")
    expect(page.locator("[data-split] .summary")).to_be_visible()
    press(page, "board")
    sheet = page.locator("[data-board]")
    expect(sheet).not_to_have_attribute("hidden", "")
    expect(sheet).to_be_hidden()
    for text in ("autumn.csv", "spring.csv", "“Net Sales”", "9999-12-31", "400", names[0]):
        expect(sheet).to_contain_text(text)
    assert sheet.locator("table").count() == 7
    page.emulate_media(media="print")
    expect(sheet).to_be_visible()
    expect(page.locator(".portfolio-work")).to_be_hidden()
    assert len(SHEETS.findall(page.pdf(prefer_css_page_size=True))) == 1


def test_a_list_alone_is_a_page_and_what_changes_takes_it_away(page: Page) -> None:
    page.add_init_script("window.print = () => {}")
    opened(page)
    press(page, "sample")
    score(page)
    press(page, "board")
    sheet = page.locator("[data-board]")
    expect(sheet).to_contain_text("Sample list")
    press(page, "what-if")
    expect(sheet).to_have_attribute("hidden", "")
