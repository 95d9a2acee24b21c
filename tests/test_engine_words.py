"""The engine's own words: the same sentences in every language, none missing, none left over."""

import re

from assessments.words import LANGUAGES, Amount, Choice, Phrase, Quoted, fill, say, words_of
from macros.gaps import gaps


def test_every_language_has_the_same_sentences() -> None:
    first, *others = (set(language.sentences) for language in LANGUAGES.values())
    assert all(other == first for other in others)


def test_the_form_of_a_word_follows_its_number() -> None:
    assert fill("{n} {n:answer|answers}", "en", {"n": 1}) == "1 answer"
    assert fill("{n} {n:answer|answers}", "en", {"n": 2}) == "2 answers"
    assert fill("{n:is|are}", "en", {"n": 0}) == "are"
    assert fill("{n:is|are}", "en", {"n": "1"}) == "are"


def test_a_large_number_is_grouped_and_still_chooses_the_form_of_a_word() -> None:
    assert fill("{n} {n:answer|answers}", "en", {"n": Amount(10000)}) == "10,000 answers"
    assert fill("{n} {n:answer|answers}", "en", {"n": Amount(1)}) == "1 answer"


def test_a_phrase_is_said_in_the_language_around_it() -> None:
    values = {"path": "a", "found": "1", "rule": Phrase("rule.at_least", {"low": 2})}
    assert say("E_RANGE.message", "en", values) == "a must be at least 2, not 1."
    assert say("E_RANGE.message", "zh", values) == "a必须不小于2，而不是1。"


def test_a_text_without_words_in_a_language_is_empty() -> None:
    texts = (None, "x", {"en": "x"}, {"zh": "字"})
    assert [words_of(text, "zh") for text in texts] == ["", "", "", "字"]


def test_a_language_without_a_table_hears_the_first_one() -> None:
    assert say("scores.heading", "xx") == "Scores"


def test_quotation_marks_and_apostrophes_are_typographic() -> None:
    """Straight ones stand in JSON alone, which a reader copies."""
    straight = [
        key
        for language in LANGUAGES.values()
        for key, text in language.sentences.items()
        if re.search("['\"]", text) and '{"' not in text
    ]
    assert straight == []


def test_a_quotation_in_chinese_stands_without_spaces() -> None:
    assert fill("是 {a} 之一，而不是 {b}。", "zh", {"a": Quoted("“甲”"), "b": "“乙”"}) == (
        "是“甲”之一，而不是“乙”。"
    )
    assert fill("{a} 和 {b}", "zh", {"a": 1, "b": 2}) == "1 和 2"


def test_a_number_below_zero_has_a_true_minus() -> None:
    assert fill("{n}, {m}", "en", {"n": -5, "m": "a-b"}) == "−5, a-b"


def test_braces_of_an_example_are_text() -> None:
    assert fill('Write {"a": {…}} in {place}.', "en", {"place": "b"}) == 'Write {"a": {…}} in b.'
    [gap] = gaps('{"answers": {"x": 2}} {count:one|many}')
    assert (gap.name, gap.forms, gap.written) == ("count", ("one", "many"), "{count:one|many}")


def test_an_option_is_named_by_its_label_and_by_its_id_where_they_differ() -> None:
    options = (
        Choice("strategic", {"en": "Strategic", "zh": "战略"}),
        Choice("key", {"en": "key account", "zh": "重点"}),
        Choice("x"),
    )
    assert fill("{o}", "en", {"o": options}) == "Strategic, key account (key), x"
    assert fill("{o}", "zh", {"o": options}) == "战略（strategic）、重点（key）、x"
    assert fill("{o}", "en", {"o": (Choice("a", {"en": "A, first"}), "b")}) == "A, first (a); b"
