"""Pictures in reports, and what only charts do: choose, resize, load their library."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import PATIENCE
from tests.browser.picture_page import CHARTS, drawn, example, hand_over, show, show_block
from tests.browser.server import SiteServer
from tests.browser.tool_page import TRUST, TRUST_ANSWERS, address, answer_all, see_result
from tests.definitions import calculators, definition

KINDS = {
    str(definition(tool)["picture"]): tool
    for tool in calculators()
    if definition(tool).get("picture") not in (None, "bars")
}
"""Kind of picture -> a calculator that has it."""
SCHEMES = ("light", "dark")


def try_example(page: Page, kind: str) -> Locator:
    """Try the first example of a tool and return its picture, drawn."""
    page.goto(address(KINDS[kind]))
    page.locator('button[data-action="example"]').first.click()
    return drawn(page)


def test_the_path_of_trust_is_drawn(page: Page) -> None:
    page.goto(address(TRUST))
    answer_all(page, TRUST_ANSWERS)
    figure = see_result(page).locator("figure.picture")
    expect(figure.locator(".stage")).to_have_count(3)
    states = figure.locator(".stage").evaluate_all("all => all.map(each => each.dataset.state)")
    assert states == ["passed", "passed", "next"]
    expect(figure.get_by_role("img")).to_have_accessible_name(
        "Stages passed: 2 of 3. Recognition: 91.7. Community of interests: 83.3. "
        "Strategic synergy: 20.0."
    )


def test_every_word_of_a_chart_comes_from_its_block(page: Page) -> None:
    figure = show(page, "cash-flow", "zh")
    words = figure.locator(".picture-image svg text").all_text_contents()
    rows = example("cash-flow", "zh")["data"]["rows"]
    known = {cell for row in rows for cell in row}
    letters = [word for word in words if any(character.isalpha() for character in word)]
    # The numbers of the scale are written as the page's language writes them: 20万.
    assert [word for word in letters if word not in known and "万" not in word] == []


# Everybody can read it


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("kind", CHARTS)
def test_text_and_marks_of_a_chart_stand_out(page: Page, kind: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    show(page, kind)
    text, mark = page.evaluate(CONTRASTS)
    assert text >= 4.5
    assert mark >= 3


CONTRASTS = """() => {
  const canvas = document.createElement("canvas").getContext("2d");
  const light = (colour) => {
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const parts = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  };
  const contrast = (one, other) => {
    const [high, low] = [light(one), light(other)].sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  };
  const colours = getComputedStyle(document.body);
  const grounds = ["--surface", "--sunken"].map((name) => colours.getPropertyValue(name));
  const worst = (selector, key) => Math.min(...[...document.querySelectorAll(selector)].flatMap(
    (each) => grounds.map((ground) => contrast(getComputedStyle(each)[key], ground))));
  const drawn = ".picture-image svg";
  return [worst(`${drawn} text`, "fill"),
    worst(`${drawn} path[fill="var(--teal)"], ${drawn} path[fill="var(--signal)"]`, "fill")];
}"""


def test_a_chart_changes_its_colours_with_the_page(page: Page) -> None:
    page.emulate_media(color_scheme="light")
    figure = show(page, "cash-flow")
    bar = figure.locator('.picture-image path[fill="var(--teal)"]').first
    before = bar.evaluate("bar => getComputedStyle(bar).fill")
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(
        "([bar, before]) => getComputedStyle(bar).fill !== before",
        arg=[bar.element_handle(), before],
    )


def test_the_keyboard_chooses_a_person_of_the_map(page: Page) -> None:
    figure = show(page, "decision-chain")
    people = figure.locator(".spot")
    shown = example("decision-chain")["data"]["people"]
    said, ids = ([person[key] for person in shown] for key in ("said", "id"))
    names = people.evaluate_all("all => all.map(each => each.getAttribute('aria-label'))")
    assert names == said
    detail = figure.locator(".picture-detail")
    expect(detail).to_be_hidden()
    people.first.focus()
    page.keyboard.press("Enter")
    expect(people.first).to_have_attribute("aria-pressed", "true")
    expect(people.first).to_be_focused()
    expect(detail).to_contain_text(ids[0])
    page.keyboard.press("Tab")
    expect(people.nth(1)).to_be_focused()
    page.keyboard.press("Space")
    expect(detail).to_contain_text(ids[1])
    expect(people.first).to_have_attribute("aria-pressed", "false")
    page.keyboard.press("Escape")
    expect(detail).to_be_hidden()


def test_a_person_can_be_touched(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    people = show(page, "decision-chain").locator(".spot")
    for spot in people.all():
        size = spot.bounding_box()
        assert size
        assert size["width"] >= 24
        assert size["height"] >= 24


@pytest.mark.parametrize("kind", CHARTS)
def test_a_chart_is_drawn_anew_for_a_narrower_window(page: Page, kind: str) -> None:
    drawing = show(page, kind).locator(".picture-image > svg")
    wide = drawing.get_attribute("viewBox")
    page.set_viewport_size({"width": 360, "height": 740})
    expect(drawing).not_to_have_attribute("viewBox", str(wide))
    box = drawing.bounding_box()
    assert box
    assert str(round(box["width"])) == str(drawing.get_attribute("viewBox")).split()[2]


def test_nothing_moves(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    for kind in CHARTS:
        figure = show(page, kind)
        assert figure.evaluate("figure => figure.getAnimations({ subtree: true }).length") == 0


# What is loaded, and when


def library_requests(server: SiteServer) -> list[str]:
    return [path for path in server.asked if "/charts-" in path]


@pytest.mark.parametrize("kind", KINDS)
def test_the_library_is_loaded_only_for_a_chart_in_a_report(
    page: Page, server: SiteServer, kind: str
) -> None:
    page.goto(address(KINDS[kind]))
    page.wait_for_load_state("networkidle")
    assert library_requests(server) == []
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    try_example(page, kind)
    page.wait_for_load_state("networkidle")
    assert len(library_requests(server)) == (kind in CHARTS)
    own = ("blob:", "data:", server.address)
    assert [url for url in asked if not url.startswith(own)] == []


@pytest.mark.parametrize("kind", CHARTS)
def test_without_the_library_words_and_table_stay(page: Page, kind: str) -> None:
    page.route("**/charts-*.js", lambda route: route.abort())
    page.goto(address(TRUST))
    hand_over(page, example(kind))
    figure = page.locator("figure.picture")
    expect(figure.locator("table")).to_be_visible(timeout=PATIENCE)
    expect(figure.locator(".picture-alternative")).to_have_text(example(kind)["alternative"])
    expect(figure.locator(".picture-frame")).to_have_count(0)


def test_more_people_than_can_be_told_apart_are_a_table(page: Page, server: SiteServer) -> None:
    page.goto(address(TRUST))
    block = example("decision-chain")
    data = block["data"]
    crowd = {"people": data["people"] * 11, "rows": data["rows"] * 11}
    hand_over(page, block | {"data": data | crowd})
    expect(page.locator("figure.picture tbody tr")).to_have_count(44)
    expect(page.locator("figure.picture table")).to_be_visible()
    assert library_requests(server) == []


def test_a_new_report_replaces_the_picture(page: Page) -> None:
    show(page, "cash-flow")
    figure = show_block(page, example("cash-flow") | {"alternative": "another one"})
    expect(figure.get_by_role("img")).to_have_accessible_name("another one")
    expect(page.locator(".picture-image > svg")).to_have_count(1)
