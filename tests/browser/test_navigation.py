"""Ways through the site: a phone's menu by keyboard, the same place in the other language."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.tool_page import TRUST, address

PHONE = {"width": 360, "height": 740}
OF_EACH_KIND = (
    *(
        "/",
        "/method/",
        "/m/trust-stages/",
        "/a/",
        address(TRUST),
        "/a/customer-ltv/",
        "/c/one-day/",
    ),
    *("/me/", "/team/", "/portfolio/", "/teach/", "/teach/compose/", "/glossary/", "/about/"),
)


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("/m/trust-stages/", "trust-stages.template"),
        (address(TRUST), "q.benefit.3"),
        ("/zh/m/decision-chain/", "decision-chain.mistakes"),
    ],
)
def test_the_other_language_opens_at_the_same_place(page: Page, path: str, place: str) -> None:
    page.goto(path)
    page.locator(f"[id='{place}']").evaluate("place => place.scrollIntoView()")
    page.locator("language-switch a").click()
    other = path.removeprefix("/zh") if path.startswith("/zh") else f"/zh{path}"
    page.wait_for_url(f"**{other}#{place}")
    expect(page.locator(f"[id='{place}']")).to_be_in_viewport()


def test_the_page_stays_where_it_is_while_something_above_it_has_the_focus(page: Page) -> None:
    page.goto("/m/trust-stages/")
    page.locator("[id='trust-stages.template']").evaluate("place => place.scrollIntoView()")
    before = page.evaluate("scrollY")
    for each in page.locator(".md-header a[href]").all():
        each.evaluate("link => link.focus()")
    assert before > 0
    assert page.evaluate("scrollY") == before


def test_the_other_language_opens_at_the_top_from_the_top(page: Page) -> None:
    page.goto("/m/trust-stages/")
    page.locator("language-switch a").click()
    page.wait_for_url("**/zh/m/trust-stages/")


@pytest.mark.parametrize(
    ("link", "place"),
    [(".last-change a", ".change:target"), (".site-links a", "h1")],
)
def test_who_scrolls_and_presses_a_link_at_once_finds_what_the_link_leads_to(
    page: Page, link: str, place: str
) -> None:
    page.goto("/m/service-standards/")
    page.locator(link).first.evaluate(
        """link => {
          link.scrollIntoView();
          // The theme hears of it with the next frame, and notes it in the history a moment later.
          requestAnimationFrame(() => requestAnimationFrame(() => link.click()));
        }"""
    )
    expect(page).not_to_have_url("**/m/service-standards/")
    expect(page.locator(place)).to_be_in_viewport()


@pytest.mark.parametrize("language", ["", "/zh"])
@pytest.mark.parametrize("path", OF_EACH_KIND)
def test_who_skips_the_header_comes_to_the_title(page: Page, path: str, language: str) -> None:
    page.goto(language + path)
    page.locator("html[data-playbook=ready]").wait_for()
    page.keyboard.press("Tab")
    expect(page.locator(".md-skip")).to_be_focused()
    expect(page.locator(".md-skip")).to_have_text("跳到正文" if language else "Skip to content")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_be_in_viewport()
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    assert focused.evaluate(
        "place => place.closest('article h1, article h1 ~ *, .masthead') !== null"
    )


def test_the_menu_of_a_phone_opens_and_closes_by_keyboard(page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.goto("/zh/m/trust-stages/")
    button = page.locator("menu-button button")
    link = page.locator(".md-sidebar--primary a[href]").first
    expect(link).to_be_hidden()
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(link).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator(".md-sidebar--primary :focus")).to_be_visible()
    page.keyboard.press("Escape")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(button).to_be_focused()
    expect(link).to_be_hidden()


def test_a_closed_menu_takes_no_focus(page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.goto("/m/trust-stages/")
    inside = "document.activeElement.closest('.md-sidebar') !== null"
    for _ in range(20):
        page.keyboard.press("Tab")
        assert not page.evaluate(inside)


def test_a_wide_page_has_no_menu_button(page: Page) -> None:
    page.goto("/m/trust-stages/")
    expect(page.locator("menu-button button")).to_be_hidden()
    expect(page.locator(".md-sidebar--primary a.md-nav__link--active")).to_be_visible()
