"""The composer: a plan by mouse and by keys, what does not fit, its address, file and packages."""

import io
import json
import re
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from macros.courses.packages.table import PAGE_FORMATS
from macros.exporters.packages.planned import plan_order
from macros.exporters.packages.table import FORMATS
from macros.playbook import Playbook
from tests.browser.axe import violations_by_day_and_night
from tests.browser.conftest import ROOT
from tests.browser.server import SiteServer
from tests.browser.tool_page import LANGUAGES, see_result
from tests.browser.waiting import until
from tests.site_playbook import real_playbook

EVERY_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)
HARD = 'A & B <"C">, 100 % 客户'
PLAN = "plan=1&id=k3f9&title=Morning&begin=09:00&end=10:00"
OVERLAPS = """[...document.querySelectorAll(".compose-minutes span")].filter((words) =>
  words.getBoundingClientRect().right >
  words.closest("li").querySelector(".compose-moves").getBoundingClientRect().left).length"""
"""How many units of minutes run into the buttons beside them."""
FITS = {"en": "Everything fits.", "zh": "全部合适。"}


def address(language: str, plan: str = "") -> str:
    return f"{'/zh' if language == 'zh' else ''}/teach/compose/{'#' if plan else ''}{plan}"


def opened(page: Page, language: str = "en", plan: str = "") -> None:
    page.goto("about:blank")
    page.goto(address(language, plan))
    expect(page.locator("course-composer[data-started]")).to_be_attached()
    expect(page.locator("[name=begin]")).not_to_have_value("")


def lines(page: Page) -> Locator:
    return page.locator(".compose-item")


def add(page: Page, link: str) -> None:
    page.locator("[name=page]").select_option(link)
    page.locator("[data-act=add-page]").click()


def fault(page: Page, line: int) -> Locator:
    return lines(page).nth(line).locator("[data-item-faults] li")


def taken(page: Page, selector: str) -> tuple[str, bytes]:
    """Return name and content of the file that a button gives."""
    with page.expect_download() as waiting:
        page.locator(selector).click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def give(page: Page, name: str, content: bytes) -> None:
    """Open a file as a saved plan."""
    with page.expect_file_chooser() as waiting:
        page.locator("[data-act=open]").click()
    waiting.value.set_files({"name": name, "mimeType": "application/json", "buffer": content})


def in_address(page: Page, words: str) -> None:
    until(page, "words => decodeURIComponent(location.hash).includes(words)", words)


@EVERY_LANGUAGE
def test_a_ready_course_is_a_plan_that_fits(page: Page, language: str) -> None:
    opened(page, language)
    page.locator("[name=course]").select_option("one-day")
    page.locator("[data-act=take]").click()
    expect(lines(page).first.locator("[data-time]")).to_have_text("09:00")
    expect(page.locator("[data-fits]")).to_have_text(FITS[language])
    # 360 minutes of work and 100 of breaks, less the last ten: 16:30.
    expect(lines(page).last.locator("[data-time]")).to_have_text("16:30")
    expect(page.locator("[name=end]")).to_have_value("16:40")
    expect(page.locator("[data-totals]")).to_have_text(
        {"en": "6 h of work, 1 h 40 min of breaks.", "zh": "课时6小时，休息1小时40分钟。"}[language]
    )
    in_address(page, "module.trust-stages.15")


@EVERY_LANGUAGE
def test_a_course_leads_to_a_plan_of_itself(page: Page, language: str) -> None:
    page.goto(f"{'/zh' if language == 'zh' else ''}/c/self-study/")
    page.locator(".agenda-compose a").click()
    expect(page.locator("[data-fits]")).to_have_text(FITS[language])
    expect(page.locator("[name=language]")).to_have_value(language)
    in_address(page, "plan=1&id=")


@EVERY_LANGUAGE
def test_what_does_not_fit_is_told_and_mended_by_a_button(page: Page, language: str) -> None:
    opened(
        page,
        language,
        f"{PLAN}&known=customer-pain-points"
        "&items=module.value-co-creation.50,module.trust-stages.30",
    )
    expect(fault(page, 0)).to_have_count(1)
    expect(fault(page, 0)).to_contain_text(
        {"en": "builds on “The stages of trust”", "zh": "要用到“信任三阶段”"}[language]
    )
    lines(page).nth(1).locator("[data-act=up]").click()
    expect(fault(page, 0)).to_have_count(0)
    expect(fault(page, 1)).to_contain_text("80")
    fault(page, 1).get_by_role("button").click()
    expect(lines(page)).to_have_count(3)
    expect(lines(page).nth(1)).to_have_attribute("data-kind", "break")
    expect(page.locator("[data-faults] li")).to_contain_text("90")
    page.locator("[data-faults] button").click()
    expect(page.locator("[name=end]")).to_have_value("10:30")
    expect(page.locator("[data-fits]")).to_have_text(FITS[language])
    expect(lines(page).last.locator("[data-time]")).to_have_text("09:40")


def test_a_session_too_long_for_one_sitting_comes_with_its_own_break(page: Page) -> None:
    opened(page)
    add(page, "m:value-co-creation")
    expect(lines(page)).to_have_count(3)
    minutes = [int(each.input_value()) for each in page.locator("[name=minutes]").all()]
    playbook = real_playbook()
    session = playbook.modules["value-co-creation"].data["facilitator"]
    [pause] = [slot["minutes"] for slot in session["run"] if slot.get("kind") == "break"]
    assert sum(minutes) == session["minutes"]
    assert minutes[1] == pause
    assert max(minutes) <= 75
    in_address(page, f"module.value-co-creation.{minutes[0]},break.{pause},")


def test_a_plan_is_made_with_keys_alone(page: Page) -> None:
    opened(page)
    for key in ("add-activity", "add-break", "add-activity"):
        page.locator(f"[data-act={key}]").focus()
        page.keyboard.press("Enter")
        if key == "add-activity":
            expect(page.locator(":focus")).to_have_attribute("name", "text")
            page.keyboard.type(f"Words {lines(page).count()}")
            page.keyboard.press("Tab")
    in_address(page, "activity.Words 1.15,break.10,activity.Words 3.15")
    lines(page).nth(2).locator("[data-act=up]").focus()
    page.keyboard.press("Enter")
    in_address(page, "activity.Words 1.15,activity.Words 3.15,break.10")
    # The focus stays with the line that moved.
    expect(page.locator(":focus")).to_have_attribute("data-act", "up")
    expect(page.locator(".composer [data-status]")).to_have_text("Words 3: now line 2 of 3.")
    page.keyboard.press("Enter")
    expect(page.locator(".composer [data-status]")).to_have_text("Words 3: now line 1 of 3.")
    assert page.evaluate("document.activeElement.closest('[data-place]').dataset.place") == "0"


def test_a_removed_line_is_one_step_back(page: Page) -> None:
    opened(page, plan=f"{PLAN}&items=activity.One.30,activity.Two.30")
    lines(page).first.locator("[data-act=remove]").click()
    in_address(page, "items=activity.Two.30")
    expect(lines(page)).to_have_count(1)
    page.go_back()
    expect(lines(page)).to_have_count(2)
    expect(lines(page).first.locator("[name=text]")).to_have_value("One")


def test_a_plan_survives_reload_and_the_other_language(page: Page) -> None:
    opened(page)
    page.locator("[name=title]").fill(HARD)
    page.locator("[name=from]").fill("4")
    page.locator("[name=rhythm]").select_option("weekly")
    page.locator("[name=date]").fill("2027-01-11")
    add(page, "a:relationship-health")
    in_address(page, "tool.relationship-health")
    page.reload()
    expect(page.locator("[name=title]")).to_have_value(HARD)
    expect(lines(page)).to_have_count(1)
    page.locator("language-switch a").first.click()
    page.wait_for_url(re.compile("/zh/teach/compose/#plan=1"))
    expect(page.locator("[name=title]")).to_have_value(HARD)
    expect(page.locator("[name=from]")).to_have_value("4")
    expect(page.locator("[name=rhythm]")).to_have_value("weekly")
    expect(page.locator("[name=language]")).to_have_value("en")


def test_a_saved_plan_opens_again_and_the_one_before_is_a_step_back(page: Page) -> None:
    opened(page, plan=f"{PLAN}&items=activity.One.30")
    page.locator("[name=title]").fill(HARD)
    page.keyboard.press("Tab")
    in_address(page, HARD)
    name, content = taken(page, "[data-act=save]")
    assert name == "plan-k3f9.json"
    assert json.loads(content)["title"] == HARD
    page.locator("[data-act=anew]").click()
    expect(lines(page)).to_have_count(0)
    give(page, name, content)
    expect(lines(page)).to_have_count(1)
    expect(page.locator("[name=title]")).to_have_value(HARD)
    page.go_back()
    expect(lines(page)).to_have_count(0)


@EVERY_LANGUAGE
@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"hello", {"en": "This is no plan of this page.", "zh": "这不是本页的方案文件。"}),
        (b'{"format": "playbook-pl', {"en": "The file is damaged:", "zh": "文件已损坏"}),
        (
            b'{"format": "playbook-plan", "version": 9}',
            {"en": "made by another edition", "zh": "另一版本"},
        ),
        (b" " * 1_000_001, {"en": "larger than any plan", "zh": "内容过大"}),
    ],
    ids=["foreign", "damaged", "version", "large"],
)
def test_a_file_that_is_no_plan_changes_nothing(
    page: Page, language: str, content: bytes, said: dict[str, str]
) -> None:
    opened(page, language, f"{PLAN}&items=activity.One.60")
    before = page.url
    give(page, "plan.json", content)
    expect(page.locator("[data-refused]")).to_contain_text(said[language])
    expect(lines(page)).to_have_count(1)
    assert page.url == before


@EVERY_LANGUAGE
def test_what_is_damaged_in_an_address_is_told_and_the_address_stays(
    page: Page, language: str
) -> None:
    plan = f"{PLAN}&level=easy&items=module.trust-stage.30,party.5,activity.%3Cb%3E.30"
    opened(page, language, plan)
    expect(lines(page)).to_have_count(2)
    expect(lines(page).nth(1).locator("[name=text]")).to_have_value("<b>")
    told = page.locator("[data-faults]")
    expect(told).to_contain_text("party.5")
    expect(told).to_contain_text("easy")
    assert page.url.endswith(plan)
    fault(page, 0).get_by_role("button").first.click()
    in_address(page, "module.trust-stages.30")
    opened(page, language, "plan=7&items=break.10")
    expect(page.locator("[data-refused]")).to_contain_text(
        {"en": "The address holds no plan that can be read.", "zh": "地址里没有可以读取的方案。"}[
            language
        ]
    )
    assert page.url.endswith("#plan=7&items=break.10")


@pytest.fixture(scope="module")
def playbook() -> Playbook:
    return real_playbook()


@EVERY_LANGUAGE
def test_the_page_makes_what_the_command_makes(
    page: Page, server: SiteServer, playbook: Playbook, language: str
) -> None:
    plan = (
        f"plan=1&id=k3f9&title=Two%20%3C%26%3E%20%E5%AE%A2&language={language}&date=2027-01-11"
        "&begin=09:00&end=10:30&items=module.trust-stages.45,break.10,"
        "tool.relationship-health.35,day,exercise.decision-chain.90"
    )
    opened(page, language, plan)
    _, saved = taken(page, "[data-act=save]")
    order, _told = plan_order(playbook, saved.decode(), ROOT, server.address)
    order = replace(order, written=datetime(2026, 11, 30, tzinfo=UTC))
    for form in PAGE_FORMATS:
        name, made = taken(page, f'[data-act=make][data-format="{form}"]')
        assert name == FORMATS[form].file_name(order.contents, language)
        assert content_of(made) == content_of(FORMATS[form].make(order)), form


def content_of(made: bytes) -> Any:
    """Return what a file holds: the packer of a zip may write other bytes for the same content.

    A calendar from the page says when it was made, so that a later one counts.
    """
    if made.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(made)) as archive:
            assert archive.testzip() is None
            return {name: archive.read(name) for name in archive.namelist()}
    return re.sub(rb"(DTSTAMP|LAST-MODIFIED|SEQUENCE):[^\r]*\r\n", b"", made)


@EVERY_LANGUAGE
def test_a_calendar_without_a_day_asks_for_it(page: Page, language: str) -> None:
    opened(page, language, f"{PLAN}&items=activity.One.60")
    page.locator('[data-format="ics"]').click()
    expect(page.locator("[data-made]")).to_have_text(
        {
            "en": "A calendar needs the first day: choose it above.",
            "zh": "生成日历需要第一天的日期，请在上面选定。",
        }[language]
    )
    expect(page.locator("[name=date]")).to_be_focused()


@pytest.mark.usefixtures("context")
def test_only_the_composer_loads_what_composing_needs(page: Page, server: SiteServer) -> None:
    page.goto("/a/four-pain-points/")
    expect(page.locator("tool-form[data-started]")).to_be_attached()
    page.locator(".answers input").first.check()
    see_result(page)
    asked = [path for path in server.asked if "courses-" in path or "shelf-" in path]
    assert asked == []
    opened(page)
    asked = [path for path in server.asked if "courses-" in path or "shelf-" in path]
    assert len(asked) == 2


def test_slides_of_the_modules_of_a_plan_are_linked(page: Page) -> None:
    opened(page, plan=f"{PLAN}&items=module.trust-stages.60")
    link = page.locator("[data-slides] a")
    expect(link).to_have_count(1)
    response = page.request.get(link.evaluate("link => link.href"))
    assert response.ok
    assert response.body().startswith(b"PK")


@EVERY_LANGUAGE
def test_the_page_fits_a_phone_and_axe_is_silent(page: Page, language: str) -> None:
    opened(
        page, language, f"{PLAN}&group=9-3&items=activity.{'x' * 60}.20,day,module.trust-stages.90"
    )
    expect(fault(page, 2).first).to_be_visible()
    assert violations_by_day_and_night(page) == []
    page.set_viewport_size({"width": 360, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert page.evaluate(OVERLAPS) == 0
    assert violations_by_day_and_night(page) == []


@EVERY_LANGUAGE
def test_without_script_the_page_says_what_is_missing(
    page_without_scripts: Page, language: str
) -> None:
    page = page_without_scripts
    page.goto(address(language))
    box = page.locator("course-composer .without-script")
    expect(box).to_be_visible()
    expect(page.locator(".composer")).to_be_hidden()
    expect(box.get_by_role("link")).to_have_count(2)


@EVERY_LANGUAGE
def test_where_python_does_not_come_the_plan_stays(
    page: Page, context: BrowserContext, language: str
) -> None:
    context.route("**/courses-*.zip", lambda route: route.abort())
    page.goto(address(language, f"{PLAN}&items=activity.One.60"))
    notice = page.locator("[data-refused]")
    expect(notice).to_be_visible()
    expect(notice).to_contain_text({"en": "still in the address", "zh": "方案仍在地址里"}[language])
    assert "items=activity.One.60" in page.url
    context.unroute("**/courses-*.zip")
    notice.get_by_role("button").click()
    expect(lines(page)).to_have_count(1)
    expect(notice).to_be_hidden()


@EVERY_LANGUAGE
def test_the_page_for_trainers_leads_here(page: Page, language: str) -> None:
    page.goto(address(language).replace("compose/", ""))
    page.locator(".actions a[href$='compose/']").click()
    expect(page.locator("course-composer[data-started]")).to_be_attached()
