"""What a reader does on a tool's page, in words."""

import json
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page

from assessments import score, write_json
from assessments.border.reading import read_json
from tests.definitions import definition

LANGUAGES = ("en", "zh")
TRUST = "trust-stage-diagnostic"
TRUST_ANSWERS: Mapping[str, object] = {
    f"{dimension}.{number}": answer
    for dimension, answers in {
        "perception": (3, 3, 3, "na", 2),
        "benefit": (3, 3, 2, 2, None),
        "synergy": (0, 1, 1, 0, 1),
    }.items()
    for number, answer in enumerate(answers, 1)
}
"""Stage 2 of 3, with one answer missing and one question that does not apply."""


def address(tool: str, language: str = "en") -> str:
    """Return the path of a tool's page."""
    return f"{'' if language == 'en' else f'/{language}'}/a/{tool}/"


def ready(page: Page) -> Page:
    """Wait until the page shows what is kept."""
    page.locator(".tool-status[data-kept]:not([data-kept=reading])").wait_for(state="attached")
    return page


def settle(page: Page) -> None:
    """Wait until nothing is being written."""
    page.locator(".tool-status:not([data-kept=writing])").wait_for(state="attached")


ANSWER = """answers => {
  for (const [name, value] of answers)
    document.querySelector(`input[name="${name}"][value="${value}"]`).closest("label").click();
}"""


def answer_all(page: Page, answers: Mapping[str, object]) -> None:
    """Choose each answer by a click on its sentence, faster than a hand, and see it kept."""
    ready(page)
    page.evaluate(ANSWER, [(name, value) for name, value in answers.items() if value is not None])
    settle(page)


FOLLOW = """path => {
  document.querySelector("[data-md-component=container]").dataset.left = "";
  [...document.links].find(link => link.pathname === path && !link.hash).click();
}"""


def go_to(page: Page, path: str) -> None:
    """Follow a link of the page to another one, without a new start of the scripts."""
    if urlsplit(page.url).path == path:
        return
    page.evaluate(FOLLOW, path)
    page.wait_for_url(f"**{path}")
    # The address changes before the page does.
    page.locator("[data-left]").wait_for(state="detached")


def choice(page: Page, question: str, answer: object) -> Locator:
    """Return the radio button of an answer."""
    return page.locator(f'input[name="{question}"][value="{answer}"]')


def see_result(page: Page) -> Locator:
    """Ask for the result and return the report once it stands there."""
    page.locator('[data-action="score"]').click()
    report = page.locator("tool-report[data-report]")
    report.locator(".summary").wait_for()
    return report


def saved_file(page: Page, target: Path) -> dict[str, object]:
    """Download the answers and return what the file says."""
    with page.expect_download() as download:
        page.locator('[data-action="export-json"]').click()
    download.value.save_as(target)
    content = json.loads(target.read_text(encoding="utf-8"))
    assert isinstance(content, dict)
    return content


def report_here(tool: str, given: Mapping[str, object]) -> object:
    """Return the report that this Python makes of an input."""
    report = score(definition(tool), read_json(json.dumps(given)))
    return json.loads(write_json(report.as_data()))
