"""The table of CONTRIBUTING is true: a dummy of each kind touches what it says, and works."""

from pathlib import Path

import pytest

from tests.contributing import CHANGES, Change, Copy, allowed, copy_of_the_project, table

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def touched(tmp_path_factory: pytest.TempPathFactory) -> tuple[Copy, dict[str, set[str]]]:
    """Add a dummy of each kind to one copy; check and stage it; tell what each change touched."""
    copy = copy_of_the_project(tmp_path_factory.mktemp("copy"))
    touched = {}
    before = copy.contents()
    for change in CHANGES:
        change.make(copy)
        after = copy.contents()
        touched[change.name] = {
            file for file in before | after if before.get(file) != after.get(file)
        }
        before = after
    assert copy.run("check") == ""
    copy.run("stage")
    return copy, touched


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.name)
def test_a_newcomer_touches_what_the_table_says_and_nothing_else(
    touched: tuple[Copy, dict[str, set[str]]], change: Change
) -> None:
    files = touched[1][change.name]
    assert files
    assert [file for file in sorted(files) if not allowed(file, table()[change.row])] == []


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.name)
def test_what_a_newcomer_adds_works(
    touched: tuple[Copy, dict[str, set[str]]], change: Change
) -> None:
    change.prove(touched[0])


def test_a_file_is_told_from_its_neighbours() -> None:
    named = ["playbook_data/modules/<area>/", "playbook.yml"]
    assert allowed("playbook_data/modules/run/x.yml", named)
    assert allowed("playbook_data/playbook.yml", named)
    assert not allowed("playbook_data/glossary.yml", named)
    assert not allowed(Path("macros/pages.py").as_posix(), named)
