"""The forms of words by number, held against samples of Unicode CLDR (plurals.xml, release 47)."""

from collections.abc import Iterable
from decimal import Decimal

import pytest

from assessments.words.plurals import RULES, categories, place_of

# Rule -> category -> samples that CLDR gives for it; what is written 1.0 has one decimal.
SAMPLES = {
    "ar": {
        "zero": "0 0.0", "one": "1 1.0", "two": "2 2.0", "few": "3 10 103 110 1003 3.0 10.0",
        "many": "11 26 111 1011 11.0 99.0", "other": "100 102 200 202 300 1000 0.1 0.9 1.1 100.0",
    },
    "bn": {"one": "0 1 0.0 0.04 1.0", "other": "2 17 100 1.1 2.0"},
    "cs": {"one": "1", "few": "2 4", "many": "0.0 1.5 10.0 100.0", "other": "0 5 19 100 1000"},
    "da": {"one": "1 0.1 1.6", "other": "0 2 16 0.0 2.0 3.4"},
    "de": {"one": "1", "other": "0 2 16 100 0.0 1.0 1.5"},
    "el": {"one": "1 1.0 1.00", "other": "0 2 16 0.0 0.9 1.1"},
    "en": {"one": "1", "other": "0 2 16 100 0.0 1.0 1.5"},
    "es": {"one": "1 1.0", "many": "1000000", "other": "0 2 16 100 1000 1000000.0 0.0 1.1"},
    "fa": {"one": "0 1 0.0 0.04 1.0", "other": "2 17 1.1"},
    "fi": {"one": "1", "other": "0 2 16 1.0"},
    "fr": {"one": "0 1 0.0 1.5", "many": "1000000", "other": "2 17 100 1000000.0 2.0 3.5"},
    "he": {"one": "1 0.0 0.9", "two": "2", "other": "0 3 17 100 1.0 2.5"},
    "hi": {"one": "0 1 0.0 0.04 1.0", "other": "2 17 1.1"},
    "hu": {"one": "1 1.0", "other": "0 2 16 0.9 1.1"},
    "id": {"other": "0 1 2 16 0.0 1.5"},
    "it": {"one": "1", "many": "1000000", "other": "0 2 16 1000 1.0 1000000.0"},
    "ja": {"other": "0 1 2 16 0.0 1.5"},
    "ko": {"other": "0 1 2 16 0.0 1.5"},
    "nl": {"one": "1", "other": "0 2 16 1.0"},
    "no": {"one": "1 1.0", "other": "0 2 16 0.9"},
    "pl": {
        "one": "1", "few": "2 4 22 24 32 34 102 1002", "many": "0 5 19 11 12 14 21 100 112 1000",
        "other": "0.0 1.5 10.0",
    },
    "pt": {"one": "0 1 0.0 1.5", "many": "1000000", "other": "2 17 100 1000 2.0"},
    "ro": {"one": "1", "few": "0 2 16 101 102 119 1001 0.0 1.5", "other": "20 35 100 120 1000"},
    "ru": {
        "one": "1 21 31 101 1001", "few": "2 4 22 24 102 1002",
        "many": "0 5 19 11 14 100 111 112 1000", "other": "0.0 1.5 10.0",
    },
    "sv": {"one": "1", "other": "0 2 16 1.0"},
    "th": {"other": "0 1 2 16 0.0 1.5"},
    "tr": {"one": "1 1.0", "other": "0 2 16 0.9"},
    "uk": {
        "one": "1 21 31 101 1001", "few": "2 4 22 24 102 1002",
        "many": "0 5 19 11 14 100 111 112 1000", "other": "0.0 1.5 10.0",
    },
    "vi": {"other": "0 1 2 16 0.0 1.5"},
    "zh": {"other": "0 1 2 16 0.0 1.5"},
}  # fmt: skip


def test_every_rule_has_its_samples() -> None:
    assert {rule: set(samples) for rule, samples in SAMPLES.items()} == {
        rule: set(categories(rule)) for rule in RULES
    }


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_puts_each_sample_into_its_category(rule: str) -> None:
    wrong = [
        (number, category)
        for category, written in SAMPLES[rule].items()
        for number in numbers(written)
        if categories(rule)[place_of(rule, number)] != category
    ]
    assert wrong == []


def test_a_number_below_zero_is_in_the_category_of_its_size() -> None:
    assert [place_of("en", number) for number in (-1, -2, Decimal(-1))] == [0, 1, 0]


def test_categories_stand_in_the_order_of_cldr() -> None:
    order = ("zero", "one", "two", "few", "many", "other")
    for rule in RULES:
        assert list(categories(rule)) == sorted(categories(rule), key=order.index)


def numbers(written: str) -> Iterable[int | Decimal]:
    return [Decimal(each) if "." in each else int(each) for each in written.split()]
