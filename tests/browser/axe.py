"""What axe, which knows the rules of accessible pages, objects to in a page."""

from playwright.sync_api import Frame, Page

from tests.browser.conftest import ROOT

AXE = ROOT / "build" / "node" / "node_modules" / "axe-core" / "axe.min.js"
RUN = """([place, rules]) => axe.run(place, {
  resultTypes: ['violations'], ...(rules.length && { runOnly: rules }),
}).then((all) => all.violations)"""


def violations_by_day_and_night(page: Page, place: str = "html") -> list[str]:
    """Return what axe objects to in light and in dark colours."""
    page.emulate_media(color_scheme="light")
    found = violations(page, place)
    page.emulate_media(color_scheme="dark")
    # All else is the same by night.
    return found + violations(page, place, "color-contrast")


def violations(page: Page | Frame, place: str = "html", *rules: str) -> list[str]:
    """Return what axe objects to on a page, or in a place of it, a line each; by all its rules."""
    if not page.evaluate("'axe' in window"):
        page.add_script_tag(path=AXE)
    return [
        f"{found['id']}: {node['html'][:160]} ({node['failureSummary']})"
        for found in page.evaluate(RUN, [place, rules])
        for node in found["nodes"]
    ]
