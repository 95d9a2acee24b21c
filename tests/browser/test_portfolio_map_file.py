"""Columns and limits that were saved serve the next list, in the page and on the command line."""

import json
from pathlib import Path

from playwright.sync_api import Page, expect

from macros.__main__ import main
from tests.browser.conftest import ROOT
from tests.browser.portfolio_page import (
    EVERY_LANGUAGE,
    TIERS,
    fits,
    opened,
    press,
    saved,
    score,
    take,
)


@EVERY_LANGUAGE
def test_columns_and_limits_are_saved_and_serve_the_next_list_and_the_command_line(
    page: Page, tmp_path: Path, language: str
) -> None:
    opened(page, language)
    take(page, "first.csv", b"Account,Sales,potential.1\nA,150,0\n")
    row = page.locator('.portfolio-map tr[data-id="current.1"]')
    row.locator("[data-column]").select_option("Sales")
    row.locator("[data-reading]").select_option("our-revenue")
    for number, limit in enumerate(("100", "1,000.5", "100000"), start=1):
        row.locator(f'[data-limit="{number}"]').fill(limit)
    made = saved(page, '[data-act="save-map"]')
    figure = {"column": "Sales", "value": "our-revenue", "limits": [100, 1000.5, 100000]}
    answers = {"current.1": figure, "potential.1": "potential.1"}
    assert json.loads(made) == {"account": "Account", "answers": answers, "facts": {}}

    content = b"Account,Sales,Note\nB,2000,x\nC,99,y\n"
    take(page, "next.csv", content)
    expect(page.locator("[data-about]")).to_contain_text("next.csv")
    expect(row.locator("[data-column]")).to_have_value("")
    give_map(page, "map.json", b'{"answers": []}')
    expect(page.locator("[data-refused]")).to_contain_text("map.json")
    give_map(page, "map.json", made)
    expect(row.locator("[data-column]")).to_have_value("Sales")
    expect(page.locator("portfolio-list [data-status]")).to_have_text(
        {
            "en": "Columns taken over from map.json: 2. Not in this list: potential.1.",
            "zh": "已从map.json沿用2列。清单中没有：potential.1。",
        }[language]
    )
    expect(page.locator("[data-refused]")).to_be_hidden()
    fits(page)
    score(page)
    written = saved(page, '[data-ending=".csv"]')

    (tmp_path / "next.csv").write_bytes(content)
    (tmp_path / "map.json").write_bytes(saved(page, '[data-act="save-map"]'))
    arguments = [str(tmp_path / "next.csv"), "--model", TIERS, "--map", str(tmp_path / "map.json")]
    out = tmp_path / "out.csv"
    assert main(["--root", str(ROOT), "portfolio", *arguments, "--out", str(out)]) == 0
    assert written == out.read_bytes()


def give_map(page: Page, name: str, content: bytes) -> None:
    """Choose a saved map, by keyboard."""
    with page.expect_file_chooser() as chooser:
        press(page, "take-map")
    chooser.value.set_files({"name": name, "mimeType": "application/json", "buffer": content})


def test_a_result_that_no_open_answer_can_change_says_so(page: Page) -> None:
    opened(page)
    # Blocked accounts are ordinary, whatever the open questions would say.
    take(page, "list.csv", b"Account,current.1,compliance_block\nA,3,yes\nB,3,no\n")
    score(page)
    page.locator('.portfolio-rows [data-sort="account"]').press("Enter")
    rows_ = page.locator(".portfolio-rows tbody tr")
    expect(rows_.filter(has_text="A").first).to_contain_text("Ordinary, whatever is open")
