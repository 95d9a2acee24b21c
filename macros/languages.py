"""One language of a playbook: how it is named, written, counted, searched and measured."""

from collections.abc import Sequence
from dataclasses import dataclass

from macros.values import Data


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotes:
    """How a language sets words in quotation marks."""

    open: str
    close: str
    spaced: bool
    """Whether a space may stand beside a quotation mark."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberMarks:
    """How a language writes a number."""

    decimal: str
    group: str
    grouped_from: int
    """The smallest number that is written in groups."""
    multiples: Sequence[Data] = ()
    """Words after a number that readers type, with the zeros that each stands for: 万, million.

    A doubtful one is not taken without asking: 2m.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class Joints:
    """What a language sets between words that are put together."""

    sentences: str
    items: str
    """Between the items of an enumeration."""
    long_items: str
    """The same, where an item holds that mark itself."""
    unit: str
    """Between a number and its unit."""
    percent: str
    """Between a number and the sign %."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchHabits:
    """How text of a language is cut for search."""

    cutter: str
    """words: at what is no letter; pairs: every two neighbouring characters.

    A text may hold both, so each run of letters is cut as its script is written. In an index of
    pairs words of letters are guests, stemmed as the languages of words say.
    """
    stemmer: str
    """english: makes one of the forms of a word; none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingMeasure:
    """How the length and the level of text in a language are measured."""

    unit: str
    """word or character."""
    a_minute: int
    """Units that a reader of non-fiction reads silently in a minute."""
    grade: str
    """automated-readability: the index made for English, in years of school; none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """What the file of a language says."""

    id: str
    """The key under which its texts stand, and the folder of its pages: zh."""
    name: str
    """As its own readers call it."""
    tag: str
    """BCP 47, for lang and hreflang: zh-Hans."""
    locale: str
    """Language and country, for dates and Open Graph: zh-CN."""
    theme: str
    """The language in which the theme's own words stand."""
    direction: str
    """ltr or rtl."""
    punctuation: str
    """half-width, or full-width: as wide as a character."""
    quotes: Quotes
    numbers: NumberMarks
    joints: Joints
    plural: str
    """The rule of assessments/words/plurals.py that chooses among the forms of a word."""
    search: SearchHabits
    reading: ReadingMeasure
    to_write: str
    """What a new file holds where a text is still to be written."""

    @property
    def gap(self) -> str:
        """Return what stands between two sentences."""
        return self.joints.sentences


def read_language(record: Data) -> Language:
    """Return the language that the checked record of its file describes."""
    return Language(
        **{
            **record,
            "quotes": Quotes(**record["quotes"]),
            "numbers": NumberMarks(**record["numbers"]),
            "joints": Joints(**record["joints"]),
            "search": SearchHabits(**record["search"]),
            "reading": ReadingMeasure(**record["reading"]),
        }
    )
