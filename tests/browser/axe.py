"""What axe, which knows the rules of accessible pages, objects to in a page."""

from playwright.sync_api import Page

from tests.browser.conftest import ROOT

AXE = ROOT / "build" / "node" / "node_modules" / "axe-core" / "axe.min.js"


def violations(page: Page, place: str = "html") -> list[str]:
    """Return what axe objects to on a page, or in a place of it, a line each."""
    page.add_script_tag(path=AXE)
    results = page.evaluate("place => axe.run(place)", place)
    return [
        f"{found['id']}: {node['html'][:160]} ({node['failureSummary']})"
        for found in results["violations"]
        for node in found["nodes"]
    ]
