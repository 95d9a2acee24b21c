"""What is kept between two runs is what would be made anew, also where its file is spoiled."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from macros import kept as subject
from macros.kept import KEPT, forget_others, kept
from macros.kept_yaml import read_yaml_kept
from macros.yaml_source import read_yaml

FILE = "playbook_data/a.yml"
YAML = """
title: {en: "One: two", zh: 一}
weight: 1.10
more: [1, -0.50, true, null, "1.10", []]
""".encode()

SPOILED = {
    "another byte": lambda file: file.write_bytes(file.read_bytes()[:-1] + b"?"),
    "cut short": lambda file: file.write_bytes(file.read_bytes()[:-1]),
    "empty": lambda file: file.write_bytes(b""),
    "gone": Path.unlink,
    "a folder": lambda file: (file.unlink(), file.mkdir()),
}


def files(root: Path) -> list[Path]:
    return [path for path in (root / KEPT).rglob("*") if path.is_file()]


def test_what_is_kept_is_not_made_again(tmp_path: Path) -> None:
    assert kept(tmp_path, "a", lambda: b"one") == b"one"
    assert kept(tmp_path, "a", lambda: b"two") == b"one"
    assert kept(tmp_path, "b", lambda: b"two") == b"two"


@pytest.mark.parametrize("spoil", SPOILED.values(), ids=SPOILED)
def test_what_was_spoiled_is_made_again(tmp_path: Path, spoil: Callable[[Path], object]) -> None:
    kept(tmp_path, "a", lambda: b"one")
    (file,) = files(tmp_path)
    spoil(file)
    assert kept(tmp_path, "a", lambda: b"two") == b"two"


def test_anotheredition_of_the_code_keeps_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(tmp_path, "a", lambda: b"one")
    before = files(tmp_path)
    monkeypatch.setattr(subject, "digest_of_code", lambda: "others")
    subject.edition.cache_clear()
    assert kept(tmp_path, "a", lambda: b"two") == b"two"
    subject.edition.cache_clear()
    assert not {*before} & {*files(tmp_path)}


def test_what_was_not_asked_for_is_forgotten(tmp_path: Path) -> None:
    kept(tmp_path, "a", lambda: b"one")
    (other,) = files(tmp_path)
    other = other.rename(other.with_name("0" * 64))
    kept(tmp_path, "b", lambda: b"two")
    forget_others(tmp_path)
    assert other not in files(tmp_path)
    assert kept(tmp_path, "b", lambda: b"three") == b"two"


def test_where_nothing_can_be_written_everything_is_made(tmp_path: Path) -> None:
    (tmp_path / "build").write_text("a file")
    assert kept(tmp_path, "a", lambda: b"one") == b"one"
    assert kept(tmp_path, "a", lambda: b"two") == b"two"


def test_a_file_of_yaml_is_the_same_from_what_is_kept(tmp_path: Path) -> None:
    read = read_yaml(YAML, FILE)
    for _ in range(2):
        again = read_yaml_kept(YAML, FILE, tmp_path)
        assert repr(again.value) == repr(read.value)
        assert (tuple(again.lines), again.problems) == (read.lines, read.problems)
        assert dict(again.places) == dict(read.places)
    assert isinstance(read.value, dict)
    assert str(read.value["weight"]) == str(Decimal("1.10"))


def test_a_file_with_a_problem_tells_it_each_time(tmp_path: Path) -> None:
    wrong = b"title: Yes\nmore: 2026-01-05\n"
    told = read_yaml(wrong, FILE).problems
    assert len(told) == 2
    for _ in range(2):
        assert read_yaml_kept(wrong, FILE, tmp_path).problems == told
