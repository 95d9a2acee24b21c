"""Length and reading level of a module."""

import pytest

from macros.checking.readability import Reading, measure
from macros.languages import ReadingMeasure

ENGLISH = ReadingMeasure(unit="word", a_minute=230, grade="automated-readability")
CHINESE = ReadingMeasure(unit="character", a_minute=260, grade="none")


def measure_words(texts: list[str]) -> Reading:
    return measure(texts, ENGLISH)


def measure_chinese(texts: list[str]) -> Reading:
    return measure(texts, CHINESE)


def test_the_grade_is_that_of_the_formula() -> None:
    # 8 words, 2 sentences, 19 + 18 letters: 4.71 * 37/8 + 0.5 * 8/2 - 21.43 = 2.35375
    found = measure_words(["Trust grows slowly now. Keep every small word."])
    assert (found.length, found.sentences) == (8, 2)

    assert found.grade == pytest.approx(2.35375)


def test_chinese_is_counted_in_characters_and_figures_in_ones() -> None:
    found = measure_chinese(["信任长得慢。每周5次沟通，别断。"])
    assert (found.length, found.sentences) == (5 + 8, 2)


def test_a_label_without_an_end_is_a_sentence() -> None:
    assert measure_words(["Owner and date", "Next step"]).sentences == 2


def test_no_text_has_no_length_and_no_grade() -> None:
    found = measure_words([])
    assert (found.length, found.minutes, found.grade) == (0, 0, None)
    assert measure_chinese([]).minutes == 0


def test_reading_time_is_rounded_up_to_whole_minutes() -> None:
    assert measure_words(["word " * 231]).minutes == 2
    assert measure_chinese(["字" * 260]).minutes == 1


def test_words_may_begin_with_any_letter_and_sentences_end_with_any_mark() -> None:
    found = measure(
        ["Über alles. لماذا؟ نعم؛ لا."], ReadingMeasure(unit="word", a_minute=200, grade="none")
    )
    assert (found.length, found.sentences, found.grade) == (5, 4, None)
