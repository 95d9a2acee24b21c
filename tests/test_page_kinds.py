"""A kind of page is one row: its links, its template and its name in search agree with the rest."""

from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from macros.addresses import target_of
from macros.page_kind import Page, PageKind
from macros.page_kinds import sources
from macros.page_table import BY_NAME, PAGE_KINDS
from macros.pages import list_pages
from macros.playbook import Playbook
from macros.rendering import TEMPLATES
from macros.views import Book
from tests.site_playbook import small_playbook

EACH = pytest.mark.parametrize("kind", PAGE_KINDS, ids=lambda kind: kind.name)


@pytest.fixture(scope="module")
def playbook(tmp_path_factory: pytest.TempPathFactory) -> Playbook:
    return small_playbook(tmp_path_factory.mktemp("kinds"))


def test_every_file_of_the_folder_has_its_row() -> None:
    folder = Path(__file__).parent.parent / "macros" / "page_kinds"
    shared = {"__init__"}
    assert {path.stem for path in folder.glob("*.py")} - shared == set(BY_NAME)
    assert len({kind.order for kind in PAGE_KINDS}) == len(PAGE_KINDS)


@EACH
def test_a_kind_has_a_template_of_its_own_or_is_written(kind: PageKind) -> None:
    if kind.template:
        assert (TEMPLATES / f"{kind.template}.md.jinja").is_file()
    else:
        assert kind.address == f"{kind.name}.md"


@EACH
def test_search_has_a_word_for_a_kind(kind: PageKind, playbook: Playbook) -> None:
    assert not kind.search or kind.search in Book(playbook, "en").words["search"]["kinds"]


def test_a_link_to_a_page_leads_to_its_address(playbook: Playbook) -> None:
    for page in list_pages(playbook, "en"):
        assert target_of(f"{page.kind.link}:{page.id}").path == page.path


def test_a_link_to_a_place_leads_to_the_page_that_holds_it() -> None:
    for kind in PAGE_KINDS:
        for word in kind.holds:
            target = target_of(f"{word}:trust")
            assert (target.path, target.anchor) == (kind.address, f"{word}.trust")


def test_a_source_is_used_where_a_part_or_a_text_cites_it() -> None:
    modules = {
        "above": {"parts": [{"sources": ["book L1–4"]}]},
        "linked": {"parts": [{"sources": [], "ours": "Others agree ([Ho 1999](source:study))."}]},
        "neither": {"parts": [{"sources": []}], "idea": "See [trust](m:trust)."},
    }
    told = SimpleNamespace(modules=modules, sources={"book": {}, "study": {}}, shown_modules=())
    book = cast("Book", told)
    used = sources.context(book, cast("Page", None))["used"]
    assert used == {"book": [modules["above"]], "study": [modules["linked"]]}
