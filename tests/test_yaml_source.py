"""The YAML reader gives plain values with their places, and refuses what YAML would misread."""

from decimal import Decimal

import pytest

from macros.problems import locate
from macros.source.file import REFUSED, YamlFile
from macros.yaml_source import read_yaml


def read(text: str) -> YamlFile:
    return read_yaml(text.encode(), "x.yml")


def said(text: str) -> list[str]:
    return [locate(problem) for problem in read(text).problems]


def test_plain_values_are_text_numbers_truths_and_nothing() -> None:
    source = read(
        "text: Trust\nquoted: 'No'\nversion: 1.0.0\nwhole: 12\nbelow: -3\ndecimal: 1.10\n"
        "truth: true\nnothing: null\nlist: [a, 1]\nrecord: {en: Trust, zh: 信任}\n"
    )
    assert source.problems == ()
    assert source.value == {
        "text": "Trust",
        "quoted": "No",
        "version": "1.0.0",
        "whole": 12,
        "below": -3,
        "decimal": Decimal("1.10"),
        "truth": True,
        "nothing": None,
        "list": ["a", 1],
        "record": {"en": "Trust", "zh": "信任"},
    }
    assert str(source.value["decimal"]) == "1.10"


def test_decimals_are_exact() -> None:
    assert read("rate: 0.1\n").value == {"rate": Decimal("0.1")}


def test_a_folded_text_has_no_line_break_at_its_end() -> None:
    assert read("a: >\n  one\n  two\n\nb: |\n  one\n  two\n").value == {
        "a": "one two",
        "b": "one\ntwo",
    }


def test_the_lines_of_a_folded_chinese_text_join_without_a_space() -> None:
    folded = read("a: >\n  信任要\n  慢慢来，\n  Trust grows\n  slowly\nb: '信任 慢慢'\n").value
    assert folded == {"a": "信任要慢慢来，Trust grows slowly", "b": "信任 慢慢"}


RUBBLE = (b"\0", b"\xff", b"a: \xed\xa0\x80", b"\xef\xbb\xbf", b": :", b"- - -", b"? ? ?", b"&")
MEANS_SOMETHING_ELSE = (
    "yes Yes no NO on Off True FALSE Null NULL ~ 010 0x1F 0o17 1_000 1:30 +1 .5 5. 1e3 1.5e+3 "
    ".inf -.INF .nan 2026-11-22 2026-1-2 ="
)
ORDINARY = "trust 1.0.0 a-b 3D 80% K14 v1.2 2026 -1 0 0.0 y n"


@pytest.mark.parametrize("word", MEANS_SOMETHING_ELSE.split())
def test_a_word_with_another_meaning_is_refused(word: str) -> None:
    source = read(f"key: {word}\n")
    assert source.value == {"key": REFUSED}
    assert [(problem.line, problem.column) for problem in source.problems] == [(1, 6)]


@pytest.mark.parametrize("word", ORDINARY.split())
def test_an_ordinary_word_is_taken(word: str) -> None:
    assert read(f"key: {word}\n").problems == ()


def test_the_same_words_in_quotes_are_text() -> None:
    assert read('a: "No"\nb: \'1.10\'\nc: "2026-11-22"\nd: "# one"\n').value == {
        "a": "No",
        "b": "1.10",
        "c": "2026-11-22",
        "d": "# one",
    }


def test_every_value_knows_its_line_and_column() -> None:
    source = read("a: 1\nb:\n  - x: 1\n    y: {en: one, zh: 一}\n  - z\n")
    places = {path: (place.line, place.column) for path, place in source.places.items()}
    assert places == {
        (): (1, 1),
        ("a",): (1, 1),
        ("b",): (2, 1),
        ("b", 0): (3, 5),
        ("b", 0, "x"): (3, 5),
        ("b", 0, "y"): (4, 5),
        ("b", 0, "y", "en"): (4, 9),
        ("b", 0, "y", "zh"): (4, 18),
        ("b", 1): (5, 5),
    }


def test_a_problem_of_words_in_a_long_text_stands_on_their_line() -> None:
    source = read("a:\n  en: >\n    one\n    two [x](m:y)\n    three\n  zh: (m:y)\n")
    problem = source.problem(("a", "en"), "wrong", at="(m:y)")
    assert (problem.line, problem.column) == (4, 12)


def test_what_is_not_there_is_placed_at_what_is_around_it() -> None:
    assert read("a:\n  b: 1\n").place(("a", "c", 3)).line == 1


def test_windows_line_breaks_count_as_one() -> None:
    source = read_yaml(b"a: 1\r\nb: No\r\n", "x.yml")
    assert [(problem.line, problem.column) for problem in source.problems] == [(2, 4)]


def test_all_problems_of_a_file_are_told_up_to_a_line_that_is_not_yaml() -> None:
    assert "\n".join(said("a: No\nb: 1_0\nc: 'x\n")) == (
        "x.yml:1:4: a: The word No without quotes is a truth value to YAML, not text.\n"
        '    Write "No" in quotes for the word, or false for the value.\n'
        "x.yml:2:4: b: The word 1_0 can be read as more than one number.\n"
        '    Write a number like 1000 or 2.5, and text in quotes: "1_0".\n'
        "x.yml:3:4: The quotation mark that opens here is never closed.\n"
        '    Close it, or write a quotation mark inside text as “ or \\".'
    )


def test_depth_has_a_limit() -> None:
    # The reader gives up at once: to read these to their end takes a minute.
    assert said("a: " + "[" * 50_000 + "]" * 50_000) == [
        "x.yml:1:27: a" + "[0]" * 23 + ": Lists and records stand more than 24 deep here.\n"
        "    Use fewer levels."
    ]
    assert said("? " + "[" * 50_000) == [
        "x.yml:1:3: A key must be a word, not a list or a record.\n    Write a word.",
        "x.yml:1:27: Lists and records stand more than 24 deep here.\n    Use fewer levels.",
    ]


@pytest.mark.parametrize(("escape", "name"), [
    ("\\0", "The control character U+0000"),
    ("\\e", "The control character U+001B"),
    ("\\t", "A tab"),
    ("\\u200b", "An invisible zero-width space"),
    ("\\u202e", "The mark U+202E"),
])  # fmt: skip
def test_quotes_hide_no_character_in_a_text_or_a_key(escape: str, name: str) -> None:
    source = read(f'a: "x{escape}"\n"y{escape}": b\nz: c\n')
    assert source.value == {"a": REFUSED, "?": REFUSED, "z": "c"}
    assert [locate(problem) for problem in source.problems] == [
        f"x.yml:1:4: a: {name} is hidden in this text.\n    Delete its escape.",
        f"x.yml:2:1: {name} is hidden in this text.\n    Delete its escape.",
    ]


def test_a_run_of_one_character_is_told_once() -> None:
    first, second = said("a: " + "\0" * 100 + "b\t\tc\n")
    assert first.startswith("x.yml:1:4: The control character U+0000 stands here 100 times.\n")
    assert second.startswith("x.yml:1:105: A tab stands here 2 times.\n")


@pytest.mark.parametrize("content", RUBBLE)
def test_whatever_the_bytes_are_they_are_read_or_refused(content: bytes) -> None:
    source = read_yaml(content, "x.yml")
    assert source.problems
    assert all(problem.hint for problem in source.problems)


def test_a_file_is_taken_alike_with_and_without_libyaml(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a: >\n  one\n\nb: {en: x, zh: [1, 2]}\nc: 'it''s'\n"
    fast = read(text)
    monkeypatch.setattr("macros.yaml_source.FAST_LOADER", __import__("yaml").SafeLoader)
    slow = read(text)
    assert (slow.value, slow.places) == (fast.value, fast.places)
