"""A course: its clock, its ticks, its questions before and after, its calendar, its paper."""

import re
import unicodedata
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from macros.views import Book
from tests.browser.axe import violations_by_day_and_night
from tests.browser.tool_page import LANGUAGES
from tests.site_playbook import real_playbook

COURSE = "one-day"
TWINS = str.maketrans("⻓⻋戶", "长车户")
"""Letters that a font of paper names otherwise and NFKC does not join."""
EVERY_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)
RIGHT = "input[data-right]"
PAGES = ("", "guide/", "sheet/", "handout/", "cards/")
SAID = {
    "en": ("4 of 6 right.", "Before the course: 4.", "6 of 6 right."),
    "zh": ("答对4/6题。", "课前：4题。", "答对6/6题。"),
}


def address(language: str = "en", course: str = COURSE, paper: str = "") -> str:
    return f"{'/zh' if language == 'zh' else ''}/c/{course}/{paper}"


def letters_of(text: str) -> str:
    """Return a text without blanks, its letters as we write them."""
    return "".join(unicodedata.normalize("NFKC", text).translate(TWINS).split())


def opened(page: Page, language: str = "en") -> None:
    page.goto(address(language))
    for name in ("course-agenda", "course-questions", "check-list"):
        expect(page.locator(f"{name}[data-started]").first).to_be_attached()


def times(page: Page) -> Locator:
    return page.locator(".agenda-items time")


def answer(page: Page, right: int) -> None:
    """Answer every question: the first ones rightly, the others not."""
    questions = page.locator("course-questions fieldset")
    for number in range(questions.count()):
        choice = RIGHT if number < right else "input:not([data-right])"
        questions.nth(number).locator(choice).first.check()


@EVERY_LANGUAGE
def test_the_agenda_runs_by_the_readers_clock(page: Page, language: str) -> None:
    opened(page, language)
    expect(times(page).nth(1)).to_have_text("09:10")
    page.locator("course-agenda input[type=time]").fill("13:30")
    expect(times(page).first).to_have_text("13:30")
    # 360 minutes of work and 100 of breaks, less the last ten: 21:00.
    expect(times(page).last).to_have_text("21:00")
    page.goto(address(language, paper="sheet/"))
    expect(page.locator(".run-table time").first).to_have_text("13:30")


def test_without_script_times_count_from_the_start(page_without_scripts: Page) -> None:
    page = page_without_scripts
    page.goto(address())
    expect(times(page).nth(1)).to_have_text("0:10")
    expect(page.locator(".agenda-from")).to_be_visible()
    expect(page.locator("course-agenda input[type=time]")).to_be_hidden()
    expect(page.locator(".agenda-calendar")).to_be_hidden()


def test_without_script_each_answer_is_folded_below_its_question(
    page_without_scripts: Page,
) -> None:
    page = page_without_scripts
    page.goto(address("zh"))
    box = page.locator("course-questions details").first
    expect(box.locator("p").first).to_be_hidden()
    box.locator("summary").click()
    expect(box.locator("p").first).to_be_visible()
    expect(page.locator("course-questions button").first).to_be_hidden()


def test_what_was_done_is_still_ticked_tomorrow(page: Page) -> None:
    opened(page)
    page.locator("#tick\\.worth").check()
    status = page.locator("course-agenda .checklist-status")
    expect(status).to_have_text(re.compile("^1 of 25 steps done, kept"))
    page.reload()
    expect(page.locator("#tick\\.worth")).to_be_checked()
    page.goto(address("zh"))
    expect(page.locator("#tick\\.worth")).to_be_checked()


@EVERY_LANGUAGE
def test_before_the_course_the_page_counts_and_tells_no_answer(page: Page, language: str) -> None:
    opened(page, language)
    answer(page, 4)
    page.locator("[data-act=before]").click()
    before, earlier, after = SAID[language]
    told = page.locator(".check-result")
    expect(told).to_contain_text(before)
    expect(page.locator("course-questions details:visible")).to_have_count(0)
    expect(page.locator(".verdict")).to_have_count(0)
    page.reload()
    expect(page.locator("course-questions[data-started]")).to_be_attached()
    answer(page, 6)
    page.locator("[data-act=after]").click()
    expect(told).to_contain_text(after)
    expect(told).to_contain_text(earlier)
    expect(page.locator("course-questions details[open]:visible")).to_have_count(6)
    expect(page.locator('fieldset[data-verdict="right"]')).to_have_count(6)


def test_a_changed_answer_takes_the_verdict_back(page: Page) -> None:
    opened(page)
    page.locator(f"course-questions {RIGHT}").first.check()
    page.locator("[data-act=after]").click()
    expect(page.locator(".check-result")).to_contain_text("Without an answer: 5.")
    page.locator("course-questions fieldset").nth(1).locator("input").first.check()
    expect(page.locator(".verdict")).to_have_count(0)
    expect(page.locator("course-questions details:visible")).to_have_count(0)


def test_nothing_leaves_while_questions_are_answered(page: Page) -> None:
    opened(page)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    answer(page, 3)
    page.locator("[data-act=before]").click()
    page.locator("[data-act=after]").click()
    expect(page.locator(".check-result")).to_contain_text("3 of 6 right.")
    # Scripts of the page may come when it has nothing else to do; they take nothing along.
    assert [url for url in asked if not re.search(r"/assets/js/[\w-]+\.js$", url)] == []


def calendar(page: Page, day: str) -> str:
    page.locator("[data-choice=date]").fill(day)
    with page.expect_download() as download:
        page.locator("[data-act=calendar]").click()
    return Path(download.value.path()).read_bytes().decode()


@EVERY_LANGUAGE
def test_the_calendar_file_keeps_its_names_when_the_day_moves(page: Page, language: str) -> None:
    opened(page, language)
    first, second = calendar(page, "2027-03-01"), calendar(page, "2027-03-08")
    names = re.findall(r"^UID:(.*)\r$", first, re.MULTILINE)
    # Eight sessions and three days to remember.
    assert len(names) == len(set(names)) == 11
    assert re.findall(r"^UID:(.*)\r$", second, re.MULTILINE) == names
    assert "DTSTART:20270301T090000\r" in first
    assert "DTSTART:20270308T090000\r" in second


def test_a_calendar_without_a_day_asks_for_one(page: Page) -> None:
    opened(page)
    page.locator("[data-act=calendar]").click()
    expect(page.locator(".agenda-calendar output")).to_have_text("Choose the first day.")
    expect(page.locator("[data-choice=date]")).to_be_focused()


def test_a_sheet_of_questions_is_printed_without_answers(page: Page) -> None:
    opened(page)
    answer(page, 6)
    page.locator("[data-act=after]").click()
    expect(page.locator("course-questions details:visible")).to_have_count(6)
    page.emulate_media(media="print")
    expect(page.locator("course-questions details:visible")).to_have_count(0)
    expect(page.locator("course-questions button:visible")).to_have_count(0)
    expect(page.locator("course-agenda .agenda-calendar")).to_be_hidden()


@EVERY_LANGUAGE
@pytest.mark.parametrize(("course", "days"), [(COURSE, 1), ("two-days", 2)])
def test_a_day_of_the_run_sheet_is_one_page_of_paper(
    page: Page, language: str, course: str, days: int
) -> None:
    page.goto(address(language, course, "sheet/"))
    expect(page.locator("course-agenda[data-started]")).to_be_attached()
    paper = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == days


@EVERY_LANGUAGE
@pytest.mark.parametrize("course", [COURSE, "self-study", "trust-workshop"])
def test_a_handout_asks_all_and_answers_nothing(page: Page, language: str, course: str) -> None:
    playbook = real_playbook()
    page.goto(address(language, course, "handout/"))
    questions = playbook.courses[course]["check"]["questions"]
    asked = page.locator(".paper-questions > li")
    expect(asked).to_have_count(len(questions))
    expect(asked.first.locator(".paper-letters > span")).to_have_count(2)
    told = page.locator("article").inner_text()
    items = [item for each in playbook.courses[course]["sessions"] for item in each["items"]]
    exercises = [item for item in items if item.get("uses", "").endswith("#facilitator")
                 and item["kind"] == "exercise"]  # fmt: skip
    label = Book(playbook, language).words["facilitator"]["exercise"]
    shown = page.locator("article .guide-word").filter(has_text=label)
    expect(shown).to_have_count(len(exercises))
    assert Book(playbook, language).words["slides"]["expected"] not in told


@EVERY_LANGUAGE
@pytest.mark.parametrize("course", [COURSE, "self-study", "trust-workshop", "two-days"])
def test_on_paper_there_is_room_to_write_where_something_is_asked(
    page: Page, language: str, course: str
) -> None:
    page.goto(address(language, course, "handout/"))
    follow_up = Book(real_playbook(), language).words["course"]["follow_up"]
    mine = Book(real_playbook(), language).words["course"]["mine"]
    paper = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    sheets = [letters_of(sheet.extract_text()) for sheet in paper.pages]
    [sheet] = [each for each in sheets if letters_of(mine) in each]
    assert letters_of(follow_up) in sheet
    page.emulate_media(media="print")
    narrow = page.locator(".paper-worksheets table").evaluate_all(
        """tables => tables.flatMap((table) => {
          const [first, ...others] = [...table.rows[0].cells].map((cell) => cell.offsetWidth);
          return others.filter((width) => width < first / 3);
        })"""
    )
    assert narrow == []


@EVERY_LANGUAGE
def test_the_session_of_each_module_is_one_page_of_paper(page: Page, language: str) -> None:
    names = sorted(real_playbook().modules)
    page.emulate_media(media="print")
    long = []
    for name in names:
        page.goto(f"{'/zh' if language == 'zh' else ''}/m/{name}/sheet/")
        expect(page.locator(".session-sheet")).to_be_visible()
        paper = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
        long += [name] if len(paper.pages) != 1 else []
    assert names
    assert long == []


@EVERY_LANGUAGE
def test_answers_to_cards_are_printed_on_a_sheet_of_their_own(page: Page, language: str) -> None:
    page.goto(address(language, paper="cards/"))
    key = letters(page.locator(".card-keys h2").inner_text().rstrip("¶"))
    last = letters(page.locator(".cut-card p").last.inner_text())
    page.emulate_media(media="print")
    sheets = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    texts = [letters(sheet.extract_text()) for sheet in sheets]
    [first] = [at for at, text in enumerate(texts) if key in text]
    assert last in texts[first - 1]
    assert texts[first].removeprefix(f"{first + 1}/{len(texts)}").startswith(key)


def letters(text: str) -> str:
    """Return a text as it reads: paper breaks its lines, and names some letters by their twins."""
    return "".join(unicodedata.normalize("NFKC", text).translate(TWINS).split())


@EVERY_LANGUAGE
@pytest.mark.parametrize("paper", PAGES)
def test_axe_finds_nothing_and_a_phone_needs_no_sideways_scrolling(
    page: Page, paper: str, language: str
) -> None:
    page.goto(address(language, paper=paper))
    if page.locator("course-agenda").count():
        expect(page.locator("course-agenda[data-started]")).to_be_attached()
    assert violations_by_day_and_night(page) == []
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


@EVERY_LANGUAGE
def test_trainers_begin_with_the_time_they_have(page: Page, language: str) -> None:
    page.goto("/teach/" if language == "en" else "/zh/teach/")
    expect(page.locator(".need")).to_have_count(5)
    assert violations_by_day_and_night(page) == []
    page.locator(".need .card--course").first.click()
    expect(page.locator("course-agenda[data-started]")).to_be_attached()
