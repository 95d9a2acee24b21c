"""Numbers as people write them: what a form reads, and what it asks back."""

import json
import random
import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from macros.browser.bundles import NODE_MODULES
from macros.browser.node import node
from macros.languages import NumberMarks
from macros.numbers import form_marks, typable
from macros.views import Book
from tests.site_playbook import real_playbook

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent
NUMBERS = ROOT / "docs" / "assets" / "js" / "form" / "numbers.js"
SHARE = {"share": True}

Marks = Mapping[str, Any]


def call(name: str, asked: Sequence[Sequence[object]]) -> Any:
    """Return what a function of the script answers to each list of arguments."""
    command = [node(), str(ROOT / "tests" / "call.mjs"), str(ROOT / NODE_MODULES)]
    done = subprocess.run(
        [*command, str(NUMBERS), name],
        input=json.dumps(asked, ensure_ascii=False),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def languages() -> Mapping[str, Marks]:
    """How each language writes numbers: those of the playbook, and some that write otherwise."""
    playbook = real_playbook()
    books = (Book(playbook, code) for code in ("en", "zh"))
    real = {book.language: json.loads(form_marks(book.spoken, book.others)) for book in books}
    other = real["en"]
    return real | {
        "de": other | {"decimal": ",", "group": "."},
        "fr": other | {"decimal": ",", "group": "\u202f"},
        "ch": other | {"group": "’"},
        "ar": other | {"decimal": "٫", "group": "٬"},
    }


READ = {
    "5": 5,
    "007": 7,
    "5.": 5,
    ".5": 0.5,
    "1.234": 1.234,
    "1,200": 1200,
    "1,234,567.50": 1234567.5,
    "2 400 000": 2400000,
    "2\u00a0400\u202f000": 2400000,
    "2\u3000400\u2009000": 2400000,
    "1'200": 1200,
    "1’200.5": 1200.5,
    "１２": 12,
    "１，２００．５": 1200.5,
    "1.2万": 12000,
    "12万": 120000,
    "1,200万": 12000000,
    "１．２万": 12000,
    "12 萬": 120000,
    "3亿": 300000000,
    "3千万": 30000000,
    "1.2k": 1200,
    "1.2K": 1200,
    "1.2 million": 1200000,
    "3bn": 3000000000,
    "¥1,200": 1200,
    "￥1,200": 1200,
    "1,200 €": 1200,
    "$ 5": 5,
    "-$5": -5,
    "$-5": -5,
    "1.2万元": 12000,
    "−5": -5,
    "－５": -5,
    "- 5": -5,
    "+5": 5,
    "1e5": 100000,
    "1.5E-3": 0.0015,
    "\u202a1,200\u202c": 1200,
    "١٢": 12,
    "0.1": 0.1,
    "123456789012345": 123456789012345,
    "1" + "0" * 20: 10**20,
}
"""Typed on an English page -> read."""

REFUSED = {
    "": [],
    "many": [],
    "1.234.567,50": ["1234567.5"],
    "1.234.567": ["1234567"],
    "1,5": ["1.5"],
    "0,500": ["0.5"],
    "1 234,567": ["1234.567"],
    "1,2000": ["1.2"],
    "¥1.234.567,50": ["1234567.5"],
    "2m": ["2000000"],
    "2M": ["2000000"],
    "12,34,567": [],
    "1,200 300": [],
    "1,200.300.400": [],
    "12 34": [],
    "12万5": [],
    "1万2千": [],
    "5%": [],
    "10²": [],
    "①": [],
    "½": [],
    "1/2": [],
    "3-5": [],
    "--5": [],
    "+-5": [],
    "$5€": [],
    "5 years": [],
    "(1,200)": [],
    "~5": [],
    "1e400": [],
    "Infinity": [],
    "NaN": [],
    "0x10": [],
    "1234567890123456": [],
    "12345678.901234567": [],
}
"""Typed on an English page -> what it could mean; none of it is read."""

COMMA = {
    "1,5": (1.5, []),
    "1.5": (1.5, []),
    "0,500": (0.5, []),
    "0.125": (0.125, []),
    "1.234.567,50": (1234567.5, []),
    "1.234.567": (1234567, []),
    "2 400 000,5": (2400000.5, []),
    "1 234,567": (1234.567, []),
    "1.200": (None, ["1200", "1,2"]),
    "1,200": (None, ["1,2", "1200"]),
    "1.234": (None, ["1234", "1,2340"]),
    "1,234,567.50": (None, ["1234567,5"]),
    "1,2 million": (1200000, []),
    "1,200万": (None, ["12000", "12000000"]),
}
"""Typed on a German page -> read, or what it could mean."""

SHARES = {
    "0.35": (0.35, []),
    "35%": (0.35, []),
    "35 %": (0.35, []),
    "３５％": (0.35, []),
    "12.5%": (0.125, []),
    "-5%": (-0.05, []),
    "1": (1, []),
    "90": (90, ["90%"]),
    "1.5": (1.5, ["1.5%"]),
    "101": (101, []),
    "-90": (-90, []),
    "$0.5": (None, []),
    "0,35": (None, ["0.35"]),
    "12,5%": (None, ["0.125"]),
    "35%%": (None, []),
    "1万": (None, []),
}
"""Typed where a share is asked for on an English page -> read, and what it could mean."""


def test_what_can_be_read_in_one_way_is_read(languages: Mapping[str, Marks]) -> None:
    for language in ("en", "zh"):
        readings = call("readNumber", [(text, languages[language]) for text in READ])
        found = dict(zip(READ, readings, strict=True))
        assert found == {text: {"number": number, "perhaps": []} for text, number in READ.items()}


def test_what_could_be_another_number_is_asked_back(languages: Mapping[str, Marks]) -> None:
    for language in ("en", "zh"):
        readings = call("readNumber", [(text, languages[language]) for text in REFUSED])
        found = dict(zip(REFUSED, readings, strict=True))
        wanted = {text: {"number": None, "perhaps": meant} for text, meant in REFUSED.items()}
        assert found == wanted


def test_a_comma_before_decimals_makes_a_lone_mark_doubtful(
    languages: Mapping[str, Marks],
) -> None:
    readings = call("readNumber", [(text, languages["de"]) for text in COMMA])
    found = {text: tuple(each.values()) for text, each in zip(COMMA, readings, strict=True)}
    assert found == COMMA


def test_a_share_may_be_a_percentage_and_one_that_is_too_large_is_asked_back(
    languages: Mapping[str, Marks],
) -> None:
    readings = call("readNumber", [(text, languages["en"], SHARE) for text in SHARES])
    found = {text: tuple(each.values()) for text, each in zip(SHARES, readings, strict=True)}
    assert found == SHARES
    [chinese] = call("readNumber", [("90", languages["zh"], SHARE)])
    assert chinese["perhaps"] == ["90%"]


def test_the_unit_of_a_field_may_be_typed_and_no_other(languages: Mapping[str, Marks]) -> None:
    typed = [("5 people", "people"), ("12人", "人"), ("1.2万人", "人"), ("35%", "%"), ("0.9", "%")]
    readings = call("readNumber", [(text, languages["zh"], {"unit": unit}) for text, unit in typed])
    assert [each["number"] for each in readings] == [5, 12, 12000, 35, 0.9]
    typed = [
        ("1 visit", "visit|visits"),
        ("4 visits", "visit|visits"),
        ("2 person", "visit|visits"),
    ]
    readings = call("readNumber", [(text, languages["en"], {"unit": unit}) for text, unit in typed])
    assert [each["number"] for each in readings] == [1, 4, None]
    typed = [("5 days", "years"), ("$5", "people"), ("5%", "people")]
    readings = call("readNumber", [(text, languages["en"], {"unit": unit}) for text, unit in typed])
    assert [each["number"] for each in readings] == [None, None, None]


SEED = 20260
EACH = 400
GROUPS = (",", ".", " ", "'", "’", "\u00a0", "\u202f", "\u2009", "\u3000", "，", "٬")
POINTS = (".", ",", "．", "٫")
BEFORE = ("", "¥", "￥", "$", "€ ")
AFTER = {"": 0, " €": 0, "元": 0, "k": 3, " million": 6, "万": 4, " 亿": 8}
SIGNS = {"": 1, "-": -1, "−": -1, "－": -1, "+": 1}


def test_a_number_in_any_notation_is_read_as_itself_or_not_at_all(
    languages: Mapping[str, Marks],
) -> None:
    for language, marks in languages.items():
        written = list(notations(random.Random(SEED)))
        readings = call("readNumber", [(text, marks) for text, _ in written])
        wrong, read = [], 0
        for (text, meant), reading in zip(written, readings, strict=True):
            read += reading["number"] is not None
            if reading["number"] not in (None, *map(float, meant)):
                wrong.append((language, text, reading))
        assert wrong == []
        # Refusing everything would be no reading.
        assert read > len(written) / 4


def notations(chance: random.Random) -> Iterator[tuple[str, list[Fraction]]]:
    """Yield texts of numbers in every notation, each with all that it may mean.

    A comma or a point alone before three digits means one thing to some readers, another to others;
    the tables above say what a language reads then.
    """
    for point in POINTS:
        for group in ("", *GROUPS):
            if group == point or {group, point} in ({",", "，"}, {".", "．"}):
                continue
            for _ in range(EACH // 10):
                whole = chance.randrange(10 ** chance.randrange(1, 10))
                rest = "".join(chance.choices("0123456789", k=chance.choice((0, 0, 1, 2, 3, 4))))
                sign, before = chance.choice(list(SIGNS)), chance.choice(BEFORE)
                after = chance.choice(list(AFTER) if not before else ["", "k", "万"])
                grouped = re.sub(r"\B(?=(\d{3})+$)", lambda _, mark=group: mark, str(whole))
                body = f"{grouped}{point}{rest}" if rest else grouped
                meant = {Fraction(f"{whole}.{rest or 0}")}
                if len(re.findall(r"\D", body)) == 1 and re.search(r"[.,．，]\d{3}$", body):
                    meant = {Fraction(re.sub(r"\D", "", body)), Fraction(re.sub(r"\D", ".", body))}
                factor = SIGNS[sign] * 10 ** AFTER[after]
                yield f"{sign}{before}{body}{after}", [each * factor for each in meant]


def test_any_text_is_read_as_one_of_its_own_readings_or_not_at_all(
    languages: Mapping[str, Marks],
) -> None:
    chance = random.Random(SEED)
    texts = [
        "".join(chance.choices("0123456789.,' %-", k=chance.randrange(1, 9))) for _ in range(20000)
    ]
    for marks in (languages["en"], languages["de"]):
        readings = call("readNumber", [(text, marks, SHARE) for text in texts])
        wrong = [
            (text, reading)
            for text, reading in zip(texts, readings, strict=True)
            if reading["number"] is not None and reading["number"] not in map(float, meanings(text))
        ]
        assert wrong == []


def meanings(text: str) -> Iterator[Fraction]:
    """Yield what the digits of a text can mean with one mark, or none, as the point."""
    digits = re.sub(r"[^\d.,]", "", text)
    sign = -1 if "-" in text else 1
    part = 100 if "%" in text else 1
    for place in (None, *(each.start() for each in re.finditer(r"[.,]", digits))):
        head = digits if place is None else digits[:place]
        tail = "" if place is None else digits[place + 1 :]
        whole, rest = (re.sub(r"\D", "", each) for each in (head, tail))
        if whole or rest:
            yield sign * Fraction(f"{whole or 0}.{rest or 0}") / part


def test_what_is_written_for_a_reader_is_read_as_itself(languages: Mapping[str, Marks]) -> None:
    chance = random.Random(SEED)
    numbers = [chance.randrange(-(10**6), 10**6) / 10 ** chance.randrange(6) for _ in range(2000)]
    numbers += [0, 1.234, 0.125, 1e21, 1e-7, 123456789012345, 999.999]
    for marks in languages.values():
        written = call("writeNumber", [(number, marks) for number in numbers])
        readings = call("readNumber", [(text, marks) for text in written])
        exact = [number for number in numbers if len(re.sub(r"\D", "", repr(number))) <= 15]
        found = dict(zip(numbers, readings, strict=True))
        assert [found[number]["number"] for number in exact] == exact


def test_python_writes_a_default_as_the_scripts_do(languages: Mapping[str, Marks]) -> None:
    numbers = [0, 5, -0.5, 0.125, 1.234, 12.5, 1234.567, 1000]
    for marks in languages.values():
        spoken = NumberMarks(decimal=marks["decimal"], group=marks["group"], grouped_from=10000)
        written = call("writeNumber", [(number, marks) for number in numbers])
        assert [typable(Decimal(str(number)), spoken) for number in numbers] == written


def test_a_number_is_shown_as_in_the_reports_of_its_language(
    languages: Mapping[str, Marks],
) -> None:
    numbers = [1200, 12000, -1234567.5, 0.35, 1e6]
    assert call("showNumber", [(number, languages["en"]) for number in numbers]) == [
        "1,200",
        "12,000",
        "−1,234,567.5",
        "0.35",
        "1,000,000",
    ]
    assert call("showNumber", [(-1234567.5, languages["de"])]) == ["−1.234.567,5"]


def test_only_digits_with_the_mark_of_the_language_show_what_they_say(
    languages: Mapping[str, Marks],
) -> None:
    plain = {"5": True, "-0.5": True, "1,200": False, "１２": False, "+5": False, "1e5": False}
    assert call("isPlain", [(text, languages["en"]) for text in plain]) == list(plain.values())
    assert call("isPlain", [("1,5", languages["de"]), ("1.5", languages["de"])]) == [True, False]


def test_a_word_of_another_language_multiplies_too() -> None:
    playbook = real_playbook()
    for book in (Book(playbook, "en"), Book(playbook, "zh")):
        words = {
            each["word"]: each["zeros"]
            for each in json.loads(form_marks(book.spoken, book.others))["multiples"]
        }
        assert (words["million"], words["万"]) == (6, 4)
