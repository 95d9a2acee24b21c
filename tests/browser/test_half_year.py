"""Half a year of one account: one person asks, another goes on and compares, by keyboard alone."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.answering import questionnaire
from tests.browser.axe import violations
from tests.browser.conftest import new_context
from tests.browser.server import SiteServer
from tests.browser.tool_page import LANGUAGES, address, ready, settle

TOOL = "trust-stage-diagnostic"
WIDTHS = {"en": {"width": 360, "height": 740}, "zh": {"width": 1280, "height": 800}}
"""Each language on one of the widths: every one of them is there, and the way is long."""
MAY, NOVEMBER = "2026-05-29T09:00:00Z", "2026-11-30T09:00:00Z"
SHEETS = re.compile(rb"/Type\s*/Page\b(?!s)")
WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "subject": "Yunhe Water",
        "first": "Lin",
        "second": "Zhou",
        "note": "Their plant manager called us first on 12 May",
        "then": "29 May 2026",
        "compared": "29 May 2026 → 30 November 2026",
        "answer": "Yunhe Water: Stage 2",
    },
    "zh": {
        "subject": "云和水务",
        "first": "小林",
        "second": "小周",
        "note": "5月12日，厂长先给我们打了电话",
        "then": "2026年5月29日",
        "compared": "2026年5月29日 → 2026年11月30日",
        "answer": "云和水务：阶段2",
    },
}
MOST_TABS = 260
"""More presses of Tab than any page has places to stop at."""


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    """The language that both people read."""
    return str(request.param)


@pytest.fixture
def desks(chromium: Browser, server: SiteServer, language: str) -> Iterator[tuple[Page, Page]]:
    """Two devices, of a person in May and of another one in November."""
    contexts = [new_context(chromium, server, saves_data=False) for _ in range(2)]
    pages = [context.new_page() for context in contexts]
    for page, moment in zip(pages, (MAY, NOVEMBER), strict=True):
        page.set_viewport_size(WIDTHS[language])
        page.clock.set_fixed_time(moment)
        page.add_init_script("window.print = () => document.body.setAttribute('data-printed', '')")
    yield pages[0], pages[1]
    for context in contexts:
        context.close()


def reach(page: Page, place: Locator, key: str = "Tab") -> None:
    """Press Tab until a place, or what is in it, has the focus."""
    for _ in range(MOST_TABS):
        if place.evaluate("(element) => element.contains(document.activeElement)"):
            return
        page.keyboard.press(key)
    pytest.fail(f"Tab never comes to {place}")


def press(page: Page, place: Locator, key: str = "Tab") -> None:
    """Come to a button by Tab, and press it."""
    reach(page, place, key)
    page.keyboard.press("Enter")


def write(page: Page, place: Locator, text: str) -> None:
    """Come to a field by Tab, and type into it."""
    reach(page, place)
    page.keyboard.type(text)


def answer_all(page: Page, value: Mapping[str, str]) -> None:
    """Answer every question by its key, one after the other."""
    for question in questionnaire(TOOL).questions:
        reach(page, page.locator(f'[data-question="{question}"]'))
        page.keyboard.press(value[question.partition(".")[0]])
    settle(page)


def open_by_keyboard(page: Page, language: str) -> None:
    page.goto(address(TOOL, language))
    ready(page)
    press(page, page.locator(".md-skip"))


def say_who(page: Page, words: Mapping[str, str], who: str, key: str = "Tab") -> None:
    """Say who answers."""
    details = page.locator(".tool-options")
    field = details.locator('[name="respondent"]')
    if field.is_hidden():
        press(page, details.locator("summary"), key)
        key = "Tab"
    reach(page, field, key)
    page.keyboard.type(words[who])


def score(page: Page) -> Locator:
    """Ask for the result; return it once it is shown."""
    press(page, page.locator('.tool-steps [data-action="score"]'))
    report = page.locator("tool-report[data-report]")
    expect(report.locator(".summary")).to_be_visible()
    expect(report).to_be_focused()
    settle(page)
    return report


def first_half(page: Page, language: str, folder: Path) -> Path:
    """Answer in May, with a note and an action; return the file of everything."""
    words = WORDS[language]
    open_by_keyboard(page, language)
    write(page, page.locator('[name="subject"]'), words["subject"])
    say_who(page, words, "first")
    answer_all(page, {"perception": "2", "benefit": "1", "synergy": "0"})
    note = page.locator('[data-question="synergy.5"] .question-note')
    press(page, note.locator("summary"))
    write(page, note.locator("textarea"), words["note"])
    report = score(page)
    assert violations(page) == []
    step = report.locator("[data-step]:visible").first
    press(page, step)
    expect(step).to_have_attribute("data-made", "")
    page.keyboard.press("Enter")
    write(page, page.locator('.action-form [name="owner"]'), words["first"])
    page.keyboard.press("Enter")
    expect(page.locator(".action-form")).to_have_count(0)
    assert violations(page) == []
    page.goto(f"{'' if language == 'en' else '/zh'}/me/")
    expect(page.locator("my-results tr[data-line]")).to_have_count(1)
    with page.expect_download() as download:
        press(page, page.locator('my-results [data-act="download"]'))
    path = folder / "everything.json"
    download.value.save_as(path)
    return path


def take_over(page: Page, language: str, file: Path) -> None:
    """Add the file of the other person in November, and go on with the account."""
    words = WORDS[language]
    page.goto(f"{'' if language == 'en' else '/zh'}/me/")
    page.locator('my-results[data-state="nothing"]').wait_for()
    with page.expect_file_chooser() as chooser:
        press(page, page.locator('my-results [data-act="merge"]'))
    chooser.value.set_files(file)
    line = page.locator("my-results tr[data-line]")
    expect(line).to_contain_text(words["subject"])
    expect(page.locator(".action-item")).to_contain_text(words["first"])
    assert violations(page) == []
    press(page, line.locator('a[data-act="open"]'))
    page.wait_for_url(f"**/a/{TOOL}/")
    ready(page)


def second_half(page: Page, language: str) -> None:
    """Begin a new round, with the results of before beside it."""
    words = WORDS[language]
    expect(page.locator('[name="subject"]')).to_have_value(words["subject"])
    expect(page.locator('[name="note.synergy.5"]')).to_have_value(words["note"])
    press(page, page.locator('.tool-actions [data-action="clear"]'))
    dialog = page.locator(".question-dialog")
    expect(dialog).to_be_visible()
    assert violations(page, ".question-dialog") == []
    press(page, dialog.get_by_role("button").first, "Shift+Tab")
    expect(page.locator(".question input:checked")).to_have_count(0)
    say_who(page, words, "second", "Shift+Tab")
    answer_all(page, {"perception": "3", "benefit": "3", "synergy": "1"})
    expect(score(page)).to_contain_text(words["second"])


def compare(page: Page, language: str) -> None:
    """See what has become of the result, and whose both are."""
    words = WORDS[language]
    earlier = page.locator("[data-earlier]")
    expect(earlier.locator("[data-result]")).to_contain_text([words["then"]])
    expect(earlier).to_contain_text(words["first"])
    press(page, earlier.locator('[data-act="compare"]'))
    change = page.locator("tool-report[data-change]")
    expect(change).to_be_focused()
    expect(change.locator(".summary-headline")).to_contain_text(words["answer"])
    expect(change).to_contain_text(words["compared"])
    expect(change).to_contain_text(f"{words['first']} → {words['second']}")
    expect(change.locator("table").first).to_be_visible()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def finish(page: Page, language: str) -> None:
    """Tick the action of May off, and print the one page."""
    words = WORDS[language]
    tick = page.locator('[data-plan] [data-act="tick-action"]')
    reach(page, tick, "Shift+Tab")
    page.keyboard.press("Space")
    expect(page.locator('[data-plan] .action-item[data-state="done"]')).to_have_count(1)
    menu = page.locator(".print-menu")
    press(page, menu.locator("summary"), "Shift+Tab")
    press(page, menu.locator('[data-sheet="one-page"]'))
    page.locator("[data-printed]").wait_for(state="attached")
    page.emulate_media(media="print")
    sheet = page.locator("[data-one-page]")
    for said in (words["subject"], words["then"], words["first"], words["second"]):
        expect(sheet).to_contain_text(said)
    assert len(SHEETS.findall(page.pdf(prefer_css_page_size=True))) == 1


def test_an_account_is_compared_by_two_people_half_a_year_apart(
    desks: tuple[Page, Page], language: str, tmp_path: Path
) -> None:
    lin, zhou = desks
    file = first_half(lin, language, tmp_path)
    take_over(zhou, language, file)
    second_half(zhou, language)
    compare(zhou, language)
    finish(zhou, language)
