"""The plan over all subjects and tools: overdue first, filtered, edited in place, taken along."""

import datetime as dt
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.answers_page import tables
from tests.browser.axe import violations
from tests.browser.plan_page import actions, edit, file_behind, kept, rows_of, said, undo
from tests.browser.test_my_results import add, file_of_everything, lines, open_results
from tests.browser.test_my_results import said as said_of_results

pytestmark = pytest.mark.usefixtures("context")
"""Their clock is changed."""

SUNDAY = dt.datetime(2026, 11, 29, 12, 0)
"""The last day of its week."""
HEALTH, TRUST = "relationship-health", "trust-stage-diagnostic"
TITLE = "Relationship health in four dimensions"
GROUPS = """Object.fromEntries(
  [...document.querySelectorAll("[data-group]:not([hidden])")].map((group) => [
    group.dataset.group,
    [...group.querySelectorAll(".action-text")].map((each) => each.textContent),
  ]),
)"""
MADE = "2026-01-01T00:00:00.000Z"


def action(name: str, due: str = "", subject: str = "s1", **more: str) -> dict[str, str]:
    """Return an action as a device keeps it."""
    told = {"text": name, "owner": "", "due": due, "state": "open", "made": MADE, "saved": MADE}
    return {"id": name, "tool": HEALTH, "subjectId": subject, **told, **more}


def device(*rows: object, **more: object) -> dict[str, Any]:
    """Return a file of everything with two subjects and these actions."""
    names = {"s1": "Alpha", "s2": "Beta"}
    subjects = [{"id": id_, "kind": "account", "name": name} for id_, name in names.items()]
    held = {"subjects": subjects, "actions": list(rows), **more}
    return {"format": "playbook-device/1", "tables": held}


PLAN = device(
    action("late", "2026-11-28", owner="Li"),
    action("today", "2026-11-29", subject="s2", owner="LI "),
    action("month", "2026-12-29", owner="Wang"),
    action("later", "2026-12-30", subject="", tool=TRUST),
    action("someday"),
    action("done", "2026-11-01", state="done"),
    action("dropped", state="dropped"),
)


def groups(page: Page) -> dict[str, list[str]]:
    """Return the texts of each group that is shown, in order."""
    found: dict[str, list[str]] = page.evaluate(GROUPS)
    return found


def board(page: Page) -> Locator:
    """Return the plan."""
    return page.locator("my-results [data-plan]")


def planned(page: Page, file: dict[str, Any] = PLAN) -> Page:
    """Show the plan of a file on the Sunday."""
    page.clock.set_fixed_time(SUNDAY)
    open_results(page)
    add(page, file)
    expect(board(page)).to_be_visible()
    return page


def test_what_is_overdue_comes_first_and_the_day_is_the_readers_own(page: Page) -> None:
    planned(page)
    expect(said_of_results(page)).to_contain_text("Added: results 0, sets of answers 0, actions 7")
    assert groups(page) == {
        "overdue": ["late"],
        "week": ["today"],
        "month": ["month"],
        "later": ["later"],
        "undated": ["someday"],
        "settled": ["done", "dropped"],
    }
    expect(board(page).locator("h3").first).to_have_text("Overdue (1)")
    expect(board(page)).to_contain_text("This week, until 29 November 2026 (1)")
    expect(board(page)).to_contain_text("The next 30 days, until 29 December 2026 (1)")
    expect(actions(page).first).to_contain_text("overdue since 28 November 2026")
    expect(actions(page).first).to_contain_text("LiAlphaRelationship health in four")
    # The page stood open over midnight.
    page.clock.set_fixed_time(SUNDAY + dt.timedelta(hours=13))
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert groups(page)["overdue"] == ["late", "today"]
    assert groups(page)["month"] == ["month", "later"]
    expect(page.locator("[data-stored]")).to_contain_text("results 0, sets of answers 0, actions 7")
    expect(page.locator("[data-stored]")).to_contain_text(re.compile("takes [0-9.]+ [kM]B"))
    page.locator("[data-group=settled] summary").click()
    assert violations(page) == []
    open_results(page, "zh")
    expect(actions(page).first).to_contain_text("已逾期，原定2026年11月28日")


def test_the_plan_is_filtered_changed_in_place_and_taken_along(page: Page, tmp_path: Path) -> None:
    planned(page)
    board(page).get_by_label("Owner").select_option(label="Li")
    assert groups(page) == {"overdue": ["late"], "week": ["today"]}
    expect(page.locator("[data-plan-count]")).to_have_text("2 of 7 actions")
    board(page).get_by_label("About").select_option("Alpha")
    assert groups(page) == {"overdue": ["late"]}
    name, text = file_behind(page, "Calendar file", tmp_path)
    assert name == "trust-playbook-actions-Alpha-2026-11-29.ics"
    assert text.count("BEGIN:VEVENT") == 1
    assert "SUMMARY:Alpha: late\r\n" in text
    unfolded = text.replace("\r\n ", "")
    assert f"DESCRIPTION:Owner: Li\\nFrom “{TITLE}”\r\n" in unfolded
    (row,) = rows_of(file_behind(page, "Download as CSV", tmp_path)[1])[1:]
    assert row == ["late", "Li", "2026-11-28", "open", "Alpha", TITLE]
    edit(page, actions(page).first, due="2026-12-01", owner="Zhao")
    expect(said(page)).to_have_text("Changed: late")
    # Whose filter it was has no action any more here; the way back has.
    assert groups(page) == {}
    undo(page)
    assert groups(page) == {"overdue": ["late"]}
    board(page).get_by_label("About").select_option(label="all")
    board(page).get_by_label("Owner").select_option(label="everybody")
    actions(page).filter(has_text="someday").get_by_role("checkbox").click()
    expect(page.locator("[data-group=undated]")).to_be_hidden()
    expect(page.locator('[data-act="undo-action"]')).to_be_focused()
    page.keyboard.press("Enter")
    expect(said(page)).to_have_text("Undone.")
    assert groups(page)["undated"] == ["someday"]
    edit(page, actions(page).filter(has_text="month"), state="dropped")
    expect(said(page)).to_have_text("Dropped: month")
    assert groups(page)["settled"] == ["done", "month", "dropped"]
    page.locator("[data-group=undated]").get_by_role("link").click()
    expect(page.locator("[data-plan]")).to_contain_text("Actions for “Alpha”")


def test_actions_of_another_device_come_once_and_the_later_change_wins(
    page: Page, chromium: Browser, tmp_path: Path
) -> None:
    planned(page)
    file = file_of_everything(page, tmp_path)
    context = chromium.new_context(base_url=page.url.split("/me/")[0])
    other = context.new_page()
    other.clock.set_fixed_time(SUNDAY)
    add(open_results(other), file)
    expect(said_of_results(other)).to_contain_text("actions 7")
    edit(other, actions(other).filter(has_text="late").first, owner="Zhao")
    add(page, file_of_everything(other, tmp_path))
    expect(said_of_results(page)).to_contain_text("actions 1, sets of targets 0. Known already: 6.")
    expect(actions(page).first).to_contain_text("Zhao")
    add(page, file)
    expect(said_of_results(page)).to_contain_text("actions 0, sets of targets 0. Known already: 7.")
    assert {row["owner"] for row in kept(page, 7) if row["text"] == "late"} == {"Zhao"}
    context.close()
    # What cannot be read is counted, and what a file says is text.
    wrong = [
        *({"id": "a"}, action(""), action("b", "2026-02-30"), action("c", state="maybe"), 7),
        *(action("d", subject="gone"), action("e", saved="yesterday")),
    ]
    targets = {"name": f"targets:{HEALTH}:s1", "tool": HEALTH, "subjectId": "s1", "saved": MADE}
    settings = [{**targets, "targets": {"trust": 80}}, {**targets, "targets": {"trust": "x"}}]
    script = "<img src=x onerror=alert(1)>"
    add(page, device(*wrong, action(script, owner=script), settings=settings))
    expect(said_of_results(page)).to_have_text(
        "Added: results 0, sets of answers 0, actions 1, sets of targets 1. Known already: 0. "
        "Left out, because they cannot be read: 8."
    )
    expect(actions(page).filter(has_text=script)).to_have_count(1)
    assert page.locator("my-results img").count() == 0


def test_the_sample_has_a_plan_and_lines_go_with_their_actions(page: Page) -> None:
    page.clock.set_fixed_time(SUNDAY)
    open_results(page)
    expect(board(page)).to_be_hidden()
    page.get_by_role("button", name="Look at a sample").click()
    expect(lines(page)).to_have_count(4)
    nothing = "Kept in this browser: results 0, sets of answers 0, actions 0, names 0."
    expect(page.locator("[data-stored]")).to_contain_text(nothing)
    assert {name: len(each) for name, each in groups(page).items()} == {
        "overdue": 1,
        "week": 1,
        "month": 1,
        "later": 1,
        "undated": 1,
        "settled": 1,
    }
    trust = lines(page).filter(has_text="Trust-stage")
    trust.get_by_role("button", name="Remove").click()
    expect(said_of_results(page)).to_contain_text("and its actions: 2.")
    expect(page.locator("[data-group=settled]")).to_be_hidden()
    page.locator('my-results [data-act="undo"]').click()
    expect(page.locator("[data-group=settled]")).to_be_visible()
    page.get_by_role("button", name="Close the sample").click()
    expect(board(page)).to_be_hidden()
    assert all(not rows for rows in tables(page).values())


def test_of_a_thousand_actions_the_first_of_each_group_are_shown(page: Page) -> None:
    many = [action(f"a{number:03}", due="2026-11-28") for number in range(1000)]
    planned(page, device(*many))
    expect(actions(page)).to_have_count(50)
    rest = board(page).get_by_role("button", name="Show the other 950")
    expect(board(page).locator("h3").first).to_have_text("Overdue (1000)")
    rest.press("Enter")
    expect(actions(page)).to_have_count(1000)
    expect(actions(page).nth(50).get_by_role("checkbox")).to_be_focused()
    expect(rest).to_be_hidden()
