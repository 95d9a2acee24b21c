"""The engine's own words: the same keys in every language, none missing, none left over."""

import ast
import re
from pathlib import Path

from assessments.words import LANGUAGES, Choice, Phrase, fill, say, words_of

ENGINE = Path(__file__).parent.parent / "assessments"
PLACE = re.compile(r"\{(\w+)[^{}]*\}")


def test_every_language_has_the_same_keys() -> None:
    keys = {language: set(sentences) for language, sentences in LANGUAGES.items()}
    assert keys["zh"] == keys["en"]


def test_every_language_fills_in_the_same_values() -> None:
    for key, english in LANGUAGES["en"].items():
        chosen = set(PLACE.findall(english))
        # A language without a plural has no use for the number that chooses one.
        assert set(PLACE.findall(LANGUAGES["zh"][key])) <= chosen, key
        plain = set(re.findall(r"\{(\w+)\}", english))
        assert plain <= set(PLACE.findall(LANGUAGES["zh"][key])), key


def test_no_sentence_is_without_a_speaker() -> None:
    """A key stands in the code as a whole, or begins with a part that the code completes."""
    said = "\n".join(
        node.value
        for file in ENGINE.rglob("*.py")
        if "words" not in file.parts
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
    silent = [key for key in LANGUAGES["en"] if not spoken(key, said)]
    assert silent == []


def spoken(key: str, said: str) -> bool:
    """Tell whether each part of a key stands somewhere; a number at its end is computed."""
    parts = re.split(
        r"[.]", re.sub(r"[.]-?\d$", "", key.removesuffix(".message").removesuffix(".hint"))
    )
    return all(
        re.search(rf"(?<![a-z_]){re.escape(part)}", said, re.IGNORECASE)
        or part.startswith(("unit_", "caption", "best_"))
        for part in parts
    )


def test_one_and_many() -> None:
    assert fill("{n} {n:answer|answers}", "en", {"n": 1}) == "1 answer"
    assert fill("{n} {n:answer|answers}", "en", {"n": 2}) == "2 answers"
    assert fill("{n:is|are}", "en", {"n": 0}) == "are"


def test_a_phrase_is_said_in_the_language_around_it() -> None:
    values = {"path": "a", "found": "1", "rule": Phrase("rule.at_least", {"low": 2})}
    assert say("E_RANGE.message", "en", values) == "a must be at least 2, not 1."
    assert say("E_RANGE.message", "zh", values) == "a必须不小于 2，而不是 1。"


def test_a_text_without_words_in_a_language_is_empty() -> None:
    assert [words_of(text, "zh") for text in (None, "x", {"en": "x"}, {"zh": "字"})] == [
        "",
        "",
        "",
        "字",
    ]


def test_chinese_sentences_use_chinese_punctuation() -> None:
    wrong = re.compile(r"[一-鿿”][,:;?!]|[,:;?!][一-鿿“]")
    found = [key for key, text in LANGUAGES["zh"].items() if wrong.search(text)]
    assert found == []


def test_quotation_marks_and_apostrophes_are_typographic() -> None:
    """Straight ones stand in JSON alone, which a reader copies."""
    straight = [
        key
        for sentences in LANGUAGES.values()
        for key, text in sentences.items()
        if re.search("['\"]", text) and '"answers"' not in text
    ]
    assert straight == []


def test_a_quotation_in_chinese_stands_without_spaces() -> None:
    assert fill("是 {a} 之一，而不是 {b}。", "zh", {"a": "“甲”", "b": "“乙”"}) == (
        "是“甲”之一，而不是“乙”。"
    )
    assert fill("{a} 和 {b}", "zh", {"a": 1, "b": 2}) == "1 和 2"


def test_a_number_below_zero_has_a_true_minus() -> None:
    assert fill("{n}, {m}", "en", {"n": -5, "m": "a-b"}) == "−5, a-b"


def test_an_option_is_named_by_its_label_and_by_its_id_where_they_differ() -> None:
    options = (
        Choice("strategic", {"en": "Strategic", "zh": "战略"}),
        Choice("key", {"en": "key account", "zh": "重点"}),
        Choice("x"),
    )
    assert fill("{o}", "en", {"o": options}) == "Strategic, key account (key), x"
    assert fill("{o}", "zh", {"o": options}) == "战略（strategic）、重点（key）、x"
    assert fill("{o}", "en", {"o": (Choice("a", {"en": "A, first"}), "b")}) == "A, first (a); b"
