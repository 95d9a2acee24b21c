"""Numbers are read as people write them; what was read is said beside the field."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.answers_page import open_tool, reload
from tests.browser.tool_page import address, saved_file, see_result, settle

READ_AS = {"en": "Read as {}", "zh": "按{}读取"}
MEANT = {"en": "Did you mean {}?", "zh": "是{}吗？"}
LANGUAGES = tuple(READ_AS)
TYPED = {
    "revenue": ("2 400 000", 2400000, "2,400,000"),
    "margin": ("３５％", 0.35, "0.35"),
    "retention": ("90 %", 0.9, "0.9"),
    "serve_cost": ("1.2万", 12000, "12,000"),
    "cac": ("¥1,200", 1200, "1,200"),
}
"""Field of the lifetime value -> typed, read, shown."""
ACCOUNT_WEIGHT = '[data-path="accounts[].weight"]'


def field(page: Page, name: str) -> Locator:
    """Return a field by its name."""
    return page.locator(f'[name="{name}"]')


def note(page: Page, name: str) -> Locator:
    """Return what is said beside a field."""
    return page.locator(f'.field:has([name="{name}"]) > .reading')


def input_of(page: Page, target: Path) -> dict[str, object]:
    """Return the input that the page keeps."""
    given = saved_file(page, target)["input"]
    assert isinstance(given, dict)
    return given


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_read_is_shown_said_and_scored(page: Page, tmp_path: Path, language: str) -> None:
    open_tool(page, "customer-ltv", language)
    for name, (typed, _, shown) in TYPED.items():
        said = READ_AS[language].format(shown)
        field(page, name).fill(typed)
        expect(note(page, name)).to_have_text(said)
        expect(page.locator("output[data-said]")).to_have_text(said)
        described = str(field(page, name).get_attribute("aria-describedby")).split()
        assert described[-1] == note(page, name).get_attribute("id")
    see_result(page)
    given = input_of(page, tmp_path / "answers.json")
    assert {name: given[name] for name in TYPED} == {name: row[1] for name, row in TYPED.items()}


def test_the_record_opens_with_an_equal_number_and_says_nothing_more(page: Page) -> None:
    page.goto(address("customer-ltv"))
    for name, (typed, _, _) in TYPED.items():
        field(page, name).fill(typed)
    expect(page.locator("output.saved")).to_contain_text(":")
    page.reload()
    expect(field(page, "revenue")).to_have_value("2400000")
    expect(field(page, "margin")).to_have_value("0.35")
    expect(field(page, "serve_cost")).to_have_value("12000")
    expect(page.locator(".reading")).to_have_count(0)


def test_a_plain_number_is_not_repeated(page: Page) -> None:
    page.goto(address("customer-ltv"))
    field(page, "revenue").fill("1 200")
    expect(note(page, "revenue")).to_have_text("Read as 1,200")
    for plain in ("1200", "-5", "0.5"):
        field(page, "revenue").fill(plain)
        expect(note(page, "revenue")).to_have_count(0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_number_in_groups_is_repeated_without_them(page: Page, language: str) -> None:
    page.goto(address("customer-ltv", language))
    for typed, read in {"1,200": "1200", "12,000": "12000", "1,200.5": "1200.5"}.items():
        field(page, "revenue").fill(typed)
        expect(note(page, "revenue")).to_have_text(READ_AS[language].format(read))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_could_be_another_number_is_refused_and_one_press_puts_it_right(
    page: Page, tmp_path: Path, language: str
) -> None:
    page.goto(address("customer-ltv", language))
    field(page, "revenue").fill("1.234.567,50")
    field(page, "margin").fill("90")
    number, share = "1234567.5", "90%"
    asked = note(page, "revenue").get_by_role("button")
    expect(asked).to_have_text(MEANT[language].format(number))
    page.locator('[data-action="score"]').click()
    summary = page.locator("[data-error-summary]")
    expect(summary).to_be_focused()
    for item, meant in zip(summary.locator("li").all(), (number, share), strict=True):
        expect(item).to_contain_text(MEANT[language].format(meant))
    asked.click()
    expect(field(page, "revenue")).to_be_focused()
    expect(field(page, "revenue")).to_have_value(number)
    expect(note(page, "revenue")).to_have_count(0)
    expect(summary.locator("li")).to_have_count(1)
    note(page, "margin").get_by_role("button").click()
    expect(note(page, "margin")).to_have_text(READ_AS[language].format("0.9"))
    expect(summary).to_be_hidden()
    see_result(page)
    given = input_of(page, tmp_path / "answers.json")
    assert (given["revenue"], given["margin"]) == (1234567.5, 0.9)


def test_what_is_no_number_stays_as_it_was_typed(page: Page) -> None:
    open_tool(page, "customer-ltv")
    for typed in ("12万5", "10²", "1,2000", "5 years or so"):
        field(page, "revenue").fill(typed)
        page.locator('[data-action="score"]').click()
        expect(page.locator("[data-error-summary] li").first).to_contain_text(f"not “{typed}”")
        settle(page)
        reload(page)
        expect(field(page, "revenue")).to_have_value(typed)


def test_a_cell_of_a_row_is_read(page: Page, tmp_path: Path) -> None:
    page.goto(address("resource-allocation"))
    field(page, "total").fill("12万")
    field(page, "preset").select_option("focus")
    row = page.locator("[data-row]").first
    row.locator('[data-path="accounts[].id"]').fill("Yunhe")
    row.locator('[data-path="accounts[].class"]').select_option("S")
    row.locator(ACCOUNT_WEIGHT).fill("1 200")
    expect(row.locator(f".cell:has({ACCOUNT_WEIGHT}) > .reading")).to_have_text("Read as 1,200")
    see_result(page)
    given = input_of(page, tmp_path / "answers.json")
    assert given["total"] == 120000
    assert given["accounts"] == [{"id": "Yunhe", "class": "S", "weight": 1200, "minimum": 0}]


def test_a_value_with_a_name_and_a_list_are_read(page: Page, tmp_path: Path) -> None:
    page.goto(address("personal-dependency", "zh"))
    row = page.locator("[data-row]").first
    row.locator("[data-key]").fill("林")
    row.locator("[data-path]").last.fill("1.2万")
    expect(row.locator(".reading")).to_have_text("按12,000读取")
    field(page, "backup_share").fill("50%")
    field(page, "record_share").fill("0.5")
    see_result(page)
    given = input_of(page, tmp_path / "answers.json")
    assert (given["owner_points"], given["backup_share"]) == ({"林": 12000}, 0.5)


def test_the_unit_beside_a_field_may_be_typed(page: Page, tmp_path: Path) -> None:
    page.goto(address("universal-survey", "zh"))
    for name, typed in {"surveyed": "1,200 人", "aware": "７００人"}.items():
        field(page, name).fill(typed)
    expect(note(page, "surveyed")).to_have_text("按1,200读取")
    field(page, "favourable").fill("1百人")
    field(page, "loyal").fill("1")
    page.locator('[data-action="score"]').click()
    expect(page.locator("[data-error-summary] li")).to_have_count(1)
    field(page, "favourable").fill("100 人")
    see_result(page)
    given = input_of(page, tmp_path / "answers.json")
    assert given == {"surveyed": 1200, "aware": 700, "favourable": 100, "loyal": 1}


def test_what_was_typed_before_the_scripts_came_is_read_and_shown(page: Page) -> None:
    waiting: list[Route] = []
    page.route("**/tool-*.js", lambda route: waiting.append(route))  # noqa: PLW0108
    page.goto(address("customer-ltv"), wait_until="domcontentloaded")
    field(page, "revenue").fill("1.2万")
    expect(note(page, "revenue")).to_have_count(0)
    for route in waiting:
        route.continue_()
    expect(note(page, "revenue")).to_have_text("Read as 12,000")


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_fits_the_page(page: Page, language: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address("resource-allocation", language))
    page.locator(ACCOUNT_WEIGHT).first.fill("1.234.567,50")
    page.locator("[data-row] .reading button").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
