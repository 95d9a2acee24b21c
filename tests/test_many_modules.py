"""Pages that speak of the whole method stay readable where it has a thousand modules."""

import pytest

from macros.kept_addresses import addresses_in
from macros.page_kind import Page
from macros.page_table import BY_NAME
from macros.page_texts import renderer_of
from macros.playbook import Playbook
from macros.views import OF_MANY, Book
from tests.many_modules import many_modules
from tests.other_languages import ROOT
from tests.site_playbook import real_playbook

MODULES = 1000
MOST = 200_000
"""Bytes of a page's own text; Markdown and what stands around it add less than 100,000."""
PAGES = ("home", "method", "teach", "sources", "packages")


@pytest.fixture(scope="module")
def many() -> Playbook:
    """Return the real playbook with copies of its modules, in copies of its areas."""
    return many_modules(MODULES)


def text_of(playbook: Playbook, language: str, name: str) -> str:
    kind = BY_NAME[name]
    [(record, source)] = kind.records(playbook)
    page = Page(kind=kind, path=kind.address, source=source, id=record)
    return renderer_of(Book(playbook, language), ROOT).render(page)


def places_of(playbook: Playbook, name: str) -> frozenset[str]:
    """Return the address of a page and its places, as they are promised."""
    written = {each: {f"{name}.md": text_of(playbook, each, name)} for each in ("en", "zh")}
    return addresses_in(written)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_a_thousand_modules_stays_small(many: Playbook, language: str, name: str) -> None:
    assert len(text_of(many, language, name).encode()) < MOST


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_many_modules_keeps_the_places_that_it_had(many: Playbook, name: str) -> None:
    published = places_of(real_playbook(), name)
    assert len(published) > 1
    assert published <= places_of(many, name)


@pytest.mark.parametrize("name", ["home", "method"])
def test_the_map_of_many_areas_is_a_list_that_leads_to_every_module(
    many: Playbook, name: str
) -> None:
    text = text_of(many, "en", name)
    assert '<nav class="map map--list"' in text
    modules = len(many.areas[0]["modules"])
    assert modules > OF_MANY
    for area in Book(many, "en").areas.values():
        page = f'method/{area["id"]}/"' if name == "home" else f'{area["id"]}/"'
        assert f'<a class="place" href="{page} data-tools="">{len(area["modules"])} modules' in text


def test_an_area_of_many_modules_shows_all(many: Playbook) -> None:
    kind = BY_NAME["area"]
    name = many.areas[1]["id"]
    page = Page(kind=kind, path=kind.address.format(id=name), source="", id=name)
    text = renderer_of(Book(many, "en"), ROOT).render(page)
    assert text.count("/m/") >= len(many.areas[1]["modules"])
    assert len(text.encode()) < MOST


def test_few_modules_are_all_shown() -> None:
    book = Book(real_playbook(), "en")
    assert all(book.shown(area) == area["modules"] for area in book.areas.values())
    assert "all-of" not in text_of(book.playbook, "en", "method")
