"""What a page brings with it: little, all the styles that it needs, and nothing of an engine."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from bench.pages import COLUMNS, KINDS, LANGUAGES, LIMIT, parts_of
from bench.views.looking import TRACED, opened, visit
from bench.views.served import BrotliSite
from macros.styles import CSS, PAPER, sheets, theme_sheets

ROOT = Path(__file__).parent.parent.parent
PAGES = [f"{language}{page}" for page in KINDS.values() for language in LANGUAGES]
OTHERS = (
    *("method/", "team/", "teach/compose/", "glossary/", "sources/", "warehouse/", "privacy/"),
    *("changes/", "c/two-days/slides/", "c/two-days/guide/", "m/trust-stages/embed/", "404.html"),
)
LARGEST = 300_000
"""Bytes of a page as it is written."""
ELEMENTS = r"::?(?:-(?:webkit|moz|ms)-[\w-]+|before|after|marker|placeholder|selection|backdrop)"
STATES = r":(?:hover|focus-visible|focus-within|focus|active|checked|target|indeterminate|open)\b"
RULES = """([texts, elements, states]) => {
  const bare = (selector) => selector
    .replace(new RegExp(elements, "g"), "").replace(new RegExp(states, "g"), "")
    .replace(/:not\\(\\s*\\)/g, "") || "*";
  // What only names properties counts with the rules that read them.
  const isPlain = ({ style }) => [...style].some((name) => !name.startsWith("--"));
  const rules = (list) => [...list].flatMap((rule) =>
    rule.selectorText ? (isPlain(rule) ? [rule] : []) : rules(rule.cssRules ?? []));
  const matches = (selector) => {
    try {
      return document.querySelector(bare(selector)) !== null;
    } catch {
      return false;
    }
  };
  return texts.map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    const selectors = rules(sheet.cssRules).flatMap(({ selectorText }) =>
      selectorText.split(/,(?![^(]*\\))/).map((each) => each.trim()));
    return [...new Set(selectors)].filter(matches);
  });
}"""
"""For each of some style sheets the selectors of what something on the page is, or may become."""

PAINTED = "performance.getEntriesByName('first-contentful-paint').length"
SHIFT = """() => new Promise((tell) => new PerformanceObserver((list) =>
  tell(list.getEntries().reduce((sum, { value }) => sum + value, 0))
).observe({ type: "layout-shift", buffered: true }) ?? setTimeout(() => tell(0), 1000))"""
LITTLE = 0.05
"""A shift of the layout that a reader hardly sees; browsers call twice as much good."""


@pytest.fixture(scope="module")
def brotli(site: Path) -> Iterator[BrotliSite]:
    served = BrotliSite(site, PAGES)
    yield served
    served.close()


@pytest.mark.parametrize("page", PAGES)
def test_a_first_view_is_small(chromium: Browser, brotli: BrotliSite, page: str) -> None:
    brotli.sent.clear()
    opening, _ = opened(chromium)
    visit(opening, f"{brotli.address}{page}")
    opening.context.close()
    view, engine = parts_of(brotli.sent, page)
    is_tool = page.removeprefix("zh/").startswith("a/")
    assert sum(view.values()) <= LIMIT, view
    assert [name for name in COLUMNS[:3] if not view[name]] == []
    assert (bool(view["definition"]), bool(engine)) == (is_tool, is_tool)
    assert [path for path in brotli.sent if "/acts-" in path] == []


@pytest.mark.parametrize("page", PAGES)
def test_scripts_that_come_late_move_little_and_restyle_no_whole_page(
    chromium: Browser, brotli: BrotliSite, page: str
) -> None:
    opening, _ = opened(chromium)
    late: list[Route] = []
    is_painted = False

    def hold(route: Route) -> None:
        if is_painted:
            route.continue_()
        else:
            late.append(route)

    opening.route("**/assets/js/*.js", hold)
    opening.goto(f"{brotli.address}{page}", wait_until="commit")
    opening.wait_for_function(PAINTED)
    is_painted = True
    chromium.start_tracing(page=opening, categories=TRACED)
    for route in late:
        route.continue_()
    opening.wait_for_load_state("networkidle")
    opening.locator("html[data-playbook=ready]").wait_for()
    shift = opening.evaluate(SHIFT)
    events = json.loads(chromium.stop_tracing())["traceEvents"]
    every = opening.evaluate("document.querySelectorAll('body *').length")
    opening.context.close()
    styled = [e["args"]["elementCount"] for e in events if "elementCount" in e.get("args", {})]
    assert shift <= LITTLE
    assert max(styled, default=0) < every / 2


def test_no_page_is_large(site: Path) -> None:
    sizes = {
        page.relative_to(site).as_posix(): page.stat().st_size for page in site.rglob("*.html")
    }
    assert {page: size for page, size in sizes.items() if size >= LARGEST} == {}


@pytest.mark.parametrize("path", ["glossary/", "zh/glossary/"])
def test_a_hidden_list_of_headings_is_not_sent(site: Path, path: str) -> None:
    page = (site / path / "index.html").read_text("utf-8")
    [drawer] = page.split('data-md-component="toc"')[1:]
    terms = set(re.findall(r'id="(term\.[^"]+)"', page))
    assert terms
    assert set(re.findall(r'<a href="#(term\.[^"]+)" class="md-nav__link"', drawer)) == terms


@pytest.mark.parametrize("path", [*KINDS.values(), *OTHERS])
def test_no_rule_of_the_theme_is_missed(page: Page, path: str) -> None:
    page.goto(f"/{path}")
    whole = "".join(sheet.read_text("utf-8") for sheet in theme_sheets())
    whole = whole.replace(".focus-visible", ":focus-visible")
    known, ours = matching(page, whole, sheets(ROOT)["site"])
    assert set(known) - set(ours) == set()


@pytest.mark.parametrize("path", [*KINDS.values(), *OTHERS])
def test_a_page_has_each_style_sheet_that_it_needs(page: Page, path: str) -> None:
    page.goto(f"/{path}")
    linked = page.evaluate(
        "[...document.querySelectorAll('link[rel=stylesheet]')].map(({ href }) => href)"
    )
    others = {
        file.stem: file
        for file in sorted((ROOT / CSS / "pages").glob("*.css"))
        if not any(f"/{file.stem}-" in address for address in linked)
    }
    texts = sheets(ROOT)
    every, *found = matching(page, texts["site"] + texts[PAPER], *(texts[name] for name in others))
    missed = {name: each - every for name, each in zip(others, found, strict=True)}
    assert {name: each for name, each in missed.items() if each} == {}


def matching(page: Page, *texts: str) -> list[set[str]]:
    """Return the selectors of each style sheet that something on the page can match."""
    return [set(each) for each in page.evaluate(RULES, [texts, ELEMENTS, STATES])]
