"""Use in a course: what a trainer copies and saves is right, for the page and for one section."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import violations
from tests.browser.server import SiteServer

ROOT = Path(__file__).parent.parent.parent
MODULE = "/m/trust-stages/"
SEEN = """async (picture) => {
  await picture.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: 300, height: 300 });
  const context = canvas.getContext("2d");
  context.drawImage(picture, 0, 0, 300, 300);
  return jsQR(context.getImageData(0, 0, 300, 300).data, 300, 300)?.data;
}"""


@pytest.fixture
def panel(page: Page) -> Locator:
    page.goto(MODULE)
    return opened(page)


def opened(page: Page) -> Locator:
    page.locator(".in-course > summary").click()
    panel = page.locator("course-panel[data-started]")
    expect(panel).to_be_visible()
    return panel


def text(panel: Locator, name: str) -> str:
    return panel.locator(f"[data-slot={name}]").inner_text()


def test_the_page_is_taken_by_link_frame_and_markdown(panel: Locator, server: SiteServer) -> None:
    address = server.address + MODULE[1:]
    assert text(panel, "link") == address
    assert text(panel, "markdown") == f"[The stages of trust](<{address}>)"
    assert text(panel, "frame") == (
        f'<iframe src="{address}embed/" title="The stages of trust" width="100%" height="800" '
        'style="border:0" loading="lazy" allow="clipboard-write"></iframe>'
    )


def test_a_section_is_taken_alone(panel: Locator, server: SiteServer) -> None:
    panel.locator("[name=place]").select_option(label="Mistakes to avoid")
    address = server.address + MODULE[1:]
    assert text(panel, "link") == f"{address}#trust-stages.mistakes"
    assert "The stages of trust · Mistakes to avoid" in text(panel, "markdown")
    assert f'src="{address}embed/#trust-stages.mistakes"' in text(panel, "frame")


def test_what_is_copied_is_what_is_shown(page: Page, panel: Locator) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    panel.locator(".course-way", has=page.locator("[data-slot=frame]")).get_by_role("button").press(
        "Enter"
    )
    expect(panel.locator("copy-button output:visible")).to_have_count(1)
    assert page.evaluate("navigator.clipboard.readText()") == text(panel, "frame")


def test_the_code_is_read_by_a_camera(page: Page, panel: Locator, server: SiteServer) -> None:
    """A reader of such codes that is not ours looks at the picture as the browser draws it."""
    page.add_script_tag(path=ROOT / "build/node/node_modules/jsqr/dist/jsQR.js")
    for place in ("", "#trust-stages.mistakes"):
        panel.locator("[name=place]").select_option(place)
        assert panel.locator("img").evaluate(SEEN) == server.address + MODULE[1:] + place


def test_a_day_becomes_a_session_that_moves_with_it(page: Page, panel: Locator) -> None:
    first, second = (session(page, panel, day) for day in ("2027-01-11", "2027-01-18"))
    assert "DTSTART:20270111T093000" in first
    assert "DTSTART:20270118T093000" in second
    assert "DURATION:PT95M" in first
    for calendar in (first, second):
        assert "UID:m.trust-stages@trust-playbook" in calendar
        assert all(len(line.encode()) <= 75 for line in calendar.split("\r\n"))


def session(page: Page, panel: Locator, day: str) -> str:
    panel.locator("[name=day]").fill(day)
    panel.locator("[name=time]").fill("09:30")
    with page.expect_download() as download:
        panel.locator("[data-action=calendar]").click()
    assert download.value.suggested_filename == "m-trust-stages.ics"
    return Path(download.value.path()).read_bytes().decode()


def test_without_a_day_the_panel_asks_for_it(panel: Locator) -> None:
    panel.locator("[data-action=calendar]").click()
    expect(panel.locator("output[data-slot=told]")).to_have_text("Choose the day first.")
    expect(panel.locator("[name=day]")).to_be_focused()


@pytest.mark.parametrize("address", ["/m/trust-stages/", "/zh/a/service-sla/", "/zh/c/one-day/"])
def test_the_panel_is_accessible_and_fits_a_telephone(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(address)
    opened(page)
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert violations(page) == []


def test_without_script_the_panel_leads_to_the_frame_and_the_files(
    page_without_scripts: Page,
) -> None:
    page_without_scripts.goto(MODULE)
    page_without_scripts.locator(".in-course > summary").click()
    expect(page_without_scripts.locator(".course-frame a")).to_have_attribute("href", "embed/")
    expect(page_without_scripts.locator(".course-files a")).to_have_count(4)
    expect(page_without_scripts.locator("[data-action=calendar]")).to_be_hidden()


@pytest.mark.parametrize(
    ("address", "link", "formats"),
    [
        ("/m/trust-stages/", "m-trust-stages", 3),
        ("/zh/a/four-pain-points/", "a-four-pain-points", 6),
        ("/zh/c/one-day/", "c-one-day", 7),
    ],
)
def test_the_packages_of_a_page_can_be_taken(
    page: Page, address: str, link: str, formats: int
) -> None:
    page.goto(address)
    files = opened(page).locator(".course-packages a[download]")
    expect(files).to_have_count(formats)
    language = "zh" if address.startswith("/zh/") else "en"
    for file in files.all():
        href = file.evaluate("link => link.href")
        assert f"/packages/{link}.{language}." in href
        assert page.request.get(href).ok


def test_a_course_is_taken_by_its_address_and_by_its_frame(page: Page, server: SiteServer) -> None:
    page.goto("/c/one-day/")
    panel = opened(page)
    assert text(panel, "link") == f"{server.address}c/one-day/"
    assert f'src="{server.address}c/one-day/embed/"' in text(panel, "frame")
    page.goto("/c/one-day/embed/")
    expect(page.locator(".agenda-session").first).to_be_visible()
    expect(page.locator(".in-course")).to_be_hidden()
    expect(page.locator(".md-header")).to_have_count(0)


@pytest.mark.parametrize("folder", ["", "zh/"])
def test_no_day_of_a_course_lasts_into_the_next(page: Page, folder: str) -> None:
    page.goto(f"/{folder}c/two-days/")
    panel = opened(page)
    minutes = panel.locator("[name=minutes]")
    # The first day of the run sheet: seven hours and five minutes with its breaks.
    expect(minutes).to_have_value("425")
    leads = panel.locator(".course-calendar .help a")
    expect(leads).to_have_attribute("href", "#two-days.agenda")
    expect(page.locator('[id="two-days.agenda"]')).to_be_attached()
