"""What oEmbed says of a page: as the standard says, with the frame that the page itself gives."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from macros.browser.bundles import NODE_MODULES
from macros.browser.node import node
from macros.exporters.oembed import embeddable, frame_code, oembed
from macros.loading import load_playbook
from macros.staging import STAGED, stage
from macros.views import Book
from tests.site_playbook import ROOT, make_project, real_playbook

pytestmark = pytest.mark.slow

SITE = "https://example.org/playbook/"
KINDS = {"version": str, "type": str, "title": str, "provider_name": str, "provider_url": str}
KINDS |= {"html": str, "width": int, "height": int}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_page_for_frames_has_its_answer(tmp_path: Path, language: str) -> None:
    project = make_project(tmp_path)
    stage(project, SITE)
    staged = project / STAGED / language
    home = SITE + ("zh/" if language == "zh" else "")
    framed = {
        page.relative_to(staged).with_suffix("").as_posix()
        for page in staged.rglob("*.md")
        if "\nembed: true\n" in page.read_text("utf-8")
    }
    answers = {file.relative_to(staged).parent.as_posix() for file in staged.rglob("oembed.json")}
    assert answers == framed == {"m/trust", "m/visits", "a/readiness", "a/survey", "c/first-steps"}
    for page in framed:
        answer = json.loads((staged / page / "oembed.json").read_text("utf-8"))
        assert {key: type(value) for key, value in answer.items()} == KINDS
        assert (answer["version"], answer["type"]) == ("1.0", "rich")
        assert answer["provider_url"] == home
        [source] = re.findall('<iframe src="([^"]*)"', answer["html"])
        assert source == f"{home}{page}/embed/"
        title = json.loads(
            re.findall("^title: (.*)$", (staged / f"{page}.md").read_text("utf-8"), re.MULTILINE)[0]
        )
        assert answer["title"] == title


def test_a_retired_page_offers_no_frame(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    with (project / "playbook_data/playbook.yml").open("a", encoding="utf-8") as settings:
        settings.write('retired: [{id: "m:old", date: "2026-11-23", successor: "m:trust"}]\n')
    assert "m:old" not in dict(embeddable(Book(load_playbook(project), "en")))


def test_the_frame_is_the_one_that_use_in_a_course_gives() -> None:
    cases = [
        ("The stages of trust", f"{SITE}m/trust-stages/embed/"),
        ('It\'s "a" <b> & c', f"{SITE}m/x/embed/?a=1&b=2"),
        ("信任的阶段", f"{SITE}zh/m/trust-stages/embed/"),
    ]
    script = ROOT / "docs/assets/js/course/course-texts.js"
    done = subprocess.run(
        [node(), ROOT / "tests/call.mjs", ROOT / NODE_MODULES, script, "frameCode"],
        input=json.dumps(cases),
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stdout) == [frame_code(*case) for case in cases]


def test_the_height_told_is_that_of_the_frame() -> None:
    book = Book(real_playbook(), "en")
    answer = oembed(book, *next(embeddable(book)), SITE)
    assert f'height="{answer["height"]}"' in answer["html"]
