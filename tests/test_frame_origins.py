"""Who may frame a page: one list for the header and for the page's own check."""

import json
import subprocess
from pathlib import Path

import pytest

from macros.browser.bundles import NODE_MODULES
from macros.browser.node import node
from macros.frame_origins import frame_ancestors, frame_origins
from macros.loading import load_playbook
from macros.staging import STAGED, stage
from tests.site_playbook import ROOT, make_project

pytestmark = pytest.mark.slow

LISTED = ["https://lms.example.org", "https://*.example.edu", "http://localhost:8000"]
SCRIPT = ROOT / "docs/assets/js/lms/origins.js"


def list_origins(project: Path) -> None:
    """List origins in the settings of a project."""
    with (project / "playbook_data/playbook.yml").open("a", encoding="utf-8") as settings:
        settings.write(f"frame_origins: {json.dumps(LISTED)}\n")


def test_without_a_list_every_site_may(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    settings = load_playbook(project).settings
    assert frame_origins(settings) == ()
    assert frame_ancestors(settings) == "frame-ancestors *"
    stage(project)
    assert "data-origins" not in (project / STAGED / "en/a/readiness.md").read_text("utf-8")


def test_a_list_reaches_the_header_and_the_page(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    list_origins(project)
    settings = load_playbook(project).settings
    assert frame_ancestors(settings) == f"frame-ancestors 'self' {' '.join(LISTED)}"
    stage(project)
    page = (project / STAGED / "zh/a/readiness.md").read_text("utf-8")
    assert page.count(f'data-origins="{" ".join(LISTED)}"') == 1


@pytest.mark.parametrize("allowed", [[], LISTED], ids=["open", "listed"])
def test_the_page_takes_an_origin_for_what_it_is(allowed: list[str]) -> None:
    cases = {
        "https://lms.example.org": True,
        "https://a.example.edu": True,
        "https://a.b.example.edu": True,
        "http://localhost:8000": True,
        "https://example.edu": False,
        "https://.example.edu": False,
        "https://badexample.edu": False,
        "https://a.example.edu.evil.example": False,
        "http://a.example.edu": False,
        "https://a.example.edu:8443": False,
        "http://lms.example.org": False,
        "https://lms.example.org.evil.example": False,
        "http://localhost": False,
        "null": False,
    }
    done = subprocess.run(
        [node(), ROOT / "tests/call.mjs", ROOT / NODE_MODULES, SCRIPT, "mayFrame"],
        input=json.dumps([[origin, allowed] for origin in cases]),
        capture_output=True,
        text=True,
        check=True,
    )
    told = dict(zip(cases, json.loads(done.stdout), strict=True))
    assert told == (cases if allowed else dict.fromkeys(cases, True))
