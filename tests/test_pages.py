"""Which pages exist, at which addresses, and in which order a reader finds them."""

from pathlib import Path

import pytest

from macros.addresses import address_of, relative_address, relative_file
from macros.course_plan import PAPERS
from macros.pages import list_pages, navigation
from macros.playbook import Playbook
from macros.views import Book
from tests.site_playbook import small_playbook


@pytest.fixture(scope="module")
def playbook(tmp_path_factory: pytest.TempPathFactory) -> Playbook:
    return small_playbook(tmp_path_factory.mktemp("pages"))


def test_every_module_tool_and_area_has_a_page(playbook: Playbook) -> None:
    paths = {page.path for page in list_pages(playbook, "en")}
    assert {"m/trust.md", "m/visits.md", "a/readiness.md", "a/survey.md"} <= paths
    assert {"index.md", "method/index.md", "method/basics/index.md", "a/index.md"} <= paths
    assert {"teach.md", "glossary.md", "sources.md", "about.md", "privacy.md"} <= paths


def test_both_languages_have_the_same_addresses(playbook: Playbook) -> None:
    english, chinese = (list_pages(playbook, language) for language in ("en", "zh"))
    assert [page.path for page in english] == [page.path for page in chinese]


def test_a_page_names_the_file_to_edit(playbook: Playbook) -> None:
    sources = {page.path: page.source for page in list_pages(playbook, "zh")}
    assert sources["m/trust.md"] == "playbook_data/modules/basics/trust.yml"
    assert sources["a/survey.md"] == "playbook_data/calculators/survey.yml"
    assert sources["about.md"] == "docs/zh/about.md"


def test_every_page_but_what_is_printed_for_a_course_stands_in_the_navigation_once(
    playbook: Playbook,
) -> None:
    def paths_in(entry: object) -> list[str]:
        if isinstance(entry, str):
            return [entry]
        inner = entry.values() if isinstance(entry, dict) else entry
        return [path for each in inner for path in paths_in(each)]

    found = paths_in(navigation(Book(playbook, "en")))
    made = {*PAPERS, "module_sheet", "module_slides", "offline"}
    pages = [page for page in list_pages(playbook, "en") if page.kind.name not in made]
    assert sorted(found) == sorted(page.path for page in pages)


def test_the_navigation_speaks_the_language(playbook: Playbook) -> None:
    assert [next(iter(entry)) for entry in navigation(Book(playbook, "zh"))] == [
        "小手册", "方法", "评估", "教学", "参考",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("index.md", ""),
        ("method/index.md", "method/"),
        ("m/trust.md", "m/trust/"),
        ("a/trust/definition.json", "a/trust/definition.json"),
    ],
)
def test_an_address_follows_from_the_file(path: str, address: str) -> None:
    assert address_of(path) == address


@pytest.mark.parametrize(
    ("link", "page", "address"),
    [
        ("m:trust", "index.md", "m/trust/"),
        ("m:trust#steps", "m/visits.md", "../trust/#trust.steps"),
        ("m:trust#trust.steps", "m/visits.md", "../trust/#trust.steps"),
        ("a:readiness#q.skill.1", "a/index.md", "readiness/#q.skill.1"),
        ("term:customer", "m/trust.md", "../../glossary/#term.customer"),
        ("source:book", "sources.md", "./#source.book"),
        ("area:basics", "method/index.md", "basics/"),
        ("page:home", "m/trust.md", "../../"),
        ("page:home", "index.md", "./"),
    ],
)
def test_a_link_by_id_becomes_a_relative_address(link: str, page: str, address: str) -> None:
    assert relative_address(link, page) == address


def test_a_link_in_markdown_names_the_file() -> None:
    assert relative_file("m:trust#steps", "a/readiness.md") == "../m/trust.md#trust.steps"
    assert relative_file("page:sources", "about.md") == "sources.md"


def test_nothing_of_this_machine_enters_a_page(playbook: Playbook, tmp_path: Path) -> None:
    assert all(not page.source.startswith("/") for page in list_pages(playbook, "en"))
    assert str(tmp_path) not in repr(navigation(Book(playbook, "en")))
