"""The site in one language alone, and in three of which one is read from right to left."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from lxml import etree
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import PATIENCE
from tests.browser.server import BUILT_FOR, SiteServer
from tests.other_languages import change, make_project, run
from tests.site_links import dead_links

pytestmark = pytest.mark.slow

ALONE = "zh"
BUILD = "from pathlib import Path; from macros.building import build_site; build_site(Path.cwd())"
CHECKED = (("-m", "macros", "words"), ("-m", "macros", "check"))
TITLE = '<b onclick=x & "y"'
TAGLINE = "Enough </title <img src=x onerror=window.hacked=true to break."
ADDRESS_OR_HASH = re.compile(r"https?://\S+|\b[0-9a-f]{12,}\b")
LATIN_WORD = re.compile(r"[A-Za-z]{3,}")
KINDS = ("CSV", "XLSX")
"""What files are, in every language."""
OWN_TEXT = """
(element, language) => {
  const others = `[lang]:not([lang="${language}"])`;
  const unseen = "script, noscript, style, template, code, kbd, .course-code";
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement.closest(`${others}, ${unseen}`)) texts.push(node.data);
  }
  return texts.join(" ");
}
"""
"""The text of an element, but for what it says in another language."""
SAID_TWICE = re.compile(r"&amp;(?:lt|gt|amp|quot|#\d+);|&lt;/?(?:div|p|a|span|section)\b")
"""A tag or an entity that readers see as one."""


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteServer]:
    """A small playbook in English, Chinese and made-up Arabic, with titles that mean harm."""
    project = make_project(tmp_path_factory.mktemp("three"), ("en", "zh", "ar"), small=True)
    change(project, "modules/basics/visits.yml", ("title", "en"), TITLE)
    change(project, "playbook.yml", ("tagline", "en"), TAGLINE)
    for arguments in (*CHECKED, ("-c", BUILD)):
        run(project, *arguments)
    server = SiteServer(project / "site")
    yield server
    server.close()


@pytest.fixture(scope="module")
def alone(
    tmp_path_factory: pytest.TempPathFactory,
    site: Path,  # whoever built it left here what the browser needs
) -> Iterator[SiteServer]:
    """A small playbook in one language, built by bare MkDocs, with the engine of the real site."""
    assert site.is_dir()
    project = make_project(tmp_path_factory.mktemp("alone"), (ALONE,), small=True)
    build = ("-m", "mkdocs", "build", "--strict", "--quiet")
    for arguments in (*CHECKED, ("-m", "macros", "stage"), build):
        run(project, *arguments)
    server = SiteServer(project / "site")
    yield server
    server.close()


@pytest.fixture
def visitor(chromium: Browser) -> Iterator[Page]:
    """A browser without a past; the test fails when a script of the page did."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    assert not faults, faults
    context.close()


def score(page: Page, value: int) -> Locator:
    """Answer every question alike and return the report."""
    for question in page.locator("fieldset.question").all():
        question.locator(f'label:has(input[value="{value}"])').click()
    page.locator('[data-action="score"]').click()
    report = page.locator("tool-report[data-report]")
    report.locator(".summary").wait_for()
    return report


def latin_words(element: Locator) -> list[str]:
    """Return the words in Latin letters in the Arabic text of an element, but for addresses."""
    text = str(element.evaluate(OWN_TEXT, "ar"))
    assert re.search("[\u0620-\u064a]", text)
    return [word for word in LATIN_WORD.findall(ADDRESS_OR_HASH.sub("", text)) if word not in KINDS]


def twins(server: SiteServer) -> dict[str, list[tuple[str, str]]]:
    """Return each address of the sitemap with the languages and addresses of its twins."""
    names = {
        "page": "http://www.sitemaps.org/schemas/sitemap/0.9",
        "link": "http://www.w3.org/1999/xhtml",
    }
    tree = etree.parse(server.folder / "sitemap.xml")
    return {
        str(url.findtext("page:loc", namespaces=names)): [
            (link.attrib["hreflang"], link.attrib["href"])
            for link in url.findall("link:link", names)
        ]
        for url in tree.findall("page:url", names)
    }


def stands(server: SiteServer, address: str) -> bool:
    path = address.removeprefix(BUILT_FOR.decode())
    return (server.folder / path / "index.html").is_file()


def pages_in(folder: Path) -> Sequence[Path]:
    return sorted(folder.rglob("*.html"))


def listed_in(folder: Path) -> Sequence[Path]:
    """Return the pages that a sitemap names: all that a reader can look for."""
    others = {"embed", "offline"}
    return [p for p in pages_in(folder) if p.stem != "404" and p.parent.name not in others]


# Three languages, one of them from the right


def test_no_link_of_three_languages_is_dead(three: SiteServer) -> None:
    assert not list(dead_links(three.folder))


def test_every_page_says_its_language_and_direction(three: SiteServer) -> None:
    starts = {
        "zh": '<html lang="zh-Hans" dir="ltr" data-language="zh" data-locale="zh-CN" ',
        "ar": '<html lang="ar" dir="rtl" data-language="ar" data-locale="ar-EG" ',
    }
    english = '<html lang="en" dir="ltr" data-language="en" data-locale="en-GB" '
    for page in pages_in(three.folder):
        start = starts.get(page.relative_to(three.folder).parts[0], english)
        assert start in page.read_text("utf-8"), page


def test_no_page_shows_a_tag_or_an_entity(three: SiteServer) -> None:
    for page in pages_in(three.folder):
        assert not SAID_TWICE.findall(page.read_text("utf-8")), page


def test_the_sitemap_names_every_twin(three: SiteServer) -> None:
    pages = twins(three)
    assert len(pages) == len(listed_in(three.folder / "ar"))
    for address, others in pages.items():
        assert [language for language, _ in others] == ["en", "zh-Hans", "ar", "x-default"]
        assert others[0][1] == others[3][1] == address
        assert all(stands(three, other) for _, other in others)


def test_a_page_names_the_other_languages_to_those_who_show_it(
    three: SiteServer, visitor: Page
) -> None:
    visitor.goto(f"{three.address}ar/m/trust/")
    expect(visitor.locator('meta[property="og:locale"]')).to_have_attribute("content", "ar_EG")
    others = visitor.locator('meta[property="og:locale:alternate"]')
    assert [each.get_attribute("content") for each in others.all()] == ["en_GB", "zh_CN"]
    expect(visitor.locator("head link[rel=alternate][hreflang]")).to_have_count(0)


def test_several_languages_stand_in_a_list_for_the_keyboard(
    three: SiteServer, visitor: Page
) -> None:
    visitor.goto(f"{three.address}m/trust/")
    opener = visitor.locator("language-switch summary")
    links = visitor.locator("language-switch a")
    expect(links.first).to_be_hidden()
    opener.focus()
    visitor.keyboard.press("Enter")
    assert [(link.inner_text(), link.get_attribute("lang")) for link in links.all()] == [
        ("中文", "zh-Hans"),
        ("العربية", "ar"),
    ]
    assert [link.get_attribute("hreflang") for link in links.all()] == ["zh-Hans", "ar"]
    visitor.keyboard.press("Tab")
    expect(links.first).to_be_focused()
    visitor.keyboard.press("Escape")
    expect(links.first).to_be_hidden()
    expect(opener).to_be_focused()
    visitor.keyboard.press("Enter")
    visitor.locator("main h1").click()
    expect(links.first).to_be_hidden()


def test_another_language_opens_at_the_same_place_from_the_right(
    three: SiteServer, visitor: Page
) -> None:
    visitor.goto(f"{three.address}m/trust/")
    visitor.locator("[id='trust.template']").evaluate("place => place.scrollIntoView()")
    visitor.locator("language-switch summary").click()
    visitor.locator("language-switch a[lang=ar]").click()
    visitor.wait_for_url("**/ar/m/trust/#trust.template")
    expect(visitor.locator("html")).to_have_attribute("dir", "rtl")
    sides = "element => element.getBoundingClientRect().left"
    menu, text = (visitor.locator(each) for each in (".md-sidebar--primary", ".md-content"))
    assert menu.evaluate(sides) > text.evaluate(sides)


def test_the_list_leads_on_from_a_page_that_changed_in_place(
    three: SiteServer, visitor: Page
) -> None:
    visitor.goto(f"{three.address}ar/m/trust/")
    visitor.evaluate("window.stayed = true")
    visitor.locator('.md-sidebar--primary a[href*="visits"]').first.click()
    visitor.wait_for_url("**/ar/m/visits/")
    link = visitor.locator("language-switch a[lang=en]")
    expect(link).to_have_js_property("href", f"{three.address}m/visits/")
    assert visitor.evaluate("window.stayed")


@pytest.mark.parametrize(
    "path", ["", "m/trust/", "a/readiness/", "glossary/", "about/", "nowhere/"]
)
def test_a_language_is_alone_on_its_pages(three: SiteServer, visitor: Page, path: str) -> None:
    visitor.goto(f"{three.address}ar/{path}")
    assert not latin_words(visitor.locator("body"))


def test_a_tool_is_scored_in_a_language_of_ones_own(three: SiteServer, visitor: Page) -> None:
    visitor.goto(f"{three.address}ar/a/readiness/")
    report = score(visitor, 3)
    # The mark of Arabic decimals; what is left in Latin letters is the id of the tool.
    expect(report.locator(".summary-headline")).to_contain_text("100٫0")
    assert set(latin_words(report)) == {"readiness"}


def test_a_title_is_text_wherever_it_stands(three: SiteServer, visitor: Page) -> None:
    visitor.goto(f"{three.address}m/visits/")
    expect(visitor).to_have_title(f"{TITLE} · Small playbook")
    expect(visitor.locator("h1")).to_contain_text(TITLE)
    expect(visitor.locator('meta[property="og:title"]')).to_have_attribute("content", TITLE)
    expect(visitor.locator("a.md-nav__link--active", has_text=TITLE)).to_be_visible()
    visitor.goto(f"{three.address}m/trust/")
    expect(visitor.locator(".neighbour--next .neighbour__title")).to_have_text(TITLE)
    visitor.locator("site-search input").fill("visits")
    expect(visitor.locator(".site-search__title", has_text=TITLE).first).to_be_visible()
    visitor.goto(three.address)
    expect(visitor).to_have_title(f"Small playbook · {TAGLINE}")
    assert visitor.evaluate("window.hacked") is None
    for page in pages_in(three.folder):
        assert TITLE not in page.read_text("utf-8"), page


# One language


def test_a_language_alone_stands_at_the_root(alone: SiteServer) -> None:
    assert not (alone.folder / "en").exists()
    assert not (alone.folder / "zh").exists()
    assert not list(dead_links(alone.folder))
    for page in pages_in(alone.folder):
        text = page.read_text("utf-8")
        assert f'<html lang="zh-Hans" dir="ltr" data-language="{ALONE}" ' in text, page
        assert "language-switch" not in text, page
        assert "og:locale:alternate" not in text, page
        assert not SAID_TWICE.findall(text), page
    pages = twins(alone)
    assert len(pages) == len(listed_in(alone.folder))
    assert all(stands(alone, address) and not others for address, others in pages.items())


def test_a_tool_is_scored_in_a_language_alone(alone: SiteServer, visitor: Page) -> None:
    visitor.goto(f"{alone.address}a/readiness/")
    expect(score(visitor, 3).locator(".summary")).to_contain_text("100.0分")
