"""A team's session: what is undone, which one is open, what is kept again, and its one sheet."""

import json
import re
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.answering import questionnaire
from tests.browser.answers_page import tables
from tests.browser.test_team import (
    PRINTER,
    TEAM,
    TOOL,
    add,
    complete,
    file,
    files,
    open_team,
    press,
    record,
    reveal,
    row,
)
from tests.browser.tool_page import LANGUAGES, TRUST, ready

SHEETS = re.compile(rb"/Type\s*/Page\b(?!s)")
REASON = {
    "en": "Two service reports of March and the site manager on the phone said so. " * 27,
    "zh": "三月份的两份服务报告和站长的电话都证实了这一点，客户的运维主管也认可。" * 50,
}
"""About as long as a reason may be."""
WIDEST = "crm-service-standards"
"""The questionnaire with the longest questions and answers."""


def session(tool: str, reason: str) -> dict[str, Any]:
    """Return a session of both sides that agreed on everything, with a reason for each."""
    mark = {key: questionnaire(tool).fingerprint[key] for key in ("version", "hash", "structure")}
    names = list(questionnaire(tool).questions)
    people = [
        {
            "tool": tool,
            **mark,
            "subject": "Yunhe",
            "respondent": f"{side} {number}",
            "saved": f"2026-01-{number + 1:02}T09:00:00.000Z",
            "input": {"answers": {each: (number + place) % 4 for place, each in enumerate(names)}},
            "side": side,
            "agreed": False,
        }
        for side, count in (("us", 6), ("customer", 4))
        for number in range(count)
    ]
    agreed = {"answers": dict.fromkeys(names, 3), "reasons": dict.fromkeys(names, reason)}
    about = {"saved": "2026-02-01T09:00:00.000Z", "subject": "Yunhe", "occasion": "Quarter"}
    return {
        "format": "playbook-team/1",
        "tool": tool,
        **mark,
        **about,
        "people": people,
        "agreed": {**agreed, "flags": []},
    }


def printed(page: Page) -> Locator:
    """Reveal the answers, print the session, and return its sheet as it stands on paper."""
    reveal(page)
    page.evaluate(PRINTER)
    press(page, "print")
    page.locator("[data-printed]").wait_for()
    page.emulate_media(media="print")
    return page.locator("[data-sheet]")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_session_with_long_reasons_prints_on_one_sheet(page: Page, language: str) -> None:
    open_team(page, language)
    add(page, [file("session.json", session(WIDEST, REASON[language][:2000]))])
    complete(page, 10)
    sheet = printed(page)
    expect(sheet.locator("[data-cut]")).to_be_visible()
    reasons = sheet.locator("table").first.locator("tbody tr > :last-child")
    assert all(text.endswith("…") and len(text) > 20 for text in reasons.all_inner_texts())
    assert len(SHEETS.findall(page.pdf(prefer_css_page_size=True))) == 1


def test_short_reasons_are_printed_whole(page: Page) -> None:
    open_team(page)
    add(page, [file("session.json", session(TOOL, "38 of 46 stations"))])
    complete(page, 10)
    sheet = printed(page)
    expect(sheet.locator("[data-cut]")).to_be_hidden()
    expect(sheet).to_contain_text("38 of 46 stations")
    assert len(SHEETS.findall(page.pdf(prefer_css_page_size=True))) == 1


def test_undo_brings_back_a_person_and_leaves_what_was_done_since(page: Page) -> None:
    open_team(page, tool=TOOL)
    add(page, files(TEAM))
    complete(page, 5)
    row(page, "Lin").get_by_role("button", name="Take out").press("Enter")
    complete(page, 4)
    card = reveal(page).first
    # What the button would take back stands beside it.
    expect(page.locator("team-session [data-status]")).to_contain_text("Lin")
    card.locator('input[value="2"]').check()
    card.locator("textarea").fill("38 of 46 stations")
    page.locator('[data-field="subject"]').fill("Kestrel")
    press(page, "undo")
    complete(page, 5)
    expect(page.locator("tr[data-person] [data-slot=who]").first).to_have_text("Lin")
    again = reveal(page).filter(has=page.locator("input:checked"))
    expect(again.locator("textarea")).to_have_value("38 of 46 stations")
    expect(page.locator('[data-field="subject"]')).to_have_value("Kestrel")


def test_undo_of_added_people_leaves_what_was_agreed_since(page: Page) -> None:
    open_team(page, tool=TOOL)
    add(page, files(dict(list(TEAM.items())[:4])))
    complete(page, 4)
    add(page, [file("su.json", record("Late", "2222 2222 2222 2222"))])
    complete(page, 5)
    reveal(page).first.locator('input[value="1"]').check()
    press(page, "undo")
    complete(page, 4)
    expect(row(page, "Late")).to_have_count(0)
    expect(reveal(page).locator("input:checked")).to_have_count(1)


def test_a_cleared_session_comes_back_and_so_does_the_one_begun_since(page: Page) -> None:
    open_team(page, tool=TOOL)
    add(page, files(TEAM))
    complete(page, 5)
    press(page, "clear")
    add(page, [file("one.json", record("Later", "2222 2222 2222 2222"))])
    complete(page, 1)
    press(page, "undo")
    complete(page, 5)
    expect(row(page, "Later")).to_have_count(0)
    press(page, "undo")
    complete(page, 1)
    expect(row(page, "Later")).to_have_count(1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_tool_offers_its_own_session_and_the_open_one_comes_back(
    page: Page, language: str
) -> None:
    said = {"en": "A session with “Relationship health", "zh": "而这里还开着“关系健康度（四维）"}
    open_team(page, language, TOOL)
    add(page, files(TEAM))
    complete(page, 5)
    page.locator("[data-tool-page]").click()
    page.wait_for_url(f"**/a/{TOOL}/")
    ready(page)
    page.evaluate(
        "(tool) => document.querySelector('.tool-team a').setAttribute("
        "'href', document.querySelector('.tool-team a').href.split('#')[0] + '#' + tool)",
        TRUST,
    )
    page.locator(".tool-team a").click()
    page.locator("team-session[data-started]").wait_for()
    expect(page.locator("team-session [data-status]")).to_contain_text(said[language])
    complete(page, 5)
    begin = page.locator('[data-act="begin"]')
    begin.press("Enter")
    expect(page.locator("select[data-tool]")).to_have_value(TRUST)
    expect(page.locator("tr[data-person]")).to_have_count(0)
    expect(begin).to_be_hidden()
    press(page, "undo")
    complete(page, 5)
    expect(page.locator("select[data-tool]")).to_have_value(TOOL)


def test_the_address_names_the_questionnaire_that_is_open(page: Page) -> None:
    open_team(page, tool=TRUST)
    add(page, [file("session.json", session(TOOL, REASON["en"]))])
    expect(page.locator("select[data-tool]")).to_have_value(TOOL)
    people = page.locator("tr[data-person]").count()
    assert urlsplit(page.url).fragment == TOOL
    page.locator("select[data-tool]").select_option(TRUST)
    expect(page.locator("tr[data-person]")).to_have_count(0)
    assert urlsplit(page.url).fragment == TRUST
    press(page, "undo")
    complete(page, people)
    assert urlsplit(page.url).fragment == TOOL


def test_the_same_answers_are_kept_again_with_another_reason_unasked(page: Page) -> None:
    open_team(page, tool=TOOL)
    add(page, files(TEAM))
    complete(page, 5)
    cards = reveal(page)
    for card in cards.all():
        card.locator('input[value="2"]').check()
    press(page, "keep")
    expect(page.locator("[data-kept]")).to_contain_text("is kept")
    cards.first.locator("textarea").fill("38 of 46 stations")
    expect(page.locator("[data-kept]")).to_have_text("")
    press(page, "keep")
    expect(page.locator("[data-kept]")).to_contain_text("is kept")
    expect(page.locator(".question-dialog")).to_have_count(0)
    kept = tables(page)
    assert kept["aside"] == []
    assert [list(draft["notes"].values()) for draft in kept["drafts"]] == [["38 of 46 stations"]]
    # Other answers still ask.
    cards.first.locator('input[value="1"]').check()
    press(page, "keep")
    expect(page.locator(".question-dialog")).to_contain_text("There are other answers")
    assert json.dumps(tables(page)["aside"]) == "[]"
