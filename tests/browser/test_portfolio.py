"""The page of a list of accounts: files of every encoding in, results seen and taken along."""

import io
from pathlib import Path

from openpyxl import Workbook, load_workbook
from playwright.sync_api import BrowserContext, Page, expect

from macros.__main__ import main
from tests.browser.axe import violations, violations_by_day_and_night
from tests.browser.conftest import ROOT
from tests.browser.engine_watch import kill_at_next_requests, watch_workers
from tests.browser.portfolio_page import (
    CLASSES,
    EVERY_LANGUAGE,
    PUSHES_OUT,
    QUESTIONS,
    TIERS,
    columns,
    fits,
    opened,
    press,
    saved,
    score,
    take,
)

HOSTILE = '=HYPERLINK("http://x")<img src=x onerror=alert(1)>'


def rows(count: int = 4) -> list[list[str]]:
    """Return accounts as cells, the header first: one with a wrong cell, one that is hostile."""
    found = [["客户编号", "备注", *QUESTIONS]]
    found += [[f"云{n}", f"note {n}", *(str((n + q) % 4) for q in range(12))] for n in range(count)]
    found += [[HOSTILE, "", *"333333333333"], ["错", "", *"33333333333", "很高"]]
    return found


def text(count: int = 4, separator: str = ",") -> str:
    """Return them as CSV; no cell needs quotes but the hostile one."""
    quoted = [[f'"{c.replace(chr(34), chr(34) * 2)}"' if '"' in c else c for c in row]
              for row in rows(count)]  # fmt: skip
    return "\n".join(separator.join(row) for row in quoted)


def workbook() -> bytes:
    """Return them on the second sheet of a workbook."""
    book, file = Workbook(), io.BytesIO()
    book.active.append(["nothing"])
    sheet = book.create_sheet("客户")
    for row in rows():
        sheet.append([int(cell) if cell.isdigit() else cell for cell in row])
        sheet.cell(sheet.max_row, 1).data_type = "s"
    book.save(file)
    return file.getvalue()


@EVERY_LANGUAGE
def test_a_sample_is_tried_looked_into_and_left(page: Page, language: str) -> None:
    opened(page, language)
    assert violations(page) == []
    press(page, "sample")
    expect(page.locator(".portfolio-map [data-reading]").nth(2)).to_have_value("wallet-share")
    fits(page)
    score(page)
    expect(page.locator(".portfolio-rows")).to_contain_text(
        {"en": "Strategic", "zh": "战略"}[language]
    )
    expect(page.locator("[data-problems]")).to_be_visible()
    fits(page, (360, 1280))

    first = page.locator('.portfolio-rows [data-act="account"]').first
    first.press("Enter")
    dialog = page.locator(".portfolio-dialog")
    expect(dialog.locator(".summary")).to_be_visible()
    assert violations_by_day_and_night(page, ".portfolio-dialog") == []
    page.keyboard.press("Escape")
    expect(first).to_be_focused()

    page.locator("[data-tool]").select_option(CLASSES)
    expect(page.locator("[data-column]")).to_have_count(18 + 4)
    score(page)
    expect(page.locator(".portfolio-counts tbody tr")).to_have_count(5)
    try_out(page)
    press(page, "clear")
    expect(page.locator('[id="portfolio.results"]')).to_be_hidden()
    press(page, "undo")
    expect(page.locator('[id="portfolio.results"]')).to_be_visible()


def try_out(page: Page) -> None:
    """Change a limit and split a resource over the classes of the sample, and look at both."""
    page.locator('[data-setting="star.prospect"]').fill("100")
    press(page, "what-if")
    expect(page.locator(".portfolio-moved tbody tr").first.locator("td").last).to_have_text("0")
    page.locator("[data-moves] summary").press("Enter")
    expect(page.locator("[data-moves] tbody tr").first).to_be_visible()
    assert b"{setting: star.prospect, from: 70, to: 100}" in saved(page, '[data-act="proposal"]')
    press(page, "split")
    expect(page.locator("[data-split-refused] li").first).to_be_visible()
    page.locator("[data-total]").fill("400")
    page.locator("[data-base]").fill("0.5")
    page.locator("[data-whole]").check()
    press(page, "split")
    # One number serves all accounts, so one sentence tells what is wrong with it.
    expect(page.locator("[data-split-refused] li")).to_have_count(1)
    expect(page.locator("[data-split-refused] li")).to_contain_text("0.5")
    page.locator("[data-whole]").uncheck()
    page.locator("[data-base]").fill("2")
    page.locator("[data-preset]").select_option("")
    page.locator("[data-ratio]").fill("5：3：1：1")
    press(page, "split")
    expect(page.locator("[data-split] .summary")).to_be_visible()
    expect(page.locator("[data-split-refused]")).to_be_hidden()
    assert violations_by_day_and_night(page) == []
    assert not page.evaluate(PUSHES_OUT)
    press(page, "own-settings")
    expect(page.locator('[data-setting="star.prospect"]')).to_have_value("70")
    expect(page.locator(".portfolio-moved")).to_be_hidden()


def test_files_of_every_kind_are_read_alike_and_written_as_on_the_command_line(
    page: Page, tmp_path: Path
) -> None:
    opened(page)
    for name, content in {
        "utf8.csv": text().encode(),
        "excel.csv": text(separator=";").encode("utf-8-sig"),
        "unicode.txt": text(separator="\t").encode("utf-16"),
        "gbk.csv": text().encode("gb18030"),
    }.items():
        take(page, name, content)
        expect(page.locator("[data-about]")).to_contain_text(name)
        assert columns(page) == ["客户编号", *QUESTIONS, "", "", ""]
    take(page, "book.xlsx", workbook())
    page.locator("[data-sheet]").select_option("客户")
    expect(page.locator("[data-column]").first).to_have_value("客户编号")
    score(page)
    expect(page.locator("[data-found]")).to_have_text("6 of 6 accounts")
    page.locator(".portfolio-paste summary").press("Enter")
    page.locator("[data-pasted]").fill(text(separator="\t"))
    press(page, "paste")
    expect(page.locator("[data-about]")).to_contain_text("Pasted cells")
    score(page)
    expect(page.locator("[data-found]")).to_have_text("6 of 6 accounts")
    assert page.locator(".portfolio-rows img").count() == 0

    page.locator("[data-problems] summary").press("Enter")
    expect(page.locator("[data-problems] tbody tr")).to_contain_text(["strategic.4"])
    made, out = tmp_path / "made.csv", tmp_path / "out.csv"
    made.write_bytes(text().encode())
    assert (
        main(["--root", str(ROOT), "portfolio", str(made), "--model", TIERS, "--out", str(out)])
        == 0
    )
    written = saved(page, '[data-ending=".csv"]')
    assert written == out.read_bytes()
    assert b"'=HYPERLINK" in written
    assert saved(page, '[data-act="problems"]') == out.with_suffix(".errors.csv").read_bytes()
    page.locator("[data-keep]").check()
    book = load_workbook(io.BytesIO(saved(page, '[data-ending=".xlsx"]')))
    cells = list(book.active.values)
    assert cells[0][:3] == ("account", "备注", "current.1")
    assert cells[5][0].startswith("'=HYPERLINK")
    take(page, "again.csv", written)
    expect(page.locator("[data-about]")).to_contain_text("again.csv")
    assert columns(page) == ["account", *QUESTIONS, "", "", ""]
    score(page)
    assert saved(page, '[data-ending=".csv"]') == written


STOP_ON_THE_WAY = """
window.saidBefore = Infinity;
const status = document.querySelector("portfolio-list [data-status]");
new MutationObserver((_, observer) => {
  if (!status.textContent.startsWith("Scored so far")) return;
  observer.disconnect();
  window.saidBefore = workers.at(-1).said.length;
  document.querySelector('portfolio-list [data-act="cancel"]').click();
}).observe(status, { childList: true, characterData: true, subtree: true });
"""
"""Stops as soon as some accounts are scored: the next are asked for already."""


def test_what_cannot_be_used_is_said_and_what_is_stopped_stays(
    context: BrowserContext, page: Page
) -> None:
    watch_workers(context)
    opened(page)
    take(page, "bad.xlsx", b"PK\x03\x04 nothing of a zip")
    refused = page.locator("[data-refused]")
    expect(refused).to_be_focused()
    expect(refused).to_contain_text("bad.xlsx cannot be used:")
    assert violations(page) == []
    take(page, "many.csv", text(30_000).encode())
    expect(refused).to_be_hidden()
    page.locator("[data-column]").first.select_option("")
    press(page, "score")
    expect(refused).to_contain_text("No column is known to name the accounts.")
    page.locator("[data-column]").first.select_option("客户编号")
    page.evaluate(STOP_ON_THE_WAY)
    press(page, "score")
    page.wait_for_function("workers.at(-1).said.slice(saidBefore).includes('id text')")
    expect(page.locator("portfolio-list [data-status]")).to_have_text(
        "Stopped. The list is still there."
    )
    score(page)
    expect(page.locator("[data-found]")).to_have_text("30,002 of 30,002 accounts")

    table = page.locator(".portfolio-rows")
    assert table.locator("tbody tr").count() < 80
    table.evaluate("(frame) => (frame.scrollTop = frame.scrollHeight)")
    expect(table.locator('[data-act="account"]').last).to_have_text("错")
    page.locator("[data-find]").fill("云2999")
    expect(page.locator("[data-found]")).to_have_text("11 of 30,002 accounts")
    table.locator('[data-sort="account"]').press("Enter")
    expect(table.locator('[data-act="account"]').first).to_have_text("云2999")
    table.locator('[data-sort="account"]').press("Enter")
    expect(table.locator('[data-act="account"]').first).to_have_text("云29999")
    expect(table.locator('th[aria-sort="descending"]')).to_have_text("Account")
    page.locator("[data-find]").fill("")
    page.locator("[data-only]").select_option("no-band")
    expect(page.locator("[data-found]")).to_have_text("1 of 30,002 accounts")


def test_a_figure_is_cut_by_limits_that_the_reader_sets(page: Page) -> None:
    opened(page)
    take(page, "figures.csv", b"Account;Revenue with us\nA;1.500,5\nB;99,5\nC;2.000.000,0\n")
    row = page.locator('.portfolio-map tr[data-id="current.1"]')
    row.locator("[data-column]").select_option("Revenue with us")
    row.locator("[data-reading]").select_option("our-revenue")
    press(page, "score")
    expect(page.locator("[data-refused]")).to_contain_text("must be three numbers that go one way")
    for number, limit in enumerate(("100", "1,000", "100000"), start=1):
        row.locator(f'[data-limit="{number}"]').fill(limit)
    score(page)
    table = saved(page, '[data-ending=".csv"]').decode("utf-8-sig").splitlines()
    assert [line.split(",")[:2] for line in table[1:]] == [["A", "2"], ["B", "0"], ["C", "3"]]


def test_of_a_long_list_only_the_rows_in_sight_stand_in_the_page(page: Page) -> None:
    opened(page)
    take(page, "long.csv", text(2500).encode())
    score(page)
    frame = page.locator("[data-rows]")
    expect(frame.locator("table")).to_have_attribute("aria-rowcount", "2503")
    shown = frame.locator("tbody tr[aria-rowindex]")
    most = frame.evaluate("frame => frame.clientHeight / 40 + 30")
    assert 10 < shown.count() < most
    frame.evaluate("frame => { frame.scrollTop = frame.scrollHeight; }")
    expect(shown.last).to_have_attribute("aria-rowindex", "2503")
    assert 10 < shown.count() < most


def test_a_worker_that_dies_in_the_middle_of_a_list_is_followed_by_one_that_scores_all_of_it(
    context: BrowserContext, tmp_path: Path
) -> None:
    watch_workers(context)
    page = context.new_page()
    opened(page)
    take(page, "many.csv", text(9_000).encode())
    page.locator('portfolio-list [data-act="score"]').wait_for()
    kill_at_next_requests(page, 1, after=2)
    score(page)
    expect(page.locator("[data-found]")).to_have_text("9,002 of 9,002 accounts")
    assert page.evaluate("workers.length") == 2
    made, out = tmp_path / "made.csv", tmp_path / "out.csv"
    made.write_bytes(text(9_000).encode())
    arguments = ["portfolio", str(made), "--model", TIERS, "--out", str(out)]
    assert main(["--root", str(ROOT), *arguments]) == 0
    assert saved(page, '[data-ending=".csv"]') == out.read_bytes()
    page.locator("[data-problems] summary").press("Enter")
    expect(page.locator("[data-problems] tbody tr")).to_have_count(1)
