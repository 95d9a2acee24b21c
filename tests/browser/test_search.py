"""The search box: it finds, by keyboard and on a phone, and loads nothing before it is asked."""

import re
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from pathlib import Path
from statistics import mean

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.axe import violations_by_day_and_night
from tests.browser.server import SiteServer
from tests.golden_queries import HOMES, Query, read_queries

QUERIES = [query for query in read_queries() if not query.group.startswith("unseen")]
GROUPS = tuple(dict.fromkeys(query.group for query in QUERIES))
LEAST = 0.95
Answers = Sequence[tuple[Query, Sequence[tuple[str, str]]]]
FOUND = """(typed) => {
  const box = document.querySelector("site-search"), input = box.querySelector("input");
  input.value = typed;
  input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  return new Promise((resolve) => setTimeout(() => resolve(
    [...box.querySelectorAll("[role=option]")].map((link) => [link.dataset.kind, link.href]))));
}"""
PLACES = {"question", "check", "input", "section", "step", "template", "session"}


@pytest.fixture(scope="module")
def pages(chromium: Browser, shared_server: SiteServer) -> Iterator[dict[str, Page]]:
    """The home page of each language with its search made ready."""
    opened = {}
    for language, home in HOMES.items():
        page = opened[language] = chromium.new_page()
        page.goto(shared_server.address + home)
        search(page, "x")
    yield opened
    for page in opened.values():
        page.close()


@pytest.fixture(scope="module")
def answers(pages: dict[str, Page]) -> Answers:
    """Return each query with kind and address, from the root of the site, of each row."""
    rows = [(query, pages[query.site].evaluate(FOUND, query.typed)) for query in QUERIES]
    return [
        (query, [(kind, address.split("/", 3)[3]) for kind, address in found])
        for query, found in rows
    ]


def test_a_reader_finds_what_he_looks_for(answers: Answers) -> None:
    recalls: dict[str, list[float]] = {group: [] for group in GROUPS}
    missed = []
    for query, rows in answers:
        found = [address for kind, address in rows if kind not in PLACES]
        recalls[query.group].append(query.recall(found))
        missed += [(query.site, query.typed, each) for each in query.missed(found)]
    means = {group: round(mean(each), 3) for group, each in recalls.items()}
    assert min(means.values()) >= LEAST, (means, missed)


def test_every_result_leads_to_a_place_that_exists(answers: Answers, site: Path) -> None:
    addresses = {address for _, found in answers for _, address in found}
    broken = {address for address in addresses if not exists(site, address)}
    assert broken == set()


def exists(site: Path, address: str) -> bool:
    path, _, anchor = address.partition("#")
    file = site / path / "index.html"
    return file.is_file() and (not anchor or anchor in ids_of(file))


KNOWN: dict[Path, set[str]] = {}


def ids_of(file: Path) -> set[str]:
    if file not in KNOWN:
        ids: set[str] = set()
        parser = HTMLParser()
        parser.handle_starttag = lambda _, attributes: ids.update(  # type: ignore[method-assign]
            value for name, value in attributes if name == "id" and value
        )
        parser.feed(file.read_text("utf-8"))
        KNOWN[file] = ids
    return KNOWN[file]


def box(page: Page) -> Locator:
    return page.get_by_role("combobox")


def rows(page: Page) -> Locator:
    return page.get_by_role("option")


def search(page: Page, typed: str) -> None:
    """Go to the box, type, and wait for the answer."""
    page.keyboard.press("/")
    expect(box(page)).to_be_focused()
    page.keyboard.insert_text(typed)
    expect(page.locator("[data-status]")).to_have_text(re.compile(r"\d|“"))


@pytest.mark.usefixtures("context")  # without copies of earlier visits
def test_nothing_is_loaded_before_somebody_goes_to_the_box(page: Page, server: SiteServer) -> None:
    page.goto("/")
    page.wait_for_load_state("networkidle")
    assert loaded(server) == []
    script, index = "**/assets/runtime/search-*.js", "**/assets/runtime/search-en-*.json"
    with page.expect_response(script), page.expect_response(index):
        box(page).focus()
    kinds = [path.rsplit(".", 1)[1] for path in loaded(server)]
    assert sorted(kinds) == ["js", "json"]


def loaded(server: SiteServer) -> list[str]:
    return [path for path in server.asked if "/runtime/search" in path or "/search/" in path]


def test_results_say_what_they_are(page: Page) -> None:
    page.goto("/")
    search(page, "iron triangle")
    kinds = page.locator(".site-search__kind").all_inner_texts()
    assert {"Module", "Assessment", "Term", "Question"} <= set(kinds)


def test_the_keyboard_is_enough(page: Page) -> None:
    page.goto("/")
    search(page, "organisational relationships")
    expect(box(page)).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(rows(page).nth(1)).to_have_attribute("aria-selected", "true")
    chosen = rows(page).nth(1).get_attribute("id") or ""
    expect(box(page)).to_have_attribute("aria-activedescendant", chosen)
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url("**/organisational-relationships/**")
    expect(rows(page).first).to_be_hidden()


def test_escape_empties_the_box_and_then_leaves_it(page: Page) -> None:
    page.goto("/")
    search(page, "trust")
    page.keyboard.press("Escape")
    expect(box(page)).to_have_value("")
    expect(rows(page)).to_have_count(0)
    page.keyboard.press("Escape")
    expect(box(page)).not_to_be_focused()
    expect(page.locator("[data-output]")).to_be_hidden()


def test_the_box_is_covered_by_nothing_while_it_is_open(page: Page) -> None:
    page.goto("/")
    search(page, "trust")
    for _ in range(2):
        box(page).click(trial=True)
        page.keyboard.press("Escape")
    box(page).click()
    expect(box(page)).to_be_focused()


@pytest.mark.parametrize("composing", [True, False])
def test_enter_of_an_input_method_stays_with_it(page: Page, composing: bool) -> None:
    page.goto("/zh/")
    search(page, "信任")
    expect(rows(page).first).to_be_visible()
    # Safari ends the composition first and sends the key that ended it afterwards, with this code.
    page.evaluate(
        """(isComposing) => {
          const key = { key: "Enter", keyCode: 229, isComposing, bubbles: true, cancelable: true };
          document.activeElement.dispatchEvent(new CompositionEvent("compositionend"));
          document.activeElement.dispatchEvent(new KeyboardEvent("keydown", key));
        }""",
        composing,
    )
    expect(rows(page).first).to_be_visible()
    assert page.url.endswith("/zh/")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zh/*/**")


def test_a_key_in_a_text_field_stays_there(page: Page) -> None:
    page.goto("/a/trust-stage-diagnostic/")
    subject = page.locator("input[name=subject]")
    subject.fill("")
    subject.press("s")
    expect(subject).to_have_value("s")


def test_search_works_on_after_pages_changed_in_place(page: Page) -> None:
    page.goto("/zh/")
    page.evaluate("window.sameVisit = true")
    search(page, "压强比")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zh/**/pressure-*/")
    search(page, "铁三角")
    expect(rows(page).first).to_have_attribute("href", re.compile(r"/zh/m/iron-triangle/$"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/zh/m/iron-triangle/")
    assert page.evaluate("window.sameVisit"), "the page was loaded anew"


@pytest.mark.parametrize("home", HOMES.values())
def test_search_leads_on_from_an_address_that_does_not_exist(page: Page, home: str) -> None:
    page.goto(f"/{home}nowhere/at/all/")
    search(page, "铁三角")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{home}m/iron-triangle/")


def test_nothing_found_shows_where_else_to_look(page: Page) -> None:
    page.goto("/zh/")
    search(page, "qwxzv")
    expect(page.locator("[data-status]")).to_contain_text("qwxzv")
    expect(page.locator("[data-elsewhere] a")).to_have_count(3)
    expect(page.locator("[data-elsewhere] a").first).to_be_visible()


def test_a_failure_is_told_and_the_next_try_can_succeed(page: Page) -> None:
    page.goto("/")
    page.route("**/search-en-*.json", lambda route: route.fulfill(status=503))
    page.keyboard.press("/")
    page.keyboard.insert_text("trust")
    expect(page.locator("[data-elsewhere]")).to_be_visible()
    page.unroute_all()
    page.keyboard.insert_text(" stages")
    expect(rows(page).first).to_be_visible()


def test_a_phone_has_a_button_and_a_sheet(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("/zh/")
    expect(box(page)).to_be_hidden()
    page.locator("[data-action=open]").click()
    expect(box(page)).to_be_focused()
    page.keyboard.insert_text("决策链")
    expect(rows(page).first).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    page.locator("[data-action=close]").click()
    expect(box(page)).to_be_hidden()


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_in_results(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto("/")
    search(page, "customer does not pay")
    page.keyboard.press("ArrowDown")
    assert violations_by_day_and_night(page) == []


def test_without_script_there_is_no_box(page_without_scripts: Page) -> None:
    page_without_scripts.goto("/")
    expect(page_without_scripts.locator("site-search")).to_be_hidden()
