"""An index in parts: it finds what the whole one finds, and reads little of what there is."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from macros.playbook import Playbook
from macros.values import Data
from tests.golden_queries import read_queries
from tests.many_modules import many_modules
from tests.searching import described_of, search_in, small_order
from tests.searching import search as made_from

pytestmark = pytest.mark.slow

MODULES = 60
SIZES = {"whole": 0, "terms": 4000, "documents": 2000}
"""So small that much-used letters are cut by the second and the third one."""
SLIPS = (
    "competiter",
    "custmer relatoinship",
    "decision chian",
    "complaning about prise",
    "qwxzvty",
)
CHINESE = (
    "信",
    "客",
    "客户",
    "信任客",
    "關係",
    "決策链",
    "xinren",
    "jcl",
    "SLA 客戶",
    "合同 contrcat",
)
LANGUAGES = ("en", "zh")


@pytest.fixture(scope="module")
def many() -> Playbook:
    return many_modules(MODULES)


@pytest.fixture(scope="module")
def wholes(many: Playbook) -> dict[str, Data]:
    """Return the file of each language's index."""
    described = described_of(many)
    shared = described["shared"] | {"traditional": {"關": "关", "係": "系", "決": "决", "戶": "户"}}
    return {
        language: made_from(shared | described["languages"][language])["file"]
        for language in LANGUAGES
    }


def typed(language: str) -> list[str]:
    """Return what is typed: every golden query, letter by letter in the beginning, and slips."""
    golden = [query.typed for query in read_queries() if query.site == language]
    beginnings = (text[:letters] for text in golden[::10] for letters in range(1, len(text)))
    return list(dict.fromkeys([*golden, *beginnings, *SLIPS, *CHINESE, "", "the", "的"]))


def in_parts(file: Data, *texts: str) -> Any:
    return search_in(file, *texts, sizes=SIZES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_parts_find_what_the_whole_finds_in_the_same_order(
    wholes: dict[str, Data], language: str
) -> None:
    texts = typed(language)
    whole, parts = search_in(wholes[language], *texts), in_parts(wholes[language], *texts)
    found = {
        text: (one["results"], other["results"])
        for text, one, other in zip(texts, whole["answers"], parts["answers"], strict=True)
    }
    assert {text: pair for text, pair in found.items() if pair[0] != pair[1]} == {}
    assert sum(bool(one) for one, _ in found.values()) > len(found) / 2


def test_what_counts_alike_keeps_the_order_of_the_whole() -> None:
    order = small_order(f"trust{letter}" for letter in "acbd")
    [whole] = made_from(order, "trust")["answers"]
    [made] = made_from(order, "trust", sizes=SIZES | {"terms": 1})["answers"]
    assert sum(name.startswith("terms") for name in made["read"]) == len("acbd")
    assert made["results"] == whole["results"]
    assert len(whole["found"]) == len("acbd")


@pytest.mark.parametrize(
    ("language", "text"), [("en", "customer does not pay"), ("zh", "客户不付款")]
)
def test_one_search_reads_a_small_share_of_the_parts(
    wholes: dict[str, Data], language: str, text: str
) -> None:
    [made, again] = in_parts(wholes[language], text, text)["answers"]
    beside = in_parts(wholes[language])["beside"]
    assert len(made["read"]) == len(set(made["read"])) < len(beside) / 4
    assert again["read"] == []


def test_only_a_word_that_nobody_knows_is_looked_up_among_forms(wholes: dict[str, Data]) -> None:
    known, begun, slip = in_parts(wholes["en"], "competitors", "competi", "competiter")["answers"]
    kinds = [{name.split("-")[0] for name in answer["read"]} for answer in (known, begun, slip)]
    assert ["forms" in each for each in kinds] == [False, False, True]


def test_each_term_form_and_document_stands_in_one_part(wholes: dict[str, Data]) -> None:
    whole, made = wholes["en"], in_parts(wholes["en"])
    first, beside = made["file"], made["beside"]
    held = {
        kind: [each for part in first["parts"][kind] for each in json.loads(beside[part["name"]])]
        for kind in ("terms", "forms", "documents")
    }
    assert held["terms"] == whole["index"]["index"]
    assert held["documents"] == whole["documents"]
    assert len(held["forms"]) == len({form for form, *_ in held["forms"]})
    assert set(named(first)) == set(beside)


def named(first: Data) -> Iterator[str]:
    for parts in first["parts"].values():
        yield from (part["name"] for part in parts)


def test_a_part_is_no_larger_than_it_may_be_but_for_what_cannot_be_cut(
    wholes: dict[str, Data],
) -> None:
    made = in_parts(wholes["zh"])
    large = {
        part["name"]: part["begins"]
        for part in made["file"]["parts"]["terms"]
        if len(made["beside"][part["name"]]) > SIZES["terms"]
        and len(json.loads(made["beside"][part["name"]])) > 1
    }
    assert large == {}


def test_an_index_that_is_small_enough_stays_whole() -> None:
    order = small_order(["Trust", "Visits"])
    made = made_from(order)
    size = len(json.dumps(made["file"], ensure_ascii=False, separators=(",", ":")))
    for most, is_whole in ((size, True), (size - 1, False)):
        sizes = {**SIZES, "whole": most}
        first = made_from(order, sizes=sizes)
        assert ("parts" not in first["file"], first["beside"] == {}) == (is_whole, is_whole)
