"""What was published answers for ever: addresses, places on pages, and the names of both."""

from pathlib import Path

import pytest

from macros.kept_addresses import accept_addresses, addresses_in, broken_promises
from macros.loading import load_playbook
from macros.page_texts import pages_of
from macros.problems import PlaybookError, locate
from macros.published.lock_files import ADDRESSES, right_lines
from macros.staging import stage
from tests.site_playbook import make_project

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent
RETIRED = 'retired:\n  - {id: "ID", date: "2026-11-22", successor: "SUCCESSOR"}\nareas:\n'


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small playbook whose addresses are published."""
    project = make_project(tmp_path)
    assert accept_addresses(project, pages_of(load_playbook(project), project)) > 50
    return project


def change(project: Path, file: str, old: str, new: str) -> None:
    path = project / "playbook_data" / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def publish(project: Path, *addresses: str) -> None:
    """Say that an earlier edition had these too."""
    with (project / ADDRESSES.file).open("a", encoding="utf-8") as lock:
        lock.writelines(f"{address}\n" for address in addresses)


def retire(project: Path, name: str, successor: str) -> None:
    entry = RETIRED.replace("ID", name).replace("SUCCESSOR", successor)
    change(project, "playbook.yml", "areas:\n", entry)


def told(project: Path) -> list[str]:
    playbook = load_playbook(project)
    return [
        locate(each) for each in broken_promises(project, playbook, pages_of(playbook, project))
    ]


def test_what_is_published_is_no_problem_and_nothing_is_published_twice(project: Path) -> None:
    assert told(project) == []
    pages = pages_of(load_playbook(project), project)
    assert accept_addresses(project, pages) == 0
    assert {address for _, address in right_lines(project, ADDRESSES)} == addresses_in(pages)


def test_a_place_that_is_gone_is_told_with_its_line_and_the_remedy(project: Path) -> None:
    publish(project, "/m/trust/#trust.vanished", "/m/vanished/", "/m/vanished/#vanished.steps")
    count = len((project / ADDRESSES.file).read_text("utf-8").splitlines())
    remedy = "Bring it back, or name its successor under retired: in playbook.yml."
    what = ("The place 'trust.vanished' on /m/trust/", "The page /m/vanished/")
    assert told(project) == [
        f"{ADDRESSES.file}:{line}:1: {each} was published and answers no more.\n    {remedy}"
        for line, each in zip((count - 2, count - 1), what, strict=True)
    ]
    with pytest.raises(PlaybookError):
        stage(project)


def test_a_page_that_is_retired_stays_in_every_language_and_names_its_successor(
    project: Path,
) -> None:
    publish(project, "/m/vanished/", "/m/vanished/#vanished.steps")
    retire(project, "m:vanished", "m:trust#steps")
    assert told(project) == []
    pages = pages_of(load_playbook(project), project)
    for language in ("en", "zh"):
        page = pages[language]["m/vanished.md"]
        assert 'href="../trust/#trust.steps"' in page
        assert "2026-11-22" in page


@pytest.mark.parametrize(
    ("name", "page", "anchor"),
    [
        ("m:trust#vanished", "m/trust", "trust.vanished"),
        ("a:readiness#skill.9", "a/readiness", "q.skill.9"),
        ("a:survey#input.vanished", "a/survey", "i.vanished"),
        ("term:vanished", "glossary", "term.vanished"),
        ("source:vanished", "sources", "source.vanished"),
    ],
)
def test_a_place_that_is_retired_becomes_a_line_that_names_its_successor(
    project: Path, name: str, page: str, anchor: str
) -> None:
    publish(project, f"/{page}/#{anchor}")
    assert len(told(project)) == 1
    retire(project, name, "m:visits")
    assert told(project) == []
    text = pages_of(load_playbook(project), project)["zh"][f"{page}.md"]
    assert f'<div class="moved" id="{anchor}"' in text


def test_a_place_must_stand_in_every_language(project: Path) -> None:
    pages = pages_of(load_playbook(project), project)
    english = {path: text.replace("{ #trust.idea }", "") for path, text in pages["en"].items()}
    assert addresses_in(pages) - addresses_in({**pages, "en": english}) == {"/m/trust/#trust.idea"}


def test_every_published_place_of_the_playbook_is_a_line_that_answers() -> None:
    """The committed list is the one of all editions so far; this builds against it."""
    assert told(ROOT) == []
    assert sum(1 for _ in right_lines(ROOT, ADDRESSES)) > 2500
