"""What is to be done stays with the subject: from a step of the result, or in one's own words."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.answers_page import name, open_tool, reload, say_to, tables
from tests.browser.axe import violations
from tests.browser.plan_page import actions, edit, file_behind, kept, rows_of, said, steps, undo
from tests.browser.test_results import fill_in, score
from tests.browser.tool_page import TRUST_ANSWERS, answer_all, see_result

FAR = "=日历,\\ ; 与"
"""A text that a spreadsheet would run, and a calendar must escape."""


def begin(page: Page, subject: str = "Yunhe") -> None:
    """Show a result that has steps."""
    open_tool(page)
    if subject:
        name(page, subject)
    answer_all(page, TRUST_ANSWERS)
    see_result(page)
    expect(steps(page)).to_have_count(4)


def write(page: Page, text: str, due: str = "") -> None:
    """Write an action by the keyboard."""
    page.get_by_role("button", name="Write an action").press("Enter")
    page.keyboard.type(text)
    if due:
        page.locator('.action-form [name="due"]').fill(due)
        page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(said(page)).to_have_text(f"Added: {text}")


def test_a_step_becomes_an_action_that_is_edited_ticked_dropped_and_removed(page: Page) -> None:
    begin(page)
    expect(page.locator("[data-plan]")).to_contain_text("Actions for “Yunhe”")
    expect(page.locator("[data-plan]")).to_contain_text("No action yet.")
    steps(page).first.click()
    expect(actions(page)).to_have_count(1)
    expect(steps(page).first).to_have_text("Is an action: edit it")
    (made,) = kept(page, 1)
    # The engine says what to write down of a step.
    assert made["text"].startswith("Fix two executive meetings a year with minutes")
    steps(page).first.press("Enter")
    expect(page.locator('.action-form [name="owner"]')).to_be_focused()
    page.keyboard.type("Li  Na")
    page.keyboard.press("Enter")
    edit(page, actions(page).first, text="Two  meetings", due="2020-02-29")
    expect(actions(page).first).to_contain_text("overdue since 29 February 2020")
    changed = kept(page, 1)[0]
    told = {key: changed[key] for key in ("text", "owner", "due", "state", "tool")}
    assert told == {
        "text": "Two meetings",
        "owner": "Li Na",
        "due": "2020-02-29",
        "state": "open",
        "tool": "trust-stage-diagnostic",
    }
    actions(page).first.get_by_role("checkbox").press("Space")
    expect(said(page)).to_have_text("Done: Two meetings")
    expect(actions(page).first.get_by_role("checkbox")).to_be_focused()
    undo(page)
    expect(actions(page).first.get_by_role("checkbox")).not_to_be_checked()
    expect(actions(page).first.get_by_role("checkbox")).to_be_focused()
    edit(page, actions(page).first, state="dropped")
    expect(said(page)).to_have_text("Dropped: Two meetings")
    expect(actions(page).first).to_contain_text("dropped")
    actions(page).first.get_by_role("button", name="Edit").click()
    page.keyboard.press("Escape")
    expect(page.locator(".action-form")).to_have_count(0)
    actions(page).first.get_by_role("button", name="Edit").click()
    page.get_by_role("button", name="Remove", exact=True).click()
    expect(actions(page)).to_have_count(0)
    undo(page)
    assert kept(page, 1)[0]["state"] == "dropped"
    assert violations(page) == []


def test_ones_own_actions_are_told_what_is_wrong_and_go_out_as_files(
    page: Page, tmp_path: Path
) -> None:
    begin(page, "")
    page.get_by_role("button", name="Write an action").click()
    page.locator(".action-form").get_by_role("button", name="Save").click()
    expect(page.locator(".action-form")).to_contain_text("Write what is to be done.")
    page.locator('.action-form [name="text"]').fill("x")
    page.locator('.action-form [name="due"]').press("3")
    page.locator(".action-form").get_by_role("button", name="Save").click()
    expect(page.locator(".action-form")).to_contain_text("This is not a date in the calendar.")
    page.keyboard.press("Escape")
    write(page, "no day")
    page.locator("[data-plan]").get_by_role("button", name="Calendar file").click()
    expect(said(page)).to_contain_text("No calendar file")
    long = FAR + "长" * 30
    write(page, long, "2028-02-28")
    named, text = file_behind(page, "Calendar file", tmp_path)
    assert named.startswith("trust-playbook-actions-")
    assert named.endswith(".ics")
    assert text.replace("\r\n", "").find("\n") == -1
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    lines = text.replace("\r\n ", "").split("\r\n")
    (row,) = (each for each in kept(page, 2) if each["due"])
    for line in (
        *("BEGIN:VCALENDAR", "VERSION:2.0", f"UID:{row['id']}@trust-playbook"),
        *("DTSTART;VALUE=DATE:20280228", "DTEND;VALUE=DATE:20280229", "SEQUENCE:0"),
        *("SUMMARY:=日历\\,\\\\ \\; 与" + "长" * 30, "TRIGGER:PT9H", "END:VCALENDAR"),
    ):
        assert line in lines
    assert lines.count("BEGIN:VEVENT") == 1
    head, first, second = rows_of(file_behind(page, "Download as CSV", tmp_path)[1])
    assert head == ["Action", "Owner", "Due", "Status", "About", "Tool"]
    assert first == [f"'{long}", "", "2028-02-28", "open", "", "Trust-stage diagnostic"]
    assert second[0] == "no day"
    markdown = file_behind(page, "Download as Markdown", tmp_path)[1]
    assert "| no day |  |  | open |  | Trust-stage diagnostic |\n" in markdown


def test_actions_follow_the_name_other_windows_and_starting_over(page: Page) -> None:
    begin(page, "")
    write(page, "call")
    name(page, "Alpha")
    expect(page.locator("[data-plan]")).to_contain_text("Actions for “Alpha”")
    expect(actions(page)).to_have_count(1)
    second = open_tool(page.context.new_page())
    expect(actions(second)).to_have_count(1)
    # What is being edited here stays while the other window changes the list.
    actions(page).first.get_by_role("button", name="Edit").click()
    page.locator('.action-form [name="text"]').fill("call twice")
    write(second, "meet")
    edit(second, actions(second).filter(has_text="call"), owner="Wang")
    expect(actions(page)).to_have_count(2)
    expect(page.locator('.action-form [name="text"]')).to_have_value("call twice")
    page.keyboard.press("Enter")
    expect(actions(second).filter(has_text="call twice")).to_contain_text("Wang")
    second.close()
    page.locator('[data-action="clear"]').click()
    expect(page.locator(".question-dialog")).to_contain_text("(2 in all) may stay, too.")
    say_to(page, "Start again, keep the rest")
    expect(actions(page)).to_have_count(2)
    fill_in(page, 1)
    score(page)
    page.locator('[data-action="clear"]').click()
    say_to(page, "Remove and start over")
    expect(actions(page)).to_have_count(0)
    assert tables(page)["subjects"] == []
    page.locator(".tool-notices").get_by_role("button", name="Undo").click()
    expect(actions(page)).to_have_count(2)
    assert {row["owner"] for row in kept(reload(page), 2)} == {"Wang", ""}


def test_the_steps_of_an_example_are_nobodys(page: Page) -> None:
    open_tool(page, "customer-ltv", "zh")
    page.locator('[data-action="example"]').first.click()
    expect(page.locator("tool-report[data-report]")).to_be_visible()
    expect(page.locator("[data-step]").first).to_be_hidden()
    expect(steps(page)).to_have_count(0)


def test_targets_stay_with_the_subject_and_show_in_the_bars_and_the_table(page: Page) -> None:
    begin(page)
    targets = page.locator("[data-targets]")
    targets.locator("summary").click()
    synergy = targets.get_by_label("Strategic synergy")
    synergy.fill("120")
    synergy.press("Tab")
    expect(targets).to_contain_text("A target is a number from 0 to 100")
    synergy.fill("30.5")
    synergy.press("Tab")
    report = page.locator("tool-report[data-report]")
    expect(report).to_contain_text("Farthest from its target: Strategic synergy, by 10.5 points.")
    bar = report.locator(".bar-row[data-aimed]").nth(2)
    expect(bar).to_have_attribute("data-reached", "false")
    expect(bar).to_have_attribute("style", "--value: 20%; --target: 30.5%;")
    expect(report.get_by_role("row", name="Strategic synergy 20.0 30.5 10.5")).to_be_visible()
    (row,) = (row for row in tables(page)["settings"] if "targets" in row)
    assert row["targets"] == {"synergy": 30.5}
    expect(reload(page).locator("tool-report[data-report]")).to_contain_text("by 10.5 points")
    targets.locator("summary").click()
    targets.get_by_role("button", name="Clear the targets").click()
    expect(report).not_to_contain_text("Farthest")
    targets.get_by_role("button", name="Undo").click()
    expect(report).to_contain_text("by 10.5 points")
    page.locator('[data-action="clear"]').click()
    say_to(page, "Remove and start over")
    expect(report).to_be_hidden()
    assert not [row for row in tables(page)["settings"] if "targets" in row]
    page.locator(".tool-notices").get_by_role("button", name="Undo").click()
    expect(report).to_contain_text("by 10.5 points")
    name(page, "Other")
    say_to(page, "Start again about")
    expect(synergy).to_have_value("")
    expect(report).to_be_hidden()
    expect(targets).to_be_hidden()
