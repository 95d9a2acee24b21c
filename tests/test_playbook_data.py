"""The playbook itself: right, complete, and with locks that know its present state."""

from pathlib import Path

import pytest

from macros.checking.coverage import coverage_of
from macros.checks import find_problems
from macros.files import Files, read_files
from macros.problems import report
from macros.published.lock_files import read_hashes, read_ids
from macros.published.locks import hashes, published_ids

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def files() -> Files:
    return read_files(ROOT)


@pytest.mark.slow  # Both commands that run tests check the playbook first.
def test_check_is_silent(files: Files) -> None:
    problems = find_problems(files)
    assert not problems, report(problems)


def test_every_element_of_the_sources_stands_in_a_module(files: Files) -> None:
    assert coverage_of(files).missing == ()


def test_the_locks_know_every_id_and_every_text(files: Files) -> None:
    told = "run `playbook accept` and commit the locks"
    assert published_ids(files) <= set(read_ids(ROOT)), told
    assert hashes(files) == read_hashes(ROOT), told
