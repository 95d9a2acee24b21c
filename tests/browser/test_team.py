"""A team's session: files in, blind first, revealed, agreed on, compared, taken along."""

import base64
import json
import re
import zlib
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from assessments.border.fingerprint import fingerprint
from assessments.border.reading import write_json
from assessments.questionnaires.teams.sides import sides
from assessments.questionnaires.teams.team import team
from tests.answering import given, questionnaire
from tests.browser.answers_page import answer, name, open_tool, subject, tables
from tests.browser.axe import violations, violations_by_day_and_night
from tests.browser.tool_page import ready
from tests.definitions import definition

TOOL = "relationship-health"
TEAM = {
    "Lin": "2222 2222 3333 2222",
    "Zhou": "3222 0222 2222 1222",
    "Chen": "2122 0222 2N22 2322",
    "Su": "2222 3222 22-2 2202",
    "<img src=x onerror=alert(1)>": "2222 3222 2222 2222",
}
"""Five people; one has a name that means mischief."""
INPUTS = [given(TOOL, levels) for levels in TEAM.values()]
PRINTER = "() => { window.print = () => document.body.toggleAttribute('data-printed', true); }"
"""A printer that says when it was asked."""
LOW = "1111 1111 1111 1111"
LATER = "2026-02-02T10:00:00.000Z"

File = dict[str, Any]


def record(who: str, levels: str, **changes: object) -> dict[str, Any]:
    """Return what a file of answers holds."""
    return {
        "format": "playbook-answers/1",
        "tool": TOOL,
        **{key: fingerprint(definition(TOOL))[key] for key in ("version", "hash", "structure")},
        "subject": "Yunhe",
        "saved": "2026-01-19T09:00:00.000Z",
        "respondent": who,
        "input": given(TOOL, levels),
        "notes": {"trust.1": "said by the Mr Secret"},
        "scored": True,
        **changes,
    }


def file(title: str, content: object) -> File:
    """Return a file to choose."""
    text = content if isinstance(content, str) else json.dumps(content)
    return {"name": title, "mimeType": "application/json", "buffer": text.encode()}


def files(people: dict[str, str]) -> list[File]:
    """Return a file of each person."""
    return [
        file(f"{place}.json", record(who, levels))
        for place, (who, levels) in enumerate(people.items(), start=1)
    ]


def open_team(page: Page, language: str = "en", tool: str = "") -> Page:
    """Go to the page of a team."""
    page.goto(f"{'' if language == 'en' else f'/{language}'}/team/{f'#{tool}' if tool else ''}")
    page.locator("team-session[data-started]").wait_for()
    return page


def add(page: Page, chosen: list[File]) -> None:
    """Choose files, by keyboard."""
    with page.expect_file_chooser() as chooser:
        press(page, "files")
    chooser.value.set_files(chosen)


def press(page: Page, act: str) -> None:
    """Press a button by its act, by keyboard."""
    page.locator(f'team-session [data-act="{act}"]').first.focus()
    page.keyboard.press("Enter")


def complete(page: Page, number: int) -> None:
    """Wait until the engine has found so many answer sets complete."""
    expect(page.locator('[data-standing="ok"]')).to_have_count(number)


def reveal(page: Page) -> Locator:
    """Reveal the answers; return the cards once they stand there."""
    press(page, "reveal")
    cards = page.locator(".team-card")
    cards.first.wait_for()
    return cards


def row(page: Page, who: str) -> Locator:
    """Return the line of a person."""
    return page.get_by_role("row", name=who)


def side(page: Page, who: str, value: str) -> None:
    """Say on which side a person stands."""
    row(page, who).get_by_role("combobox").select_option(value)


def saved(page: Page, act: str, folder: Path) -> str:
    """Download a file and return its text."""
    with page.expect_download() as download:
        page.locator(act).click()
    download.value.save_as(folder / "saved")
    return (folder / "saved").read_text("utf-8")


def add_a_team_and_what_does_not_fit(page: Page) -> None:
    """Choose the files of five people, and others of every kind that cannot be used."""
    lin, hostile = record("Lin", TEAM["Lin"]), {"input": {"answers": {"trust.1": 9}}}
    others = [
        file("again.json", lin | {"notes": {}}),
        file("<b>hostile</b>.json", record("Eve", LOW) | hostile),
        file("deep.json", '{"format":"playbook-answers/1","a":' + "[" * 50_000),
        file("other.json", lin | {"tool": "trust-stage-diagnostic"}),
        file("calculator.json", lin | {"tool": "customer-ltv"}),
        file("cut.json", lin | {"saved": "yesterday"}),
        file("large.json", "x" * (5 * 2**20 + 1)),
        file("older.json", record("Old", LOW, version="0.9.0", hash="0", structure="0")),
    ]
    add(page, [*files(TEAM), *others])
    complete(page, 6)
    refused = page.locator("[data-refused] li")
    assert [text.split(":")[0] for text in refused.all_inner_texts()] == [
        *("again.json", "deep.json", "other.json", "calculator.json", "cut.json", "large.json"),
    ]
    expect(refused.nth(3)).to_contain_text("Only questionnaires can be answered as a team.")
    expect(row(page, "Eve")).to_contain_text("cannot be used: Question 5")
    expect(row(page, "Old")).to_contain_text("only the questions in common")
    expect(page.locator("[data-attendance]")).to_have_text("6 of 7 answer sets are complete.")


def take_out(page: Page, who: str, left: int) -> None:
    """Take a person out, and wait until so many are complete."""
    row(page, who).get_by_role("button", name="Take out").press("Enter")
    complete(page, left)


def agree_on_the_screen(page: Page, count: int) -> None:
    """Go through the questions on the screen, and agree on each but the first."""
    press(page, "screen")
    screen = page.locator(".team-screen")
    expect(screen).to_contain_text(f"Question 1 of {count}")
    expect(screen).to_contain_text("Agreed: 80% to under 95%")
    assert violations_by_day_and_night(page, ".team-screen") == []
    page.keyboard.press("Space")
    page.keyboard.press("3")
    expect(screen).to_contain_text(f"Question 2 of {count}")
    expect(screen.locator("[data-agreed]")).to_have_count(1)
    for _ in range(2, count):
        page.keyboard.press("ArrowRight")
        page.keyboard.press("2")
    page.keyboard.press("PageDown")
    expect(screen).to_contain_text(f"Question {count} of {count}")
    page.keyboard.press("Escape")
    expect(screen).to_have_count(0)


def test_a_team_of_five_answers_blind_then_talks_and_agrees_by_keyboard(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 720})
    open_tool(page, TOOL)
    name(page, "Yunhe")
    answer(page, 1, 1, "trust")
    open_team(page)
    add_a_team_and_what_does_not_fit(page)
    page.locator(".team-invited summary").press("Enter")
    page.locator("[data-invited]").fill("lin\nZHOU\nChen\nService lead")
    expect(page.locator("[data-missing]")).to_have_text("Still missing: Service lead.")
    # Blind: not a number of what was answered.
    expect(page.locator(".team-card")).to_have_count(0)
    take_out(page, "Eve", 6)
    take_out(page, "Old", 5)
    press(page, "undo")
    complete(page, 6)
    take_out(page, "Old", 5)
    assert violations(page) == []

    cards = reveal(page)
    told = team(questionnaire(TOOL), INPUTS)
    order = [each.id for each in told.group.questions]
    assert [card.get_attribute("data-question") for card in cards.all()] == order
    expect(page.locator("team-report[data-team] .summary")).to_contain_text("66.0")
    expect(cards.first).to_have_attribute("data-pattern", "camps")
    assert cards.first.locator(".team-count").all_inner_texts() == [
        *("2 people", "0 people", "1 person", "2 people", "0 people"),
    ]
    cards.first.locator('input[value="2"]').press("Space")
    cards.first.locator("textarea").fill("38 of 46 stations")
    agree_on_the_screen(page, len(order))
    expect(page.locator("[data-agreed-count]")).to_have_text("Agreed: 16 of 16 questions.")
    keep_and_open(page)


def keep_and_open(page: Page) -> None:
    """Keep the agreed result over other answers, and find both on the page of the tool."""
    press(page, "keep")
    dialog = page.locator(".question-dialog")
    expect(dialog).to_contain_text("There are other answers about “Yunhe”")
    dialog.get_by_role("button", name="Put them aside and keep").press("Enter")
    expect(page.locator("[data-kept]")).to_have_text("The agreed result of “Yunhe” is kept.")
    assert violations(page) == []
    press(page, "open-kept")
    ready(page)
    expect(subject(page)).to_have_value("Yunhe")
    expect(page.locator('input[name="trust.1"][value="2"]')).to_be_checked()
    kept = tables(page)
    (result,) = kept["results"]
    assert (result["respondent"], result["notes"]) == ("Team", {"trust.1": "38 of 46 stations"})
    assert [draft["input"]["answers"] for draft in kept["aside"]] == [{"trust.1": 1}]


def test_a_fictional_team_on_a_phone_in_chinese(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.emulate_media(color_scheme="dark")
    open_team(page, "zh")
    press(page, "sample")
    complete(page, 8)
    expect(page.locator("team-session")).to_contain_text("人物和答案均为虚构")
    cards = reveal(page)
    expect(cards.first.locator(".team-prompt")).to_contain_text("团队分成了两派")
    expect(page.locator("team-report[data-sides] .summary")).to_contain_text("客户：3份答卷")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    press(page, "screen")
    page.keyboard.press("End")
    expect(page.locator(".team-screen")).to_contain_text("第16题，共16题")
    assert violations(page, ".team-screen") == []
    page.keyboard.press("Escape")
    cards.first.locator('input[value="1"]').check()
    press(page, "keep")
    expect(page.locator("[data-kept]")).to_contain_text("示例不能保存")
    press(page, "end-sample")
    expect(page.locator("tr[data-person]")).to_have_count(0)
    assert all(not rows for rows in tables(page).values())


def test_both_views_are_compared_and_two_people_are_no_side(page: Page) -> None:
    customer = {"Wang": LOW, "Zhao": "0111 1111 1111 1111"}
    open_team(page, tool=TOOL)
    add(page, files({**TEAM, **customer}))
    complete(page, 7)
    for who in customer:
        side(page, who, "customer")
    reveal(page)
    expect(page.locator("[data-no-sides]")).to_contain_text(
        "The customer’s side cannot be compared"
    )
    assert page.locator("team-report[data-sides]").is_hidden()
    take_out(page, "Zhao", 6)
    # What changes between two looks would tell who answered what.
    expect(page.locator(".team-card").first).to_be_hidden()
    row(page, "Wang").get_by_label("the answers that this side agreed on").check()
    reveal(page)
    shown = page.locator("team-report[data-sides]")
    expect(shown).to_be_visible()
    told = sides(questionnaire(TOOL), {"us": INPUTS, "customer": given(TOOL, LOW)})
    rows = shown.locator("table").last.locator("tbody tr")
    expect(rows).to_have_count(len(told.questions))
    assert [row.locator("td").nth(2).inner_text() for row in rows.all()][:3] == [
        f"+{each.gap}" for each in told.questions[:3]
    ]
    assert violations(page) == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_nothing_is_told_about_two_people(page: Page, language: str) -> None:
    open_team(page, language, TOOL)
    add(page, files(dict(list(TEAM.items())[:2])))
    complete(page, 2)
    press(page, "reveal")
    said = {"en": "needs at least 3 complete answer sets", "zh": "至少需要3份完整答卷"}
    expect(page.locator("[data-no-team]")).to_contain_text(said[language])
    assert page.locator(".team-card").count() == 0
    assert page.locator("team-report[data-team]").is_hidden()
    assert violations(page) == []


def test_a_session_is_taken_along_and_opens_again(page: Page, tmp_path: Path) -> None:
    open_team(page)
    add(page, files(TEAM))
    complete(page, 5)
    card = reveal(page).first
    card.locator('input[value="na"]').check()
    card.locator("textarea").fill("=1+1, and [a](b)")
    text = saved(page, '[data-act="save"]', tmp_path)
    assert "Mr Secret" not in text
    csv = saved(page, '[data-format="csv"]', tmp_path)
    assert "reason,trust.1," in csv
    assert "'=1+1" in csv
    markdown = saved(page, '[data-format="markdown"]', tmp_path)
    assert "| 2 · 0 · 1 · 2 | 40.0 | not applicable | =1+1, and \\[a\\](b) |" in markdown
    page.evaluate(PRINTER)
    press(page, "print")
    page.locator("[data-printed]").wait_for()
    page.emulate_media(media="print")
    expect(page.locator("[data-sheet] .summary")).to_be_visible()
    expect(page.locator(".team-card").first).to_be_hidden()
    # One sheet of A4.
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(format="A4"))) == 1
    page.emulate_media(media="screen")

    page.once("dialog", lambda dialog: dialog.accept())
    open_team(page, "zh")
    add(page, [file("session.json", text)])
    complete(page, 5)
    expect(page.locator("[data-status]").last).to_contain_text("5份答卷")
    again = reveal(page).first
    expect(again.locator('input[value="na"]')).to_be_checked()
    expect(again.locator("textarea")).to_have_value("=1+1, and [a](b)")


def test_a_device_of_several_people_gives_a_set_of_each_and_nobody_twice(page: Page) -> None:
    rows = [
        {**record(who, levels), "subjectId": "y", "id": who, "day": "2026-01-19", "told": None}
        for who, levels in TEAM.items()
    ]
    newer = {**rows[0], "id": "newer", "saved": LATER, "input": given(TOOL, LOW)}
    subjects = [{"id": "y", "kind": "account", "name": "Yunhe"}]
    everything = {
        "format": "playbook-device/1",
        "tables": {"results": [*rows, newer, {"tool": TOOL}], "subjects": subjects},
    }
    open_team(page)
    assert violations(page) == []
    add(page, [file("everything.json", everything), *files({"Zhou": TEAM["Zhou"]})])
    complete(page, 5)
    expect(page.locator("[data-refused] li")).to_have_text(
        ["1.json: the same answers by Zhou are here already; they count once."]
    )
    reveal(page)
    told = team(questionnaire(TOOL), [given(TOOL, LOW), *INPUTS[1:]])
    shown = page.locator("team-report[data-team] .summary-headline")
    expect(shown).to_contain_text(json.loads(write_json(told.as_data()))["overall"].__str__())


def test_links_are_taken_in_with_the_alias_before_them_and_cut_ones_are_told(page: Page) -> None:
    open_team(page)
    page.locator(".team-links > summary").press("Enter")
    whole = [f"{who}: {link(levels)}" for who, levels in list(TEAM.items())[:4]]
    spoilt = [link(LOW)[:-9], link(LOW).replace("#r=1.", "#r=9."), "https://example.org/"]
    lines = "\n".join([*whole, "", *spoilt, link(LOW)])
    page.locator("[data-links]").fill(lines)
    press(page, "links")
    complete(page, 5)
    # What was refused stays, to be put right.
    expect(page.locator("[data-links]")).to_have_value("\n".join(spoilt))
    expect(row(page, "Zhou")).to_be_visible()
    expect(row(page, "Person 5")).to_be_visible()
    expect(page.locator("[data-refused] li")).to_have_text(
        [
            "Link 5: this is not a complete link from “Share as a link”. Ask for it again.",
            re.compile("^Link 6: the link was made by another edition of this site."),
            "Link 7: this is not a complete link from “Share as a link”. Ask for it again.",
        ]
    )
    assert violations(page) == []


def link(levels: str) -> str:
    """Return a link to answers, as the page of a tool writes it."""
    shared = record("", levels)
    for key in ("format", "subject", "respondent", "notes", "scored"):
        del shared[key]
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    packed = packer.compress(json.dumps(shared).encode()) + packer.flush()
    content = base64.urlsafe_b64encode(packed).decode().rstrip("=")
    return f"https://playbook.example/a/{TOOL}/#r=1.{zlib.crc32(packed):08x}.{content}"
