"""What changed: gathered from all that tells of it, shown with its pages, and in a valid feed."""

import json
import re
from pathlib import Path

import pytest
from lxml import etree

from macros.changes import changes_of, last_changes
from macros.exporters.feed import feed
from macros.loading import load_playbook
from macros.playbook import Playbook
from macros.staging import STAGED, stage
from macros.views import Book
from tests.site_playbook import ROOT, make_project, real_playbook

pytestmark = pytest.mark.slow

ATOM = "{http://www.w3.org/2005/Atom}"
SITE = "https://example.org/playbook/"
HISTORY = """history:
  - version: 1.1.0
    text: {en: "Clearer & 1 < 2.", zh: "更清楚。"}
  - version: 1.0.0
    text: {en: "First.", zh: "首版。"}
"""
RETIRED = """retired:
  - {id: "m:old", date: "2026-11-23", successor: "m:trust#steps"}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a small project in which a tool has a second version and a page is retired."""
    made = make_project(tmp_path)
    data = made / "playbook_data"
    tool = data / "assessments/readiness.yml"
    text = tool.read_text("utf-8").replace("version: 1.0.0\n", f"version: 1.1.0\n{HISTORY}")
    tool.write_text(text, "utf-8")
    with (data / "changes.yml").open("a", encoding="utf-8") as changes:
        changes.write(
            '  - {id: clearer, date: "2026-11-20", kind: reworded, versions: {readiness: 1.1.0}}\n'
        )
    with (data / "playbook.yml").open("a", encoding="utf-8") as settings:
        settings.write(RETIRED)
    return made


@pytest.fixture(scope="module")
def whole() -> Playbook:
    return real_playbook()


@pytest.fixture
def playbook(project: Path) -> Playbook:
    return load_playbook(project)


def test_changes_come_from_their_file_from_histories_and_from_what_is_retired(
    playbook: Playbook,
) -> None:
    found = [
        (each.id, each.date, each.kind, each.texts, each.concerns)
        for each in changes_of(Book(playbook, "en"))
    ]
    assert found == [
        (
            "retired.m.old",
            "2026-11-23",
            "retired",
            ("What stood at /m/old/ now has its place in “Trust”.",),
            ("m:trust",),
        ),
        ("first-course", "2026-11-21", "new", ("A first course.",), ("c:first-steps",)),
        ("clearer", "2026-11-20", "reworded", ("Clearer & 1 < 2.",), ("a:readiness",)),
    ]


def test_a_page_says_when_it_was_changed_last_and_leads_to_what(project: Path) -> None:
    stage(project)
    for page, change, day in (
        ("m/trust", "retired.m.old", "2026-11-23"),
        ("a/readiness", "clearer", "2026-11-20"),
        ("c/first-steps", "first-course", "2026-11-21"),
    ):
        text = (project / STAGED / f"zh/{page}.md").read_text("utf-8")
        [said] = re.findall('<p class="last-change".*</p>', text)
        assert f'datetime="{day}"' in said
        assert f'href="../../changes/#change.{change}"' in said
        assert f'id="change.{change}"' in (project / STAGED / "zh/changes.md").read_text("utf-8")
    assert "last-change" not in (project / STAGED / "en/m/visits.md").read_text("utf-8")


def test_the_last_of_several_changes_is_told(whole: Playbook) -> None:
    changes = changes_of(Book(whole, "en"))
    for link, last in last_changes(Book(whole, "en")).items():
        assert last == next(each for each in changes if link in each.concerns)


def test_every_page_of_the_method_has_a_last_change(whole: Playbook) -> None:
    told = last_changes(Book(whole, "en"))
    assert {f"a:{name}" for name in whole.tools} <= told.keys()
    assert {f"m:{name}" for name in whole.modules} <= told.keys()
    assert {f"c:{name}" for name in whole.courses} <= told.keys()


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("which", ["playbook", "whole"])
def test_a_feed_is_as_the_standard_says(
    request: pytest.FixtureRequest, language: str, which: str
) -> None:
    book = Book(request.getfixturevalue(which), language)
    root = etree.fromstring(feed(book, SITE))
    home = SITE + ("zh/" if language == "zh" else "")
    assert root.tag == f"{ATOM}feed"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == book.spoken.tag
    entries = root.findall(f"{ATOM}entry")
    assert entries
    for each in (root, *entries):
        for name in ("id", "title", "updated"):
            [only] = each.findall(f"{ATOM}{name}")
            assert only.text
            assert only.text.strip() == only.text
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", each.findtext(f"{ATOM}updated", ""))
        assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", each.findtext(f"{ATOM}id", ""))
        links = [dict(link.attrib) for link in each.findall(f"{ATOM}link")]
        assert all(link["href"].startswith(home) for link in links)
        assert len([link for link in links if link["rel"] == "alternate"]) == 1
    [name] = root.findall(f"{ATOM}author/{ATOM}name")
    assert name.text == book.site["title"]
    [own] = [link for link in root.findall(f"{ATOM}link") if link.get("rel") == "self"]
    assert own.get("href") == f"{home}changes/feed.xml"
    assert own.get("type") == "application/atom+xml"
    ids = [each.findtext(f"{ATOM}id") for each in entries]
    assert len(set(ids)) == len(ids)
    newest = max(each.findtext(f"{ATOM}updated", "") for each in entries)
    assert root.findtext(f"{ATOM}updated") == newest


def test_what_is_a_tag_in_a_text_is_text_in_the_feed(playbook: Playbook) -> None:
    root = etree.fromstring(feed(Book(playbook, "en"), SITE))
    entry = root.findall(f"{ATOM}entry")[-1]
    assert entry.findtext(f"{ATOM}title") == "Clearer & 1 < 2."
    [content] = entry.findall(f"{ATOM}content")
    assert content.get("type") == "html"
    assert not len(content)
    html = content.text or ""
    assert "<p>Clearer &amp; 1 &lt; 2.</p>" in html
    assert f'<li><a href="{SITE}a/readiness/">Readiness</a></li>' in html


def test_ids_outlive_a_move_of_the_site_another_order_and_another_text(project: Path) -> None:
    def ids(address: str) -> set[str]:
        tree = etree.fromstring(feed(Book(load_playbook(project), "en"), address))
        return {each.text or "" for each in tree.iter(f"{ATOM}id")}

    before = ids(SITE)
    changes = project / "playbook_data/changes.yml"
    text = changes.read_text("utf-8").replace("A first course.", "The first course.")
    new = '{id: later, date: "2026-11-24", kind: corrected, text: {en: "A word.", zh: "一个词。"}}'
    changes.write_text(text.replace("changes:\n", f"changes:\n  - {new}\n"), "utf-8")
    assert before < ids("https://elsewhere.example/")
    assert len(ids(SITE)) == len(before) + 1


def test_the_ids_of_the_two_languages_differ(playbook: Playbook) -> None:
    en, zh = (
        {each.text for each in etree.fromstring(feed(Book(playbook, code), SITE)).iter(f"{ATOM}id")}
        for code in ("en", "zh")
    )
    assert not en & zh


def test_the_feed_stands_beside_its_page(project: Path) -> None:
    stage(project, SITE)
    for language in ("en", "zh"):
        staged = project / STAGED / language / "changes/feed.xml"
        assert staged.read_bytes() == feed(Book(load_playbook(project), language), SITE)
        page = (project / STAGED / language / "changes.md").read_text("utf-8")
        assert 'href="feed.xml"' in page


def test_published_ids_of_entries_stay(whole: Playbook) -> None:
    """Feed readers keep them: another way to make them would show every entry once more."""
    root = etree.fromstring(feed(Book(whole, "en"), SITE))
    kept = json.loads((ROOT / "tests/cases/feed-ids.json").read_text("utf-8"))
    assert set(kept) <= {each.text for each in root.iter(f"{ATOM}id")}
